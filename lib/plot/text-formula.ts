/** Formulas that print figures as text for labels that follow their cells. */
import { printsOwn } from './label.js';
import { commonForm } from './number.js';
import { type ChartRequest, valuesOf } from './request.js';

/** Text in a formula. */
export const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;

/** Parts of a text, those left out that are empty. */
export const joinedText = (...parts: readonly string[]): string => parts.filter((part) => part !== '' && part !== '""').join('&');

/**
 * The figure of a cell as the chart's labels print it; `FIXED`, and not `TEXT`, because the codes of that one mean other things in other languages.
 * Null where the author's own format prints it, and where each figure has a magnitude of its own.
 */
export function figureText({ data, options }: Pick<ChartRequest, 'data' | 'options'>, cell: string): string | null {
  if (options.format !== '' || printsOwn({ data, options })) return null;
  const { prefix, suffix, decimals, shift } = commonForm(valuesOf(data), data.unit, options.decimals);
  const scaled = shift === 0 ? cell : `${cell}/${10 ** shift}`;
  return joinedText(quoted(prefix), `FIXED(${scaled},${decimals})`, quoted(suffix));
}
