/** Texts of a chart: where a text stands against a point, and what the label of a data point says. */
import type { Emu } from '../../../core/units.js';
import type { XmlElement } from '../../../package/xml.js';
import type { ChartSeries, ChartSpec, ChartText, LabelFormat, LabelPosition, PointLabel } from '../../../scene/chart.js';
import type { Fill } from '../../../scene/paint.js';
import { type LevelStyle, paragraph, run, type TextStyle } from '../../../scene/text.js';
import { isRightToLeftIn } from '../../../text/direction.js';
import { measureParagraphs } from '../../../text/measure.js';
import { fillAttributes } from '../paint.js';
import { type Box, type Page, pt, tag } from '../svg.js';
import { drawText } from '../text.js';
import { categoryNames, columnOf, printCell } from './data.js';

/** A text and the point that it stands against. */
export interface Mark {
  readonly lines: readonly string[];
  readonly text: ChartText;
  readonly x: number;
  readonly y: number;
  /** Which of the text's edges, or its middle, stands at the point. */
  readonly across: 'left' | 'center' | 'right';
  readonly down: 'top' | 'middle' | 'bottom';
  /** Lines are broken at it, in points; null: never. */
  readonly width: number | null;
  /** What stands behind it; default: nothing. */
  readonly fill?: Fill | undefined;
  /** What the text is kept inside. */
  readonly within: Box;
}

const styleOf = (text: ChartText): TextStyle => [
  {
    font: 'minor',
    size: text.size,
    bold: text.bold,
    italic: false,
    capitals: false,
    color: text.color,
    align: 'left',
    lineSpacing: 1,
    spaceBefore: 0,
    spaceAfter: 0,
    marginLeft: 0 as Emu,
    indent: 0 as Emu,
    bullet: null,
  } satisfies LevelStyle,
];

/** The width and height of lines of text, in points. */
export function sizeOf(
  lines: readonly string[],
  text: ChartText,
  width: number | null,
  page: Page,
): { readonly w: number; readonly h: number } {
  const paragraphs = lines.map((line) => paragraph([run(line, '')]));
  const room = width === null ? Number.POSITIVE_INFINITY : Math.round(width * 12_700);
  const measured = measureParagraphs(paragraphs, styleOf(text), page.template.fonts, room as Emu);
  return { w: pt(measured.width), h: pt(measured.height) };
}

/** Draws a text against a point. */
export function drawMark({ lines, text, x, y, across, down, width, within, fill }: Mark, page: Page): readonly XmlElement[] {
  const { w, h } = sizeOf(lines, text, width, page);
  const left = x - (across === 'left' ? 0 : across === 'center' ? w / 2 : w);
  const top = y - (down === 'top' ? 0 : down === 'middle' ? h / 2 : h);
  // As much wider as rounding may take away.
  const box = { x: clamp(left, within.x, within.x + within.w - w), y: clamp(top, within.y, within.y + within.h - h), w: w + 0.01, h };
  const paragraphs = lines.map((line) =>
    paragraph([run(line, '')], { align: across, rightToLeft: isRightToLeftIn(line, page.template.rightToLeft) }),
  );
  const ground = fill ? [tag('rect', { x: box.x, y: box.y, width: w, height: h, ...fillAttributes(fill, page) })] : [];
  return [...ground, ...drawText({ paragraphs, style: styleOf(text), box, anchor: 'top' }, page)];
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** What is drawn at a data point: where labels may stand round it. */
export interface Anchor {
  /** The rectangle of a bar or marker; a point has no width. */
  readonly box: Box;
  /** Which way a bar grows; a label at its end stands there. */
  readonly grows: 'right' | 'left' | 'up' | 'down';
}

/** Between a label and its point, in points. */
const GAP = 4;

/** The labels of a series at its points; `byDefault` is where a label stands that does not say it. */
export function drawLabels(
  chart: ChartSpec,
  series: ChartSeries,
  anchorAt: (index: number) => Anchor | null,
  byDefault: Exclude<LabelPosition, null>,
  within: Box,
  page: Page,
): readonly XmlElement[] {
  const { labels } = series;
  if (!labels) return [];
  return columnOf(chart, series.values).cells.flatMap((_, index) => {
    const own = labels.points.find((point) => point.index === index);
    const anchor = anchorAt(index);
    const lines = labelLines(chart, series, own ?? labels, own?.lines ?? null, index);
    if (!anchor || lines.length === 0) return [];
    const at = against(anchor, (own ?? labels).position ?? byDefault);
    const [x, y] = [at.x + (own?.offset?.x ?? 0) * within.w, at.y + (own?.offset?.y ?? 0) * within.h];
    const { text, fill } = own ?? labels;
    return drawMark({ ...at, x, y, lines, text, fill, width: null, within }, page);
  });
}

/** The lines of a point's label; none where it says nothing. */
export function labelLines(
  chart: ChartSpec,
  series: ChartSeries,
  label: LabelFormat,
  fixed: PointLabel['lines'],
  index: number,
): readonly string[] {
  if (fixed) return fixed;
  const value = columnOf(chart, series.values).cells[index] ?? null;
  const { shows, separator } = label;
  const parts = [
    shows.series ? columnOf(chart, series.name).header : '',
    shows.category ? (categoryNames(chart, series)[index] ?? '') : '',
    shows.value ? printCell(value, label.format, chart) : '',
  ];
  const said = parts.filter((part) => part !== '').join(separator);
  return said === '' ? [] : said.split('\n');
}

type Against = Pick<Mark, 'x' | 'y' | 'across' | 'down'>;

/** Where a label of that position stands against what it belongs to. */
function against({ box, grows }: Anchor, position: Exclude<LabelPosition, null>): Against {
  const sides = sidesOf(box);
  const opposite = { right: 'left', left: 'right', up: 'down', down: 'up' } as const;
  switch (position) {
    case 'l':
      return sides.left;
    case 'r':
      return sides.right;
    case 't':
      return sides.up;
    case 'b':
      return sides.down;
    case 'ctr':
      return { x: box.x + box.w / 2, y: box.y + box.h / 2, across: 'center', down: 'middle' };
    case 'outEnd':
      return sides[grows];
    case 'inEnd':
      return inside(box, grows);
    case 'inBase':
      return inside(box, opposite[grows]);
  }
}

const sidesOf = ({ x, y, w, h }: Box): Readonly<Record<Anchor['grows'], Against>> => ({
  left: { x: x - GAP, y: y + h / 2, across: 'right', down: 'middle' },
  right: { x: x + w + GAP, y: y + h / 2, across: 'left', down: 'middle' },
  up: { x: x + w / 2, y: y - GAP / 2, across: 'center', down: 'bottom' },
  down: { x: x + w / 2, y: y + h + GAP / 2, across: 'center', down: 'top' },
});

/** Inside a bar, at one of its ends. */
function inside({ x, y, w, h }: Box, end: Anchor['grows']): Against {
  if (end === 'right') return { x: x + w - GAP, y: y + h / 2, across: 'right', down: 'middle' };
  if (end === 'left') return { x: x + GAP, y: y + h / 2, across: 'left', down: 'middle' };
  if (end === 'up') return { x: x + w / 2, y: y + GAP / 2, across: 'center', down: 'top' };
  return { x: x + w / 2, y: y + h - GAP / 2, across: 'center', down: 'bottom' };
}
