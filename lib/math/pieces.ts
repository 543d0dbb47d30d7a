/** Where the lines of an equation may end. */
import { type Formula, row } from '../scene/formula.js';
import { isOperation, isRelation } from './signs.js';

/** A formula in pieces, each but the first beginning with a relation or an operation: there PowerPoint breaks one that is too wide. */
export function piecesOf(formula: Formula): readonly Formula[] {
  if (formula.kind !== 'row') return [formula];
  const pieces: Formula[][] = [];
  for (const [index, item] of formula.items.entries()) {
    const before = formula.items[index - 1];
    const last = pieces.at(-1);
    if (last && !(before && breaksBefore(item, before))) last.push(item);
    else pieces.push([item]);
  }
  return pieces.length === 0 ? [formula] : pieces.map(row);
}

/** A sign behind another sign or a bracket belongs to what follows: `= −x`. */
const breaksBefore = (item: Formula, before: Formula): boolean =>
  item.kind === 'letters' &&
  item.role === 'operator' &&
  item.text !== '/' &&
  (isRelation(item.text) || isOperation(item.text)) &&
  !(before.kind === 'letters' && before.role === 'operator' && !/^[)\]}!]$/.test(before.text));
