/** The items of a slide, each as one element. */
import type { XmlElement } from '../../package/xml.js';
import { PRESETS, textPlace } from '../../scene/preset.js';
import type { Fill, Item, PathGeometry, PictureItem, PresetGeometry, ShapeItem, Stroke, TableItem, TextItem } from '../../scene/scene.js';
import type { Insets } from '../../scene/text.js';
import { drawChart } from './chart/index.js';
import { drawLine } from './lines.js';
import { fillAttributes, strokeAttributes } from './paint.js';
import { type Attributes, type Box, boxOf, type Page, pt, stretched, tag } from './svg.js';
import { drawText } from './text.js';

/** An item under its own id. What says nothing is passed over by assistive technology, what has an alternative text is a picture with it. */
export function drawItem(item: Item, page: Page): XmlElement {
  return tag('g', { id: `${page.key}.${item.id}`, ...roleOf(item) }, ...childrenOf(item, page));
}

function roleOf(item: Item): Attributes {
  if ('decorative' in item && item.decorative) return { 'aria-hidden': 'true' };
  if (item.type === 'group') return item.alt ? { role: 'group', 'aria-label': item.alt } : {};
  return 'alt' in item && item.alt !== '' && item.type !== 'table' ? { role: 'img', 'aria-label': item.alt } : {};
}

function childrenOf(item: Item, page: Page): readonly XmlElement[] {
  switch (item.type) {
    case 'text':
      return drawTextItem(item, page);
    case 'shape':
      return [drawShape(item, page)];
    case 'line':
      return drawLine(item, page);
    case 'picture':
      return drawPicture(item, page);
    case 'table':
      return drawTable(item, page);
    case 'chart':
      return drawChart(item.chart, boxOf(item.frame), page);
    case 'group':
      return item.items.map((inner) => drawItem(inner, page));
  }
}

function drawTextItem(item: TextItem, page: Page): readonly XmlElement[] {
  const { paragraphs, style, anchor, insets, fill, line, geometry } = item;
  const box = boxOf(item.frame);
  const ground = fill.kind === 'none' && !line ? [] : [drawGeometry(geometry ?? BOX, box, fill, line, page)];
  return [...ground, ...drawText({ paragraphs, style, anchor, box: inset(placeOfText(geometry ?? BOX, box), insets) }, page)];
}

const BOX: PresetGeometry = { kind: 'preset', preset: 'rect' };

/** Where text stands in a shape, without its insets. */
function placeOfText(geometry: PresetGeometry | PathGeometry, box: Box): Box {
  const { left, top, right, bottom } = geometry.kind === 'preset' ? textPlace(geometry.preset, box.w, box.h) : marginsOf(geometry, box);
  return { x: box.x + left, y: box.y + top, w: box.w - left - right, h: box.h - top - bottom };
}

function marginsOf({ width, height, text }: PathGeometry, { w, h }: Box): ReturnType<typeof textPlace> {
  if (!text) return { left: 0, top: 0, right: 0, bottom: 0 };
  const [x, y] = [w / width, h / height];
  return { left: text.left * x, top: text.top * y, right: (width - text.right) * x, bottom: (height - text.bottom) * y };
}

const rectangle = ({ x, y, w, h }: Box): Attributes => ({ x, y, width: w, height: h });

const inset = ({ x, y, w, h }: Box, { left, top, right, bottom }: Insets): Box => ({
  x: x + pt(left),
  y: y + pt(top),
  w: w - pt(left) - pt(right),
  h: h - pt(top) - pt(bottom),
});

const drawShape = ({ geometry, frame, fill, line }: ShapeItem, page: Page): XmlElement =>
  drawGeometry(geometry, boxOf(frame), fill, line, page);

function drawGeometry(geometry: PresetGeometry | PathGeometry, box: Box, fill: Fill, line: Stroke | null, page: Page): XmlElement {
  const { x, y, w, h } = box;
  const looks = { ...fillAttributes(fill, page), ...strokeAttributes(line, page) };
  if (geometry.kind === 'path') return tag('path', { d: stretched(geometry, box), ...looks });
  if (geometry.preset === 'rect') return tag('rect', { x, y, width: w, height: h, ...looks });
  if (geometry.preset === 'ellipse') return tag('ellipse', { cx: x + w / 2, cy: y + h / 2, rx: w / 2, ry: h / 2, ...looks });
  const commands = PRESETS[geometry.preset].paths(w, h);
  return tag('path', { d: stretched({ kind: 'path', width: w, height: h, commands }, box), ...looks });
}

const MEDIA_TYPE = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif', svg: 'image/svg+xml' } as const;

/** A picture, cut by a frame of its own: the picture is as much larger as is cut away. */
function drawPicture({ media: id, frame, crop }: PictureItem, page: Page): readonly XmlElement[] {
  const media = page.media.get(id);
  if (!media) return [];
  const box = boxOf(frame);
  const width = box.w / (1 - crop.left - crop.right);
  const height = box.h / (1 - crop.top - crop.bottom);
  const image = tag('image', {
    x: -crop.left * width,
    y: -crop.top * height,
    width,
    height,
    preserveAspectRatio: 'none',
    href: `data:${MEDIA_TYPE[media.extension]};base64,${Buffer.from(media.bytes).toString('base64')}`,
  });
  return [tag('svg', { ...rectangle(box), viewBox: `0 0 ${box.w} ${box.h}` }, image)];
}

/** The cells, then the lines between them. */
function drawTable(item: TableItem, page: Page): readonly XmlElement[] {
  const table = boxOf(item.frame);
  const widths = item.columns.map(pt);
  const texts: XmlElement[] = [];
  const lines: XmlElement[] = [];
  let y = table.y;
  for (const row of item.rows) {
    const h = pt(row.height);
    let before = 0;
    row.cells.forEach((cell, column) => {
      const w = widths[column] ?? 0;
      const x = item.rightToLeft ? table.x + table.w - before - w : table.x + before;
      const box = { x, y, w, h };
      before += w;
      if (cell.fill.kind !== 'none') texts.push(tag('rect', { ...rectangle(box), ...fillAttributes(cell.fill, page) }));
      texts.push(...drawText({ paragraphs: cell.paragraphs, style: item.style, anchor: cell.anchor, box: inset(box, cell.insets) }, page));
      const rule = (at: number, stroke: typeof cell.top): void => {
        if (stroke) lines.push(tag('line', { x1: x, y1: at, x2: x + w, y2: at, ...strokeAttributes(stroke, page) }));
      };
      rule(y, cell.top);
      rule(y + h, cell.bottom);
      for (const at of cell.sides ? [x, x + w] : [])
        lines.push(tag('line', { x1: at, y1: y, x2: at, y2: y + h, ...strokeAttributes(cell.sides ?? null, page) }));
    });
    y += h;
  }
  return [...texts, ...lines];
}
