/** What a chart kind drew, as items of a slide. */
import { textBox } from '../briefing/items.js';
import type { Rect } from '../core/units.js';
import { emu, points } from '../core/units.js';
import { alternativeText } from '../plot/alt.js';
import type { ChartPart, ColoredCell, Drawing, LegendPart, Part, TablePart, WordsPart } from '../plot/drawing.js';
import { isChart } from '../plot/drawing.js';
import type { ChartRequest } from '../plot/request.js';
import type { ChartSpec, ChartText } from '../scene/chart.js';
import type { Item, TableCell } from '../scene/scene.js';
import { type Align, type LevelStyle, NO_INSETS, type Paragraph, paragraph, run } from '../scene/text.js';

/** What the items of a chart have in common. */
export interface ChartFrame {
  readonly id: string;
  readonly frame: Rect;
  readonly placeholder: Extract<Item, { type: 'chart' }>['placeholder'];
  /** The chart's title, or what it is. */
  readonly name: string;
  /** What kind of chart it is, for alternative texts. */
  readonly kind: string;
  /** What it measures. */
  readonly subject: string;
  /** What the slide says of it. */
  readonly message: string;
  /** The author's own alternative text, or an empty one. */
  readonly alt: string;
  /** A line of the body font in the size of the chart's text. */
  readonly style: LevelStyle;
  readonly lang: string;
}

/** The items of a drawing: one chart that fills the frame, and its placeholder, or parts with frames of their own. */
export function chartItems(drawing: Drawing, request: ChartRequest, place: ChartFrame): readonly Item[] {
  if (!isChart(drawing)) return drawing.map((part, index) => partItem(part, index + 1, request, place));
  const alt = place.alt || alternativeText(request, place.kind, place.subject, place.message);
  return [chartItem(drawing, `${place.id}.chart`, `Chart: ${place.name}`, place.frame, place.placeholder, alt)];
}

const chartItem = (chart: ChartSpec, id: string, name: string, frame: Rect, placeholder: ChartFrame['placeholder'], alt: string): Item => ({
  type: 'chart',
  id,
  name,
  frame,
  placeholder,
  chart,
  alt,
});

function partItem(part: Part, n: number, request: ChartRequest, place: ChartFrame): Item {
  const frame = { ...part.frame, x: emu(place.frame.x + part.frame.x), y: emu(place.frame.y + part.frame.y) };
  switch (part.kind) {
    case 'chart':
      return panelItem(part, `${place.id}.chart${n}`, frame, place);
    case 'words':
      return wordsItem(part, `${place.id}.words${n}`, frame, place);
    case 'legend':
      return legendItem(part, `${place.id}.legend${n}`, frame, place);
    case 'table':
      return tableItem(part, `${place.id}.table${n}`, frame, request, place);
  }
}

function panelItem({ title, chart, request }: ChartPart, id: string, frame: Rect, place: ChartFrame): Item {
  const subject = [place.subject, title].filter((words) => words !== '').join(', ');
  return chartItem(chart, id, `Chart: ${title}`, frame, null, alternativeText(request, place.kind, subject));
}

const wordsItem = ({ lines, text }: WordsPart, id: string, frame: Rect, place: ChartFrame): Item =>
  textBox(id, lines.join(' '), frame, [paragraphOf(lines, text, 'left', place)], [place.style]);

/** Lines of a text, broken where they were measured to end. */
function paragraphOf(lines: readonly string[], { size, bold, color }: ChartText, align: Align, { lang }: ChartFrame): Paragraph {
  const inlines = lines.flatMap((line, index) => {
    const words = run(line, lang, { size, bold, color });
    return index === 0 ? [words] : [{ type: 'break' } as const, words];
  });
  return paragraph(inlines, { align, bullet: { kind: 'none' } });
}

/** A group of filled boxes, each with its words. */
function legendItem({ swatches }: LegendPart, id: string, frame: Rect, place: ChartFrame): Item {
  const width = frame.cx / Math.max(swatches.length, 1);
  const items = swatches.map(({ words, text, fill }, at) => {
    const own = { ...frame, x: emu(frame.x + at * width), cx: emu(width) };
    const paragraphs = [paragraphOf([words], text, 'center', place)];
    return textBox(`${id}.${at + 1}`, words || `Swatch ${at + 1}`, own, paragraphs, [place.style], { fill, anchor: 'middle' });
  });
  return { type: 'group', id, name: `Legend: ${place.name}`, frame, items };
}

function tableItem(part: TablePart, id: string, frame: Rect, request: ChartRequest, place: ChartFrame): Item {
  const parting = { color: request.look.paper, width: points(1), dash: 'solid' } as const;
  const cellOf = ({ lines, text, align, fill }: ColoredCell, column: number): TableCell => ({
    paragraphs: [paragraphOf(lines, text, align, place)],
    anchor: 'middle',
    insets: align === 'left' && column === 0 ? { ...NO_INSETS, right: points(4) } : NO_INSETS,
    fill,
    top: parting,
    bottom: parting,
    ...(fill.kind === 'none' ? {} : { sides: parting }),
  });
  return {
    type: 'table',
    id,
    name: `Heat map: ${place.name}`,
    frame,
    placeholder: null,
    columns: part.columns,
    rows: part.rows.map(({ height, cells }) => ({ height, cells: cells.map(cellOf) })),
    header: part.header,
    rightToLeft: false,
    styled: false,
    alt: place.alt || alternativeText(request, place.kind, place.subject, place.message),
    style: [place.style],
  };
}
