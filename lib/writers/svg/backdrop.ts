/** What a company's file draws behind a slide. */
import { digest } from '../../core/guid.js';
import { emu, type Rect, type Size } from '../../core/units.js';
import type { XmlElement } from '../../package/xml.js';
import type { ArtPicture, ArtText, Backdrop, Drawn, DrawnShape, Outline, Paint, Pen, Turn } from '../../template/office/backdrop/index.js';
import { hatching } from './paint.js';
import { type Attributes, type Box, boxOf, type Page, pt, stretched, tag } from './svg.js';
import { drawText } from './text.js';

/** The background and the art, the master's before the layout's. */
export function drawBackdrop({ ground, behind, items }: Backdrop, size: Size, page: Page): readonly XmlElement[] {
  const box = { x: 0, y: 0, w: pt(size.cx), h: pt(size.cy) };
  const whole = tag('path', { d: `M 0 0 H ${box.w} V ${box.h} H 0 Z` });
  const paper = ground ? painted(whole, ground, box, page) : [];
  return [...paper, tag('g', { 'aria-hidden': 'true' }, ...[...behind, ...items].map((item) => drawDrawn(item, page)))];
}

const drawDrawn = (item: Drawn, page: Page): XmlElement =>
  item.kind === 'group'
    ? tag('g', turned(item.frame, item.turn), ...item.items.map((inner) => drawDrawn(inner, page)))
    : drawShape(item, page);

/** A turn about the middle of a frame; none where there is nothing to turn. */
function turned(frame: Rect, { degrees, flipped }: Turn): Attributes {
  if (degrees === 0 && !flipped.x && !flipped.y) return {};
  const { x, y, w, h } = boxOf(frame);
  const [cx, cy] = [x + w / 2, y + h / 2];
  const flip =
    flipped.x || flipped.y ? ` translate(${cx} ${cy}) scale(${flipped.x ? -1 : 1} ${flipped.y ? -1 : 1}) translate(${-cx} ${-cy})` : '';
  return { transform: `${degrees === 0 ? '' : `rotate(${degrees} ${cx} ${cy})`}${flip}`.trim() };
}

function drawShape(shape: DrawnShape, page: Page): XmlElement {
  const box = boxOf(shape.frame);
  const drawn = shape.outlines.flatMap((outline) => drawOutline(outline, shape, box, page));
  // Words are turned, never mirrored; upside down they stand on their heads.
  const upright = { degrees: shape.turn.degrees + (shape.turn.flipped.y ? 180 : 0), flipped: { x: false, y: false } };
  const words = shape.text ? [tag('g', turned(shape.frame, upright), ...drawWords(shape.text, shape.frame, page))] : [];
  return tag('g', {}, tag('g', turned(shape.frame, shape.turn), ...drawn), ...words);
}

function drawOutline({ geometry, filled, stroked }: Outline, { fill, pen }: DrawnShape, box: Box, page: Page): readonly XmlElement[] {
  const path = tag('path', { d: stretched(geometry, box), 'fill-rule': 'evenodd' });
  const area = filled && fill ? painted(path, fill, box, page) : [];
  const line = stroked && pen ? [tag('path', { ...path.attributes, fill: 'none', ...penAttributes(pen) })] : [];
  return [...area, ...line];
}

const penAttributes = ({ ink, width, dash }: Pen): Attributes => ({
  stroke: `#${ink.hex}`,
  'stroke-opacity': ink.opacity < 1 ? ink.opacity : null,
  'stroke-width': width,
  'stroke-dasharray': dash.length > 0 ? dash.map((part) => part * width).join(' ') : null,
});

/** An outline with its paint. */
function painted(path: XmlElement, paint: Paint, box: Box, page: Page): readonly XmlElement[] {
  const filled = (attributes: Attributes): XmlElement => tag('path', { ...path.attributes, ...attributes });
  switch (paint.kind) {
    case 'solid':
      return [filled({ fill: `#${paint.ink.hex}`, 'fill-opacity': paint.ink.opacity < 1 ? paint.ink.opacity : null })];
    case 'gradient':
      return [filled({ fill: `url(#${gradientId(paint, box, page)})` })];
    case 'pattern':
      return [
        filled({
          fill: TINT.test(paint.preset)
            ? `#${mixed(paint)}`
            : `url(#${hatching(paint.preset, `#${paint.foreground.hex}`, `#${paint.background.hex}`, page)})`,
        }),
      ];
    case 'picture':
      return [tag('g', { 'clip-path': `url(#${clipId(path, page)})` }, ...drawPicture(paint.picture, box))];
  }
}

/** Dots so small that they are seen as a tint: `pct25`. */
const TINT = /^pct(\d+)$/;

function mixed({ preset, foreground, background }: Paint & { kind: 'pattern' }): string {
  const share = Number(TINT.exec(preset)?.[1] ?? 50) / 100;
  const at = (hex: string, place: number): number => Number.parseInt(hex.slice(place, place + 2), 16);
  const channel = (place: number): number => Math.round(at(foreground.hex, place) * share + at(background.hex, place) * (1 - share));
  return [0, 2, 4].map((place) => channel(place).toString(16).padStart(2, '0')).join('');
}

/** Something that is referred to, under an id made of what it is. */
function defined(page: Page, kind: string, what: readonly string[], make: (id: string) => XmlElement): string {
  const id = `${kind}${digest(page.key, ...what).slice(0, 12)}`;
  if (!page.definitions.has(id)) page.definitions.set(id, make(id));
  return id;
}

const clipId = (path: XmlElement, page: Page): string =>
  defined(page, 'c', [path.attributes.d ?? ''], (id) =>
    tag('clipPath', { id }, tag('path', { d: path.attributes.d ?? '', 'clip-rule': 'evenodd' })),
  );

function gradientId(paint: Paint & { kind: 'gradient' }, box: Box, page: Page): string {
  const stops = paint.stops.map(({ at, ink }) =>
    tag('stop', { offset: at, 'stop-color': `#${ink.hex}`, 'stop-opacity': ink.opacity < 1 ? ink.opacity : null }),
  );
  const { angle } = paint;
  return defined(page, 'g', [JSON.stringify([paint, box])], (id) =>
    angle === null
      ? tag('radialGradient', { id, cx: 0.5, cy: 0.5, r: Math.SQRT1_2 }, ...stops)
      : tag('linearGradient', { id, gradientUnits: 'userSpaceOnUse', ...axis(angle, box) }, ...stops),
  );
}

/** The line along which colours run, so long that its ends lie level with the corners. */
function axis(angle: number, { x, y, w, h }: Box): Attributes {
  const radian = (angle * Math.PI) / 180;
  const [dx, dy] = [Math.cos(radian), Math.sin(radian)];
  const half = (Math.abs(w * dx) + Math.abs(h * dy)) / 2;
  const [cx, cy] = [x + w / 2, y + h / 2];
  return { x1: cx - dx * half, y1: cy - dy * half, x2: cx + dx * half, y2: cy + dy * half };
}

/** Tiles of one picture on one area: more are not seen, and would take long. */
const MOST_TILES = 2000;

function drawPicture(picture: ArtPicture, box: Box): readonly XmlElement[] {
  const { crop, inset, opacity, tile } = picture;
  const look = {
    preserveAspectRatio: 'none',
    opacity: opacity < 1 ? opacity : null,
    href: `data:${picture.mediaType};base64,${Buffer.from(picture.bytes).toString('base64')}`,
  };
  if (tile && (box.w / tile.w + 1) * (box.h / tile.h + 1) <= MOST_TILES) {
    const columns = Math.ceil((box.w + Math.abs(tile.x)) / tile.w) + 1;
    const rows = Math.ceil((box.h + Math.abs(tile.y)) / tile.h) + 1;
    const [left, top] = [box.x + (tile.x > 0 ? tile.x - tile.w : tile.x), box.y + (tile.y > 0 ? tile.y - tile.h : tile.y)];
    return Array.from({ length: columns * rows }, (_, n) =>
      tag('image', { x: left + (n % columns) * tile.w, y: top + Math.floor(n / columns) * tile.h, width: tile.w, height: tile.h, ...look }),
    );
  }
  const [x, y] = [box.x + box.w * inset.left, box.y + box.h * inset.top];
  const [w, h] = [box.w * (1 - inset.left - inset.right), box.h * (1 - inset.top - inset.bottom)];
  const width = w / Math.max(0.001, 1 - crop.left - crop.right);
  const height = h / Math.max(0.001, 1 - crop.top - crop.bottom);
  return [tag('image', { x: x - crop.left * width, y: y - crop.top * height, width, height, ...look })];
}

/** How far text without line ends of its own may run, in EMU. */
const FAR = 40_000_000;

function drawWords({ paragraphs, style, anchor, insets, wraps, degrees }: ArtText, frame: Rect, page: Page): readonly XmlElement[] {
  const upright = degrees === 0 ? frame : swapped(frame);
  const inner = {
    x: upright.x + insets.left,
    y: upright.y + insets.top,
    cx: Math.max(0, upright.cx - insets.left - insets.right),
    cy: Math.max(0, upright.cy - insets.top - insets.bottom),
  };
  const align = style[0]?.align ?? 'left';
  const room = wraps ? 0 : FAR;
  const [before, after] = [align === 'left' ? 0 : room, align === 'right' ? 0 : room];
  const box = boxOf({ x: emu(inner.x - before), y: emu(inner.y), cx: emu(inner.cx + before + after), cy: emu(inner.cy) });
  const drawn = drawText({ paragraphs, style, anchor, box }, page);
  return degrees === 0 ? drawn : [tag('g', turned(frame, { degrees, flipped: { x: false, y: false } }), ...drawn)];
}

/** A frame about the same middle, as wide as it was high. */
const swapped = ({ x, y, cx, cy }: Rect): Rect => ({ x: emu(x + (cx - cy) / 2), y: emu(y + (cy - cx) / 2), cx: cy, cy: cx });
