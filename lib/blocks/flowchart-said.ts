/** What a flowchart says in words: to rules, to readers who cannot see it, and as a list where it is too large. */

import { chartWordsFor } from '../briefing/chart-words.js';
import { plainInline } from '../briefing/inline.js';
import type { FlowParagraph, PlaceContext } from '../briefing/kind.js';
import { type Statement, statement } from '../briefing/statement.js';
import type { Span } from '../core/diagnostic.js';
import { type Flowchart, type FlowEdge, labelText } from '../diagram/model.js';
import { labelInlines } from './diagram-label.js';

/** The words of each part, in the author's order. */
export const flowchartStatements = ({ groups, nodes, edges }: Flowchart): readonly Statement[] =>
  [...groups, ...nodes, ...edges].flatMap(({ label }) =>
    label && label.lines.length > 0 ? [statement('label', labelInlines(label), label.span)] : [],
  );

/** What an edge or a lone node says in a line. */
export function flowchartLines({ nodes, groups, edges }: Flowchart): readonly string[] {
  const names = new Map([...groups, ...nodes].map(({ id, label }) => [id, labelText(label) || id]));
  const seen = edges.filter(({ line }) => line !== 'invisible');
  const joined = new Set(seen.flatMap(({ from, to }) => [from, to]));
  const alone = nodes.filter(({ id }) => !joined.has(id)).map(({ id }) => names.get(id) ?? id);
  return [...seen.map((edge) => step(edge, names)), ...alone];
}

function step({ from, to, label, heads: [start, end] }: FlowEdge, names: ReadonlyMap<string, string>): string {
  const arrow = start !== 'none' ? '↔' : end === 'none' ? '–' : '→';
  const words = label ? ` (${labelText(label)})` : '';
  return `${names.get(from) ?? from} ${arrow}${words} ${names.get(to) ?? to}`;
}

/** Characters: what a screen reader reads out in one go. */
const LONGEST = 1000;

/** The author's own text, else what it is and its steps. */
export function flowchartAlt(chart: Flowchart, { lang }: Pick<PlaceContext, 'lang'>): string {
  if (chart.alt !== '') return chart.alt;
  const words = chartWordsFor(lang);
  const name = `${words.kinds.flowchart ?? 'Flowchart'}${chart.title === '' ? '' : ` “${chart.title}”`}`;
  const all = flowchartLines(chart).join(words.semicolon);
  return `${name}${words.colon}${all.length > LONGEST ? `${all.slice(0, all.lastIndexOf(words.semicolon, LONGEST))}${words.semicolon}…` : all}`;
}

/** A paragraph for each line. */
export const linesAsText = (lines: readonly string[], span: Span, context: PlaceContext): readonly FlowParagraph[] =>
  lines.map((text) => {
    const inlines = [plainInline(text, span)];
    return { paragraph: context.paragraph(inlines), inlines, number: null, heading: null, keepWithNext: false };
  });
