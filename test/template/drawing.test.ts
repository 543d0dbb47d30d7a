import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rect } from '../../lib/core/units.js';
import type { PathCommand } from '../../lib/scene/scene.js';
import { mirrored, parsePath, placeDrawing } from '../../lib/template/drawing.js';

const number = fc.integer({ min: -9999, max: 9999 }).map((value) => value / 10);
const command: fc.Arbitrary<PathCommand> = fc.oneof(
  fc.record({ op: fc.constantFrom('move' as const, 'line' as const), x: number, y: number }),
  fc.record({ op: fc.constant('cubic' as const), x1: number, y1: number, x2: number, y2: number, x: number, y: number }),
  fc.record({ op: fc.constant('close' as const) }),
);
const path = fc
  .tuple(fc.record({ op: fc.constant('move' as const), x: number, y: number }), fc.array(command))
  .map(([first, rest]): readonly PathCommand[] => [first, ...rest]);

const print = (commands: readonly PathCommand[]): string =>
  commands
    .map((item) => {
      if (item.op === 'close') return 'Z';
      if (item.op === 'cubic') return `C${item.x1} ${item.y1},${item.x2} ${item.y2},${item.x} ${item.y}`;
      return `${item.op === 'move' ? 'M' : 'L'}${item.x} ${item.y}`;
    })
    .join('');

test('a path that is printed and read again is the same', () => {
  fc.assert(
    fc.property(path, (commands) => {
      expect(parsePath(print(commands))).toEqual(commands);
    }),
  );
});

test('a path that is mirrored twice is the same', () => {
  const near = (commands: readonly PathCommand[]) =>
    commands.map((item) =>
      Object.entries(item).map(([key, value]) => [key, typeof value === 'number' ? Math.round(value * 10) + 0 : value]),
    );
  fc.assert(
    fc.property(path, (commands) => {
      expect(near(mirrored(mirrored(commands, 100), 100))).toEqual(near(commands));
    }),
  );
});

test('horizontal and vertical lines go on from the pen; numbers may repeat without their letter', () => {
  expect(parsePath('M1 2H5V7 L1 1 2 2')).toEqual([
    { op: 'move', x: 1, y: 2 },
    { op: 'line', x: 5, y: 2 },
    { op: 'line', x: 5, y: 7 },
    { op: 'line', x: 1, y: 1 },
    { op: 'line', x: 2, y: 2 },
  ]);
});

test.each(['', 'L1 1', 'M1', 'M1 1Q2 2 3 3', 'M1 1 Z 4', 'M1 x', 'm1 1'])('%j is no path', (data) => {
  expect(parsePath(data)).toBeNull();
});

test('a drawing keeps its proportions', () => {
  const frame = rect(100, 200, 400, 100);
  const placed = (fit: 'contain' | 'cover', align: 'left' | 'right', anchor: 'top' | 'bottom') =>
    placeDrawing(1, 1, frame, { fit, align, anchor });
  expect(placed('contain', 'left', 'top')).toEqual(rect(100, 200, 100, 100));
  expect(placed('contain', 'right', 'top')).toEqual(rect(400, 200, 100, 100));
  expect(placed('cover', 'left', 'top')).toEqual(rect(100, 200, 400, 400));
  expect(placed('cover', 'left', 'bottom')).toEqual(rect(100, -100, 400, 400));
});
