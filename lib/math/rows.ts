/** A row of MathML elements: what belongs together in Office's model stands side by side in MathML. */
import { elements, textOf, type XmlElement } from '../package/xml.js';
import { type Formula, type Letters, row } from '../scene/formula.js';
import { isIntegral, isNary, isOperation, isPunctuation, isRelation } from './signs.js';

export type Reader = (node: XmlElement) => Formula;

const APPLY = '\u2061';

const isApply = (node: XmlElement | undefined): boolean => node?.name === 'mo' && textOf(node) === APPLY;
const isGroup = ({ name, attributes }: XmlElement): boolean => name === 'mrow' && !/border:/.test(attributes.style ?? '');

/** Groups of one element are that element; a group that ends in "apply" goes on outside it. */
function unwrapped(nodes: readonly XmlElement[]): readonly XmlElement[] {
  return nodes.flatMap((node): readonly XmlElement[] => {
    const inner = elements(node);
    if (!isGroup(node) || fenceIn(inner)) return [node];
    const last = inner.findLast(({ name }) => name !== 'mspace');
    return inner.length === 1 || isApply(last) ? unwrapped(inner) : [node];
  });
}

/** The formula of elements side by side. */
export function readRow(nodes: readonly XmlElement[], read: Reader): Formula {
  const fence = fenceIn(nodes);
  if (fence) return { kind: 'fence', ...fence.signs, items: fence.parts.map((part) => readRow(part, read)) };
  const items: Formula[] = [];
  const queue = [...unwrapped(nodes)];
  for (let next = queue.shift(); next; next = queue.shift()) items.push(readItem(next, queue, read));
  return row(merged(items.flatMap((item) => (item.kind === 'row' ? item.items : [item]))));
}

/** The formula of an element with what it takes from behind it. */
function readItem(node: XmlElement, queue: XmlElement[], read: Reader): Formula {
  const nary = naryOf(node, read);
  if (nary) return { ...nary, body: readRow(takeBody(queue), read) };
  if (isApply(queue[0])) {
    queue.shift();
    while (queue[0]?.name === 'mspace') queue.shift();
    const first = queue.shift();
    return first ? { kind: 'function', name: read(node), argument: readItem(first, queue, read) } : read(node);
  }
  const formula = read(node);
  const before = formula.kind === 'scripts' && formula.base.kind === 'row' && formula.base.items.length === 0 ? formula : null;
  const base = before ? queue.shift() : undefined;
  return before && base ? { ...before, kind: 'prescripts', base: readItem(base, queue, read) } : formula;
}

const signOf = (node: XmlElement | undefined): string => (node?.name === 'mo' ? textOf(node) : '');

/** A sum or an integral without its body; null for anything else. */
function naryOf(node: XmlElement, read: Reader): Omit<Extract<Formula, { kind: 'nary' }>, 'body'> | null {
  const [base, one, two] = elements(node);
  const alone = signOf(node);
  if (isNary(alone)) return { kind: 'nary', sign: alone, limits: isIntegral(alone) ? 'beside' : 'under', sub: null, sup: null };
  const sign = signOf(base);
  if (!base || !isNary(sign)) return null;
  const script = (found: XmlElement | undefined): Formula | null => (found ? read(found) : null);
  const limits = node.name.startsWith('ms') ? 'beside' : 'under';
  switch (node.name) {
    case 'msub':
    case 'munder':
      return { kind: 'nary', sign, limits, sub: script(one), sup: null };
    case 'msup':
    case 'mover':
      return { kind: 'nary', sign, limits, sub: null, sup: script(one) };
    case 'msubsup':
    case 'munderover':
      return { kind: 'nary', sign, limits, sub: script(one), sup: script(two) };
    default:
      return null;
  }
}

/** What a sum is over: up to the next relation, operation or comma. */
function takeBody(queue: XmlElement[]): readonly XmlElement[] {
  const ends = (node: XmlElement, index: number): boolean => {
    const sign = signOf(node);
    return isRelation(sign) || isPunctuation(sign) || sign === ')' || (index > 0 && isOperation(sign));
  };
  const end = queue.findIndex(ends);
  return queue.splice(0, end === -1 ? queue.length : end);
}

/** Brackets that grow, and what is between them, parted at bars that grow too; null where a row has none. */
function fenceIn(nodes: readonly XmlElement[]) {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (nodes.length < 2 || !first || !last || !isFence(first, 'prefix') || !isFence(last, 'postfix')) return null;
  const inside = nodes.slice(1, -1);
  const bars = inside.filter(isMiddle);
  const parts: XmlElement[][] = [[]];
  for (const node of inside) {
    if (isMiddle(node)) parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return { signs: { open: signOf(first), close: signOf(last), separator: signOf(bars[0]) || '|' }, parts };
}

const isFence = ({ name, attributes: { fence, stretchy, form } }: XmlElement, side: string): boolean =>
  name === 'mo' && fence === 'true' && stretchy !== 'false' && (form ?? side) === side;

const isMiddle = ({ name, attributes: { stretchy, form } }: XmlElement): boolean =>
  name === 'mo' && stretchy === 'true' && form === 'infix';

/** Neighbours of one look as one stretch of letters; signs stay apart, for their spaces. */
function merged(items: readonly Formula[]): readonly Formula[] {
  return items.reduce<Formula[]>((all, item) => {
    const last = all.at(-1);
    if (item.kind === 'letters' && item.text === '') return all;
    if (item.kind === 'space' && item.width <= 0) return all;
    if (last?.kind === 'letters' && item.kind === 'letters' && alike(last, item))
      all[all.length - 1] = { ...last, text: last.text + item.text, glyphs: last.glyphs + item.glyphs };
    else all.push(item);
    return all;
  }, []);
}

const alike = (one: Letters, other: Letters): boolean =>
  one.role === other.role &&
  one.role !== 'operator' &&
  one.alphabet === other.alphabet &&
  one.bold === other.bold &&
  one.italic === other.italic;
