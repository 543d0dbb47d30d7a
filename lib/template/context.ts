/** What the parts of a template are resolved against. */
import { type Color, scheme } from '../core/color.js';
import { closest } from '../core/suggest.js';
import { type Emu, emu, type Rect, rect } from '../core/units.js';
import type { Picture } from '../media/inspect.js';
import type { Stroke } from '../scene/scene.js';
import type { Insets, LevelStyle, TextStyle } from '../scene/text.js';
import { colorNames, parseColor } from './colors.js';
import { frameOf, type Geometry, toEmu } from './grid.js';
import type { FrameData, InsetsData, LevelData, StrokeData, TemplateData } from './schema.js';

export type Path = readonly PropertyKey[];

/** What is wrong with a template, and where in its file. */
export interface Fault {
  readonly path: Path;
  readonly message: string;
  readonly hints: readonly string[];
}

/** The data, what is resolved of it already, and where faults go. */
export interface Context {
  readonly data: TemplateData;
  readonly geometry: Geometry;
  readonly palette: Readonly<Record<string, Color>>;
  readonly styles: Readonly<Record<string, TextStyle>>;
  /** The picture files that art names, by their paths. */
  readonly pictures: ReadonlyMap<string, Picture>;
  fault(path: Path, message: string, ...hints: readonly string[]): void;
}

/** The entry of that name; a fault with a suggestion where there is none. */
export function lookUp<T>(
  table: Readonly<Record<string, T>>,
  name: string,
  what: string,
  path: Path,
  context: Pick<Context, 'fault'>,
): T | null {
  const found = Object.hasOwn(table, name) ? table[name] : undefined;
  if (found !== undefined) return found;
  const near = closest(name, Object.keys(table));
  context.fault(path, `there is no ${what} "${name}"`, ...(near === null ? [] : [`did you mean "${near}"?`]));
  return null;
}

/** A colour; ink and a fault where its name is unknown. */
export function colorOf(text: string, path: Path, { palette, fault }: Pick<Context, 'palette' | 'fault'>): Color {
  const color = parseColor(text, palette);
  if (color) return color;
  const [name = ''] = text.split(' ');
  const near = closest(name, colorNames(palette));
  fault(path, `there is no colour "${name}"`, ...(near === null ? [] : [`did you mean "${near}"?`]));
  return scheme('tx1');
}

/** A solid line. */
export const strokeOf = (data: StrokeData, path: Path, context: Pick<Context, 'palette' | 'fault'>): Stroke => ({
  color: colorOf(data.color, [...path, 'color'], context),
  width: toEmu(data.width),
  dash: 'solid',
});

export const insetsOf = ({ left, top, right, bottom }: InsetsData): Insets => ({
  left: toEmu(left),
  top: toEmu(top),
  right: toEmu(right),
  bottom: toEmu(bottom),
});

/** A frame; an empty one and a fault where it cannot be told. */
export function resolveFrame(data: FrameData, path: Path, context: Context, top: Emu = emu(0)): Rect {
  const frame = frameOf(context.geometry, data, top);
  if (typeof frame !== 'string') return frame;
  context.fault(path, frame);
  return rect(0, 0, 0, 0);
}

/** A text style with all its levels. */
export const styleOf = (levels: readonly LevelData[], path: Path, context: Pick<Context, 'palette' | 'fault'>): TextStyle =>
  levels.map((level, index) => levelOf(level, [...path, index], context));

const levelOf = (data: LevelData, path: Path, context: Pick<Context, 'palette' | 'fault'>): LevelStyle => ({
  font: data.font,
  size: data.size,
  bold: data.bold,
  italic: data.italic,
  capitals: data.capitals,
  color: colorOf(data.color, [...path, 'color'], context),
  align: data.align,
  lineSpacing: data.lineSpacing / 100,
  spaceBefore: data.spaceBefore,
  spaceAfter: data.spaceAfter,
  marginLeft: toEmu(data.marginLeft),
  indent: toEmu(data.indent),
  bullet: data.bullet && { character: data.bullet.character, color: colorOf(data.bullet.color, [...path, 'bullet', 'color'], context) },
});

/** The style of that name; the body's and a fault where there is none. */
export const namedStyle = (name: string, path: Path, context: Context): TextStyle =>
  lookUp(context.styles, name, 'style', path, context) ?? context.styles.body ?? [];
