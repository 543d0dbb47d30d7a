/** Variables: values that a briefing names once, in front matter or on the command line, and prints in many places. */
import { parse } from 'yaml';
import { diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { closest } from '../core/suggest.js';
import type { YamlValue } from '../core/yaml.js';
import { longDate } from './dates.js';

/** A value as it was written: a date is text of the form `2026-03-01`. */
export type Variable = string | number | boolean;

/** Variables by their names; those of a group carry its name in front: `launch.date`. */
export type Vars = ReadonlyMap<string, Variable>;

const NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

/** The variables of front matter. What is no value is told and left out. */
export function varsOf(given: Readonly<Record<string, unknown>>, read: Pick<YamlValue<unknown>, 'spanOf' | 'spanOfKey'>, sink: Sink): Vars {
  const vars = new Map<string, Variable>();
  const enter = (group: object, path: readonly string[]): void => {
    for (const [key, value] of Object.entries(group)) {
      const way = [...path, key];
      const tell = (code: string, message: string, span: Span, hint: string): void =>
        sink(diagnostic('warning', code, message, span, hint));
      if (!NAME.test(key))
        tell('vars/name', `"${key}" is no name of a variable`, read.spanOfKey(['vars', ...way]), 'use letters, digits, _ and -');
      else if (isVariable(value)) vars.set(way.join('.'), value);
      else if (value === null) vars.set(way.join('.'), '');
      else if (typeof value === 'object' && !Array.isArray(value)) enter(value, way);
      else
        tell(
          'vars/value',
          `"${way.join('.')}" is a list, not one value`,
          read.spanOf(['vars', ...way]),
          'give each value a name of its own',
        );
    }
  };
  enter(given, []);
  return vars;
}

const isVariable = (value: unknown): value is Variable =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));

/** Variables given outside the briefing, read as front matter would: `1499` is a number, `"1499"` text. */
export const givenVars = (given: Readonly<Record<string, string>>): Vars =>
  new Map(
    Object.entries(given).map(([name, text]) => {
      const value = scalarIn(text);
      return [name, isVariable(value) ? value : text];
    }),
  );

function scalarIn(text: string): unknown {
  try {
    return parse(text, { logLevel: 'error' });
  } catch {
    return text;
  }
}

/** Years are not parted into thousands. */
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1900 && value < 2100;

/** A variable as a reader of the language sees it: `1 March 2026`, `1,499`, `2026`. */
export function printVariable(value: Variable, lang: string): string {
  if (typeof value === 'string') return longDate(value, lang);
  if (typeof value === 'boolean') return String(value);
  const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 10, useGrouping: !isYear(value) });
  return format.format(value).replace(/^-/, '−');
}

/** Says that there is no such variable, and which one may be meant. */
export function unknownVariable(name: string, vars: Vars): string {
  const near = closest(name, [...vars.keys()]) ?? [...vars.keys()].find((known) => known.endsWith(`.${name}`)) ?? null;
  const group = [...vars.keys()].filter((known) => known.startsWith(`${name}.`));
  if (group.length > 0) return `"${name}" is a group of variables: ${group.join(', ')}`;
  return `no variable is called "${name}"${near === null ? '' : `; did you mean "${near}"?`}`;
}

/** Says of variables given from outside that the briefing neither declares nor prints them. */
export function tellUnused(given: Vars, used: ReadonlySet<string>, own: Vars | null, span: Span, sink: Sink): void {
  const declared = [...(own?.keys() ?? [])];
  for (const name of given.keys()) {
    if (used.has(name) || declared.includes(name)) continue;
    const near = closest(name, declared);
    const message = `a value is given for "${name}", which the briefing neither declares nor prints`;
    sink(diagnostic('warning', 'vars/unused', message, span, ...(near === null ? [] : [`did you mean "${near}"?`])));
  }
}
