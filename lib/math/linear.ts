/** A formula in signs on one line, for readers of plain text: `x² = (a + b)/c`. */
import type { Formula, Letters } from '../scene/formula.js';
import { isOperation, isPunctuation, isRelation } from './signs.js';

/** The text of a formula. */
export const linear = (formula: Formula): string => spoken(formula).replace(/\s+/g, ' ').replace(UNARY, '$1$2').trim();

/** A sign at the start of an operand stands close to it. */
const UNARY = /((?:^|[([{|,;=<>≤≥≠≈→])\s?)([−+±∓]) (?=\S)/gu;

function spoken(formula: Formula): string {
  switch (formula.kind) {
    case 'letters':
      return lettersText(formula);
    case 'row':
      return formula.items.map(spoken).join('');
    case 'space':
      return formula.width >= 0.25 ? ' ' : '';
    case 'fraction':
      return formula.bar
        ? `${grouped(formula.numerator)}/${grouped(formula.denominator)}`
        : `${spoken(formula.numerator)} ¦ ${spoken(formula.denominator)}`;
    case 'radical':
      return `${formula.degree ? raised(formula.degree) : ''}√${grouped(formula.body)}`;
    case 'scripts':
      return spoken(formula.base) + scripts(formula.sub, formula.sup);
    case 'prescripts':
      return scripts(formula.sub, formula.sup) + spoken(formula.base);
    case 'nary':
      return `${formula.sign}${scripts(formula.sub, formula.sup)} ${spoken(formula.body)}`;
    case 'fence':
      return `${formula.open}${formula.items.map(spoken).join(formula.separator)}${formula.close}`;
    case 'matrix':
      return formula.rows.map((line) => line.map(spoken).join(', ')).join('; ');
    case 'aligned':
      return formula.rows.map((line) => line.map(spoken).join('')).join('; ');
    case 'accent':
      return spoken(formula.body) + formula.mark;
    case 'bar':
      return `${grouped(formula.body)}${formula.position === 'above' ? '\u0305' : '\u0332'}`;
    case 'stretched':
      return /[→←↔⇒⇐⇔]/u.test(formula.mark) && formula.position === 'below'
        ? ` ${formula.mark}${raised(formula.body)} `
        : spoken(formula.body);
    case 'limit':
      return spoken(formula.base) + (formula.position === 'above' ? scripts(null, formula.limit) : scripts(formula.limit, null));
    case 'function':
      return `${spoken(formula.name)} ${spoken(formula.argument)}`;
    case 'phantom':
      return ' ';
    case 'boxed':
      return spoken(formula.body);
  }
}

function lettersText({ glyphs, role }: Letters): string {
  if (role !== 'operator') return glyphs;
  if (isPunctuation(glyphs)) return `${glyphs} `;
  return (isRelation(glyphs) || isOperation(glyphs)) && glyphs !== '/' ? ` ${glyphs} ` : glyphs;
}

/** In brackets where it is more than one thing. */
function grouped(formula: Formula): string {
  const text = linear(formula);
  return /^(?:[\p{L}\p{M}]|[\d.,]+)$/u.test(text) || formula.kind === 'fence' ? text : `(${text})`;
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = { '′': '′', '+': '⁺', '−': '⁻', n: 'ⁿ', i: 'ⁱ', ...digits('⁰¹²³⁴⁵⁶⁷⁸⁹') };
const SUBSCRIPTS: Readonly<Record<string, string>> = { '+': '₊', '−': '₋', ...digits('₀₁₂₃₄₅₆₇₈₉') };

function digits(signs: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...signs].map((sign, digit) => [String(digit), sign]));
}

/** As small characters where Unicode has all of them, else behind a sign. */
function small(formula: Formula, signs: Readonly<Record<string, string>>, otherwise: string): string {
  const text = linear(formula).replace(/\s/g, '');
  const characters = [...text];
  return characters.every((character) => signs[character])
    ? characters.map((character) => signs[character]).join('')
    : otherwise + grouped(formula);
}

const raised = (formula: Formula): string => small(formula, SUPERSCRIPTS, '^');

const scripts = (sub: Formula | null, sup: Formula | null): string => (sub ? small(sub, SUBSCRIPTS, '_') : '') + (sup ? raised(sup) : '');
