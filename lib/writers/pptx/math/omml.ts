/** A Formula as Office Math (ISO/IEC 29500-1, 22.1): one writer for each kind. */
import { element, type XmlElement } from '../../../package/xml.js';
import type { Formula } from '../../../scene/formula.js';
import { controlXml, EMPTY_RUN, flag, type Looks, runXml, value } from './run.js';

/** The children of an argument: `m:e`, `m:num` …; never empty, for PowerPoint puts a dotted box where something is missing. */
function content(formula: Formula, looks: Looks): readonly XmlElement[] {
  const found = ommlOf(formula, looks);
  return found.length === 0 ? [EMPTY_RUN(looks)] : found;
}

const argument = (name: string, formula: Formula, looks: Looks): XmlElement => element(name, {}, ...content(formula, looks));

/** A formula as the children of `m:oMath`. */
export function ommlOf(formula: Formula, looks: Looks): readonly XmlElement[] {
  switch (formula.kind) {
    case 'letters':
      return formula.text === '' ? [] : [runXml(formula, looks)];
    case 'row':
      return formula.items.flatMap((item) => ommlOf(item, looks));
    case 'space':
      return spaceXml(formula.width, looks);
    case 'fraction': {
      const type = formula.bar ? [] : [element('m:fPr', {}, value('m:type', 'noBar'))];
      return [element('m:f', {}, ...type, argument('m:num', formula.numerator, looks), argument('m:den', formula.denominator, looks))];
    }
    case 'radical': {
      const hidden = formula.degree ? [] : [element('m:radPr', {}, flag('m:degHide'))];
      const degree = formula.degree ? argument('m:deg', formula.degree, looks) : element('m:deg');
      return [element('m:rad', {}, ...hidden, degree, argument('m:e', formula.body, looks))];
    }
    case 'scripts':
      return [scriptsXml(formula, looks)];
    case 'prescripts': {
      const [sub, sup] = [formula.sub ?? NOTHING, formula.sup ?? NOTHING];
      return [element('m:sPre', {}, argument('m:sub', sub, looks), argument('m:sup', sup, looks), argument('m:e', formula.base, looks))];
    }
    case 'nary':
      return [naryXml(formula, looks)];
    case 'fence': {
      const signs = [
        value('m:begChr', formula.open),
        value('m:sepChr', formula.separator),
        value('m:endChr', formula.close),
        flag('m:grow'),
        controlXml(looks),
      ];
      return [element('m:d', {}, element('m:dPr', {}, ...signs), ...formula.items.map((item) => argument('m:e', item, looks)))];
    }
    case 'matrix':
      return [matrixXml(formula, looks)];
    case 'aligned':
      return [element('m:eqArr', {}, ...formula.rows.map((cells) => element('m:e', {}, ...alignedXml(cells, looks))))];
    case 'accent':
      return [element('m:acc', {}, element('m:accPr', {}, value('m:chr', formula.mark)), argument('m:e', formula.body, looks))];
    case 'bar': {
      const position = value('m:pos', formula.position === 'above' ? 'top' : 'bot');
      return [element('m:bar', {}, element('m:barPr', {}, position), argument('m:e', formula.body, looks))];
    }
    case 'stretched':
      return [stretchedXml(formula, looks)];
    case 'limit': {
      const name = formula.position === 'above' ? 'm:limUpp' : 'm:limLow';
      return [element(name, {}, argument('m:e', formula.base, looks), argument('m:lim', formula.limit, looks))];
    }
    case 'function':
      return [element('m:func', {}, argument('m:fName', formula.name, looks), argument('m:e', formula.argument, looks))];
    case 'phantom': {
      const zero = [formula.width ? null : flag('m:zeroWid'), ...(formula.height ? [] : [flag('m:zeroAsc'), flag('m:zeroDesc')])];
      return [element('m:phant', {}, element('m:phantPr', {}, flag('m:show', false), ...zero), argument('m:e', formula.body, looks))];
    }
    case 'boxed':
      return [boxedXml(formula, looks)];
  }
}

const NOTHING: Formula = { kind: 'row', items: [] };

type Kind<K extends Formula['kind']> = Extract<Formula, { kind: K }>;

/** Spaces of Unicode, the widest first, in em. */
const SPACES: readonly (readonly [em: number, sign: string])[] = [
  [1, '\u2003'],
  [0.5, '\u2002'],
  [1 / 3, '\u2004'],
  [0.25, '\u2005'],
  [1 / 6, '\u2009'],
  [0.08, '\u200a'],
];

function spaceXml(width: number, looks: Looks): readonly XmlElement[] {
  let [rest, text] = [Math.min(width, MOST_SPACE), ''];
  for (const [em, sign] of SPACES) {
    while (rest >= em - 0.03) {
      text += sign;
      rest -= em;
    }
  }
  return text === '' ? [] : [runXml({ text, role: 'operator', alphabet: 'roman', bold: false, italic: false }, looks)];
}

/** Em. */
const MOST_SPACE = 20;

function scriptsXml({ base, sub, sup }: Kind<'scripts'>, looks: Looks): XmlElement {
  const name = sub && sup ? 'm:sSubSup' : sub ? 'm:sSub' : 'm:sSup';
  const scripts = [sub ? argument('m:sub', sub, looks) : null, sup ? argument('m:sup', sup, looks) : null];
  return element(name, {}, argument('m:e', base, looks), ...scripts);
}

function naryXml({ sign, limits, sub, sup, body }: Kind<'nary'>, looks: Looks): XmlElement {
  const properties = element(
    'm:naryPr',
    {},
    value('m:chr', sign),
    value('m:limLoc', limits === 'under' ? 'undOvr' : 'subSup'),
    sub ? null : flag('m:subHide'),
    sup ? null : flag('m:supHide'),
    controlXml(looks),
  );
  const limit = (name: string, formula: Formula | null): XmlElement => (formula ? argument(name, formula, looks) : element(name));
  return element('m:nary', {}, properties, limit('m:sub', sub), limit('m:sup', sup), argument('m:e', body, looks));
}

function matrixXml({ align, rows }: Kind<'matrix'>, looks: Looks): XmlElement {
  const columns = align.map((side) => element('m:mc', {}, element('m:mcPr', {}, value('m:count', '1'), value('m:mcJc', side))));
  const lines = rows.map((cells) => element('m:mr', {}, ...cells.map((cell) => argument('m:e', cell, looks))));
  return element('m:m', {}, element('m:mPr', {}, flag('m:plcHide'), element('m:mcs', {}, ...columns)), ...lines);
}

/** Cells parted by `&`: by turns a place to stand in line and a gap (22.1.2.34). */
const alignedXml = (cells: readonly Formula[], looks: Looks): readonly XmlElement[] =>
  cells.flatMap((cell, at) => [
    ...(at === 0 ? [] : [runXml({ text: '&', role: 'operator', alphabet: 'roman', bold: false, italic: false }, looks)]),
    ...content(cell, looks),
  ]);

/** The base of a brace stays on the line; an arrow that stands under its label is on the line itself (22.1.2.41, 22.1.2.115). */
function stretchedXml({ mark, position, body }: Kind<'stretched'>, looks: Looks): XmlElement {
  const [side, line] = position === 'above' ? ['top', 'bot'] : ['bot', /[→←↔⇒⇐⇔]/u.test(mark) ? 'bot' : 'top'];
  const properties = element('m:groupChrPr', {}, value('m:chr', mark), value('m:pos', side), value('m:vertJc', line));
  return element('m:groupChr', {}, properties, argument('m:e', body, looks));
}

function boxedXml({ strike, body }: Kind<'boxed'>, looks: Looks): XmlElement {
  if (strike === 'none') return element('m:borderBox', {}, argument('m:e', body, looks));
  const sides = ['m:hideTop', 'm:hideBot', 'm:hideLeft', 'm:hideRight'].map((name) => flag(name));
  const lines = [
    strike === 'across' ? flag('m:strikeH') : null,
    strike === 'up' || strike === 'both' ? flag('m:strikeBLTR') : null,
    strike === 'down' || strike === 'both' ? flag('m:strikeTLBR') : null,
  ];
  return element('m:borderBox', {}, element('m:borderBoxPr', {}, ...sides, ...lines), argument('m:e', body, looks));
}
