/** Fills and lines of a file's art, with those that a shape takes from the theme (ISO/IEC 29500-1, 20.1.8 and 20.1.4.1.14 fmtScheme). */
import { child, elements, find, type XmlElement } from '../../../package/xml.js';
import { type Ink, inkIn } from './inks.js';
import { type ArtPicture, pictureIn } from './pictures.js';
import type { Source } from './source.js';

/** What an area is filled with. */
export type Paint =
  | { readonly kind: 'solid'; readonly ink: Ink }
  /** `angle` in degrees clockwise from left to right; null: from the middle outwards. */
  | { readonly kind: 'gradient'; readonly angle: number | null; readonly stops: readonly { readonly at: number; readonly ink: Ink }[] }
  | { readonly kind: 'pattern'; readonly preset: string; readonly foreground: Ink; readonly background: Ink }
  | { readonly kind: 'picture'; readonly picture: ArtPicture };

/** A line; width in points, dashes in widths of the line. */
export interface Pen {
  readonly ink: Ink;
  readonly width: number;
  readonly dash: readonly number[];
}

const FILLS: ReadonlySet<string> = new Set([
  'a:noFill',
  'a:solidFill',
  'a:gradFill',
  'a:blipFill',
  'a:pattFill',
  'a:grpFill',
  'p:blipFill',
]);

/** The fill that properties say; undefined where they say none, null where they say that there is none. `group` is the one of the group around. */
export function fillIn(
  holder: XmlElement | undefined,
  source: Source,
  group: Paint | null,
  phClr: Ink | null = null,
): Paint | null | undefined {
  const node = holder && elements(holder).find(({ name }) => FILLS.has(name));
  return node && paintOf(node, source, group, phClr);
}

function paintOf(node: XmlElement, source: Source, group: Paint | null, phClr: Ink | null): Paint | null {
  switch (node.name) {
    case 'a:solidFill': {
      const ink = inkIn(node, source.theme, phClr);
      return ink && { kind: 'solid', ink };
    }
    case 'a:gradFill':
      return gradientOf(node, source, phClr);
    case 'a:pattFill': {
      const [foreground, background] = ['a:fgClr', 'a:bgClr'].map((name) => inkIn(child(node, name), source.theme, phClr));
      const white = { hex: 'FFFFFF', opacity: 1, theme: null };
      return foreground ? { kind: 'pattern', preset: node.attributes.prst ?? '', foreground, background: background ?? white } : null;
    }
    case 'a:blipFill':
    case 'p:blipFill': {
      const picture = pictureIn(node, source);
      return picture && { kind: 'picture', picture };
    }
    case 'a:grpFill':
      return group;
    default:
      return null;
  }
}

function gradientOf(node: XmlElement, { theme }: Source, phClr: Ink | null): Paint | null {
  const stops = elements(child(node, 'a:gsLst') ?? node, 'a:gs')
    .flatMap((stop) => {
      const ink = inkIn(stop, theme, phClr);
      return ink ? [{ at: Number.parseFloat(stop.attributes.pos ?? '0') / 100_000, ink }] : [];
    })
    .sort((a, b) => a.at - b.at);
  const linear = child(node, 'a:lin');
  const angle = child(node, 'a:path') ? null : Number(linear?.attributes.ang ?? 0) / 60_000;
  const [first] = stops;
  if (!first) return null;
  return stops.length === 1 ? { kind: 'solid', ink: first.ink } : { kind: 'gradient', angle, stops };
}

/** The fill of a shape: its own, else what its style takes from the theme. */
export function fillOf(
  properties: XmlElement | undefined,
  style: XmlElement | undefined,
  source: Source,
  group: Paint | null,
): Paint | null {
  const own = fillIn(properties, source, group);
  if (own !== undefined) return own;
  const reference = style && child(style, 'a:fillRef');
  return reference ? themed(reference, 'a:fillStyleLst', 1, source) : null;
}

/** The n-th fill of a list of the theme, in the colour of what refers to it. */
function themed(reference: XmlElement, list: string, first: number, source: Source): Paint | null {
  const index = Number(reference.attributes.idx ?? 0) - first;
  const node = index < 0 ? undefined : source.formats && elements(child(source.formats, list) ?? source.formats)[index];
  const own = source.themePart ? { ...source, part: source.themePart } : source;
  return node ? paintOf(node, own, null, inkIn(reference, source.theme)) : null;
}

/** Backgrounds of a theme count from here (ISO/IEC 29500-1, 19.3.1.3 bgRef). */
const BACKGROUNDS = 1001;

/** What `p:bg` puts behind a slide; null where it is nothing that we know. */
export function backgroundOf(node: XmlElement, source: Source): Paint | null {
  const own = child(node, 'p:bgPr');
  if (own) return fillIn(own, source, null) ?? null;
  const reference = child(node, 'p:bgRef');
  if (!reference) return null;
  const index = Number(reference.attributes.idx ?? 0);
  if (index < BACKGROUNDS) return themed(reference, 'a:fillStyleLst', 1, source);
  return themed(reference, 'a:bgFillStyleLst', BACKGROUNDS, source);
}

/** ISO/IEC 29500-1, 20.1.10.48, in widths of the line. */
const DASHES: Readonly<Record<string, readonly number[]>> = {
  dot: [1, 3],
  sysDot: [1, 1],
  dash: [4, 3],
  sysDash: [3, 1],
  lgDash: [8, 3],
  dashDot: [4, 3, 1, 3],
  sysDashDot: [3, 1, 1, 1],
  lgDashDot: [8, 3, 1, 3],
  lgDashDotDot: [8, 3, 1, 3, 1, 3],
  sysDashDotDot: [3, 1, 1, 1, 1, 1],
};

/** The line around a shape: its own, on top of what its style takes from the theme. */
export function penOf(properties: XmlElement | undefined, style: XmlElement | undefined, source: Source): Pen | null {
  const own = properties && child(properties, 'a:ln');
  const reference = style && child(style, 'a:lnRef');
  const index = Number(reference?.attributes.idx ?? 0) - 1;
  const themes = index < 0 ? undefined : source.formats && elements(child(source.formats, 'a:lnStyleLst') ?? source.formats, 'a:ln')[index];
  const phClr = inkIn(reference, source.theme);
  const paint = fillIn(own, source, null) ?? (own && child(own, 'a:noFill') ? null : fillIn(themes, source, null, phClr));
  if (!paint) return null;
  const ink = paint.kind === 'solid' ? paint.ink : paint.kind === 'gradient' ? paint.stops[0]?.ink : null;
  const width = Number(own?.attributes.w ?? themes?.attributes.w ?? 9525) / 12_700;
  const dash = [own, themes].flatMap((line) => (line && find(line, 'a:prstDash')?.attributes.val) ?? [])[0] ?? 'solid';
  return ink ? { ink, width: Math.max(0.25, width), dash: DASHES[dash] ?? [] } : null;
}
