/** A template folder out of a company's file: its colours, fonts, type, layouts and art, in the format of our own templates. */
import { Document, isMap, isSeq, parse, visit } from 'yaml';
import type { Color, ColorTransform } from '../../../core/color.js';
import type { Rect } from '../../../core/units.js';
import { inches } from '../../../core/units.js';
import { levelStyle, type TextStyle } from '../../../scene/text.js';
import { isMap as isRecord, merge } from '../../merge.js';
import type { Layout, Placeholder, Template } from '../../model.js';
import { resolveTemplate } from '../../resolve.js';
import { templateSchema } from '../../schema.js';
import { type Backdrop, type Paint, readBackdrops } from '../backdrop/index.js';
import { readOfficeTemplate } from '../index.js';
import { isDark } from '../looks.js';
import { type ArtBook, type ArtContext, artEntries, fileFor } from './art.js';
import { expression, inkExpression } from './colors.js';
import { bandOf, layoutData, placeholderData } from './layouts.js';
import { LEVELS, sizeOf, styleBook } from './styles.js';

/** A file of the folder; `path` with slashes. */
export interface ImportedFile {
  readonly path: string;
  readonly data: string | Uint8Array;
}

/** What the folder builds on: a template of ours by name, and what its `template.yaml` says. */
export interface ImportBase {
  readonly name: string;
  readonly text: string;
}

/** A template folder. */
export interface ImportedTemplate {
  /** `template.yaml`, and the pictures of its art under `assets/`. */
  readonly files: readonly ImportedFile[];
  /** What of the file could not be carried over, a few words each. */
  readonly lost: readonly string[];
}

/**
 * A template folder made from a `.potx` or `.pptx`: `template.yaml`, which extends `base`, with the file's colours, fonts, type, layouts and art. Layouts of
 * the base that the file has none for are kept where they stand free between its title and its foot. Throws an Error with a plain sentence where
 * the file cannot be a template.
 */
export function importTemplate(bytes: Uint8Array, base: ImportBase): ImportedTemplate {
  const { template, removals } = readOfficeTemplate('template', bytes, 'none');
  const lost = new Set<string>(removals.map(({ what, which }) => `${what} (${which.replace(/^\//, '')})`));
  const tell = (what: string): void => void lost.add(what);
  const book: ArtBook = { drawings: {}, files: new Map(), logo: '' };
  const scale = HEIGHT / template.size.cy;
  const data = templateData(template, { book, template, scale, tell }, base);
  const text = yamlText(data, [
    `${template.title.replace(/[\p{C}]+/gu, ' ')}: read from a presentation, with its own colours, fonts, type, layouts and art. What "${base.name}" has and it has not is taken from there.`,
    'To build in the presentation itself, byte for byte: --template FILE.potx',
  ]);
  return { files: [{ path: 'template.yaml', data: text }, ...book.files.values()], lost: [...lost] };
}

/** Of the slides that a template is written for. */
const HEIGHT = inches(7.5);

function templateData(template: Template, context: ArtContext, base: ImportBase): object {
  const { book, scale, tell } = context;
  const { layouts, title, company, footer, colors, colorMap, grid } = template;
  const fonts = fontsOf(template);
  const styles = styleBook(template, fonts, scale, tell);
  const [content] = layouts;
  if (!content) throw new TypeError('a template has no layouts');
  const parts = new Set(layouts.flatMap(({ origin }) => origin?.part ?? []));
  const { byPart, skipped } = readBackdrops(template, parts);
  for (const what of skipped) tell(what);
  const art: Record<string, unknown> = brandArt(base);
  const groups: Record<string, object> = {};
  const looks = looksOf(layouts, byPart, art, context);
  styles.nameFor(content.placeholders.find(({ role }) => role === 'title')?.style ?? template.master.title, 'title');
  styles.nameFor(template.styles.body, 'body', LEVELS);
  const layoutBook = { ...context, styles, groups };
  const own = Object.fromEntries(
    layouts.map((layout, index) => [
      layout.key,
      layoutData(layout, { ...looks.of(layout), background: looks.background(layout, index) }, layoutBook),
    ]),
  );
  const shared = content.placeholders.filter(({ role }) => SHARED.has(role));
  const placeholders = Object.fromEntries(
    shared.map((item) => {
      const { use, ...rest } = placeholderData(item, content, layoutBook);
      return [use, item.role === 'body' ? { style: 'body' } : rest];
    }),
  );
  const data = {
    extends: base.name,
    title,
    description: '',
    company: company || title,
    footer,
    logo: book.logo === '' ? null : { drawing: book.logo },
    colors,
    colorMap,
    palette: paletteOf(template),
    fonts,
    grid: { margin: Math.round((grid.margin / 914_400) * scale * 1000) / 1000 },
    bands: bandsOf(content, scale),
    styles: styles.styles,
    ladder: laddersOf(template, styles.styles, scale),
    chart: chartOf(template),
    ...(Object.keys(book.drawings).length > 0 ? { drawings: book.drawings } : {}),
    art,
    ...(Object.keys(groups).length > 0 ? { groups } : {}),
    placeholders,
    head: [],
    foot: shared.filter(({ role }) => FOOT.has(role)).map(({ role }) => role),
    master: {
      background: looks.paper,
      art: looks.master,
      placeholders: [
        { use: 'title' },
        { use: 'text', idx: 1 },
        ...(['date', 'footer', 'slideNumber'] as const).flatMap((use, index) =>
          shared.some(({ role }) => role === use) ? [{ use, idx: index + 2 }] : [],
        ),
      ],
    },
    layouts: own,
  };
  return { ...data, layouts: { ...unfit(data, base), ...own } };
}

const SHARED: ReadonlySet<string> = new Set<Placeholder['role']>(['title', 'body', 'sources', 'date', 'footer', 'slideNumber']);
const FOOT: ReadonlySet<string> = new Set<Placeholder['role']>(['sources', 'date', 'footer', 'slideNumber']);

const paletteOf = (template: Template): object => {
  const { palette, chart } = template;
  const all = { ...palette, panel: panelOf(template), context: chart.context, soft: chart.soft };
  return Object.fromEntries(Object.entries(all).map(([name, color]) => [name, expression(color)]));
};

/** A veil of ink is a panel on any ground; where a template knows its paper, it is a tone of that. */
function panelOf(template: Template): Color {
  const { panel, paper } = template.palette;
  if (paper.kind === 'literal' || panel.kind === 'literal' || panel.transforms.every(({ name }) => name !== 'alpha')) return panel;
  const tone = isDark(paper, template) ? DARKER : LIGHTER;
  return { ...paper, transforms: [...paper.transforms, ...tone] };
}

const DARKER: readonly ColorTransform[] = [
  { name: 'lumMod', percent: 85 },
  { name: 'lumOff', percent: 15 },
];
const LIGHTER: readonly ColorTransform[] = [{ name: 'lumMod', percent: 95 }];

/** The theme's fonts; a family that titles or text name in their stead stands for them. */
function fontsOf({ fonts, master }: Template): Pick<Template['fonts'], 'major' | 'minor'> {
  const family = (style: TextStyle): { readonly latin?: string } => {
    const named = levelStyle(style, 0).family;
    return named === undefined ? {} : { latin: named };
  };
  return { major: { ...fonts.major, ...family(master.title) }, minor: { ...fonts.minor, ...family(master.body) } };
}

const chartOf = ({ chart }: Template): object => ({
  message: expression(chart.message),
  comparison: expression(chart.comparison),
  categories: chart.categories.map(expression),
  counterpole: expression(chart.counterpole),
});

/** The bands of content slides: title, subtitle, body, sources and footers where the file has them. */
function bandsOf(content: Layout, scale: number): object {
  const frame = (role: Placeholder['role']): Rect | undefined => content.placeholders.find((item) => item.role === role)?.frame;
  const band = (found: Rect | undefined): object | null => (found ? bandOf(found, scale) : null);
  const [top, bottom] = bandOf(content.body, scale);
  const under = Math.round((top + SUBTITLE) * 1000) / 1000;
  const named = { title: band(frame('title')), sources: band(frame('sources')), footer: band(frame('footer') ?? frame('slideNumber')) };
  return {
    ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== null)),
    subtitle: [top, under],
    body: [top, bottom],
    content: [Math.round((under + GAP) * 1000) / 1000, bottom],
  };
}

/** Inches: a line of 14 points, and what parts it from a chart. */
const SUBTITLE = 0.3125;
const GAP = 0.0625;

/** Steps that begin with the file's own sizes. */
function laddersOf(template: Template, styles: Readonly<Record<string, readonly object[]>>, scale: number): object {
  const [title] = styles.title ?? [];
  const first = Number((title as { readonly size?: number } | undefined)?.size ?? 28);
  const sizes = template.ladder.title.map((size) => sizeOf(size, scale)).filter((size) => size < first);
  return {
    title: [first, ...sizes],
    body: template.ladder.body.map((rung) => rung.slice(0, 3).map((size) => sizeOf(size, scale))),
  };
}

/** Which lists of art and which ground each layout has. */
function looksOf(layouts: readonly Layout[], byPart: ReadonlyMap<string, Backdrop>, art: Record<string, unknown>, context: ArtContext) {
  const backdropOf = ({ origin }: Layout): Backdrop | undefined => byPart.get(origin?.part ?? '');
  const lists = new Map<string, string>();
  const listFor = (items: Backdrop['items'], wish: string): readonly string[] => {
    if (items.length === 0) return [];
    const text = textOf(items);
    const known = lists.get(text);
    if (known !== undefined) return [known];
    const entries = artEntries(items, wish, context);
    lists.set(text, wish);
    art[wish] = entries;
    return [wish];
  };
  const [content] = layouts;
  const main = content && backdropOf(content);
  const master = [...groundArt(main?.ground ?? null, 'ground', art, context), ...(main ? listFor(main.behind, 'master') : [])];
  const grounds = new Map([[main?.ground ?? null, paperOf(main?.ground ?? null, context)]]);
  const of = (layout: Layout): { readonly art: readonly string[]; readonly masterArt: boolean } => {
    const backdrop = backdropOf(layout);
    if (!backdrop) return { art: [], masterArt: true };
    const same =
      JSON.stringify(backdrop.ground) === JSON.stringify(main?.ground) &&
      listFor(backdrop.behind, `master-${layout.key}`).every((name) => master.includes(name)) &&
      (backdrop.behind.length > 0 || main?.behind.length === 0);
    const behind = same
      ? []
      : [...groundArt(backdrop.ground, `ground-${layout.key}`, art, context), ...listFor(backdrop.behind, `master-${layout.key}`)];
    return { art: [...behind, ...listFor(backdrop.items, layout.key)], masterArt: same };
  };
  const background = (layout: Layout, _: number): string | null => {
    const own = backdropOf(layout)?.ground ?? null;
    const color = paperOf(own, context);
    return color === paper ? null : color;
  };
  const paper = [...grounds.values()][0] ?? 'paper';
  return { master, of, background, paper };
}

/** To compare by, without the bytes of pictures. */
const textOf = (value: unknown): string => JSON.stringify(value, (key, item: unknown) => (key === 'bytes' ? '' : item)) ?? '';

/** The colour of a ground; the template's paper under a picture. */
function paperOf(ground: Paint | null, { template, tell }: ArtContext): string {
  if (ground?.kind === 'solid') return inkExpression(ground.ink, template, tell);
  if (ground?.kind === 'pattern') return inkExpression(ground.background, template, tell);
  if (ground?.kind !== 'gradient') return 'paper';
  tell('gradients: one of their colours stands for them');
  const middle = ground.stops[Math.floor(ground.stops.length / 2)];
  return middle ? inkExpression(middle.ink, template, tell) : 'paper';
}

/** A picture as ground is art that covers the slide. */
function groundArt(ground: Paint | null, name: string, art: Record<string, unknown>, { book, tell }: ArtContext): readonly string[] {
  if (ground?.kind !== 'picture') return [];
  if (ground.picture.tile) tell('the tiles of a picture: it stands there once');
  book.drawings[name] = { file: fileFor(ground.picture.part, ground.picture.bytes, book) };
  art[name] = [{ draw: 'drawing', name: 'Ground', drawing: name, fit: 'cover', x: ['edge', 'edge'], y: ['edge', 'edge'] }];
  return [name];
}

/** What of the base's art is its brand and not its structure: drawings, and all that bleeds off the slide. Such lists are emptied. */
function brandArt({ text }: ImportBase): Record<string, unknown> {
  const all: unknown = parse(text);
  const art = isRecord(all) && isRecord(all.art) ? all.art : {};
  const isBrand = (items: unknown): boolean => /"draw":"drawing"|"edge"/.test(JSON.stringify(items));
  return Object.fromEntries(Object.entries(art).flatMap(([name, items]) => (isBrand(items) ? [[name, []]] : [])));
}

/** Layouts of the base that would not stand free between the file's title and its foot, each taken away. */
function unfit(data: { readonly layouts: Readonly<Record<string, object>>; readonly drawings?: object }, base: ImportBase): object {
  const drawings = Object.fromEntries(
    Object.entries(data.drawings ?? {}).map(([name, drawing]) => [
      name,
      'file' in drawing ? { width: 1, height: 1, paths: [{ data: 'M0 0L1 1' }] } : drawing,
    ]),
  );
  const merged = merge(parse(base.text), { ...data, drawings, extends: null });
  const checked = templateSchema.safeParse(merged);
  if (!checked.success) throw new TypeError(`the imported template is not sound: ${checked.error.message}`);
  const own = new Set(Object.keys(data.layouts));
  const { template } = resolveTemplate('import', checked.data, '16:9');
  const names = new Set(Object.values(data.layouts).map((layout) => String('name' in layout ? layout.name : '').toLowerCase()));
  const taken = template.layouts.filter((layout) => !own.has(layout.key) && (!standsFree(layout) || names.has(layout.name.toLowerCase())));
  const special = template.layouts.filter(({ key, purpose }) => !own.has(key) && own.has(purpose) && purpose !== 'content');
  return Object.fromEntries([...taken, ...special].map(({ key }) => [key, null]));
}

/** No two placeholders of a layout share a place, and none has lost its height. */
const standsFree = ({ placeholders }: Layout): boolean =>
  placeholders.every(({ frame, style }, index) => {
    if (frame.cy < levelStyle(style, 0).size * 12_700) return false;
    return placeholders.slice(index + 1).every((other) => !crosses(frame, other.frame));
  });

const SLACK = 12_700;
const crosses = (a: Rect, b: Rect): boolean =>
  a.x + SLACK < b.x + b.cx && b.x + SLACK < a.x + a.cx && a.y + SLACK < b.y + b.cy && b.y + SLACK < a.y + a.cy;

/** As YAML; what is short stands on one line. */
function yamlText(data: object, comments: readonly string[]): string {
  const document = new Document(data, { aliasDuplicateObjects: false });
  const short = (node: { toJSON(): unknown }): boolean => JSON.stringify(node.toJSON()).length < LINE;
  visit(document, {
    Pair: (_, pair) => {
      if ((isMap(pair.value) || isSeq(pair.value)) && short(pair.value)) pair.value.flow = true;
    },
    Map: (key, node) => {
      if (key !== null && key !== 'value' && short(node)) node.flow = true;
    },
  });
  document.commentBefore = comments.map((line) => ` ${line}`).join('\n');
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, nullStr: '' });
}

/** Characters. */
const LINE = 150;
