/** Colours as DrawingML writes them, and what theme they are taken from. */
import { type Color, type ColorTransform, type SchemeSlot, scheme, THEME_SLOTS, type ThemeSlot } from '../../core/color.js';
import { child, elements, find, type XmlElement } from '../../package/xml.js';
import type { FontSet } from '../../scene/text.js';

/** What a theme part says (ISO/IEC 29500-1, 20.1.6.9). */
export interface OfficeTheme {
  readonly name: string;
  readonly colors: Readonly<Record<ThemeSlot, string>>;
  readonly major: FontSet;
  readonly minor: FontSet;
}

/** Office's own colours, for slots that a theme leaves out. */
const OFFICE: Readonly<Record<ThemeSlot, string>> = {
  dk1: '000000',
  lt1: 'FFFFFF',
  dk2: '44546A',
  lt2: 'E7E6E6',
  accent1: '4472C4',
  accent2: 'ED7D31',
  accent3: 'A5A5A5',
  accent4: 'FFC000',
  accent5: '5B9BD5',
  accent6: '70AD47',
  hlink: '0563C1',
  folHlink: '954F72',
};

/** Reads a theme; `null` gives Office's own. */
export function themeOf(root: XmlElement | null): OfficeTheme {
  const colors = root && find(root, 'a:themeElements', 'a:clrScheme');
  const fonts = root && find(root, 'a:themeElements', 'a:fontScheme');
  const own = THEME_SLOTS.map((slot) => [slot, hexIn(colors ? child(colors, `a:${slot}`) : undefined) ?? OFFICE[slot]] as const);
  return {
    name: root?.attributes.name ?? '',
    colors: Object.fromEntries(own) as Record<ThemeSlot, string>,
    major: fontsIn(fonts ? child(fonts, 'a:majorFont') : undefined),
    minor: fontsIn(fonts ? child(fonts, 'a:minorFont') : undefined),
  };
}

function fontsIn(node: XmlElement | undefined): FontSet {
  const family = (name: string): string => (node && child(node, name)?.attributes.typeface) ?? '';
  return { latin: family('a:latin') || 'Calibri', eastAsian: family('a:ea'), complex: family('a:cs') };
}

const isHex = (text: string | undefined): text is string => /^[0-9a-f]{6}$/i.test(text ?? '');

function hexIn(holder: XmlElement | undefined): string | null {
  const [color] = holder ? elements(holder) : [];
  const hex = color?.attributes.lastClr ?? color?.attributes.val;
  return isHex(hex) ? hex.toUpperCase() : null;
}

const SLOTS: ReadonlySet<string> = new Set<SchemeSlot | ThemeSlot>(['tx1', 'bg1', 'tx2', 'bg2', ...THEME_SLOTS]);
const isSlot = (name: string): name is SchemeSlot | ThemeSlot => SLOTS.has(name);

/** Preset and system names that templates use for text. */
const NAMED: Readonly<Record<string, string>> = { black: '000000', white: 'FFFFFF', windowText: '000000', window: 'FFFFFF' };

/** The colour that an element holds (`a:solidFill`, `a:buClr`, `p:bgRef`); null where it holds none that we know. */
export function colorIn(holder: XmlElement): Color | null {
  const node = elements(holder).find(({ name }) => /^a:(?:schemeClr|srgbClr|sysClr|prstClr)$/.test(name));
  const value = node?.attributes.val ?? '';
  if (!node) return null;
  if (node.name === 'a:schemeClr') return isSlot(value) ? scheme(value, ...transformsIn(node)) : null;
  const hex = node.attributes.lastClr ?? NAMED[value] ?? value;
  return isHex(hex) ? { kind: 'literal', hex: hex.toUpperCase() } : null;
}

/** `tint` and `shade` go towards white and black in linear light; in lightness that is near enough to judge a contrast by. */
const transformsIn = (node: XmlElement): readonly ColorTransform[] =>
  elements(node).flatMap(({ name, attributes }): readonly ColorTransform[] => {
    const percent = Number(attributes.val) / 1000;
    if (!Number.isFinite(percent)) return [];
    if (name === 'a:lumMod' || name === 'a:lumOff' || name === 'a:alpha')
      return [{ name: name.slice(2) as ColorTransform['name'], percent }];
    if (name === 'a:shade') return [{ name: 'lumMod', percent }];
    return name === 'a:tint'
      ? [
          { name: 'lumMod', percent },
          { name: 'lumOff', percent: 100 - percent },
        ]
      : [];
  });
