/** Whether a brand's colours can be read and told apart: WCAG 2.2 contrast, CIEDE2000 as people with and without a colour deficiency see them. */
import {
  clampRgb,
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  type Rgb,
  wcagContrast,
} from 'culori';
import type { Color } from '../core/color.js';
import type { Fault, Path } from './context.js';
import type { Template } from './model.js';
import type { TemplateData } from './schema.js';

type Colored = Pick<Template, 'colors' | 'colorMap'>;

const toHsl = converter('hsl');
const toRgb = converter('rgb');
const toLinear = converter('lrgb');

/** What a colour comes to on the template's own colour map, `#rrggbb`, without its alpha; transformed in HSL as DrawingML has it (ISO/IEC 29500-1, 20.1.2.3.20). */
export function hexOf(color: Color, template: Colored): string {
  if (color.kind === 'literal') return `#${color.hex}`;
  const base = toHsl(`#${template.colors[slotOf(color, template)]}`);
  const l = color.transforms.reduce((light, { name, percent }) => {
    if (name === 'alpha') return light;
    return Math.min(1, name === 'lumMod' ? light * (percent / 100) : light + percent / 100);
  }, base?.l ?? 0);
  return formatHex({ mode: 'hsl', h: base?.h ?? 0, s: base?.s ?? 0, l });
}

type ThemeSlot = keyof Template['colors'];

/** The colour of the theme behind a name that the colour map may turn round. */
function slotOf({ slot }: Color & { kind: 'scheme' }, { colorMap }: Pick<Template, 'colorMap'>): ThemeSlot {
  return slot === 'tx1' || slot === 'bg1' || slot === 'tx2' || slot === 'bg2' ? colorMap[slot] : slot;
}

/** From 1 to 21 (WCAG 2.2, contrast ratio). */
export const contrast = (a: Color, b: Color, template: Colored): number => wcagContrast(hexOf(a, template), hexOf(b, template));

type Sight = 'normal' | 'protan' | 'deutan' | 'tritan';

/** A matrix on linear light, severity 1 (Machado, Oliveira and Fernandes 2009); culori's own filters put it on gamma-encoded values. */
const seenBy =
  (filter: (color: Rgb) => Rgb) =>
  (hex: string): Rgb | undefined => {
    const light = toLinear(hex);
    const seen = light && filter({ ...light, mode: 'rgb' });
    return seen && toRgb(clampRgb({ mode: 'lrgb', r: seen.r, g: seen.g, b: seen.b }));
  };

type Matrix = readonly [red: readonly number[], green: readonly number[], blue: readonly number[]];

/** A plane of colours in linear light (Viénot, Brettel and Mollon 1999, for sRGB). */
const projected =
  ([red, green, blue]: Matrix) =>
  ({ r, g, b }: Rgb): Rgb => {
    const row = (weights: readonly number[]): number => (weights[0] ?? 0) * r + (weights[1] ?? 0) * g + (weights[2] ?? 0) * b;
    return { mode: 'rgb', r: row(red), g: row(green), b: row(blue) };
  };

const VIENOT_PROTAN: Matrix = [
  [0.11238, 0.88762, 0],
  [0.11238, 0.88762, 0],
  [0.00401, -0.00401, 1],
];
const VIENOT_DEUTAN: Matrix = [
  [0.29275, 0.70725, 0],
  [0.29275, 0.70725, 0],
  [-0.02234, 0.02234, 1],
];

/** The models of each way of seeing; where there are two, the one that tells colours worse apart counts. */
const SIGHTS: Readonly<Record<Sight, readonly ((hex: string) => Rgb | undefined)[]>> = {
  normal: [toRgb],
  protan: [seenBy(filterDeficiencyProt(1)), seenBy(projected(VIENOT_PROTAN))],
  deutan: [seenBy(filterDeficiencyDeuter(1)), seenBy(projected(VIENOT_DEUTAN))],
  tritan: [seenBy(filterDeficiencyTrit(1))],
};

const deltaE = differenceCiede2000();

/** How far apart two colours look, as CIEDE2000, from 0. */
export function distance(a: Color, b: Color, sight: Sight, template: Colored): number {
  const [one, two] = [a, b].map((color) => hexOf(color, template));
  const apart = SIGHTS[sight].map((see) => [see(one ?? ''), see(two ?? '')] as const);
  return Math.min(...apart.map(([seen, other]) => (seen && other ? deltaE(seen, other) : 0)));
}

/** Text (WCAG 2.2, 1.4.3), and grey marks of a chart (1.4.11). */
const LEAST = { text: 4.5, mark: 3 } as const;
/** Below these two colours of a chart are taken for one another. */
const LEAST_APART: Readonly<Record<Sight, number>> = { normal: 15, protan: 10, deutan: 10, tritan: 9 };

/** What speaks against a template's colours, each at the colour that would have to change. */
export function colorFaults(data: TemplateData, template: Template): readonly Fault[] {
  const { palette, chart } = template;
  const grounds = (['paper', 'panel'] as const).map((name) => [name, palette[name]] as const);
  const texts = (['ink', 'muted', 'accent', 'link'] as const).map((name) => [name, palette[name], LEAST.text] as const);
  const checks = [...texts, ['context', chart.context, LEAST.mark] as const];
  const faint = checks.flatMap(([name, color, least]) =>
    (name === 'context' ? grounds.slice(0, 1) : grounds).flatMap(([ground, behind]): readonly Fault[] => {
      const ratio = contrast(color, behind, template);
      if (ratio >= least) return [];
      const message = `${name} on ${ground} has a contrast of ${ratio.toFixed(1)}, ${least} is the least that can be read`;
      return [{ path: pathOf(color, name, data), message, hints: ['make it darker on light ground, lighter on dark'] }];
    }),
  );
  return [...faint, ...alike(data, template)];
}

const pathOf = (color: Color, name: string, data: TemplateData): Path =>
  color.kind === 'scheme' ? ['colors', slotOf(color, data)] : ['palette', name];

/** The two colours of charts that are most alike, in every way of seeing in which they are too much so. */
function alike(data: TemplateData, template: Template): readonly Fault[] {
  const { message, comparison, categories, counterpole, context } = template.chart;
  const colors = [message, comparison, ...categories, counterpole, context];
  const pairs = colors.flatMap((a, index) => colors.slice(index + 1).map((b) => [a, b] as const));
  return (Object.keys(SIGHTS) as readonly Sight[]).flatMap((sight): readonly Fault[] => {
    const apart = pairs.map(([a, b]) => ({ a, b, apart: distance(a, b, sight, template) }));
    const [least] = apart.sort((one, two) => one.apart - two.apart);
    if (!least || least.apart >= LEAST_APART[sight]) return [];
    const names = [least.a, least.b].map((color) => nameOf(color, context)).join(' and ');
    const who = sight === 'normal' ? '' : ` to ${sight} eyes`;
    const words = `${names} look alike${who}: ΔE00 ${least.apart.toFixed(1)}, at least ${LEAST_APART[sight]} is needed in charts`;
    return [{ path: pathOf(least.a, 'accent', data), message: words, hints: ['let them differ in lightness'] }];
  });
}

const nameOf = (color: Color, context: Color): string => (color === context ? 'context' : color.kind === 'scheme' ? color.slot : color.hex);
