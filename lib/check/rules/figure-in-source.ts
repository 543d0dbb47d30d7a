/** A figure stands in the file that its source names. */
import { type Amount, figuresIn, rounds } from '../../briefing/figure.js';
import { at, type Finding, type Rule } from '../rule.js';
import type { SaidFigure, SourceFile, Subject } from '../subject.js';

/** Farther apart than this, a value is no slip of the one that is looked for. */
const NEAR = 0.1;
/** In data a head may say the unit and the magnitude that cells lack. */
const SCALES = [1, 1e3, 1e6, 1e9, 1e12] as const;

export const figureInSource: Rule = {
  code: 'figure/not-in-source',
  level: 'warning',
  about: 'A figure that cites a source with a `file:` is found in that file, in any notation.',
  why: '10,000, 10k, ten thousand and 1万 are one figure, and a rounding counts; so does a cell of a CSV file whose head says the unit. Where a statement cites a source without a file too, the figure may come from there and is left alone; so is what is marked as computed.',
  check: (subject) => subject.figures.flatMap((figure) => lookedUp(figure, subject)),
};

interface Page {
  readonly file: SourceFile;
  readonly amounts: readonly (Amount & { readonly line: number; readonly text: string })[];
  readonly isData: boolean;
}

/** Each file is read once a briefing. */
const pages = new WeakMap<SourceFile, Page>();

/** A separator between digits is none of a number's. */
const cellsOf = (line: string): readonly string[] => line.match(/"[^"]*"|[^,;\t]+/g) ?? [];

function pageOf(file: SourceFile, lang: string): Page {
  const known = pages.get(file);
  if (known) return known;
  const isData = /\.(?:csv|tsv|json|ya?ml)$/i.test(file.path);
  const amounts = file.text
    .split(/\r\n|\n|\r/)
    .flatMap((line, index) =>
      (isData ? cellsOf(line) : [line])
        .flatMap((cell) => figuresIn(cell, lang, true))
        .map(({ value, unit, step, text }) => ({ value, unit, step, text, line: index + 1 })),
    );
  const page = { file, amounts, isData };
  pages.set(file, page);
  return page;
}

function lookedUp(figure: SaidFigure, { files, briefing }: Subject): readonly Finding[] {
  const { sources, status, statement } = figure;
  if (sources.length === 0 || status === 'computed') return [];
  const cited = sources.map((id) => files.get(id));
  if (cited.some((file) => !file)) return [];
  const all = cited.flatMap((file) => (file ? [pageOf(file, briefing.meta.lang)] : []));
  if (all.some((page) => page.amounts.some((amount) => holds(amount, figure, page.isData)))) return [];
  const names = [...new Set(all.map(({ file }) => `"${file.path}"`))].join(' and ');
  const shown = statement.role === 'data' ? figure.text : `"${figure.text}"`;
  return [at(figure.span, `${shown} does not stand in ${names}`, ...nearest(figure, all))];
}

/** A page's number is the figure, or what it was rounded from; one without a unit may lack what the text adds. */
function holds(amount: Amount, figure: Amount, isData: boolean): boolean {
  if (rounds(figure, amount)) return true;
  if (amount.unit !== '' && amount.unit !== figure.unit) return false;
  const bare = { ...figure, unit: amount.unit };
  const scaled = (scale: number): Amount => ({ ...amount, value: amount.value * scale, step: amount.step * scale });
  if (rounds(bare, amount)) return true;
  if (!isData) return false;
  if (figure.unit === '%' && rounds(bare, scaled(100))) return true;
  return SCALES.some((scale) => Math.abs(figure.value) >= scale && rounds(bare, scaled(scale)));
}

/** The value that is likely to be meant. */
function nearest(figure: Amount, all: readonly Page[]): readonly string[] {
  const near = all.flatMap(({ file, amounts, isData }) =>
    amounts.flatMap((amount) => {
      const scales = isData && amount.unit === '' ? SCALES : [1];
      const off = Math.min(
        ...scales.map((scale) => Math.abs(Math.abs(amount.value * scale) - Math.abs(figure.value)) / Math.abs(figure.value || 1)),
      );
      return off <= NEAR && (amount.unit === '' || amount.unit === figure.unit)
        ? [{ off, hint: `line ${amount.line} of ${file.path} has ${amount.text}` }]
        : [];
    }),
  );
  return near
    .sort((a, b) => a.off - b.off)
    .slice(0, 1)
    .map(({ hint }) => hint);
}
