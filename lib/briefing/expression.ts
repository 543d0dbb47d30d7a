/** `{{…}}` in a briefing: a variable, a fact, one of its fields, or arithmetic over them. */
import { amountOf, type Fact, type FactBook, unknownFact } from './fact.js';
import { evaluate } from './formula.js';
import { printComputed, printFact } from './print-fact.js';
import { printVariable, unknownVariable, type Vars } from './vars.js';

/** What expressions are made of. */
export interface Names {
  readonly facts: FactBook;
  readonly vars: Vars;
  /** Is told of each variable that is printed. */
  used(name: string): void;
}

/** What expressions are made of, and which variables were printed; null where `{{…}}` is text. */
export function namesOf(
  own: Vars | null,
  facts: FactBook | null,
  given: Vars,
): { readonly names: Names | null; readonly used: ReadonlySet<string> } {
  const used = new Set<string>();
  if (!facts && !own && given.size === 0) return { names: null, used };
  const vars = new Map([...(own ?? []), ...given]);
  return { names: { facts: facts ?? new Map(), vars, used: (name) => void used.add(name) }, used };
}

/** What an expression comes to. `fact`: where it prints one whole, so that its standing and source come with it. */
export type Expanded =
  | { readonly text: string; readonly number: number | null; readonly fact: Fact | null }
  | { readonly problem: string; readonly about: 'facts' | 'vars' };

/** An expression, from its first brace to its last. */
export const EXPRESSION = /\{\{([^{}\n]*)\}\}/g;

/** Text of data with the numbers and dates that its expressions come to; `problem` is told of those that come to none. */
export const expandedData = (text: string, names: Names, problem: (why: string, code: string) => void): string =>
  text.replace(EXPRESSION, (whole, inner: string) => {
    const value = variableIn(inner, names);
    if (value !== null) return String(value);
    const found = expand(inner, names, 'en');
    if (!('problem' in found)) return found.number === null ? found.text : String(found.number);
    problem(`${whole} cannot be printed: ${found.problem}`, `${found.about}/expression`);
    return whole;
  });

const PATH = /^facts\.([\p{L}_][\p{L}\p{N}_]*)(?:\.([a-z-]+))?$/u;
const VARIABLE = /^[\p{L}_][\p{L}\p{N}_-]*(?:\.[\p{L}_][\p{L}\p{N}_-]*)*$/u;

/** The variable that an expression names and does nothing with; null for any other. */
function variableIn(expression: string, { vars, used }: Names): string | number | boolean | null {
  const name = expression.trim();
  const value = vars.get(name);
  if (value === undefined) return null;
  used(name);
  return value;
}

/** Works out what stands between the braces. */
export function expand(expression: string, names: Names, lang: string): Expanded {
  const { facts } = names;
  const words = expression.trim();
  const variable = variableIn(words, names);
  if (variable !== null) return { text: printVariable(variable, lang), number: typeof variable === 'number' ? variable : null, fact: null };
  const [path, id = '', field] = PATH.exec(words) ?? [];
  if (path !== undefined) {
    const fact = facts.get(id);
    return fact ? printed(fact, field, facts, lang) : { problem: unknownFact(id, facts), about: 'facts' };
  }
  if (VARIABLE.test(words) && names.vars.size > 0 && !facts.has(words))
    return { problem: unknownVariable(words, names.vars), about: 'vars' };
  let exact = true;
  const outcome = evaluate(words, (name) => {
    const amount = amountNamed(name, names);
    exact = exact && !name.startsWith('facts.');
    return amount;
  });
  if (!('value' in outcome))
    return { problem: outcome.problem, about: words.includes('facts.') || names.vars.size === 0 ? 'facts' : 'vars' };
  const { value } = outcome;
  const text = exact ? printVariable(rounded(value), lang) : printComputed(value, '', lang);
  return { text, number: value, fact: null };
}

/** What is computed of variables only keeps its whole number, and of what follows it as many digits as make three in all. */
const rounded = (value: number): number => {
  const digits = Math.max(3, Math.trunc(Math.abs(value)).toString().length);
  return Number(value.toPrecision(Math.min(digits, 15)));
};

/** The amount that a name in a formula stands for, or why it has none. */
function amountNamed(name: string, { facts, vars, used }: Names): number | string {
  if (name.startsWith('facts.')) {
    const id = name.slice('facts.'.length);
    const known = facts.get(id);
    return known ? amountOf(known, facts) : unknownFact(id, facts);
  }
  const value = vars.get(name);
  if (value === undefined)
    return facts.has(name)
      ? `"${name}" is unknown; facts are written as facts.${name}`
      : vars.size > 0
        ? unknownVariable(name, vars)
        : `"${name}" is unknown; facts are written as facts.${name}`;
  used(name);
  return typeof value === 'number' ? value : `"${name}" is no number: ${JSON.stringify(value)}`;
}

const FIELDS = ['value', 'low', 'high', 'unit', 'as-of', 'status', 'by', 'label'] as const;

function printed(fact: Fact, field: string | undefined, book: FactBook, lang: string): Expanded {
  const value = amountOf(fact, book);
  const number = typeof value === 'number' ? value : null;
  if (field === undefined) return { text: printFact(fact, book, lang), number, fact };
  if (field === 'value') return { text: printFact(fact, book, lang), number, fact: null };
  if (field === 'low' || field === 'high') {
    const end = fact[field];
    if (!end) return { problem: `the fact "${fact.id}" is no range`, about: 'facts' };
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
  return text === undefined
    ? { problem: `a fact has no "${field}"; it has ${FIELDS.join(', ')}`, about: 'facts' }
    : { text, number: null, fact: null };
}
