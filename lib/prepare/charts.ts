/** Figures that can be compared, as drafts of charts: out of a table's columns, or out of one sentence that gives several of one unit. */
import { findQuantities, type Quantity } from '../core/quantity.js';
import { findDates } from './dates.js';
import type { Figure } from './figures.js';
import type { Name } from './names.js';
import type { Sentence } from './sentences.js';
import type { SourceDocument, SourceTable } from './source.js';

/** A chart to be. Values are as written, in `unit`. */
export interface ChartDraft {
  readonly type: 'bar' | 'column' | 'line';
  /** In the source's words; empty where there are none. */
  readonly title: string;
  readonly unit: string;
  /** The heading above a table. */
  readonly heading: string;
  /** Columns of the table that are not drawn. */
  readonly left: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number; readonly status: string }[];
  readonly source: SourceDocument;
  /** The sentence that it is of; null for a table. */
  readonly sentence: Sentence | null;
}

const MONTH = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?$|^Q[1-4]\b|^\d{1,2}月$/;
const MOST_ROWS = 12;
const MOST_SERIES = 3;

interface Column {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly string[];
}

/** The chart of a table with a column of words and columns of figures; null where it has none, or more rows than a chart shows. */
export function chartOfTable({
  table,
  source,
  heading,
}: {
  table: SourceTable;
  source: SourceDocument;
  heading: string;
}): ChartDraft | null {
  const { header, rows, lines } = table;
  const labels = rows.map((row) => row[0] ?? '');
  if (rows.length < 2 || rows.length > MOST_ROWS || new Set(labels).size < rows.length || labels.includes('')) return null;
  const columns = header
    .slice(1)
    .map((name, index) =>
      columnOf(
        name,
        rows.map((row) => row[index + 1] ?? ''),
      ),
    )
    .filter((column) => column !== null);
  const [first] = columns;
  if (!first) return null;
  const alike = columns.filter(({ unit }) => unit === first.unit).slice(0, rows.length > 8 ? 1 : MOST_SERIES);
  const periods = labels.every((label) => /^(?:19|20)\d\d$/.test(label) || findDates(label).length === 1 || MONTH.test(label));
  return {
    type: periods ? 'column' : 'bar',
    heading,
    title: alike.length === 1 ? first.name : '',
    unit: first.unit,
    left: header.slice(1).filter((name) => !alike.some((column) => column.name === name)),
    header: [header[0] || 'item', ...alike.map(({ name }, index) => name || `${index + 1}`)],
    rows: labels.map((label, row) => ({
      cells: [label, ...alike.map(({ values }) => values[row] ?? '')],
      line: lines[row + 1] ?? 1,
      status: '',
    })),
    source,
    sentence: null,
  };
}

/** A column all of whose cells are figures of one unit and scale; cells without anything stay empty. */
function columnOf(name: string, cells: readonly string[]): Column | null {
  const parts = cells.map((cell) =>
    /^[-–—]?$|^n\/?a$/i.test(cell.trim()) ? null : (/^([^\d\s.-]*)\s*([-−]?\d[\d,]*(?:\.\d+)?)\s*([^\d]*)$/.exec(cell.trim()) ?? false),
  );
  if (parts.some((part) => part === false)) return null;
  const found = parts.flatMap((part) => (part ? [part] : []));
  if (found.length < 2) return null;
  const units = new Set(found.map(([, prefix = '', , suffix = '']) => `${prefix} ${suffix.replace(/[*†‡]+$/, '')}`.trim()));
  const [unit = ''] = units;
  if (units.size > 1 || unit.length > 14) return null;
  return {
    name,
    unit: unit.replace(/^([$€£¥]) (?=\p{L})/u, '$1'),
    values: parts.map((part) => (part ? (part[2] ?? '').replaceAll(',', '').replace('−', '-') : '')),
  };
}

/** The chart of a sentence with two or more figures of one unit, each with a year or a name of its own; null where it has none. */
export function chartOfSentence(sentence: Sentence, figures: readonly Figure[], names: readonly Name[]): ChartDraft | null {
  const units = new Map<string, Figure[]>();
  for (const figure of figures) {
    const { unit, high, spelled } = figure.quantity;
    const key = unit || figure.counted;
    if (high === null && !spelled && key !== '' && !/^(?:day|week|month|year|hour|minute|second)$/.test(unit))
      units.set(key, [...(units.get(key) ?? []), figure]);
  }
  for (const group of units.values()) {
    const chart =
      group.length < 2
        ? null
        : (chartOver(sentence, group, yearsIn(sentence), true) ?? chartOver(sentence, group, namesIn(sentence, names), false));
    if (chart) return chart;
  }
  return null;
}

interface Label {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const yearsIn = ({ text }: Sentence): readonly Label[] =>
  findDates(text)
    .filter(({ iso }) => /^\d/.test(iso))
    .map(({ start, end, iso }) => ({ start, end, text: iso }));

function namesIn({ text }: Sentence, names: readonly Name[]): readonly Label[] {
  const found: Label[] = [];
  for (const name of names.toSorted((a, b) => b.text.length - a.text.length)) {
    for (let start = text.indexOf(name.text); start !== -1; start = text.indexOf(name.text, start + 1)) {
      const end = start + name.text.length;
      if (!found.some((other) => other.start < end && start < other.end)) found.push({ text: name.text, start, end });
    }
  }
  return found;
}

/** Every figure has a label of its own, in the same order: all in front of their figures, or all behind. */
function chartOver(sentence: Sentence, figures: readonly Figure[], labels: readonly Label[], periods: boolean): ChartDraft | null {
  const own = pairs(figures, labels, sentence.text, -1) ?? pairs(figures, labels, sentence.text, 1);
  if (!own) return null;
  const scale = Math.min(...figures.map(({ quantity }) => scaleOf(quantity)));
  const [first] = figures;
  const rows = figures.map((figure, index) => ({
    cells: [own[index]?.text ?? '', String(Number((figure.quantity.value / scale).toPrecision(12)))],
    line: figure.line,
    status: figure.status ?? '',
  }));
  return {
    type: periods ? 'column' : 'bar',
    heading: '',
    left: [],
    title: first?.measure ?? '',
    unit: unitOf(first?.quantity, scale),
    header: [periods ? 'period' : 'name', 'value'],
    rows: periods ? rows.toSorted((a, b) => (a.cells[0] ?? '').localeCompare(b.cells[0] ?? '')) : rows,
    source: sentence.source,
    sentence,
  };
}

/** The nearest label on one side of each figure, with neither another figure nor a stop between; null where one has none or two share one. */
function pairs(figures: readonly Figure[], labels: readonly Label[], text: string, side: -1 | 1): readonly Label[] | null {
  const all = findQuantities(text).filter(
    (quantity) => !labels.some((label) => label.start <= quantity.start && quantity.start < label.end),
  );
  const own = figures.map(({ quantity }) => {
    const near =
      side === -1 ? labels.filter((label) => label.end <= quantity.start).at(-1) : labels.find((label) => label.start >= quantity.end);
    if (!near) return null;
    const [from, to] = side === -1 ? [near.end, quantity.start] : [quantity.end, near.start];
    const between = all.some((other) => other.start >= from && other.start < to && other.start !== quantity.start);
    return between || to - from > 60 || /[;。；]/.test(text.slice(from, to)) ? null : near;
  });
  const found = own.filter((label) => label !== null);
  return found.length === figures.length && new Set(found.map(({ text: words }) => words)).size === found.length ? found : null;
}

const SCALES = [1e12, 1e9, 1e6, 1e3] as const;
const SCALE_WORDS: Readonly<Record<number, string>> = {
  1e12: 'trillion',
  1e9: 'billion',
  1e6: 'million',
  1e3: 'thousand',
  1e8: '亿',
  1e4: '万',
};

/** The scale that a figure is written in: a million for `$5.6 million`. */
function scaleOf({ text, value, unit }: Quantity): number {
  if (/[万亿]/.test(text)) return /亿/.test(text) ? 1e8 : 1e4;
  const written = Number(/\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', '') ?? value);
  const factor = written === 0 ? 1 : Math.abs(value) / written;
  return unit === '%' ? 1 : (SCALES.find((scale) => Math.abs(factor / scale - 1) < 1e-6) ?? 1);
}

/** `$ million`; `million euros`. */
function unitOf(quantity: Quantity | undefined, scale: number): string {
  const { unit = '', text = '' } = quantity ?? {};
  const words = SCALE_WORDS[scale] ?? '';
  if (/^\p{L}{3}|^\p{Script=Han}/u.test(unit))
    return `${words}${/\p{Script=Han}/u.test(unit) ? '' : ' '}${/\p{Script=Han}/u.test(unit) ? unit : (/\p{L}+$/u.exec(text)?.[0] ?? unit)}`.trim();
  return `${unit} ${words}`.trim().replace(/^(\P{L}) (?=\p{Script=Han})/u, '$1');
}
