import { citationsIn } from '../briefing/claims.js';
import { type Inline, inlineText, plainInline } from '../briefing/inline.js';
import { type Statement, statement } from '../briefing/statement.js';
import { decimalSignOf, MAGNITUDE } from '../core/notation.js';
import { printsOwn } from '../plot/label.js';
import type { ChartBlock } from './chart-block.js';

/** A log scale in English, which titles of any language may say. */
export const LOG_SCALE = 'log scale';

/** On a log scale each figure is printed in its own magnitude, so the subtitle names none. */
const MAGNITUDE_END = new RegExp(String.raw`(?<![\p{Script=Latin}\d])(?:${MAGNITUDE})(?=$|\s*\p{Sc}$|\p{Script=Han})`, 'iu');

/** Title and unit, as the layout's subtitle says them: what is measured, in which unit, on which scale. */
export function subtitle(block: ChartBlock): readonly Inline[] {
  const title = inlineText(block.title);
  const own =
    block.data && printsOwn({ data: block.data, options: block.options }) ? block.unit.replace(MAGNITUDE_END, '').trim() : block.unit;
  const unit = own !== '' && !title.toLowerCase().includes(own.toLowerCase()) ? own : '';
  const scale =
    block.options.log && ![LOG_SCALE, block.logScale].some((words) => title.toLowerCase().includes(words.toLowerCase()))
      ? block.logScale
      : '';
  const said = [title, unit, scale].filter((part) => part !== '');
  const more = [...said.slice(title === '' ? 0 : 1), ...(block.note === '' ? [] : [block.note])];
  if (more.length === 0) return block.title;
  const span = block.spans.unit ?? block.span;
  return [...block.title, plainInline((title === '' ? '' : ', ') + more.join(', '), span)];
}

/** The chart's title, and every value that it draws with its unit. */
export function chartStatements(block: ChartBlock): readonly Statement[] {
  const { data, sources: own } = block;
  const citations = [...citationsIn(block.title), ...own];
  const caption = statement('caption', block.title, block.spans.title ?? block.span, { citations });
  if (!data || data.figures === 'dates') return [caption];
  const values = data.series.flatMap((series) =>
    series.values.flatMap((value, index): readonly Statement[] => {
      const category = data.categories[index];
      const span = series.spans[index];
      if (value === null || !category || !span) return [];
      const about = `${category.label} ${series.name}`;
      const status = category.rest ? 'computed' : (block.statuses[index] ?? null);
      const words = withUnit(String(value).replace('.', decimalSignOf(data.unit.lang)), block.unit);
      return [statement('data', [plainInline(words, span)], span, { about, citations, status })];
    }),
  );
  return [caption, ...values];
}

/** A short magnitude stands at its digits: `2.788m hours`. */
const SHORT = /^(?:[kmbt]|bn|mn|tn)(?![\p{L}\d])/iu;

const withUnit = (value: string, unit: string): string =>
  /^(?:US\$|[$€£¥])/.test(unit)
    ? unit.replace(/^(?:US\$|[$€£¥])/, (sign) => `${sign}${value}`)
    : `${value}${SHORT.test(unit) ? '' : ' '}${unit}`.trim();
