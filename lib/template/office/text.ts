/** Text styles of placeholders: what each level inherits from presentation, master and layout (ISO/IEC 29500-1, 21.1.2.4 and 19.3.1.36). */
import { scheme } from '../../core/color.js';
import { emu } from '../../core/units.js';
import { child, elements, type XmlElement } from '../../package/xml.js';
import type { Align, LevelStyle, TextStyle } from '../../scene/text.js';
import { colorIn } from './color.js';

/** Levels that a briefing can reach. */
const LEVELS = 5;

/** The style that list styles give, each overruling those before it: `p:defaultTextStyle`, `p:bodyStyle`, `a:lstStyle` of master and layout. */
export const styleOf = (lists: readonly (XmlElement | undefined)[]): TextStyle =>
  Array.from({ length: LEVELS }, (_, level) => {
    const own = lists.flatMap(
      (list) => (list && child(list, `a:lvl${level + 1}pPr`)) ?? (list && level === 0 ? child(list, 'a:defPPr') : undefined) ?? [],
    );
    return levelOf(own);
  });

/** Whether list styles say how large text is: where none does, looks are inherited by nobody. */
export const saysSize = (lists: readonly (XmlElement | undefined)[]): boolean =>
  lists.some((list) => list && elements(list).some((level) => child(level, 'a:defRPr')?.attributes.sz !== undefined));

/** What the prompt of a placeholder looks like, level by level, as a list style would say it. */
export function promptStyle(shape: XmlElement): XmlElement {
  const body = child(shape, 'p:txBody');
  const levels = (body ? elements(body, 'a:p') : []).flatMap((paragraph) => {
    const properties = child(paragraph, 'a:pPr');
    const run = elements(paragraph).find(({ name }) => name === 'a:r' || name === 'a:fld') ?? paragraph;
    const looks = child(run, 'a:rPr') ?? child(paragraph, 'a:endParaRPr');
    if (!looks) return [];
    const name = `a:lvl${Number(properties?.attributes.lvl ?? 0) + 1}pPr`;
    return [
      { name, attributes: properties?.attributes ?? {}, children: [...(properties?.children ?? []), { ...looks, name: 'a:defRPr' }] },
    ];
  });
  return { name: 'a:lstStyle', attributes: {}, children: levels };
}

function levelOf(layers: readonly XmlElement[]): LevelStyle {
  const runs = layers.flatMap((layer) => child(layer, 'a:defRPr') ?? []);
  const last = <T>(items: readonly XmlElement[], read: (item: XmlElement) => T | undefined): T | undefined =>
    items.reduceRight<T | undefined>((found, item) => found ?? read(item), undefined);
  const attribute = (items: readonly XmlElement[], name: string): string | undefined => last(items, ({ attributes }) => attributes[name]);
  const size = Number(attribute(runs, 'sz') ?? 1800) / 100;
  const family = last(runs, (item) => child(item, 'a:latin')?.attributes.typeface);
  return {
    font: family?.startsWith('+mj') ? 'major' : 'minor',
    ...(family && !family.startsWith('+') ? { family } : {}),
    size,
    bold: isTrue(attribute(runs, 'b')),
    italic: isTrue(attribute(runs, 'i')),
    capitals: attribute(runs, 'cap') === 'all',
    color: last(runs, (item) => colorOf(child(item, 'a:solidFill'))) ?? scheme('tx1'),
    align: ALIGN[attribute(layers, 'algn') ?? ''] ?? 'left',
    ...(isTrue(attribute(layers, 'rtl')) ? { rightToLeft: true } : {}),
    lineSpacing: last(layers, (item) => spacing(child(item, 'a:lnSpc'), size)) ?? 1,
    spaceBefore: last(layers, (item) => space(child(item, 'a:spcBef'), size)) ?? 0,
    spaceAfter: last(layers, (item) => space(child(item, 'a:spcAft'), size)) ?? 0,
    marginLeft: emu(Number(attribute(layers, 'marL') ?? 0)),
    indent: emu(Number(attribute(layers, 'indent') ?? 0)),
    bullet: bulletOf(layers),
  };
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
const ALIGN: Readonly<Record<string, Align>> = { l: 'left', ctr: 'center', r: 'right', just: 'left', dist: 'left' };

const colorOf = (fill: XmlElement | undefined) => (fill && colorIn(fill)) ?? undefined;

/** What a font's own pitch is taken for where spacing is in points, in em. */
const PITCH = 1.2;

const percent = (value: string | undefined): number => Number.parseFloat(value ?? '') / (value?.endsWith('%') ? 100 : 100_000);

function spacing(node: XmlElement | undefined, size: number): number | undefined {
  const [kind] = node ? elements(node) : [];
  if (!kind) return undefined;
  return kind.name === 'a:spcPct' ? percent(kind.attributes.val) : Number(kind.attributes.val) / 100 / (size * PITCH);
}

function space(node: XmlElement | undefined, size: number): number | undefined {
  const [kind] = node ? elements(node) : [];
  if (!kind) return undefined;
  return kind.name === 'a:spcPct' ? percent(kind.attributes.val) * size * PITCH : Number(kind.attributes.val) / 100;
}

const BULLETS: ReadonlySet<string> = new Set(['a:buNone', 'a:buChar', 'a:buAutoNum', 'a:buBlip']);
/** Families whose letters are signs: the letter itself would say nothing. */
const SYMBOLS = /wingdings|webdings|symbol|marlett|dingbats/i;

function bulletOf(layers: readonly XmlElement[]): LevelStyle['bullet'] {
  const all = layers.flatMap((layer) => elements(layer));
  const mark = all.findLast(({ name }) => BULLETS.has(name));
  if (!mark || mark.name === 'a:buNone') return null;
  const font = all.findLast(({ name }) => name === 'a:buFont' || name === 'a:buFontTx')?.attributes.typeface ?? '';
  const character = mark.attributes.char ?? '•';
  const color = all.findLast(({ name }) => name === 'a:buClr' || name === 'a:buClrTx');
  return { character: SYMBOLS.test(font) || character === '' ? '•' : character, color: (color && colorIn(color)) ?? scheme('tx1') };
}
