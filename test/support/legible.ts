/** What a reader would see wrong on the slides of a scene, by our own measure: no drawing program is asked. */
import { emu, type Rect } from '../../lib/core/units.js';
import { textPlace } from '../../lib/scene/preset.js';
import { type Item, type PathGeometry, type Scene, slidesOf, type TableItem, type TextItem } from '../../lib/scene/scene.js';
import { type Paragraph, plainText } from '../../lib/scene/text.js';
import type { Template } from '../../lib/template/model.js';
import { measureParagraphs } from '../../lib/text/measure.js';

/** A pixel of a slide 1,280 pixels wide. */
const TOLERANCE = 9525;

/** Text taller than its frame, frames off the slide, frames on top of each other, type under the smallest of the template: a line each. */
export function faults(scene: Scene, template: Template): readonly string[] {
  return slidesOf(scene).flatMap((slide) => {
    const solid = slide.items.flatMap((item) => extent(item, template) ?? []);
    const off = solid
      .filter(({ frame }) => !inside(frame, { x: emu(0), y: emu(0), ...scene.size }))
      .map(({ name }) => `${name}: off the slide`);
    const overlaps = solid.flatMap((one, index) =>
      solid.slice(index + 1).flatMap((other) => (overlap(one.frame, other.frame) ? [`${one.name} lies on ${other.name}`] : [])),
    );
    const tall = slide.items.flatMap((item) => tooTall(item, template));
    const grouped = slide.items.flatMap((item) => groupFaults(item, template));
    return [...off, ...overlaps, ...tall, ...grouped].map((fault) => `${slide.key}: ${fault}`);
  });
}

/** The words of a slide's items in reading order, and those of notes not. */
export const wordsOf = (scene: Scene): readonly string[] =>
  slidesOf(scene).flatMap((slide) => slide.items.flatMap((item) => paragraphsOf(item).flatMap((text) => plainText(text).split(/\s+/))));

const paragraphsOf = (item: Item): readonly Paragraph[] =>
  item.type === 'text'
    ? item.paragraphs
    : item.type === 'table'
      ? item.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
      : item.type === 'group'
        ? item.items.flatMap(paragraphsOf)
        : [];

/** What stands where, for items that nothing may lie on. */
function extent(item: Item, template: Template): { readonly name: string; readonly frame: Rect } | null {
  if (item.type === 'line' || item.type === 'shape') return null;
  // What lies behind a slide's text is meant to.
  if (item.type === 'picture' && item.id.startsWith('backdrop.')) return null;
  const { name, frame } = item;
  if (item.type === 'table') return { name, frame: { ...frame, cy: tableHeight(item) } };
  if (item.type === 'text' && item.placeholder === null)
    return { name, frame: { ...frame, cy: emu(Math.max(frame.cy, textHeight(item, template))) } };
  return { name, frame };
}

const tableHeight = (item: TableItem) => emu(item.rows.reduce((total, row) => total + row.height, 0));

function textHeight(item: TextItem, template: Template): number {
  const { insets, geometry, frame } = item;
  const shape = geometry?.kind === 'path' ? margins(geometry, frame) : textPlace(geometry?.preset ?? 'rect', frame.cx, frame.cy);
  const width = emu(frame.cx - insets.left - insets.right - shape.left - shape.right);
  return (
    measureParagraphs(item.paragraphs, item.style, template.fonts, width).height + insets.top + insets.bottom + shape.top + shape.bottom
  );
}

function margins({ text, width, height }: PathGeometry, { cx, cy }: Rect): ReturnType<typeof textPlace> {
  const { left = 0, top = 0, right = width, bottom = height } = text ?? {};
  return { left: (left / width) * cx, top: (top / height) * cy, right: (1 - right / width) * cx, bottom: (1 - bottom / height) * cy };
}

/** Inside a group whatever holds words keeps clear of other words. */
function groupFaults(item: Item, template: Template): readonly string[] {
  if (item.type !== 'group') return [];
  const texts = item.items.flatMap((inner) => (inner.type === 'text' ? [inner] : []));
  const overlaps = texts.flatMap((one, index) =>
    texts.slice(index + 1).flatMap((other) => (overlap(one.frame, other.frame) ? [`${one.name} lies on ${other.name}`] : [])),
  );
  const off = item.items.filter(({ frame }) => !inside(frame, item.frame)).map(({ name }) => `${name}: outside its group`);
  return [...overlaps, ...off, ...item.items.flatMap((inner) => [...tooTall(inner, template), ...groupFaults(inner, template)])];
}

function tooTall(item: Item, template: Template): readonly string[] {
  if (item.type === 'text') return textHeight(item, template) > item.frame.cy + TOLERANCE ? [`${item.name}: taller than its frame`] : [];
  if (item.type !== 'table') return [];
  return item.rows.flatMap((row, index) =>
    row.cells.some((cell, column) => {
      const { insets } = cell;
      const width = emu((item.columns[column] ?? 0) - insets.left - insets.right);
      return (
        measureParagraphs(cell.paragraphs, item.style, template.fonts, width).height + insets.top + insets.bottom > row.height + TOLERANCE
      );
    })
      ? [`${item.name}: text taller than row ${index + 1}`]
      : [],
  );
}

const inside = (frame: Rect, around: Rect): boolean =>
  frame.x >= around.x - TOLERANCE &&
  frame.y >= around.y - TOLERANCE &&
  frame.x + frame.cx <= around.x + around.cx + TOLERANCE &&
  frame.y + frame.cy <= around.y + around.cy + TOLERANCE;

const overlap = (a: Rect, b: Rect): boolean =>
  Math.min(a.x + a.cx, b.x + b.cx) - Math.max(a.x, b.x) > TOLERANCE && Math.min(a.y + a.cy, b.y + b.cy) - Math.max(a.y, b.y) > TOLERANCE;
