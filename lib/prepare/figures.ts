/** The figures of a text: with what each measures, in the source's words. */
import type { Status } from '../briefing/inline.js';
import { findQuantities, type Quantity } from '../core/quantity.js';
import { findDates } from './dates.js';
import type { Grammar, Term } from './grammar.js';
import { hedgeOf } from './hedges.js';
import type { Sentence } from './sentences.js';

/** A figure and where it stands. */
export interface Figure {
  readonly quantity: Quantity;
  /** With its qualifier, as written: `fewer than 140`. */
  readonly shown: string;
  /** What it counts or measures; empty where the sentence does not say. */
  readonly measure: string;
  /** The words directly behind it: `Nvidia A100 chips`, `per day`. */
  readonly counted: string;
  readonly status: Status | null;
  readonly sentence: Sentence;
  readonly line: number;
}

/** What a figure's reader needs to know of the language. */
export interface Language {
  readonly lang: string;
  readonly grammar: Grammar;
}

/** The figures of a sentence. Dates and years are none, nor are numbers in names (`Llama 3`) and a lone `one`. */
export function figuresOf(sentence: Sentence, { lang, grammar }: Language): readonly Figure[] {
  const { text } = sentence;
  const terms = grammar(text);
  const hedge = hedgeOf(text, lang, grammar);
  const undated = withoutDates(text);
  const quantities = findQuantities(undated).filter((quantity) => isFigure(text, quantity, terms));
  const figures = quantities.map((quantity, index): Figure => {
    const from = quantities[index - 1]?.end ?? 0;
    const counted = lang.startsWith('zh') ? '' : phraseBehind(undated, endOfList(undated, quantity.end), terms);
    return {
      quantity,
      shown: `${quantity.qualifier} ${quantity.text}`.replace(/(?<=\p{Script=Han}) /u, '').trim(),
      counted,
      measure: lang.startsWith('zh') ? chineseMeasure(undated, quantity) : measureOf(undated, quantity, counted, from),
      status: /estimate|估/.test(quantity.qualifier) ? 'estimated' : (hedge?.status ?? null),
      sentence,
      line: sentence.lineOf(quantity.start),
    };
  });
  const measured: Figure[] = [];
  for (const figure of figures) measured.push({ ...figure, measure: measureAmong(figure, measured.at(-1)) });
  return measured;
}

/** Stands where a date stood, so that offsets stay. */
const GAP = '\ue000';

const withoutDates = (text: string): string =>
  findDates(text).reduce((masked, { start, end }) => masked.slice(0, start) + GAP.repeat(end - start) + masked.slice(end), text);

/** Of `€89 in 2023, €74 in 2024` both are the price of a cabin: a figure without words of its own has those of the one before it. */
function measureAmong({ measure, quantity, counted }: Figure, last: Figure | undefined): string {
  const linked = measure === counted && last?.counted === counted && /^(?:per|of|in)\b/.test(counted);
  return last && last.quantity.unit === quantity.unit && (measure === '' || linked) ? last.measure : measure;
}

function isFigure(text: string, quantity: Quantity, terms: readonly Term[]): boolean {
  const after = text.slice(quantity.end);
  if (quantity.spelled && quantity.unit === '' && Math.abs(quantity.value) < 20 && Number.isInteger(quantity.value)) {
    const next = terms.find((term) => term.start >= quantity.end);
    return quantity.value > 1 && next?.is('Noun', 'Adjective') === true && nounBehind(terms, quantity.end)?.is('Plural') === true;
  }
  const bare =
    quantity.unit === '' &&
    quantity.high === null &&
    quantity.qualifier === '' &&
    quantity.value < 1000 &&
    /^\d+(?:\.\d+)?$/.test(quantity.text);
  if (!bare) return true;
  const before = /([\p{L}\d.-]+)\s$/u.exec(text.slice(0, quantity.start))?.[1] ?? '';
  const named = /^\p{Lu}/u.test(before) && text.slice(0, quantity.start).trim() !== before;
  return (
    !(named && !/^\s\p{Ll}+s\b/u.test(after)) &&
    !/^(?:st|nd|rd|th)\b/.test(after) &&
    !/^(?:chapter|section|figure|table|page|part|no\.?|number|version|step)$/i.test(before)
  );
}

/** The noun that the words behind an offset lead to. */
function nounBehind(terms: readonly Term[], offset: number): Term | null {
  const behind = terms.filter((term) => term.start >= offset);
  const stop = behind.findIndex((term) => !term.is('Noun', 'Adjective'));
  return (stop === -1 ? behind : behind.slice(0, stop)).findLast((term) => term.is('Noun')) ?? null;
}

const LONGEST_MEASURE = 60;

/** The words behind the figure that it counts (`Nvidia A100 chips`); else those before and behind it in its clause. */
function measureOf(text: string, quantity: Quantity, counted: string, from: number): string {
  const worded = quantity.unit === '' || /[a-z]{3}/.test(quantity.unit);
  if (counted !== '' && worded && !/^(?:in|per|for)\b/.test(counted))
    return counted.replace(/^of\s(?:(?:the|its|their|his|her|our)\s)?(?!\d)/, '');
  const start = quantity.start - (quantity.qualifier === '' ? 0 : quantity.qualifier.length + 1);
  const before = clauseBefore(text.slice(from, Math.max(from, start)));
  const parts = [before.length < 4 || before === counted ? '' : before, counted].filter((part) => part !== '');
  return parts.join(' … ').slice(0, LONGEST_MEASURE * 2);
}

/** Of `7B, 8B and 70B checkpoints` all count checkpoints. */
const endOfList = (text: string, offset: number): number =>
  offset +
  (/^(?:(?:,|,?\s(?:and|or))\s[$€£]?\d[\d.,]*(?:[kKMBT%]|\s(?:million|billion|trillion))?(?=[\s,]))*/.exec(text.slice(offset))?.[0]
    .length ?? 0);

/** `Nvidia A100 chips`, `of the market`, `per GPU hour`. */
function phraseBehind(text: string, offset: number, terms: readonly Term[]): string {
  let end = offset;
  let nouns = 0;
  for (const term of terms.filter((one) => one.start >= offset)) {
    const gap = text.slice(end, term.start);
    if (term.end <= text.length && text.startsWith(GAP, term.start)) break;
    if (/[,;:.()—–“”]/.test(gap) || end - offset > LONGEST_MEASURE) break;
    const links =
      /^(?:of|per|in|a|an|the|its|their|for)$/.test(term.text) &&
      (nouns === 0 ? end === offset || gap.length === 1 : /^(?:of|per)$/.test(term.text) || /\b(?:of|per)$/.test(text.slice(offset, end)));
    if (!links && !term.is('Noun', 'Adjective', 'Value')) break;
    if (term.is('Pronoun') || (term.is('Value') && nouns > 0)) break;
    if (term.is('Noun')) nouns++;
    end = term.end;
  }
  const words = text.slice(offset, end).trim();
  return nouns === 0 ? '' : words.replace(/\s(?:of|per|in|a|an|the|its|their|for)$/, '').replace(/^-/, '');
}

/** The end of the clause in front of a figure, at most nine words, without what links it to the figure. */
function clauseBefore(text: string): string {
  const clause = (text.split(/(?:[,;:()“”"—–]|\s-)\s*/).at(-1) ?? '')
    .replace(/(?:\b(?:in|on|since|of|by)\s)?\ue000+/g, '')
    .replace(/\s+/g, ' ');
  const words = clause
    .trim()
    .replace(
      /\b(?:an? estimated|estimated|(?:a|the) total of|(?:and|but|or|while|that|by|to|at|of|with|from|is|was|are|were|be|a|an|the|has|have|had|for|in|on|than)\s?)+$/i,
      '',
    )
    .trim()
    .split(/\s+/);
  return words
    .slice(-9)
    .join(' ')
    .replace(/^(?:(?:and|but|or|that|which|who|while|with|by|for|at|in|on|of|from|its|their|an?|the)\s)+/i, '');
}

/** 「张A100芯片」 → 「A100芯片」; else the words in front of the figure. */
function chineseMeasure(text: string, quantity: Quantity): string {
  const counted = COUNTED.exec(text.slice(quantity.end))?.[1] ?? '';
  const start = quantity.start - quantity.qualifier.length;
  const clause = (
    text
      .slice(0, start)
      .split(/[，。；：、（）“”]/)
      .at(-1) ?? ''
  )
    .replace(/[在于]?\ue000+/g, '')
    .trim();
  const before = clause.replace(/(?:的|为|是|达|达到|了|有|仅|至|到|在|用|共|只|约)+$/u, '').replace(/^(?:而|但|其|并|约|且|也|占)+/u, '');
  const measured = quantity.unit !== '' || counted === '';
  return (measured ? before || counted : counted).slice(-18);
}

/** A measure word and what is counted. */
const COUNTED =
  /^(?:多)?(?:张|块|枚|台|家|名|个|位|次|款|项|辆|片|户|座)?([\p{Script=Han}A-Za-z0-9-]{1,14}?)(?=[的，。；、：（）“”！？]|是|为|来|在|和|与|以|用|$)/u;
