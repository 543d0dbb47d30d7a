/** The format of `template.yaml`: brand data only. One schema, checked once at the border; names that it uses are looked up in `resolve.ts`. */
import { z } from 'zod';
import { THEME_SLOTS } from '../core/color.js';

const text = z.string();

/** Inches as a number, or a number with its unit. */
const length = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?(in|pt|mm)$/)], {
  error: 'expected a length: a number of inches, or "1pt", "5mm", "0.5in"',
});

/** A slot of the theme or a name of the palette, then transformations: `tx2 lumMod 70 lumOff 30`, `paper alpha 30`. */
const color = z.string().regex(/^[a-zA-Z]\w*( (lumMod|lumOff|alpha) \d+(\.\d+)?)*$/, {
  error: 'expected a theme colour or a name of the palette, as in "accent1" or "tx2 lumMod 70 lumOff 30"',
});

const hex = z.string().regex(/^[0-9A-Fa-f]{6}$/, { error: 'expected six hexadecimal digits in quotes, as in "0B5578"' });

const themeSlot = z.enum(THEME_SLOTS);
const colorMap = z.strictObject({ bg1: themeSlot, tx1: themeSlot, bg2: themeSlot, tx2: themeSlot });
const fontSet = z.strictObject({ latin: text, eastAsian: text.default(''), complex: text.default('') });
const stroke = z.strictObject({ color, width: length });

/** One level of a text style. Sizes and spaces in points, line spacing in percent of the font's own pitch. */
const level = z.strictObject({
  font: z.enum(['major', 'minor', 'mono']).default('minor'),
  size: z.number().min(6).max(400),
  bold: z.boolean().default(false),
  italic: z.boolean().default(false),
  capitals: z.boolean().default(false),
  color: color.default('tx1'),
  align: z.enum(['left', 'center', 'right']).default('left'),
  lineSpacing: z.number().min(50).max(300).default(100),
  spaceBefore: z.number().min(0).default(0),
  spaceAfter: z.number().min(0).default(0),
  marginLeft: length.default(0),
  indent: length.default(0),
  bullet: z.strictObject({ character: text, color }).nullable().default(null),
});
const style = z.array(level).min(1).max(9);

/** A column from 1, or the slide's edge. */
const column = z.union([z.int().min(1), z.literal('edge')], { error: 'expected a column (1, 2 …) or "edge"' });
/** Inches from the slide's upper left corner, a part of the slide's width or height, or the slide's far edge. */
const place = z.union([length, z.string().regex(/^-?\d+(\.\d+)?%$/), z.literal('edge')], {
  error: 'expected a length, a percentage of the slide such as "25%", or "edge"',
});
/** A band's name, or the upper and lower end. */
const rows = z.union([text, z.tuple([place, place])], { error: 'expected the name of a band, or [top, bottom]' });

/** Where something stands: first and last column, or x; and y. */
const frame = { columns: z.tuple([column, column]).optional(), x: z.tuple([place, place]).optional(), y: rows.optional() };

const insets = z.strictObject({ left: length, top: length, right: length, bottom: length });
const content = z.enum(['text', 'chart', 'table', 'picture', 'code', 'figures', 'quote', 'statement', 'any']);
const role = z.enum([
  'title',
  'subtitle',
  'body',
  'heading',
  'chart',
  'table',
  'picture',
  'caption',
  'value',
  'label',
  'quote',
  'attribution',
  'statement',
  'number',
  'authors',
  'date',
  'footer',
  'slideNumber',
  'sources',
  'kicker',
  'contact',
  'details',
  'disclaimer',
]);
const placeholderType = z.enum(['title', 'ctrTitle', 'subTitle', 'body', 'obj', 'chart', 'tbl', 'pic', 'dt', 'ftr', 'sldNum']);
const anchor = z.enum(['top', 'middle', 'bottom']);

/** A placeholder that layouts can use. */
const placeholder = z.strictObject({
  name: text,
  role,
  type: placeholderType,
  /** Left out: the next that is free in the layout, from 1. */
  idx: z.int().min(0).optional(),
  style: text,
  prompt: text,
  anchor: anchor.default('top'),
  insets: insets.default({ left: 0, top: 0, right: 0, bottom: 0 }),
  ...frame,
});

/** A placeholder of a layout: one of `placeholders`, with what differs here; or one of `groups`, several times. */
const use = z.strictObject({
  use: text,
  ...placeholder.omit({ anchor: true, insets: true }).partial().shape,
  anchor: anchor.optional(),
  insets: insets.optional(),
  /** Makes it a region that takes this content. */
  accepts: z.array(content).min(1).optional(),
  /** Where a group stands: its columns and its top. */
  at: z
    .array(z.strictObject({ columns: z.tuple([column, column]), y: length }))
    .min(1)
    .optional(),
});

const art = z.discriminatedUnion('draw', [
  z.strictObject({ draw: z.enum(['rect', 'ellipse']), name: text, fill: color, ...frame }),
  z.strictObject({ draw: z.literal('line'), name: text, stroke, ...frame }),
  z.strictObject({
    draw: z.literal('drawing'),
    name: text,
    drawing: text,
    /** `contain`: wholly inside the frame; `cover`: no part of the frame is left free. Never distorted. */
    fit: z.enum(['contain', 'cover']).default('contain'),
    align: z.enum(['left', 'right']).default('left'),
    anchor: z.enum(['top', 'bottom']).default('top'),
    /** All of it in one colour; left out: its own. */
    fill: color.optional(),
    mirrored: z.boolean().default(false),
    ...frame,
  }),
]);

/** Art: SVG path data in a space of its own, which follows the theme, or a picture file, which does not; where there are both, the file. */
const drawing = z.strictObject({
  width: z.number().positive().optional(),
  height: z.number().positive().optional(),
  paths: z
    .array(z.strictObject({ data: text, fill: color.optional(), stroke: stroke.optional() }))
    .min(1)
    .optional(),
  /** PNG, JPEG, GIF, WebP, AVIF, TIFF or SVG; the path starts at the folder of this template.yaml. */
  file: text.optional(),
  /** The same in one colour, for where art gives the drawing a `fill`: on ground that its own colours do not show on. */
  recolored: text.optional(),
});

const layout = z.strictObject({
  name: text,
  /** ISO/IEC 29500-1, 19.7.15. */
  type: z.enum([
    'title',
    'tx',
    'twoColTx',
    'tbl',
    'txAndChart',
    'chartAndTx',
    'chart',
    'titleOnly',
    'blank',
    'txAndObj',
    'objAndTx',
    'objOnly',
    'obj',
    'objOverTx',
    'txOverObj',
    'fourObj',
    'twoObj',
    'cust',
    'secHead',
    'twoTxTwoObj',
    'objTx',
    'picTx',
  ]),
  /** `named`: used only where an author names it. */
  purpose: z.enum(['cover', 'section', 'agenda', 'content', 'named', 'sources', 'closing', 'blank']).default('content'),
  /** In reading order. */
  placeholders: z.array(use),
  /** Placeholders at head and foot; left out: the template's own. */
  head: z.array(text).optional(),
  foot: z.array(text).optional(),
  /** Names of `art`. */
  art: z.array(text).default([]),
  background: color.optional(),
  masterArt: z.boolean().default(true),
});

/** Keys of front matter that a brand can demand: the date as of which the figures stand, the marking, who answers for it. */
export const REQUIRABLE = [
  'title',
  'subtitle',
  'author',
  'date',
  'marking',
  'footer',
  'audience',
  'keywords',
  'as-of',
  'contact',
  'disclaimer',
] as const;

/** The largest first. */
const steps = z.array(z.number()).min(1);

/** The whole file. */
export const templateSchema = z.strictObject({
  /** Another template, by name or folder: this file says only what differs. Maps are merged, lists replaced, an empty key takes one away. */
  extends: text.optional(),
  title: text,
  /** What the brand is for, in a few words. */
  description: text.default(''),
  company: text,
  footer: text,
  /** On the closing slide of every deck whose briefing has no disclaimer of its own; an empty line parts paragraphs. */
  disclaimer: text.default(''),
  /** The drawing at the head of notes and handouts; `fill` where its own colours do not show on white. */
  logo: z.strictObject({ drawing: text, fill: color.optional() }).optional(),
  /** Front matter that every briefing in this brand must have; one without it is an error. */
  required: z.array(z.enum(REQUIRABLE)).default([]),
  colors: z.record(themeSlot, hex),
  /** Which theme colour text and background take; turned round, the brand is dark. */
  colorMap: colorMap.default({ bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' }),
  /** Colours by meaning. More names may follow; every other part of the file can use them. */
  palette: z.object({ ink: color, muted: color, paper: color, panel: color, accent: color, rule: color, link: color }).catchall(color),
  fonts: z.strictObject({ major: fontSet, minor: fontSet, mono: text }),
  /** Every y is written for a slide of this `height`. On a higher one what stands at `rise` or lower moves down. */
  grid: z.strictObject({ margin: length, columns: z.int().min(1), gutter: length, unit: length, height: length, rise: length }),
  bands: z.object({ body: z.tuple([length, length]) }).catchall(z.tuple([length, length])),
  /** Text by what it is. More names may follow, for placeholders. */
  styles: z
    .object({
      body: style,
      heading: style,
      table: style,
      tableHead: style,
      code: style,
      callout: style,
      quote: style,
      attribution: style,
      caption: style,
      sources: style,
      notes: style,
      title: style,
    })
    .catchall(style),
  ladder: z.strictObject({ body: z.array(steps).min(1), table: steps, code: steps, title: steps, value: steps }),
  table: z.strictObject({ styleName: text, head: stroke, rule: stroke, insets, rowHeight: length, highlight: color }),
  /** The word behind a claim, `disputed`: its size in percent of the text that it stands in, its weight and colour. */
  claims: z
    .strictObject({ scale: z.number().min(50).max(100).default(75), bold: z.boolean().default(true), color: color.default('muted') })
    .default({ scale: 75, bold: true, color: 'muted' }),
  chart: z.strictObject({
    message: color,
    comparison: color,
    categories: z.array(color),
    counterpole: color,
    context: color,
    soft: color,
    rule: color,
    text: color,
    muted: color,
    paper: color,
    panel: color,
    /** Points; `wideFrom` in columns. */
    size: z.strictObject({ wide: z.number(), narrow: z.number(), floor: z.number() }),
    wideFrom: z.int().min(1),
  }),
  /** The same brand in other colours, as `name:variant`: a dark one for print. */
  variants: z
    .record(
      text,
      z.strictObject({
        colors: z.partialRecord(themeSlot, hex).default({}),
        colorMap: colorMap.optional(),
        palette: z.record(text, color).default({}),
      }),
    )
    .default({}),
  drawings: z.record(text, drawing).default({}),
  art: z.record(text, z.array(art)).default({}),
  placeholders: z.record(text, placeholder),
  /** Placeholders and art that repeat side by side, y counted from the group's top. */
  groups: z.record(text, z.strictObject({ placeholders: z.array(use).min(1), art: z.array(art).default([]) })).default({}),
  /** Placeholders that every layout has before its own (a kicker) and behind them, unless it has a list of its own. */
  head: z.array(text).default([]),
  foot: z.array(text),
  master: z.strictObject({ background: color, art: z.array(text).default([]), placeholders: z.array(use) }),
  layouts: z.record(text, layout),
});

/** A template as its file says it. */
export type TemplateData = z.infer<typeof templateSchema>;
export type Length = z.infer<typeof length>;
export type FrameData = { readonly [K in keyof typeof frame]?: z.infer<(typeof frame)[K]> | undefined };
export type LevelData = z.infer<typeof level>;
export type StrokeData = z.infer<typeof stroke>;
export type InsetsData = z.infer<typeof insets>;
export type PlaceholderData = z.infer<typeof placeholder>;
export type UseData = z.infer<typeof use>;
export type ArtData = z.infer<typeof art>;
export type DrawingData = z.infer<typeof drawing>;
export type LayoutData = z.infer<typeof layout>;
