/** Slides drawn with pptxgenjs. Of the package that it writes only the slides and what they point to is kept. */
import { EMU_PER_POINT, type Size } from '../../../core/units.js';
import type { Package } from '../../../package/package.js';
import { readPackage } from '../../../package/zip.js';
import {
  type Item,
  type PathCommand,
  type SceneSlide,
  type ShapeItem,
  type Stroke,
  type TableItem,
  visitItems,
} from '../../../scene/scene.js';
import type { SlideNumbers } from './drawable.js';
import { type Border, type Canvas, type Cell, newDrawing, type ShapeOptions } from './pptxgenjs.js';
import { inch, runsOf } from './text.js';

/** A picture of one pixel that stands for each picture until the patch `pictures` puts the real one there: media is stored once a deck. */
const PIXEL = 'image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** The name under which an item is drawn, so that patches find it; its visible name comes later. It survives pptxgenjs escaping names twice. */
export const drawnName = (slide: number, item: number): string => `bd-${slide}-${item}`;

/** Everything that is drawn, groups dissolved, in reading order. */
export function leavesOf(items: readonly Item[]): readonly Item[] {
  const leaves: Item[] = [];
  visitItems(items, (item) => void (item.type === 'group' || leaves.push(item)));
  return leaves;
}

/** Draws all slides, which must be `drawable`; one deck, written once, for a second call corrupts it: https://github.com/gitbrent/PptxGenJS/issues/911 */
export async function drawSlides(slides: readonly SceneSlide[], size: Size, numbers: SlideNumbers): Promise<Package> {
  const drawing = await newDrawing(inch(size.cx), inch(size.cy));
  for (const [index, slide] of slides.entries()) {
    const canvas = drawing.addSlide();
    canvas.hidden = slide.hidden;
    for (const [at, item] of leavesOf(slide.items).entries()) drawItem(canvas, item, drawnName(index + 1, at + 1), numbers);
  }
  const bytes = await drawing.write({ outputType: 'uint8array' });
  if (!(bytes instanceof Uint8Array)) throw new TypeError('pptxgenjs wrote no bytes');
  return readPackage(bytes);
}

function drawItem(canvas: Canvas, item: Item, objectName: string, numbers: SlideNumbers): Canvas {
  const box = { objectName, x: inch(item.frame.x), y: inch(item.frame.y), w: inch(item.frame.cx), h: inch(item.frame.cy) };
  switch (item.type) {
    case 'text':
      return canvas.addText(runsOf(item.paragraphs, numbers), { ...box, isTextBox: item.placeholder === null && !item.geometry });
    case 'table':
      return canvas.addTable(rowsOf(item, numbers), {
        ...box,
        colW: item.columns.map(inch),
        rowH: item.rows.map((row) => inch(row.height)),
      });
    case 'picture':
      return canvas.addImage({ ...box, data: PIXEL, altText: ' ' });
    case 'line':
      return canvas.addShape('line' as ShapeName, { ...box, line: strokeOf(item.stroke) });
    case 'shape':
      return drawShape(canvas, item, box);
    default:
      // pptxgenjs's charts are not ours, nor has it groups: a frame stands for a chart, the items of a group stand for it.
      return canvas.addShape('rect' as ShapeName, box);
  }
}

type ShapeName = Parameters<Canvas['addShape']>[0];

function drawShape(canvas: Canvas, item: ShapeItem, box: ShapeOptions): Canvas {
  const options = { ...box, ...(item.line ? { line: strokeOf(item.line) } : {}) };
  if (item.geometry.kind === 'preset') return canvas.addShape(item.geometry.preset as ShapeName, options);
  const { width, height, commands } = item.geometry;
  const x = (value: number): number => (inch(item.frame.cx) * value) / width;
  const y = (value: number): number => (inch(item.frame.cy) * value) / height;
  return canvas.addShape('custGeom' as ShapeName, { ...options, points: commands.map((command) => pointOf(command, x, y)) });
}

type Scale = (value: number) => number;

function pointOf(command: PathCommand, x: Scale, y: Scale): NonNullable<ShapeOptions['points']>[number] {
  if (command.op === 'close') return { close: true };
  const end = { x: x(command.x), y: y(command.y) };
  if (command.op !== 'cubic') return { ...end, moveTo: command.op === 'move' };
  return { ...end, curve: { type: 'cubic', x1: x(command.x1), y1: y(command.y1), x2: x(command.x2), y2: y(command.y2) } };
}

const strokeOf = (stroke: Stroke): NonNullable<ShapeOptions['line']> => ({
  color: '000000',
  width: stroke.width / EMU_PER_POINT,
  dashType: stroke.dash,
});

const rowsOf = (table: TableItem, numbers: SlideNumbers): Cell[][] =>
  table.rows.map((row) =>
    row.cells.map((cell) => ({
      text: runsOf(cell.paragraphs, numbers) as unknown as Cell[],
      options: {
        valign: cell.anchor,
        margin: [cell.insets.top, cell.insets.right, cell.insets.bottom, cell.insets.left].map(inch) as [number, number, number, number],
        border: [borderOf(cell.top), NO_BORDER(), borderOf(cell.bottom), NO_BORDER()],
      },
    })),
  );

const NO_BORDER = (): Border => ({ type: 'none' });
const borderOf = (stroke: Stroke | null): Border =>
  stroke ? { type: stroke.dash === 'solid' ? 'solid' : 'dash', pt: stroke.width / EMU_PER_POINT, color: '000000' } : NO_BORDER();
