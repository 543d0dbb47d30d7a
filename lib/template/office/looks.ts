/** Colours, type and spacing of what no placeholder of the file shapes: charts, tables, free text. Taken from its theme and its body text. */
import { type Color, type ColorTransform, type SchemeSlot, scheme } from '../../core/color.js';
import { emu, inches, points, type Rect, type Size } from '../../core/units.js';
import type { XmlElement } from '../../package/xml.js';
import type { LevelStyle, TextStyle } from '../../scene/text.js';
import { contrast, distance, hexOf } from '../contrast.js';
import type { ChartLook, Grid, Ladder, Palette, Styles, TableLook, Template } from '../model.js';
import { colorIn } from './color.js';

export type Colored = Pick<Template, 'colors' | 'colorMap'>;

const percent = (name: ColorTransform['name'], value: number): ColorTransform => ({ name, percent: value });
const SLOTS: readonly SchemeSlot[] = ['tx1', 'bg1', 'tx2', 'bg2'];
const ACCENTS: readonly SchemeSlot[] = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'];
/** WCAG 2.2, 1.4.3 text and 1.4.11 graphics. */
const READABLE = 4.5;
const VISIBLE = 3;

/** A style whose literal colours follow the theme; a bullet's is its text's. */
export const followingTheme = (style: TextStyle, theme: Colored): TextStyle =>
  style.map((level) => {
    const color = level.color.kind === 'scheme' ? level.color : nearestSlot(level.color, theme);
    return {
      ...level,
      color,
      bullet: level.bullet && { ...level.bullet, color: level.bullet.color.kind === 'scheme' ? level.bullet.color : color },
    };
  });

/** The slot for a colour that a file writes as a literal, so that it follows the theme on our slides: the same colour, else the dark or the light that is nearer. */
function nearestSlot(color: Color, theme: Colored): Color {
  const same = [...SLOTS, ...ACCENTS]
    .map((slot) => scheme(slot))
    .find((slot) => hexOf(slot, theme).toLowerCase() === hexOf(color, theme).toLowerCase());
  const [dark, light] = [scheme('tx1'), scheme('bg1')];
  return same ?? (contrast(dark, color, theme) <= contrast(light, color, theme) ? dark : light);
}

/**
 * Colours by meaning (LOOKS, section 3): ink is what the body's own text has, for its designer made that readable on the ground, and paper the ground
 * where it is plain, else what stands out most from the ink.
 */
export function paletteOf(body: TextStyle, background: XmlElement | null, theme: Colored): Palette {
  const text = body[0]?.color ?? scheme('tx1');
  const ink =
    text.kind === 'scheme' && text.transforms.length === 0 && SLOTS.includes(text.slot as SchemeSlot) ? text : nearestSlot(text, theme);
  const opposite = [scheme('bg1'), scheme('tx1')].reduce((far, slot) =>
    contrast(slot, ink, theme) > contrast(far, ink, theme) ? slot : far,
  );
  const ground = background && groundOf(background);
  const paper =
    ground && contrast(ground, ink, theme) >= VISIBLE ? (ground.kind === 'scheme' ? ground : nearestSlot(ground, theme)) : opposite;
  const muted = contrast(scheme('tx2'), ground ?? paper, theme) >= READABLE ? scheme('tx2') : ink;
  const calm = contrast(scheme('bg2'), ink, theme) >= 7 && contrast(scheme('bg2'), paper, theme) < 1.6;
  const accents = ACCENTS.map((slot) => scheme(slot));
  return {
    ink,
    muted,
    paper,
    panel: calm ? scheme('bg2') : ({ ...ink, transforms: [percent('alpha', 7)] } as Color),
    accent: accents.find((accent) => contrast(accent, ground ?? paper, theme) >= VISIBLE) ?? ink,
    rule: neutral('rule', { ink, muted, paper }, theme),
    link: contrast(scheme('hlink'), ground ?? paper, theme) >= VISIBLE ? scheme('hlink') : ink,
  };
}

/** The colour of `p:bg`, where it is one. */
function groundOf(background: XmlElement): Color | null {
  const [kind] = background.children.filter((item) => typeof item !== 'string');
  if (!kind || typeof kind === 'string') return null;
  if (kind.name === 'p:bgRef') return colorIn(kind);
  const fill = kind.children.find((item): item is XmlElement => typeof item !== 'string' && item.name === 'a:solidFill');
  return fill ? colorIn(fill) : null;
}

/** A white text stands out more from a dark ground than a black one. */
export const isDark = (paper: Color, theme: Colored): boolean =>
  contrast(paper, { kind: 'literal', hex: 'FFFFFF' }, theme) > contrast(paper, { kind: 'literal', hex: '000000' }, theme);

const MIXES = {
  light: { context: [70, 30], soft: [40, 60], rule: [25, 75] },
  /** Of black, of which those would leave dark greys. */
  ink: { context: [50, 50], soft: [25, 75], rule: [15, 85] },
  dark: { context: [60, 0], soft: [40, 0], rule: [30, 0] },
} as const;

type Mix = keyof (typeof MIXES)['light'];

/** A grey of the neutrals (LOOKS, section 3): of the muted colour, or of the ink where the brand's own colour is too much like it. */
function neutral(mix: Mix, { ink, muted, paper }: Pick<Palette, 'ink' | 'muted' | 'paper'>, theme: Colored): Color {
  const grey = (base: Color, kind: keyof typeof MIXES): Color => {
    const [lumMod, lumOff] = MIXES[kind][mix];
    const transforms = [percent('lumMod', lumMod), ...(lumOff > 0 ? [percent('lumOff', lumOff)] : [])];
    return base.kind === 'scheme' ? { ...base, transforms: [...base.transforms, ...transforms] } : base;
  };
  if (isDark(paper, theme)) return grey(muted, 'dark');
  const [lumMod, lumOff] = MIXES.light.context;
  const context =
    muted.kind === 'scheme' ? { ...muted, transforms: [...muted.transforms, percent('lumMod', lumMod), percent('lumOff', lumOff)] } : muted;
  const apart = distance(context, scheme('accent1'), 'normal', theme);
  return muted === ink || apart < LEAST_APART ? grey(ink, 'ink') : grey(muted, 'light');
}

/** CIEDE2000 below which two colours of a chart are taken for one another. */
const LEAST_APART = 15;

/** Charts in the theme's accents; one that the ground would swallow comes last. */
export function chartLook(palette: Palette, grid: Grid, scale: number, theme: Colored): ChartLook {
  const { ink, muted, paper, panel, rule } = palette;
  const ranked = ACCENTS.map((slot) => scheme(slot)).sort((a, b) => faintness(a, paper, theme) - faintness(b, paper, theme));
  const [message = ink, comparison = ink, ...others] = ranked;
  return {
    message,
    comparison,
    categories: others.slice(0, 3),
    counterpole: others[3] ?? ink,
    context: neutral('context', palette, theme),
    soft: neutral('soft', palette, theme),
    rule,
    text: ink,
    muted,
    paper,
    panel,
    size: { wide: scaled(14, scale), narrow: scaled(12, scale), floor: scaled(11, scale) },
    wideFrom: emu(9 * grid.columnWidth + 8 * grid.gutter),
  };
}

/** 0 for what can be seen on the ground, more for what can hardly be. */
const faintness = (color: Color, paper: Color, theme: Colored): number => Math.max(0, VISIBLE - contrast(color, paper, theme));

/** Tables in the file's own style; where it has none, in ours. */
export const tableLook = (palette: Palette, styleId: string | null, scale: number): TableLook => ({
  styleId: styleId ?? NO_STYLE,
  styleName: '',
  head: { color: palette.ink, width: points(1) },
  rule: { color: palette.rule, width: points(0.5) },
  insets: { left: inches(0.1), top: inches(0.06 * scale), right: inches(0.1), bottom: inches(0.06 * scale) },
  rowHeight: inches(0.34 * scale),
  highlight: palette.panel,
  styled: styleId !== null,
});

/** PowerPoint's "No Style, No Grid". */
export const NO_STYLE = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';

/** How much smaller a slide is than the one that our sizes are for: type grows and shrinks with it when it is shown. */
export const scaleOf = ({ cy }: Size): number => Math.min(1.4, Math.max(0.75, cy / inches(7.5)));

/** Half points, never less than can be read. */
export const scaled = (size: number, scale: number): number => Math.max(9, Math.round(size * scale * 2) / 2);

/** The floor of running text (LOOKS, section 2), in points on a slide 7.5 inches high. */
const FLOOR = 14;
const RUNGS = 3;

/** A style's sizes and three rungs below, even steps down to the floor; a style that stands on the floor keeps its size. */
export function rungsOf(style: TextStyle, scale: number): Ladder['body'] {
  const own = style.map(({ size }) => size);
  const floor = Math.min(scaled(FLOOR, scale), own[0] ?? FLOOR);
  const ratio = (floor / (own[0] ?? FLOOR)) ** (1 / RUNGS);
  const rung = (n: number): readonly number[] => own.map((size) => Math.min(size, Math.max(floor, Math.round(size * ratio ** n))));
  return [own, ...Array.from({ length: RUNGS }, (_, n) => rung(n + 1))];
}

/** By which type gives way. */
export function ladderOf(body: TextStyle, scale: number): Ladder {
  const sizes = (...all: readonly number[]): readonly number[] => [...new Set(all.map((size) => scaled(size, scale)))];
  return {
    body: rungsOf(body, scale),
    table: sizes(14, 12, 11),
    code: sizes(14, 12),
    title: sizes(44, 40, 36, 32, 28, 24, 20),
    value: sizes(40, 32, 28),
    even: true,
  };
}

/** Styles of text that stands in boxes of its own. */
export function stylesOf(body: TextStyle, palette: Palette, scale: number): Styles {
  const [first] = body;
  if (!first) throw new TypeError('a body style has no levels');
  const own = body.map((level) => inTheme(level, palette));
  const { family, ...themed } = inTheme(first, palette);
  const minor: LevelStyle = family === undefined ? themed : { ...themed, family };
  const flat = (size: number, marks: Partial<LevelStyle> = {}): TextStyle => [
    {
      ...(marks.font ? themed : minor),
      size,
      bold: false,
      italic: false,
      align: 'left',
      lineSpacing: 1,
      spaceBefore: 0,
      spaceAfter: 0,
      marginLeft: emu(0),
      indent: emu(0),
      bullet: null,
      ...marks,
    },
  ];
  const size = first.size;
  return {
    body: own,
    heading: flat(Math.min(size, scaled(18, scale)), { bold: true }),
    table: flat(scaled(14, scale)),
    tableHead: flat(scaled(14, scale), { bold: true }),
    code: flat(scaled(14, scale), { font: 'mono' }),
    callout: flat(Math.min(size, scaled(18, scale)), { spaceBefore: 9 * scale }),
    quote: flat(scaled(28, scale), { font: 'major', spaceBefore: 9 * scale }),
    attribution: flat(scaled(16, scale), { color: palette.muted }),
    caption: flat(scaled(12, scale), { color: palette.muted }),
    sources: flat(scaled(10, scale), { color: palette.muted }),
    notes: flat(12),
  };
}

/** A level in colours that follow the theme. */
const inTheme = (level: LevelStyle, { ink }: Palette): LevelStyle => ({
  ...level,
  color: level.color.kind === 'scheme' ? level.color : ink,
  bullet: level.bullet && { ...level.bullet, color: level.bullet.color.kind === 'scheme' ? level.bullet.color : ink },
});

/** Twelve columns over the body's frame. */
export function gridOf(body: Rect, scale: number): Grid {
  const columns = 12;
  const gutter = inches(0.24 * scale);
  return {
    margin: body.x,
    columns,
    columnWidth: emu(Math.floor((body.cx - (columns - 1) * gutter) / columns)),
    gutter,
    unit: inches(0.125 * scale),
  };
}
