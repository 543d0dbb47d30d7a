/**
 * What a company's file draws behind a slide: background, shapes and pictures of its masters and layouts, for our own drawing only. A deck has the
 * file's own parts, so a build never reads this.
 */
import { isXmlType } from '../../../package/content-types.js';
import { relationshipKind } from '../../../package/names.js';
import type { Part } from '../../../package/package.js';
import { usePrefixesOfOffice } from '../../../package/prefixes.js';
import { child, decodeXml, find, parsePart, type XmlElement } from '../../../package/xml.js';
import type { Template, TemplateFile } from '../../model.js';
import { colorsOn } from '../brand.js';
import { themeOf } from '../color.js';
import type { InkTheme } from './inks.js';
import { backgroundOf, type Paint } from './paint.js';
import { artIn, type Drawn } from './shapes.js';
import type { Source } from './source.js';

export type { Outline } from './geometry.js';
export type { Ink } from './inks.js';
export type { Paint, Pen } from './paint.js';
export type { ArtPicture } from './pictures.js';
export type { Drawn, DrawnGroup, DrawnShape, Turn } from './shapes.js';
export type { ArtText } from './text.js';

/** What stands behind the slides of a layout. */
export interface Backdrop {
  /** Null: nothing that we can draw; the template's own paper then. */
  readonly ground: Paint | null;
  /** The master's art; empty where the layout hides it. */
  readonly behind: readonly Drawn[];
  /** The layout's own. */
  readonly items: readonly Drawn[];
  /** What text and colours on such a slide stand for: those of its own master. */
  readonly look: Pick<Template, 'colors' | 'colorMap' | 'fonts'>;
}

/** The backdrops of a file. */
export interface Backdrops {
  /** By the part of the layout. */
  readonly byPart: ReadonlyMap<string, Backdrop>;
  /** What of the art is not drawn, each kind once. */
  readonly skipped: readonly string[];
}

/** Reads what stands behind the slides of these layouts (their parts); nothing for a template of our own format. */
export function readBackdrops(template: Template, layouts: ReadonlySet<string>): Backdrops {
  const skipped = new Set<string>();
  const { file } = template;
  if (!file) return { byPart: new Map(), skipped: [] };
  const reader = readerOf(file);
  const byPart = [...layouts].flatMap((name) => {
    const backdrop = backdropOf(name, reader, template, (what) => void skipped.add(what));
    return backdrop ? [[name, backdrop] as const] : [];
  });
  return { byPart: new Map(byPart), skipped: [...skipped].sort() };
}

/** The parts of a file, each document read once. */
interface Reader {
  readonly parts: ReadonlyMap<string, Part>;
  readonly presentation: XmlElement | null;
  readonly root: (part: Part | null) => XmlElement | null;
  readonly related: (part: Part, kind: string) => Part | null;
}

function readerOf({ parts: list, presentation }: TemplateFile): Reader {
  const parts = new Map(list.map((part) => [part.name, part]));
  const roots = new Map<string, XmlElement | null>();
  const root = (part: Part | null): XmlElement | null => {
    if (!part) return null;
    const known = roots.get(part.name);
    if (known !== undefined) return known;
    const text = typeof part.data === 'string' ? part.data : isXmlType(part.contentType) ? decodeXml(part.data) : null;
    const made = text === null ? null : usePrefixesOfOffice(parsePart(part.name, text));
    roots.set(part.name, made);
    return made;
  };
  const related = (part: Part, kind: string): Part | null => {
    const link = part.relationships.find((item) => !item.external && relationshipKind(item.type) === kind);
    return (link && parts.get(link.target)) ?? null;
  };
  return { parts, presentation: root(parts.get(presentation) ?? null), root, related };
}

function backdropOf(name: string, reader: Reader, template: Template, skip: Source['skip']): Backdrop | null {
  const layoutPart = reader.parts.get(name) ?? null;
  const masterPart = layoutPart && reader.related(layoutPart, 'slideMaster');
  const [layout, master] = [reader.root(layoutPart), reader.root(masterPart)];
  if (!layoutPart || !masterPart || !layout || !master) return null;
  const themePart = reader.related(masterPart, 'theme');
  const themeRoot = reader.root(themePart);
  const theme = themeOf(themeRoot);
  const masterMap = child(master, 'p:clrMap')?.attributes ?? {};
  const ownMap = find(layout, 'p:clrMapOvr', 'a:overrideClrMapping')?.attributes ?? masterMap;
  const textStyles = [
    reader.presentation ? child(reader.presentation, 'p:defaultTextStyle') : undefined,
    find(master, 'p:txStyles', 'p:otherStyle'),
  ];
  const source = (part: Part, map: InkTheme['map']): Source => ({
    part,
    parts: reader.parts,
    theme: { colors: theme.colors, map: { ...USUAL, ...map } },
    formats: themeRoot ? find(themeRoot, 'a:themeElements', 'a:fmtScheme') : undefined,
    themePart,
    skip,
    textStyles,
  });
  const [onMaster, onLayout] = [source(masterPart, masterMap), source(layoutPart, ownMap)];
  const own = find(layout, 'p:cSld', 'p:bg');
  const ground = own ?? find(master, 'p:cSld', 'p:bg');
  const hidden = layout.attributes.showMasterSp === '0' || layout.attributes.showMasterSp === 'false';
  return {
    ground: ground ? backgroundOf(ground, own ? onLayout : { ...onMaster, theme: onLayout.theme }) : null,
    behind: hidden ? [] : artIn(master, onMaster),
    items: artIn(layout, onLayout),
    look: {
      ...colorsOn(theme, ownMap),
      fonts: { ...template.fonts, major: theme.major, minor: theme.minor },
    },
  };
}

/** What names stand for where no map says it. */
const USUAL: InkTheme['map'] = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };
