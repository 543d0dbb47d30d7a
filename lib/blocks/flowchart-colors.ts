/** The colours of a flowchart's nodes: what an author tells apart by colours stands in those of the theme, in their order. */
import type { PlaceContext } from '../briefing/kind.js';
import type { Color } from '../core/color.js';
import { diagnostic, type Span } from '../core/diagnostic.js';
import type { Flowchart } from '../diagram/model.js';
import { categoryColors } from '../plot/paint.js';

/** The theme's colour of each node that its author gave one; greys, white and black say nothing apart. */
export function nodeFills(chart: Flowchart, { template, sink }: PlaceContext, span: Span): ReadonlyMap<string, Color> {
  const written = [...new Set(chart.nodes.flatMap(({ fill }) => (fill !== null && isColorful(fill) ? [fill.toLowerCase()] : [])))];
  if (written.length === 0) return new Map();
  const colors = [...categoryColors(template.chart), template.chart.counterpole];
  const message = `the colours of the flowchart stand as the template's: ${written.join(', ')}`;
  sink(diagnostic('info', 'diagram/colors', message, { ...span, end: span.start }));
  return new Map(
    chart.nodes.flatMap(({ id, fill }) => {
      const at = fill === null ? -1 : written.indexOf(fill.toLowerCase());
      const color = colors[at % colors.length];
      return at === -1 || !color ? [] : [[id, color] as const];
    }),
  );
}

const GREY = /^(none|transparent|white|black|(dark|light|dim|slate)?gr[ae]y|silver|whitesmoke|gainsboro|snow|ivory)$/i;
/** Shares of full brightness by which red, green and blue of a grey may differ. */
const APART = 0.1;

function isColorful(fill: string): boolean {
  const color = fill.trim();
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(color)?.[1];
  if (digits === undefined) return !GREY.test(color);
  const step = digits.length / 3;
  const parts = [0, 1, 2].map((index) => Number.parseInt(digits.slice(index * step, (index + 1) * step), 16) / (16 ** step - 1));
  return Math.max(...parts) - Math.min(...parts) > APART;
}
