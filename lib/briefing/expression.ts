/** `{{…}}` in a briefing: a fact, one of its fields, or arithmetic over facts. */
import { amountOf, type Fact, type FactBook, unknownFact } from './fact.js';
import { evaluate } from './formula.js';
import { printComputed, printFact } from './print-fact.js';

/** What an expression comes to. `fact`: where it prints one whole, so that its standing and source come with it. */
export type Expanded = { readonly text: string; readonly number: number | null; readonly fact: Fact | null } | { readonly problem: string };

/** An expression, from its first brace to its last. */
export const EXPRESSION = /\{\{([^{}\n]*)\}\}/g;

/** Text of data with the numbers that its expressions come to; `problem` is told of those that come to none. */
export const expandedData = (text: string, book: FactBook, problem: (why: string) => void): string =>
  text.replace(EXPRESSION, (whole, inner: string) => {
    const found = expand(inner, book, 'en');
    if (!('problem' in found)) return found.number === null ? found.text : String(found.number);
    problem(`${whole} cannot be printed: ${found.problem}`);
    return whole;
  });

const PATH = /^facts\.([\p{L}_][\p{L}\p{N}_]*)(?:\.([a-z-]+))?$/u;

/** Works out what stands between the braces. */
export function expand(expression: string, book: FactBook, lang: string): Expanded {
  const words = expression.trim();
  const [path, id = '', field] = PATH.exec(words) ?? [];
  if (path !== undefined) {
    const fact = book.get(id);
    return fact ? printed(fact, field, book, lang) : { problem: unknownFact(id, book) };
  }
  const outcome = evaluate(words, (name) => {
    const known = name.startsWith('facts.') ? book.get(name.slice('facts.'.length)) : undefined;
    return known
      ? amountOf(known, book)
      : name.startsWith('facts.')
        ? unknownFact(name.slice('facts.'.length), book)
        : `"${name}" is unknown; facts are written as facts.${name}`;
  });
  return 'value' in outcome
    ? { text: printComputed(outcome.value, '', lang), number: outcome.value, fact: null }
    : { problem: outcome.problem };
}

const FIELDS = ['value', 'low', 'high', 'unit', 'as-of', 'status', 'by', 'label'] as const;

function printed(fact: Fact, field: string | undefined, book: FactBook, lang: string): Expanded {
  const value = amountOf(fact, book);
  const number = typeof value === 'number' ? value : null;
  if (field === undefined) return { text: printFact(fact, book, lang), number, fact };
  if (field === 'value') return { text: printFact(fact, book, lang), number, fact: null };
  if (field === 'low' || field === 'high') {
    const end = fact[field];
    if (!end) return { problem: `the fact "${fact.id}" is no range` };
    return { text: printFact({ ...fact, low: null, high: null, value: end, formula: '' }, book, lang), number: end.value, fact: null };
  }
  const texts: Readonly<Record<string, string>> = {
    unit: fact.unit,
    'as-of': fact.asOf,
    status: fact.status ?? '',
    by: fact.by,
    label: fact.label,
  };
  const text = texts[field];
  return text === undefined ? { problem: `a fact has no "${field}"; it has ${FIELDS.join(', ')}` } : { text, number: null, fact: null };
}
