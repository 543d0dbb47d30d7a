/** Texts of a chart: what values print as, how names wrap. */
import type { Color } from '../core/color.js';
import type { ChartText, LabelContent, LabelFormat, LabelPosition, PointLabel } from '../scene/chart.js';
import type { DataSeries } from './data.js';
import { dateCode, printDate } from './date.js';
import { literal } from './literal.js';
import { commonForm, formatCode, isWide, type NumberForm, ownForm, printNumber } from './number.js';
import { type ChartRequest, type Measure, type Standing, valuesOf } from './request.js';

/** A value as a label prints it. */
export interface ValueText {
  /** The number format code that prints it. */
  readonly code: string;
  /** The same in plain words, for measuring and for the alternative text. */
  readonly text: string;
}

/** Whether each value is printed in a magnitude of its own: on a log scale, and where values are far apart. */
export const printsOwn = ({ data, options }: Pick<ChartRequest, 'data' | 'options'>): boolean =>
  data.figures === 'numbers' && (options.log || (options.decimals === null && data.measured === null && isWide(valuesOf(data), data.unit)));

/** How the values of a chart are printed, alike for all; where they are far apart each in a magnitude of its own. */
export function valuePrinter(request: Pick<ChartRequest, 'data' | 'options' | 'lang'>): (value: number, standing?: Standing) => ValueText {
  const { data, options, lang } = request;
  if (data.figures === 'dates') {
    const code = options.format || dateCode(data.dateUnit, lang);
    return (value, standing) => {
      const note = standingNote(standing);
      return { code: code + literal(note), text: printDate(value, data.dateUnit, lang) + note };
    };
  }
  const values = valuesOf(data);
  const negative = values.some((value) => value < 0);
  const common = commonForm(values, data.unit, options.decimals);
  const own = printsOwn(request);
  return (value, standing) => {
    const form: NumberForm = own ? ownForm(value, data.unit, options.decimals) : common;
    const note = standingNote(standing);
    const code = options.format === '' ? formatCode(form, negative, note) : options.format;
    return { code, text: printNumber(value, form, lang) + (options.format === '' ? note : '') };
  };
}

/** About what a number format code prints of a value, to measure it by. */
export function codeText(code: string, value: number, lang: string): string {
  const [section = ''] = code.replace(/^\[=[^\]]*\]/, '').split(';');
  const size = Math.abs(value);
  const own = (zeros: string, commas: string): string =>
    `"${printNumber(size, { prefix: '', suffix: '', decimals: zeros.length, shift: 3 * commas.length + zeros.length }, lang)}"`;
  const text = section
    .replace(/^\[\$[^\]]*\]/, '')
    .replace(/0"\."(0+)(,*)/, (_, zeros: string, commas: string) => own(zeros, commas))
    .replaceAll(/"([^"]*)"|[^"]+/g, (run, words?: string) => words ?? digitsText(run, size, lang));
  return value < 0 && !/[dmy]/.test(section.replaceAll(/"[^"]*"/g, '')) ? `−${text}` : text;
}

/** What a stretch of a code that is no literal prints: parts of a date, or digits. */
function digitsText(run: string, value: number, lang: string): string {
  if (/[dmy]/.test(run)) return run.replace('yyyy', '2025').replace('mmm', 'Sept').replace(/\bm\b/, '12').replace(/\bd\b/, '30');
  if (!/[0#]/.test(run)) return run.replace('General', String(value));
  const shift = 3 * (/,*$/.exec(run)?.[0].length ?? 0);
  const decimals = /\.(0+)/.exec(run)?.[1]?.length ?? 0;
  return printNumber(value, { prefix: '', suffix: '', decimals, shift }, lang);
}

/** The same for one cell of a series: a month beside days is printed as a month. */
export const cellPrinter = (
  request: Parameters<typeof valuePrinter>[0],
  series: DataSeries | undefined,
  index: number,
): ReturnType<typeof valuePrinter> => {
  const unit = series?.units?.[index];
  return valuePrinter(unit ? { ...request, data: { ...request.data, dateUnit: unit } } : request);
};

/** ` (claim)`, to stand behind a figure or a name; empty for what is sure. */
export const standingNote = (standing: Standing | undefined): string => (standing && standing.word !== '' ? ` (${standing.word})` : '');

/** A text in the chart's size. */
export const text = (request: Pick<ChartRequest, 'size'>, color: Color, bold = false): ChartText => ({ size: request.size, bold, color });

export const NOTHING: LabelContent = { series: false, category: false, value: false };
export const VALUE: LabelContent = { series: false, category: false, value: true };

/** A label's looks from its parts. */
export const labelFormat = (shows: LabelContent, position: LabelPosition, format: string, looks: ChartText): LabelFormat => ({
  shows,
  separator: shows.category ? '\n' : ' ',
  position,
  format,
  text: looks,
});

/** The label of one point that says what its format says. */
export const pointLabel = (index: number, format: LabelFormat): PointLabel => ({ ...format, index, lines: null, offset: null });

/** Breaks a text into lines of at most `width`; a word that is wider stands alone, and one without spaces breaks anywhere. */
export function wrapText(words: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(words, width, measure)) {
    if (line !== '' && measure.width((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** The same on at most `most` lines; what does not fit is cut, and says so. */
export function wrapLines(words: string, width: number, most: number, measure: Measure): readonly string[] {
  const lines = wrapText(words, width, measure).map((line) => cutToWidth(line, width, measure));
  if (lines.length <= most) return lines;
  const last = cutToWidth(`${lines.slice(most - 1).join(' ')}…`, width, measure);
  return [...lines.slice(0, most - 1), last];
}

/** A line that is no wider than that; the last character of a cut one is an ellipsis. */
function cutToWidth(line: string, width: number, measure: Measure): string {
  if (measure.width(line) <= width) return line;
  const characters = [...line.replace(/…$/, '')];
  while (characters.length > 1 && measure.width(`${characters.join('').trimEnd()}…`) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Words with the blank behind them; a word too wide that is written without blanks (Chinese, Japanese) in single characters. */
const pieces = (words: string, width: number, measure: Measure): readonly string[] =>
  words
    .split(/(?<=[\s-])(?=\S)/)
    .flatMap((word) => (measure.width(word) > width && /[\u3000-\u9fff\uac00-\ud7af]/.test(word) ? [...word] : [word]));

/** The widest of several texts. */
export const widest = (texts: readonly string[], measure: Measure, bold = false): number =>
  Math.max(0, ...texts.map((item) => measure.width(item, bold)));
