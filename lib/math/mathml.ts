/** MathML, as temml writes it, as a Formula: one reader for each element. What a deck cannot show is left out, never its letters. */
import { elements, textOf, type XmlElement } from '../package/xml.js';
import { type Formula, type Letters, row } from '../scene/formula.js';
import { lookOf, plainLetter } from './letters.js';
import { readRow } from './rows.js';
import { accentOf, isBar, isStretched } from './signs.js';
import { readTable } from './tables.js';

/** The formula of an element. */
export function readMath(node: XmlElement): Formula {
  const reader = READERS[node.name];
  return reader ? reader(node) : readRow(elements(node), readMath);
}

const NOTHING: Formula = { kind: 'row', items: [] };

const part = (node: XmlElement, index: number): Formula => {
  const found = elements(node)[index];
  return found ? readMath(found) : NOTHING;
};

const whole = (node: XmlElement): Formula => readRow(elements(node), readMath);

const READERS: Readonly<Record<string, (node: XmlElement) => Formula>> = {
  mi: (node) => letters(textOf(node), 'identifier', node.attributes.mathvariant !== 'normal' && /^\p{L}\p{M}*$/u.test(textOf(node))),
  mn: (node) => letters(textOf(node), 'number', false),
  mo: (node) => letters(textOf(node).replace(/[\u2061-\u2064]/g, ''), 'operator', false),
  mtext: (node) => letters(textOf(node), 'text', false),
  ms: (node) => plain(textOf(node), 'text'),
  mspace: (node) => ({ kind: 'space', width: emOf(node.attributes.width ?? '') }),
  mfrac: (node) => ({
    kind: 'fraction',
    bar: !/^0(?:\D|$)/.test(node.attributes.linethickness ?? ''),
    numerator: part(node, 0),
    denominator: part(node, 1),
  }),
  msqrt: (node) => ({ kind: 'radical', degree: null, body: withoutStruts(whole(node)) }),
  mroot: (node) => ({ kind: 'radical', degree: part(node, 1), body: withoutStruts(part(node, 0)) }),
  msub: (node) => ({ kind: 'scripts', base: part(node, 0), sub: part(node, 1), sup: null }),
  msup: (node) => ({ kind: 'scripts', base: part(node, 0), sub: null, sup: part(node, 1) }),
  msubsup: (node) => ({ kind: 'scripts', base: part(node, 0), sub: part(node, 1), sup: part(node, 2) }),
  munder: (node) => over(node, part(node, 0), elements(node)[1], 'below'),
  mover: (node) => over(node, part(node, 0), elements(node)[1], 'above'),
  munderover: (node) => over(node, over(node, part(node, 0), elements(node)[1], 'below'), elements(node)[2], 'above'),
  mmultiscripts: multiscripts,
  mtable: (node) => readTable(node, readMath),
  mphantom: (node) => ({ kind: 'phantom', width: true, height: true, body: whole(node) }),
  mpadded: padded,
  menclose: enclosed,
  merror: (node) => plain(textOf(node), 'text'),
  mrow: (node) => (/border:/.test(node.attributes.style ?? '') ? { kind: 'boxed', strike: 'none', body: whole(node) } : whole(node)),
  annotation: () => NOTHING,
};

const plain = (text: string, role: Letters['role'], italic = false): Letters => ({
  kind: 'letters',
  text,
  glyphs: text,
  role,
  alphabet: 'roman',
  bold: false,
  italic,
});

function letters(text: string, role: Letters['role'], italic: boolean): Formula {
  const parts: Letters[] = [];
  for (const character of text) {
    const look = lookOf(character);
    const next = { ...plain(look ? plainLetter(character) : character, role, look ? false : italic), ...look, glyphs: character };
    const last = parts.at(-1);
    const same = last && last.alphabet === next.alphabet && last.bold === next.bold && last.italic === next.italic;
    if (same) parts[parts.length - 1] = { ...last, text: last.text + next.text, glyphs: last.glyphs + character };
    else parts.push(next);
  }
  return row(parts);
}

/** A length in em; points are taken at ten to the em, as TeX has them. */
function emOf(width: string): number {
  const [, value = '0', unit = ''] = /^(-?[\d.]+)\s*([a-z]*)/.exec(width) ?? [];
  return Number(value) * (unit === 'pt' ? 0.1 : unit === 'ex' ? 0.43 : unit === 'mu' ? 1 / 18 : 1);
}

/** Without the empty spaces that hold a root open. */
const withoutStruts = (body: Formula): Formula =>
  body.kind === 'row' ? row(body.items.filter((item) => item.kind !== 'space' || item.width !== 0)) : body;

/** What stands over or under something: an accent, a bar, a brace, a limit. */
function over(node: XmlElement, base: Formula, mark: XmlElement | undefined, position: 'above' | 'below'): Formula {
  if (!mark) return base;
  const sign = mark.name === 'mo' ? textOf(mark) : '';
  const accent = position === 'above' && mark.attributes.stretchy !== 'true' ? accentOf(sign) : null;
  if (accent !== null && node.attributes.accent !== 'false') return { kind: 'accent', mark: accent, body: base };
  if (isBar(sign)) return { kind: 'bar', position, body: base };
  if (isStretched(sign)) return { kind: 'stretched', mark: sign, position, body: base };
  const wide = accentOf(sign);
  if (wide !== null && position === 'above') return { kind: 'accent', mark: wide, body: base };
  return labelled(base, readMath(mark), position);
}

/** A label over or under something; one over an arrow makes the arrow as wide as the label. */
function labelled(base: Formula, label: Formula, position: 'above' | 'below'): Formula {
  if (isBlank(label)) return base;
  if (base.kind === 'letters' && isStretched(base.text) && position === 'above')
    return { kind: 'stretched', mark: base.text, position: 'below', body: label };
  return { kind: 'limit', position, base, limit: label };
}

/** Nothing but space. */
const isBlank = (formula: Formula): boolean =>
  formula.kind === 'space' ||
  (formula.kind === 'row' && formula.items.every(isBlank)) ||
  (formula.kind === 'limit' && isBlank(formula.base));

function multiscripts(node: XmlElement): Formula {
  const parts = elements(node);
  const at = parts.findIndex(({ name }) => name === 'mprescripts');
  const script = (index: number): Formula | null => {
    const found = parts[index];
    return !found || found.name === 'none' || (found.name === 'mrow' && found.children.length === 0) ? null : readMath(found);
  };
  const [sub, sup] = at === 1 ? [null, null] : [script(1), script(2)];
  const base: Formula = sub || sup ? { kind: 'scripts', base: part(node, 0), sub, sup } : part(node, 0);
  return at === -1 ? base : { kind: 'prescripts', base, sub: script(at + 1), sup: script(at + 2) };
}

/** `\vphantom` and `\hphantom`. */
function padded(node: XmlElement): Formula {
  const { width, height } = node.attributes;
  const [only, ...others] = elements(node);
  if (only?.name !== 'mphantom' || others.length > 0) return whole(node);
  return { kind: 'phantom', width: !/^0/.test(width ?? ''), height: !/^0/.test(height ?? ''), body: whole(only) };
}

function enclosed(node: XmlElement): Formula {
  const notation = node.attributes.notation ?? '';
  const body = whole({ ...node, children: elements(node).filter(({ attributes }) => !/tml-cancel/.test(attributes.class ?? '')) });
  if (/\btop\b/.test(notation)) return { kind: 'bar', position: 'above', body };
  if (/\bbottom\b/.test(notation)) return { kind: 'bar', position: 'below', body };
  const [up, down] = [/updiagonalstrike/.test(notation), /downdiagonalstrike/.test(notation)];
  const strike = up && down ? 'both' : up ? 'up' : down ? 'down' : /horizontalstrike/.test(notation) ? 'across' : 'none';
  return strike === 'none' && !/box/.test(notation) ? body : { kind: 'boxed', strike, body };
}
