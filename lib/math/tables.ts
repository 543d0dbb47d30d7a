/** Tables of MathML: matrices, cases, and equations that stand in line below each other. */
import { elements, type XmlElement } from '../package/xml.js';
import { type Formula, row } from '../scene/formula.js';
import { type Reader, readRow } from './rows.js';

type Align = 'left' | 'center' | 'right';

const classOf = ({ attributes }: XmlElement): string => attributes.class ?? '';
const alignOf = (cell: XmlElement | undefined): Align => {
  const found = /tml-(left|right)/.exec(cell ? classOf(cell) : '')?.[1];
  return found === 'left' || found === 'right' ? found : 'center';
};

/** A table; the number of an equation (`\tag`) stands behind it. */
export function readTable(node: XmlElement, read: Reader): Formula {
  const lines = elements(node).map((line) => elements(line, 'mtd'));
  const kept = lines.map((line) => line.filter((cell) => !isMargin(cell)));
  const widest = kept.reduce((most, line) => (line.length > most.length ? line : most), kept[0] ?? []);
  const align = widest.map(alignOf);
  const rows = kept.map((line, at) => {
    const formulas = widest.map((_, column) => readRow(elements(line[column] ?? EMPTY), read));
    const tag = tagIn(lines[at] ?? []);
    return tag
      ? [...formulas.slice(0, -1), row([formulas.at(-1) ?? row([]), { kind: 'space', width: 2 }, readRow([tag], read)])]
      : formulas;
  });
  if (rows.length === 1 && align.length === 1 && lines[0]?.some(isMargin)) return row(rows[0] ?? []);
  return isAligned(node, align) ? { kind: 'aligned', rows } : { kind: 'matrix', align, rows };
}

const EMPTY: XmlElement = { name: 'mtd', attributes: {}, children: [] };

/** The cells left and right of a numbered equation. */
const isMargin = ({ attributes }: XmlElement): boolean => /width:50%/.test(attributes.style ?? '');

const tagIn = (line: readonly XmlElement[]): XmlElement | undefined =>
  line
    .filter(isMargin)
    .flatMap((cell) => elements(cell))
    .find((node) => /tml-tag/.test(classOf(node)));

/** `aligned`, `align`, `split`: right and left by turns, close together. */
const isAligned = (node: XmlElement, align: readonly Align[]): boolean =>
  /tml-jot/.test(classOf(node)) && align.length > 1 && align.every((side, at) => side === (at % 2 === 0 ? 'right' : 'left'));
