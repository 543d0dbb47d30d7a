/** Facts: figures that several briefings share, each with its standing and its source, in a file of their own. */
import { z } from 'zod';
import { diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { sourceText, spanAt } from '../core/source.js';
import { closest } from '../core/suggest.js';
import { readYaml, type YamlValue } from '../core/yaml.js';
import { type Amount, agrees, figuresIn } from './figure.js';
import { evaluate } from './formula.js';
import { STATUSES, type Status } from './inline.js';

/** A number as the book writes it. */
export interface Written {
  readonly value: number;
  /** What its last digit counts. */
  readonly step: number;
  /** Whether it is written in thousands, millions …: it is printed so too. */
  readonly compact: boolean;
  readonly span: Span;
}

/** A figure of the book. */
export interface Fact {
  readonly id: string;
  /** What it is, in words: by them `check` knows it in a briefing. */
  readonly label: string;
  /** Null for a range, and where nothing could be read. */
  readonly value: Written | null;
  /** Both or none. */
  readonly low: Written | null;
  readonly high: Written | null;
  /** As written: `$`, `%`, `GPU hours`. */
  readonly unit: string;
  readonly asOf: string;
  readonly status: Status | null;
  readonly by: string;
  /** The id of a source of the briefing; empty where there is none. */
  readonly source: string;
  readonly formula: string;
  /** The place of its id. */
  readonly span: Span;
}

/** A book of facts, by their ids. */
export type FactBook = ReadonlyMap<string, Fact>;

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value).trim()));

const schema = z.record(
  z.string(),
  z.strictObject({
    label: text,
    value: text,
    low: text,
    high: text,
    unit: text,
    'as-of': text,
    status: z.enum(STATUSES).nullish(),
    by: text,
    source: text,
    formula: text,
  }),
);
type Entries = z.infer<typeof schema>;
type Read = YamlValue<Entries>;

/** Reads a book of facts. What is wrong in it is an error: a figure would be. */
export function parseFacts(yaml: string, file: string, sink: Sink): FactBook {
  const source = sourceText(file, yaml);
  const mark = yaml.charCodeAt(0) === 0xfeff ? 1 : 0;
  const span = (start: number, end: number): Span => spanAt(source, start + mark, end + mark);
  const read = readYaml({ text: yaml.slice(mark), span }, schema, { area: 'facts', severity: 'error', sink });
  if (!read) return new Map();
  const facts = new Map(Object.entries(read.value).map(([id, entry]) => [id, factOf(id, entry, read, sink)]));
  for (const fact of facts.values()) checkFact(fact, facts, read, sink);
  return facts;
}

const ID = /^[\p{L}_][\p{L}\p{N}_]*$/u;

function factOf(id: string, entry: Entries[string], read: Read, sink: Sink): Fact {
  if (!ID.test(id)) {
    const message = `"${id}" is no name that a formula could hold`;
    sink(diagnostic('error', 'facts/id', message, read.spanOfKey([id]), 'use letters, digits and _'));
  }
  const number = (key: 'value' | 'low' | 'high'): Written | null => written(entry[key], read.spanOf([id, key]), sink);
  const [value, low, high] = [number('value'), number('low'), number('high')];
  const [sign] = [entry.value, entry.low].flatMap((word) => /^(?:US\$|CN¥|[$€£¥])/.exec(word)?.[0] ?? (/%$/.test(word) ? '%' : []));
  return {
    id,
    label: entry.label,
    value,
    low: high ? low : null,
    high: low ? high : null,
    unit: entry.unit || (sign ?? ''),
    asOf: entry['as-of'],
    status: entry.status ?? null,
    by: entry.by,
    source: entry.source.replace(/^@/, ''),
    formula: entry.formula,
    span: read.spanOfKey([id]),
  };
}

function written(word: string, span: Span, sink: Sink): Written | null {
  if (word === '') return null;
  const bare = word.replace(/^[−-]/, '');
  const [figure] = figuresIn(bare, 'en', true);
  if (!figure || figure.text !== bare) {
    sink(diagnostic('error', 'facts/not-a-number', `"${word}" is no number`, span, 'write it as 5.576m, 10,000 or 17'));
    return null;
  }
  const compact = /[\d ](?:[kKmMbBtT]|bn|mn|tn|thousand|million|billion|trillion|万|亿)(?!\p{L})/u.test(word);
  return { value: bare === word ? figure.value : -figure.value, step: figure.step, compact, span };
}

/** A fact has a value, low and high, or a formula; a formula comes to its value. */
function checkFact(fact: Fact, book: FactBook, read: Read, sink: Sink): void {
  const { id, value, low, high, formula } = fact;
  const entry = read.value[id];
  if ((entry?.low === '') !== (entry?.high === '')) {
    sink(diagnostic('error', 'facts/half-range', `"${id}" has one end of a range and not the other`, fact.span, 'give low and high'));
  } else if (low && high && low.value > high.value) {
    sink(diagnostic('error', 'facts/reversed-range', `the low end of "${id}" is above its high end`, low.span));
  }
  if (entry && `${entry.value}${entry.low}${entry.high}${formula}` === '')
    sink(diagnostic('error', 'facts/no-value', `"${id}" has no value`, fact.span, 'give value, low and high, or formula'));
  if (formula === '') return;
  const outcome = amountOf(fact, book);
  if (typeof outcome === 'string')
    sink(diagnostic('error', 'facts/formula', `the formula of "${id}" cannot be worked out: ${outcome}`, read.spanOf([id, 'formula'])));
  else if (value && !agrees({ ...value, unit: '' }, { value: outcome, unit: '', step: 0 })) {
    const message = `"${id}" is ${entry?.value}, but its formula comes to ${Number(outcome.toPrecision(6))}`;
    sink(diagnostic('error', 'facts/not-computed', message, value.span, 'correct one of the two'));
  }
}

/** What a fact's formula comes to, or its value; a text says why there is none. `asked`: whose formulas are being worked out. */
export function amountOf(fact: Fact, book: FactBook, asked: readonly string[] = []): number | string {
  if (asked.includes(fact.id)) return `"${fact.id}" depends on itself`;
  if (fact.formula === '') return fact.value?.value ?? (fact.low ? `"${fact.id}" is a range` : `"${fact.id}" has no value`);
  const outcome = evaluate(fact.formula, (name) => {
    const other = book.get(name);
    return other ? amountOf(other, book, [...asked, fact.id]) : unknownFact(name, book);
  });
  return 'value' in outcome ? outcome.value : outcome.problem;
}

/** Says that there is no such fact, and which one may be meant. */
export function unknownFact(id: string, book: FactBook): string {
  const near = closest(id, [...book.keys()]);
  return `no fact is called "${id}"${near === null ? '' : `; did you mean "${near}"?`}`;
}

/** The amounts that a fact states: one, or the two ends of a range. */
export function amountsOf(fact: Fact, book: FactBook): readonly Amount[] {
  const unit = comparedUnit(fact.unit);
  if (fact.low && fact.high) return [fact.low, fact.high].map(({ value, step }) => ({ value, step, unit }));
  if (fact.value) return [{ value: fact.value.value, step: fact.value.step, unit }];
  const value = amountOf(fact, book);
  return typeof value === 'number' ? [{ value, step: 0, unit }] : [];
}

/** The unit by which figures in a text are compared with this one's. */
const comparedUnit = (unit: string): string =>
  [`${unit}7`, `7${unit}`, `7 ${unit}`].flatMap((word) => figuresIn(word, 'en', true)).find((figure) => figure.unit !== '')?.unit ?? '';
