/** Formulas laid out as TeX does in its main lines (TeXbook, appendix G), with the widths of the twin of Times. */
import { drawnLetters, type Formula, type Letters, signsIn } from '../../scene/formula.js';
import { faceOf } from '../families.js';
import { type Box, beside, EMPTY, moved, space } from './box.js';
import { accentBox, barBox, boxedBox, isArrow, phantomBox, stacked, stretchedBox } from './decorated.js';
import { bracket, RULE, rootSign } from './marks.js';
import { ASCENT, AXIS, DESCENT, FAMILY, type Kind, slant } from './measures.js';
import { tableBox } from './table.js';

/** What a formula is laid out in. Points. */
interface Style {
  readonly size: number;
  readonly bold: boolean;
  /** Fractions are full size, limits stand under their sums. */
  readonly display: boolean;
  /** Inside scripts signs stand close. */
  readonly tight: boolean;
}

/** Scripts against their base; the least size that can be read, in points. */
const [SCRIPT, LEAST] = [0.7, 7];

const smaller = (style: Style): Style => ({
  ...style,
  size: Math.max(Math.min(LEAST, style.size), style.size * SCRIPT),
  display: false,
  tight: true,
});

/** The box of a formula at a size in points. */
export const layOutFormula = (formula: Formula, size: number, bold: boolean, display: boolean): Box =>
  boxOf(formula, { size, bold, display, tight: false });

function boxOf(formula: Formula, style: Style): Box {
  const em = style.size;
  switch (formula.kind) {
    case 'letters':
      return lettersBox(formula, style);
    case 'row':
      return rowBox(formula.items, style);
    case 'space':
      return space(formula.width * em);
    case 'fraction':
      return fractionBox(formula, style);
    case 'radical':
      return radicalBox(formula, style);
    case 'scripts':
      return beside([
        boxOf(formula.base, style),
        scriptsBox(boxOf(formula.base, style), formula.sub, formula.sup, style, slant(formula.base)),
      ]);
    case 'prescripts':
      return beside([scriptsBox(boxOf(formula.base, style), formula.sub, formula.sup, style, 0), boxOf(formula.base, style)]);
    case 'nary':
      return naryBox(formula, style);
    case 'fence':
      return fenceBox(formula, style);
    case 'matrix':
      return tableBox(cellsOf(formula.rows, { ...style, display: false }), formula.align, () => 0.9 * em, em);
    case 'aligned':
      return tableBox(
        cellsOf(formula.rows, { ...style, display: true }),
        (formula.rows[0] ?? []).map((_, at) => (at % 2 === 0 ? 'right' : 'left')),
        (at) => (at % 2 === 0 ? 0.28 * em : 1.5 * em),
        em,
      );
    case 'accent':
      return accentBox(formula, boxOf(formula.body, style), em);
    case 'bar':
      return barBox(formula, boxOf(formula.body, style), em);
    case 'stretched':
      return stretchedBox(formula, boxOf(formula.body, isArrow(formula) ? smaller(style) : style), em);
    case 'limit':
      return limitBox(boxOf(formula.base, style), formula, style);
    case 'function':
      return beside([
        boxOf(formula.name, style),
        space(/^[([]/.test(signsIn(formula.argument)) || formula.argument.kind === 'fence' ? 0 : 0.17 * em),
        boxOf(formula.argument, style),
      ]);
    case 'phantom':
      return phantomBox(formula, boxOf(formula.body, style));
    case 'boxed':
      return boxedBox(formula, boxOf(formula.body, style), em);
  }
}

const cellsOf = (rows: readonly (readonly Formula[])[], style: Style): readonly (readonly Box[])[] =>
  rows.map((line) => line.map((cell) => boxOf(cell, style)));

function lettersBox(letters: Letters, style: Style): Box {
  const { role, bold, italic } = letters;
  const glyphs = drawnLetters(letters).replace('\u22c5', '\u00b7');
  const em = style.size;
  const strong = bold || style.bold;
  const face = faceOf(FAMILY, strong, italic);
  let width = 0;
  for (const character of glyphs) {
    const code = character.codePointAt(0) ?? 0;
    width += (LONG_ARROW.test(character) ? 1.75 : Math.min(face.widths[code] ?? BEYOND, code >= 0x2200 ? BEYOND : 2)) * em;
  }
  const text = { kind: 'text', x: 0, y: 0, text: glyphs, size: em, bold: strong, italic } as const;
  const side = role === 'operator' && !style.tight ? (SPACES.find(([signs]) => signs.test(glyphs))?.[1] ?? 0) * em : 0;
  const before = /^[,;]$/.test(glyphs) ? 0 : side;
  return { width: width + before + side, ascent: ASCENT * em, descent: DESCENT * em, parts: [{ ...text, x: before }] };
}

const LONG_ARROW = /[\u27f5-\u27ff]/u;

/** Letters of the mathematical alphabets, and signs that the twin lacks, in em. */
const BEYOND = 0.72;

/** Spaces on both sides of signs, in em (TeXbook, chapter 18): relations, operations, punctuation. */
const SPACES: readonly (readonly [signs: RegExp, em: number])[] = [
  [/^(?:[=<>≠≡≤≥≪≫∈∉∋⊂⊃⊆⊇∼≃≅≈≐∝≺≻⊢⊨→←↔⇒⇐⇔⟶⟵⟹⟸⟺↦⟼:]|:=|[\u2a7d\u2a7e])$/u, 0.28],
  [/^[+\-−±∓×⋅·÷∗∘∪∩∧∨⊕⊖⊗⊘∖]$/u, 0.22],
  [/^[,;]$/, 0.17],
];

/** A sign at the start, or behind another sign, is one of its operand: no spaces. */
function rowBox(items: readonly Formula[], style: Style): Box {
  return beside(
    items.map((item, at) => {
      const before = items[at - 1];
      const unary =
        item.kind === 'letters' &&
        /^[+\-−±∓]$/u.test(item.text) &&
        (!before || (before.kind === 'letters' && before.role === 'operator' && !/^[)\]!…⋯]$/.test(before.text)));
      return boxOf(item, unary ? { ...style, tight: true } : style);
    }),
  );
}

function fractionBox({ bar, numerator, denominator }: Kind<'fraction'>, style: Style): Box {
  const em = style.size;
  const inner = style.display ? { ...style, display: false } : smaller(style);
  const [top, bottom] = [boxOf(numerator, inner), boxOf(denominator, inner)];
  const width = Math.max(top.width, bottom.width) + 0.2 * em;
  const gap = (style.display ? 0.14 : 0.08) * em;
  const axis = AXIS * em;
  const [up, down] = [axis + gap + top.descent, axis - gap - bottom.ascent];
  const rule = { kind: 'rule', x: 0.05 * em, y: -axis - (RULE * em) / 2, width: width - 0.1 * em, height: RULE * em } as const;
  return {
    width: width + 0.1 * em,
    ascent: up + top.ascent,
    descent: bottom.descent - down,
    parts: [...moved(top, (width - top.width) / 2, -up), ...(bar ? [rule] : []), ...moved(bottom, (width - bottom.width) / 2, -down)],
  };
}

function radicalBox({ degree, body }: Kind<'radical'>, style: Style): Box {
  const em = style.size;
  const inner = boxOf(body, style);
  const sign = rootSign(inner.width + 0.08 * em, inner.ascent, inner.descent, em);
  const root = { ...sign, parts: [...sign.parts, ...moved(inner, sign.left + 0.04 * em, 0)] };
  if (!degree) return root;
  const index = boxOf(degree, smaller(smaller(style)));
  const shift = Math.max(0, index.width - 0.3 * em);
  const lift = Math.max(0.45 * em, (root.ascent - root.descent) * 0.45);
  return {
    width: shift + root.width,
    ascent: Math.max(root.ascent, lift + index.ascent),
    descent: root.descent,
    parts: [...moved(index, Math.max(0, 0.3 * em - index.width), -lift), ...moved(root, shift, 0)],
  };
}

/** Scripts beside a base, from where the base ends. */
function scriptsBox(base: Box, sub: Formula | null, sup: Formula | null, style: Style, lean: number): Box {
  const em = style.size;
  const inner = smaller(style);
  const [low, high] = [sub ? boxOf(sub, inner) : EMPTY, sup ? boxOf(sup, inner) : EMPTY];
  const up = Math.max(0.38 * em, base.ascent - 0.32 * em);
  const down = Math.max(0.18 * em, base.descent - 0.05 * em, sub && sup ? low.ascent - up + high.descent + 0.08 * em : 0);
  return {
    width: Math.max(low.width, high.width + lean * em) + 0.05 * em,
    ascent: sup ? up + high.ascent : 0,
    descent: sub ? down + low.descent : 0,
    parts: [...moved(low, 0, down), ...moved(high, lean * em, -up)],
  };
}

function naryBox({ sign, limits, sub, sup, body }: Kind<'nary'>, style: Style): Box {
  const em = style.size;
  const large = em * (style.display ? 1.5 : 1.1);
  const width = (faceOf(FAMILY, false, false).widths[sign.codePointAt(0) ?? 0] ?? 0.8) * large;
  const axis = AXIS * em - 0.25 * large;
  const text = { kind: 'text', x: 0, y: -axis, text: sign, size: large, bold: false, italic: false } as const;
  const symbol: Box = { width, ascent: 0.78 * large + axis, descent: 0.25 * large - axis, parts: [text] };
  const under = limits === 'under' && style.display;
  const withLimits = under
    ? stacked(symbol, sup ? boxOf(sup, smaller(style)) : EMPTY, sub ? boxOf(sub, smaller(style)) : EMPTY, 0.1 * em)
    : beside([symbol, scriptsBox(symbol, sub, sup, style, 0)]);
  return beside([withLimits, space(0.14 * em), boxOf(body, style)]);
}

function fenceBox({ open, close, separator, items }: Kind<'fence'>, style: Style): Box {
  const em = style.size;
  const inner = items.map((item) => boxOf(item, style));
  const half = Math.max(0.5 * em, ...inner.map((box) => Math.max(box.ascent - AXIS * em, box.descent + AXIS * em)));
  const sign = (text: string): Box => bracket(text, half + AXIS * em, half - AXIS * em, em);
  return beside([sign(open), ...inner.flatMap((box, at) => (at === 0 ? [box] : [sign(separator), box])), sign(close)]);
}

function limitBox(base: Box, { position, limit }: Kind<'limit'>, style: Style): Box {
  const label = boxOf(limit, smaller(style));
  return position === 'above' ? stacked(base, label, EMPTY, 0.08 * style.size) : stacked(base, EMPTY, label, 0.08 * style.size);
}
