/** Works out the formulas of a sheet, as far as our charts use them: arithmetic, comparisons, references, a few functions. */
import type { Workbook } from '../../lib/scene/chart.js';

type Value = number | string | boolean | null;
/** The cell at a reference such as `B2`. */
export type Cells = (reference: string) => Value;

/** A value, or all values of a range, or the range itself where a function wants to know its size. */
type Operand = { readonly value: Value } | { readonly range: readonly Value[]; readonly across: number; readonly top: number };

const TOKEN = /\s*("(?:[^"]|"")*"|\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?|\d+(?:\.\d+)?(?:E[+-]?\d+)?|[A-Z]+(?=\()|<=|>=|<>|[-+*/^&=<>(),])/gy;

/** The value of a formula without its equals sign. */
export function evaluate(formula: string, cells: Cells): Value {
  const tokens = [...formula.matchAll(TOKEN)].map(([, token = '']) => token);
  if (tokens.join('').replaceAll(' ', '') !== formula.replaceAll(' ', '')) throw new Error(`cannot read ${formula}`);
  let at = 0;
  const peek = (): string => tokens[at] ?? '';
  const take = (wanted?: string): string => {
    const token = peek();
    if (wanted !== undefined && token !== wanted) throw new Error(`${formula}: expected ${wanted}, not ${token}`);
    at++;
    return token;
  };
  const binary = (signs: readonly string[], next: () => Operand, apply: (sign: string, a: Value, b: Value) => Value) => (): Operand => {
    let left = next();
    while (signs.includes(peek())) left = { value: apply(take(), single(left), single(next())) };
    return left;
  };
  const factor = (): Operand => {
    const token = take();
    if (token === '-') return { value: -number(single(factor())) };
    if (token === '(') {
      const inner = expression();
      take(')');
      return inner;
    }
    if (token.startsWith('"')) return { value: token.slice(1, -1).replaceAll('""', '"') };
    if (/^\d/.test(token)) return { value: Number(token) };
    if (peek() === '(') return { value: call(token, list()) };
    const [from = '', to] = token.replaceAll('$', '').split(':');
    const [across, top] = [columnsFrom(from, to ?? from), Number(/\d+$/.exec(from)?.[0])];
    // A cell is a range of one where a function asks for its place.
    return to === undefined && peek() !== ')' ? { value: cells(from) } : { range: rangeOf(from, to ?? from).map(cells), across, top };
  };
  const list = (): readonly Operand[] => {
    take('(');
    const operands = [expression()];
    while (peek() === ',') {
      take();
      operands.push(expression());
    }
    take(')');
    return operands;
  };
  const product = binary(['*', '/'], factor, (sign, a, b) => (sign === '*' ? number(a) * number(b) : number(a) / number(b)));
  const sum = binary(['+', '-'], product, (sign, a, b) => (sign === '+' ? number(a) + number(b) : number(a) - number(b)));
  const joined = binary(['&'], sum, (_, a, b) => `${a ?? ''}${b ?? ''}`);
  const expression = binary(['=', '<>', '<', '>', '<=', '>='], joined, compare);
  const result = single(expression());
  if (at < tokens.length) throw new Error(`${formula}: ${peek()} is left`);
  return result;
}

const single = (operand: Operand): Value => ('value' in operand ? operand.value : (operand.range[0] ?? null));
const number = (value: Value): number => {
  if (typeof value === 'string') throw new Error(`"${value}" is no number`);
  return Number(value ?? 0);
};

/** An empty cell equals both nothing and zero. */
function compare(sign: string, a: Value, b: Value): boolean {
  const [left, right] = [a ?? (typeof b === 'string' ? '' : 0), b ?? (typeof a === 'string' ? '' : 0)];
  const order = typeof left === typeof right ? (left < right ? -1 : left > right ? 1 : 0) : typeof left === 'string' ? 1 : -1;
  return { '=': order === 0, '<>': order !== 0, '<': order < 0, '>': order > 0, '<=': order <= 0, '>=': order >= 0 }[sign] ?? false;
}

const numbersIn = (operands: readonly Operand[]): readonly number[] =>
  operands.flatMap((operand) =>
    'range' in operand ? operand.range.filter((value) => typeof value === 'number') : [number(operand.value)],
  );

function call(name: string, operands: readonly Operand[]): Value {
  const [first, second, third] = operands;
  const at = (operand: Operand | undefined): Value => (operand ? single(operand) : null);
  const numbers = (): readonly number[] => numbersIn(operands);
  switch (name) {
    case 'SUM':
      return numbers().reduce((total, value) => total + value, 0);
    case 'MAX':
      return numbers().length === 0 ? 0 : Math.max(...numbers());
    case 'MIN':
      return numbers().length === 0 ? 0 : Math.min(...numbers());
    case 'ABS':
      return Math.abs(number(at(first)));
    case 'AND':
      return operands.every((operand) => single(operand));
    case 'ROWS':
      return first && 'range' in first ? first.range.length : 1;
    case 'IF':
      return single((first && single(first) ? second : third) ?? { value: false });
    case 'ROW':
      return first && 'range' in first ? first.top : null;
    case 'ROUND':
      return Number(number(at(first)).toFixed(number(at(second))));
    case 'INT':
      return Math.floor(number(at(first)));
    case 'MOD':
      return number(at(first)) % number(at(second));
    case 'INDEX':
      return first && 'range' in first
        ? (first.range[(number(at(second)) - 1) * first.across + number(at(third ?? { value: 1 })) - 1] ?? null)
        : null;
    case 'FIXED':
      return number(at(first)).toLocaleString('en-GB', {
        minimumFractionDigits: number(at(second)),
        maximumFractionDigits: number(at(second)),
      });
    case 'COUNTIF':
    case 'COUNTIFS':
      return countIf(operands);
    default:
      throw new Error(`the function ${name} is not known here`);
  }
}

/** Rows for which every range, by turns with its criterion, holds. */
function countIf(operands: readonly Operand[]): number {
  const pairs = operands.flatMap((operand, index) => ('range' in operand ? [{ range: operand.range, test: operands[index + 1] }] : []));
  const rows = pairs[0]?.range ?? [];
  return rows.filter((_, row) => pairs.every(({ range, test }) => meets(range[row] ?? null, test ? single(test) : null))).length;
}

function meets(value: Value, criterion: Value): boolean {
  const [, sign = '=', bound = ''] = /^(<=|>=|<>|<|>|=)?(.*)$/.exec(String(criterion)) ?? [];
  return typeof value === 'number' && compare(sign, value, Number(bound));
}

const columnsFrom = (from: string, to: string): number => columnNumber(to.replace(/\d/g, '')) - columnNumber(from.replace(/\d/g, '')) + 1;
const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
const columnName = (column: number): string =>
  (column > 26 ? columnName(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));

function rangeOf(from: string, to: string): readonly string[] {
  const [[, left = '', top = ''], [, right = '', bottom = '']] = [/^([A-Z]+)(\d+)$/.exec(from) ?? [], /^([A-Z]+)(\d+)$/.exec(to) ?? []];
  const columns = Array.from({ length: columnNumber(right) - columnNumber(left) + 1 }, (_, index) =>
    columnName(columnNumber(left) + index),
  );
  return Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, index) => Number(top) + index).flatMap((row) =>
    columns.map((column) => `${column}${row}`),
  );
}

/** Cells of a workbook whose formula comes to another value than they hold, a line each. */
export function wrongCells({ columns }: Workbook): readonly string[] {
  const cellAt: Cells = (reference) => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
    const column = columns[columnNumber(letters) - 1];
    return (row === '1' ? column?.header : column?.cells[Number(row) - 2]) ?? null;
  };
  const numbers = columns.flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'number'));
  const slack = 1e-9 * Math.max(1, ...numbers.map(Math.abs));
  return columns.flatMap(({ header, formula, cells }) =>
    cells.flatMap((cell, index) => {
      if (formula === null || cell === null) return [];
      const own = formula.replaceAll('#', String(index + 2));
      const value = evaluate(own, cellAt);
      const same = typeof cell === 'string' ? value === cell : Math.abs(Number(value) - cell) <= slack;
      return same ? [] : [`${header} ${index + 2} holds ${cell}, ${own} is ${value}`];
    }),
  );
}
