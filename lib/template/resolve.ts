/** From a template's data to frames and styles on a slide of one size. Pure. */
import type { Color } from '../core/color.js';
import { guid } from '../core/guid.js';
import type { Item } from '../scene/scene.js';
import type { TextStyle } from '../scene/text.js';
import { artItems, namedArt } from './art.js';
import { type Context, colorOf, type Fault, insetsOf, type Path, strokeOf, styleOf } from './context.js';
import { columnsWidth, type Geometry, geometryOf, toEmu } from './grid.js';
import { masterPlaceholders, resolveLayout } from './layouts.js';
import type { ChartLook, ClaimLook, Palette, Styles, TableLook, Template } from './model.js';
import type { FrameData, TemplateData } from './schema.js';
import { type SlideSize, slideSize } from './sizes.js';

/** A template, and what is wrong with its data; it is whole only where nothing is. */
export interface Resolution {
  readonly template: Template;
  readonly faults: readonly Fault[];
}

/** Resolves a template's data for slides of one size. Names that lead nowhere, frames off the grid and broken paths are told as faults. */
export function resolveTemplate(name: string, data: TemplateData, size: SlideSize, pictures: Context['pictures'] = new Map()): Resolution {
  const faults: Fault[] = [];
  const context = contextOf(data, geometryOf(data, slideSize(size)), pictures, faults);
  const template: Template = {
    name,
    title: data.title,
    description: data.description,
    variants: Object.keys(data.variants),
    size: slideSize(size),
    rightToLeft: false,
    colors: data.colors,
    colorMap: data.colorMap,
    fonts: data.fonts,
    grid: context.geometry.grid,
    palette: pick(context.palette, PALETTE),
    styles: pick(context.styles, STYLES),
    ladder: { ...data.ladder, even: false },
    table: tableLook(context),
    claims: claimLook(context),
    chart: chartLook(context),
    master: {
      background: colorOf(data.master.background, ['master', 'background'], context),
      art: namedArt(data.master.art, ['master', 'art'], context),
      placeholders: masterPlaceholders(context),
      title: context.styles.title ?? [],
      body: context.styles.body ?? [],
      other: context.styles.table ?? [],
    },
    layouts: Object.entries(data.layouts).map(([key, layout]) => resolveLayout(key, layout, context)),
    footer: data.footer,
    disclaimer: data.disclaimer,
    required: data.required,
    logo: logoOf(context),
    company: data.company,
    media: [],
    file: null,
  };
  for (const { key, name: shown } of template.layouts) {
    const first = template.layouts.find((other) => other.name === shown);
    if (first && first.key !== key) context.fault(['layouts', key, 'name'], `the layout "${first.key}" has the name "${shown}" too`);
  }
  return { template, faults };
}

const PALETTE = ['ink', 'muted', 'paper', 'panel', 'accent', 'rule', 'link'] as const satisfies readonly (keyof Palette)[];
const STYLES = [
  'body',
  'heading',
  'table',
  'tableHead',
  'code',
  'callout',
  'quote',
  'attribution',
  'caption',
  'sources',
  'notes',
] as const satisfies readonly (keyof Styles)[];

/** The entries of those names; the schema sees to it that they are there. */
const pick = <K extends string, V>(table: Readonly<Record<string, V>>, keys: readonly K[]): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, table[key]])) as Record<K, V>;

function contextOf(data: TemplateData, geometry: Geometry, pictures: Context['pictures'], faults: Fault[]): Context {
  const fault = (path: Path, message: string, ...hints: readonly string[]): void => void faults.push({ path, message, hints });
  const palette: Record<string, Color> = {};
  // In order, so that a name can build on those above it.
  for (const [key, value] of Object.entries(data.palette)) palette[key] = colorOf(value, ['palette', key], { palette, fault });
  const styles: Record<string, TextStyle> = {};
  for (const [key, levels] of Object.entries(data.styles)) styles[key] = styleOf(levels, ['styles', key], { palette, fault });
  return { data, geometry, palette, styles, pictures, fault };
}

/** The logo at the head of a page: in its margin, as high as a line and a half. */
function logoOf(context: Context): readonly Item[] {
  const { logo } = context.data;
  if (!logo) return [];
  const look = { fit: 'contain', align: 'left', anchor: 'top', mirrored: false } as const;
  const place = { x: [0.75, 3.25], y: [0.3125, 0.6875] } satisfies FrameData;
  return artItems({ draw: 'drawing', name: 'Logo', ...logo, ...look, ...place }, 'logo', ['logo'], context);
}

function tableLook(context: Context): TableLook {
  const { table, title } = context.data;
  const line = (key: 'head' | 'rule') => {
    const { color, width } = strokeOf(table[key], ['table', key], context);
    return { color, width };
  };
  return {
    styleId: guid('table style', title, table.styleName),
    styleName: table.styleName,
    head: line('head'),
    rule: line('rule'),
    insets: insetsOf(table.insets),
    rowHeight: toEmu(table.rowHeight),
    highlight: colorOf(table.highlight, ['table', 'highlight'], context),
    styled: false,
  };
}

function claimLook(context: Context): ClaimLook {
  const { scale, bold, color } = context.data.claims;
  return { scale: scale / 100, bold, color: colorOf(color, ['claims', 'color'], context) };
}

function chartLook(context: Context): ChartLook {
  const { chart } = context.data;
  const color = (key: Exclude<keyof ChartLook, 'categories' | 'size' | 'wideFrom'>): Color => colorOf(chart[key], ['chart', key], context);
  return {
    message: color('message'),
    comparison: color('comparison'),
    categories: chart.categories.map((text, index) => colorOf(text, ['chart', 'categories', index], context)),
    counterpole: color('counterpole'),
    context: color('context'),
    soft: color('soft'),
    rule: color('rule'),
    text: color('text'),
    muted: color('muted'),
    paper: color('paper'),
    panel: color('panel'),
    size: chart.size,
    wideFrom: columnsWidth(context.geometry, chart.wideFrom),
  };
}
