/** Whether what somebody says of a source stands in it: each figure by its value, each name by its letters, doubt where the source doubts. */
import { findQuantities } from '../core/quantity.js';
import { findDates } from './dates.js';
import type { Grammar } from './grammar.js';
import { hasHedge } from './hedges.js';
import type { Sentence } from './sentences.js';
import { isPassage, type SourceDocument } from './source.js';

/** What the sources hold. */
export interface Grounds {
  readonly words: ReadonlySet<string>;
  readonly text: string;
  readonly lang: string;
  readonly grammar: Grammar;
}

/** Why a text is refused. */
export interface Unfounded {
  readonly code: 'prepare/model-figure' | 'prepare/model-name' | 'prepare/model-hedge';
  readonly what: string;
}

/** All words of the sources. */
export function groundsOf(sources: readonly SourceDocument[], lang: string, grammar: Grammar): Grounds {
  const text = [
    ...sources.map(({ title, subtitle }) => `${title} ${subtitle}`),
    ...sources.flatMap(({ passages }) =>
      passages.map((item) => (isPassage(item) ? item.text : [item.header, ...item.rows].flat().join(' '))),
    ),
  ].join(' ');
  return { words: new Set(wordsOf(text).map(({ word }) => word)), text: text.toLowerCase(), lang, grammar };
}

/** Figures are looked for in the sentences that the text speaks of, names in all of the source. Null where all of it is founded. */
export function unfounded(text: string, sentences: readonly Sentence[], grounds: Grounds): Unfounded | null {
  const figure = strangeFigure(text, sentences);
  if (figure !== null) return { code: 'prepare/model-figure', what: `"${figure}" does not stand in the source's sentences` };
  const name = strangeName(text, grounds);
  if (name !== null) return { code: 'prepare/model-name', what: `"${name}" does not stand in the source` };
  const doubted = hedgedOnly(text, sentences);
  return doubted === null ? null : { code: 'prepare/model-hedge', what: `it states plainly what the source hedges ("${doubted}")` };
}

/** Words that are figures too. */
const MULTIPLES =
  /\b(?:doubl(?:e|ed|ing)|tripl(?:e|ed|ing)|quadrupl(?:e|ed)|halv(?:e|ed|ing)|twice|twofold|threefold|tenfold|half|majority|most|all|none)\b|翻番|翻倍|减半|一半|多数|全部/gi;

function strangeFigure(text: string, sentences: readonly Sentence[]): string | null {
  const own = sentences.map((sentence) => sentence.text).join('\n');
  const known = new Set(figuresIn(own).flatMap(({ keys }) => keys));
  const strange = figuresIn(text).find(({ keys }) => !keys.every((key) => known.has(key)));
  if (strange) return strange.text;
  const words = own.toLowerCase();
  return [...text.matchAll(MULTIPLES)].map(([word]) => word).find((word) => !words.includes(word.toLowerCase())) ?? null;
}

/** Each number of a text with what makes it the same as another: its value and unit, of a date its digits. */
function figuresIn(text: string): readonly { readonly text: string; readonly keys: readonly string[] }[] {
  const dates = findDates(text);
  const dated = dates.map((date) => ({ text: date.text, keys: dateKeys(date.iso) }));
  const plain = findQuantities(text)
    .filter(
      ({ start, end, spelled, value, unit }) =>
        !(spelled && value === 1 && unit === '') && !dates.some((date) => date.start < end && start < date.end),
    )
    .map((quantity) => ({
      text: quantity.text,
      keys: [quantity.value, ...(quantity.high === null ? [] : [quantity.high])].map(
        (value) => `${Number(value.toPrecision(12))} ${unitKey(quantity.unit)}`,
      ),
    }));
  const inNames = [...text.matchAll(/(?<=[\p{L}][\p{L}.-]*)\d[\d.]*/gu)].map(([digits]) => ({ text: digits, keys: [`name ${digits}`] }));
  return [...dated, ...plain, ...inNames];
}

/** A year alone is founded by any date of that year, a day by its month and day. */
const dateKeys = (iso: string): readonly string[] =>
  iso
    .replace(/^--/, '-')
    .split('-')
    .map((part, index) => `date${index} ${part}`)
    .filter((key) => !key.endsWith(' '));

const unitKey = (unit: string): string =>
  unit
    .replace(/^US\$$|^USD$|^美元$/, '$')
    .replace(/^CNY$|^RMB$|^人民币$|^元$|^￥$/, '¥')
    .replace(/^percent$/, '%');

interface Word {
  readonly word: string;
  readonly raw: string;
  readonly start: number;
}

const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{Script=Latin}\d](?:[\p{Script=Latin}\d.&’'-]*[\p{Script=Latin}\d])?/gu)].map((match) => ({
    word: bare(match[0]),
    raw: match[0],
    start: match.index,
  }));

const bare = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[’']s?$/, '')
    .replace(/’/g, "'");

/** A word with a capital that is not in the source; the first of a sentence only where it can be nothing but a name. */
function strangeName(text: string, grounds: Grounds): string | null {
  for (const { word, raw, start } of wordsOf(text)) {
    const opens = start === 0 || /[.!?:“"]\s*$/.test(text.slice(0, start));
    const capital = /\p{Lu}/u.test(opens && !grounds.lang.startsWith('zh') ? raw.slice(1) : raw) || (opens && isProper(raw, grounds));
    if (capital && !grounds.words.has(word)) return raw;
  }
  return grounds.lang.startsWith('zh') ? strangeChineseName(text, grounds) : null;
}

const isProper = (raw: string, { grammar, words }: Grounds): boolean =>
  /^\p{Lu}/u.test(raw) &&
  !words.has(bare(raw)) &&
  grammar(`the ${raw} is`).some((term) => term.text === raw && term.is('ProperNoun', 'Person', 'Place', 'Organization', 'Acronym'));

/** Chinese has no capitals: a word of the title that the source never uses may be a name, unless it is one of the small words of a title. */
function strangeChineseName(text: string, { text: source }: Grounds): string | null {
  const named = [
    ...text.matchAll(
      /[\p{Script=Han}]{2,4}(?:·[\p{Script=Han}]{1,6})|[\p{Script=Han}]{2,8}?(?:公司|集团|大学|研究院|银行|实验室)|[\p{Script=Han}]{2,3}(?=表示|称|认为|指出|质疑)/gu,
    ),
  ].map(([name]) => name);
  return named.find((name) => !source.includes(name)) ?? null;
}

/** A figure that the source gives only in hedged sentences, in a text that does not hedge. */
function hedgedOnly(text: string, sentences: readonly Sentence[]): string | null {
  if (hasHedge(text)) return null;
  for (const figure of figuresIn(text)) {
    const holding = sentences.filter((sentence) =>
      figuresIn(sentence.text).some(({ keys }) => figure.keys.every((key) => keys.includes(key))),
    );
    if (
      !figure.keys[0]?.startsWith('date') &&
      !figure.keys[0]?.startsWith('name') &&
      holding.length > 0 &&
      holding.every((sentence) => hasHedge(sentence.text))
    )
      return figure.text;
  }
  return null;
}
