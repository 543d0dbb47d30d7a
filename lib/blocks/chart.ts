/** A chart (a `chart` or `timeline` fence, or a table under `<!-- chart: … -->`): native, editable, in the colours of the theme. */
import type { ChartKind } from '../briefing/chart.js';
import { chartWordsFor } from '../briefing/chart-words.js';
import { citationsIn } from '../briefing/claims.js';
import { inlineText, type Status } from '../briefing/inline.js';
import { referenceTo } from '../briefing/items.js';
import { defineBlock, type FrameKind, type PlaceContext } from '../briefing/kind.js';
import { type Emu, emu, inches, type Size } from '../core/units.js';
import { annotated } from '../plot/annotate.js';
import type { ChartData } from '../plot/data.js';
import { type Drawing, isChart } from '../plot/drawing.js';
import { textOn } from '../plot/paint.js';
import { sharedScale } from '../plot/panels.js';
import { type ChartRequest, type Measure, valuesOf } from '../plot/request.js';
import { linearScale } from '../plot/scale.js';
import { withSource } from '../plot/sheet.js';
import { type LevelStyle, paragraph, run } from '../scene/text.js';
import { type ChartBlock, kindOf } from './chart-block.js';
import { chartClaims, STANDING_LOOKS } from './chart-claims.js';
import { chartItems } from './chart-items.js';
import { directive, FENCES, fence, parseChart } from './chart-parse.js';
import { resolveChart } from './chart-resolve.js';
import { partRows, tellParted } from './chart-rows.js';
import { chartStatements, subtitle } from './chart-said.js';

const kind: FrameKind<ChartBlock> = {
  name: 'chart',
  flow: 'frame',
  content: 'chart',
  stretches: true,
  parse(node, context) {
    if (node.type === 'table' && node.directive !== '') return parseChart(directive(node), context);
    return node.type === 'code' && FENCES.has(node.language) ? parseChart(fence(node), context) : null;
  },
  files: (block) => (block.source.kind === 'file' ? [block.source.reference] : []),
  resolve: resolveChart,
  citations: (block) => [...citationsIn(block.title), ...block.sources],
  claims: chartClaims,
  statements: chartStatements,
  slots: () => 1,
  subtitle,
  height(block, width, context) {
    const chart = kindOf(block, context.charts);
    return chart && block.data ? emu(chart.leastHeight(block.data, textSize(chart, width, context))) : inches(2);
  },
  place(block, place, context) {
    const chart = kindOf(block, context.charts);
    if (!chart || !block.data) return [];
    const target = place.placeholders[0];
    const { frame } = place;
    const request = requestOf(chart, block, block.data, frame, context);
    if (block.whole?.first) tellParted(block.whole.data, block.span, context.sink);
    return chartItems(drawn(chart, request, block), chart.told?.(request, block.own) ?? request, {
      id: place.id,
      frame,
      placeholder: target ? referenceTo(target) : null,
      name: inlineText(block.title) || chart.name,
      kind: request.words.kinds[chart.name] ?? chart.title,
      subject: inlineText(subtitle(block)),
      message: context.title,
      alt: block.alt,
      style: lineStyle(request.size, context),
      lang: context.lang,
    });
  },
  split(block, width, height, context) {
    const chart = kindOf(block, context.charts);
    return chart ? partRows(block, chart, textSize(chart, width, context), height) : null;
  },
};

/** What a chart is asked to draw; one that goes on over slides keeps the scale of all its rows. */
function requestOf(chart: ChartKind, block: ChartBlock, data: ChartData, frame: Size, context: PlaceContext): ChartRequest {
  const request = chartRequest(chart, block, data, block.statuses, frame, context);
  if (!block.whole) return request;
  // Rows that were given their height have room for a figure each, clusters have not.
  const mostPrinted = data.series.length === 1 ? Number.POSITIVE_INFINITY : 0;
  const whole = { ...chartRequest(chart, block, block.whole.data, block.whole.statuses, frame, context), mostPrinted };
  const all = drawn(chart, whole, block);
  const { min, max } = block.options;
  const scale = isChart(all) ? sharedScale([all]) : linearScale(valuesOf(block.whole.data), { min, max, fromZero: false });
  return scale ? { ...request, mostPrinted, scale } : request;
}

function drawn(chart: ChartKind, request: ChartRequest, block: ChartBlock): Drawing {
  const drawing = chart.draw(request, block.own);
  return isChart(drawing) ? withSource(annotated(request, drawing), block.full) : drawing;
}

/** Points; one step down the ladder takes the next smaller size of a chart's text. */
function textSize({ dense = false }: ChartKind, width: Emu, { template, step }: Pick<PlaceContext, 'template' | 'step'>): number {
  const { size, wideFrom } = template.chart;
  const sizes = width >= wideFrom && !dense ? [size.wide, size.narrow, size.floor] : [size.narrow, size.floor];
  return sizes[Math.min(step, sizes.length - 1)] ?? size.floor;
}

function chartRequest(
  chart: ChartKind,
  block: ChartBlock,
  data: ChartData,
  statuses: readonly Status[],
  frame: Size,
  context: PlaceContext,
): ChartRequest {
  const { template, words, lang } = context;
  const size = textSize(chart, frame.cx, context);
  return {
    data,
    options: block.options,
    standings: statuses.map((status) => ({ look: STANDING_LOOKS[status], word: status === 'confirmed' ? '' : words.status[status] })),
    look: template.chart,
    frame,
    size,
    lang,
    words: chartWordsFor(lang),
    measure: chartMeasure(size, context),
    textOn: (fill) => textOn(fill, template),
  };
}

/** A line in the body font. */
function lineStyle(size: number, { template }: PlaceContext): LevelStyle {
  const [body] = template.styles.body;
  if (!body) throw new TypeError('the template has no body style');
  return { ...body, font: 'minor', size, bold: false, lineSpacing: 1, bullet: null, marginLeft: emu(0), indent: emu(0), spaceBefore: 0 };
}

/** Measures in the body font, on one line. */
function chartMeasure(size: number, context: PlaceContext): Measure {
  const level = lineStyle(size, context);
  const line = [paragraph([run('Ag', context.lang)])];
  return {
    line: context.height(line, [level], inches(10)),
    width: (words, bold = false) => context.width([paragraph([run(words, context.lang)])], [{ ...level, bold }]),
  };
}

export const chartKind = defineBlock(kind);
