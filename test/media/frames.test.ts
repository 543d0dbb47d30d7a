/** Crops, rows and stripping, for any input. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emu, inches, rect } from '../../lib/core/units.js';
import { cropToFill, cropToShow, inside } from '../../lib/media/crop.js';
import { inRows } from '../../lib/media/rows.js';
import { strippedJpeg, strippedPng } from '../../lib/media/strip.js';
import { photo } from './samples.js';

const ratio = fc.double({ min: 0.05, max: 20, noNaN: true });
const length = fc.integer({ min: 100_000, max: 12_192_000 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

test('a picture is never stretched: what is left of it has the shape of its frame', () => {
  fc.assert(
    fc.property(ratio, length, length, share, share, (own, cx, cy, x, y) => {
      const frame = { cx: emu(cx), cy: emu(cy) };
      for (const crop of [cropToFill(frame, own, { x, y }), cropToShow(frame, own)]) {
        const shown = (own * (1 - crop.left - crop.right)) / (1 - crop.top - crop.bottom);
        expect(shown / (cx / cy)).toBeCloseTo(1, 6);
      }
      const fill = Object.values(cropToFill(frame, own, { x, y }));
      expect(fill.every((cut) => cut >= -1e-9 && cut < 1)).toBe(true);
      expect(Object.values(cropToShow(frame, own)).every((cut) => cut <= 1e-9)).toBe(true);
      const whole = inside(rect(0, 0, cx, cy), own);
      expect(whole.cx <= cx && whole.cy <= cy && Math.abs(whole.cx - whole.cy * own) <= own + 1).toBe(true);
    }),
    { seed: 6 },
  );
});

test('the focus stays in sight', () => {
  fc.assert(
    fc.property(ratio, length, length, share, share, (own, cx, cy, x, y) => {
      const { left, right, top, bottom } = cropToFill({ cx: emu(cx), cy: emu(cy) }, own, { x, y });
      expect(x >= left - 1e-9 && x <= 1 - right + 1e-9 && y >= top - 1e-9 && y <= 1 - bottom + 1e-9).toBe(true);
    }),
    { seed: 6 },
  );
});

test('rows hold every picture whole, in order, apart, inside the frame', () => {
  const frame = rect(600_000, 1_500_000, 10_900_000, 4_400_000);
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.3, max: 4, noNaN: true }), { minLength: 1, maxLength: 6 }), (ratios) => {
      const frames = inRows(ratios, { frame, gap: inches(0.24), below: () => inches(0.3) });
      expect(frames).toHaveLength(ratios.length);
      for (const [index, { x, y, cx, cy }] of frames.entries()) {
        expect(cx / cy).toBeCloseTo(ratios[index] ?? 0, 2);
        expect(x >= frame.x && x + cx <= frame.x + frame.cx + 2 && y >= frame.y && y + cy + inches(0.3) <= frame.y + frame.cy + 2).toBe(
          true,
        );
        for (const other of frames.slice(index + 1)) {
          const apart = other.x >= x + cx || other.x + other.cx <= x || other.y >= y + cy + inches(0.3) - 2;
          expect(apart || other.y + other.cy + inches(0.3) <= y + 2).toBe(true);
        }
      }
    }),
    { seed: 6 },
  );
});

test('four wide pictures stand two by two, four tall ones side by side', () => {
  const frame = rect(0, 0, inches(12), inches(4.8));
  const rowsOf = (own: number): number =>
    new Set(inRows([own, own, own, own], { frame, gap: inches(0.24), below: () => emu(0) }).map(({ y }) => y)).size;
  expect([rowsOf(2.2), rowsOf(0.6)]).toEqual([2, 1]);
});

test('of pictures of one shape none becomes the large one, on a narrow slide neither', () => {
  for (const [count, rows] of [
    [3, 1],
    [5, 2],
    [6, 2],
  ] as const) {
    const frames = inRows(Array<number>(count).fill(1.5), {
      frame: rect(0, 0, inches(8.7), inches(4.8)),
      gap: inches(0.24),
      below: () => emu(0),
    });
    const areas = frames.map(({ cx, cy }) => cx * cy);
    expect(Math.max(...areas) / Math.min(...areas)).toBeLessThan(3);
    expect(new Set(frames.map(({ y }) => y)).size).toBe(rows);
  }
});

test('pictures of mixed shapes fill most of the frame, whatever their order; none becomes tiny', () => {
  const frame = rect(0, 0, inches(12), inches(4.8));
  const sets = [
    [1.5, 0.67, 1.5, 0.67],
    [1.78, 1, 0.75, 1.5],
    [1.5, 1.5, 0.67],
    [1.5, 0.67, 1, 1.78, 0.75],
    [0.75, 0.75, 1.5, 1.5, 1.5],
    [1.5, 0.67, 1, 1.78, 0.75, 2.4],
    [1.33, 0.75, 1.33, 0.75, 1.33, 0.75],
  ];
  for (const ratios of sets) {
    const areas = inRows(ratios, { frame, gap: inches(0.24), below: () => emu(0) }).map(({ cx, cy }) => cx * cy);
    const filled = areas.reduce((sum, area) => sum + area, 0) / (frame.cx * frame.cy);
    expect(filled, ratios.join()).toBeGreaterThan(0.6);
    expect(Math.min(...areas) / Math.max(...areas), ratios.join()).toBeGreaterThan(0.08);
  }
});

test('captions of different lengths have their room, and none stands on a picture', () => {
  const frame = rect(0, 0, inches(12), inches(4.8));
  const below = (index: number, width: number) => inches(0.1 + 0.2 * Math.ceil(((index + 1) * 2_000_000) / width));
  const frames = inRows([1.5, 0.67, 1, 1.78, 0.75], { frame, gap: inches(0.24), below });
  for (const [index, { x, y, cx, cy }] of frames.entries()) {
    const bottom = y + cy + below(index, cx);
    expect(bottom).toBeLessThanOrEqual(frame.y + frame.cy + 2);
    for (const other of frames) expect(other.y < y + cy || other.y >= bottom || other.x >= x + cx || other.x + other.cx <= x).toBe(true);
  }
});

test('stripping takes any bytes', async () => {
  const [jpeg, png] = [await photo(60, 40), await photo(60, 40, 'png')];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), fc.uint8Array({ maxLength: 40 }), (at, noise) => {
      for (const [bytes, strip] of [[jpeg, strippedJpeg] as const, [png, strippedPng] as const]) {
        const broken = Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
        expect(strip(broken)?.length ?? 0).toBeLessThanOrEqual(broken.length);
      }
    }),
    { seed: 6 },
  );
  expect(strippedJpeg(Buffer.concat([jpeg, Buffer.from('a film behind the picture')]))?.length).toBeLessThanOrEqual(jpeg.length);
});
