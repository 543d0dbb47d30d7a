/** Text styles of a file as `styles` of a template: each once, under the name of what uses it first. */
import { toInches } from '../../../core/units.js';
import type { LevelStyle, TextStyle, ThemeFonts } from '../../../scene/text.js';
import type { Template } from '../../model.js';
import { followingTheme } from '../looks.js';
import { expression } from './colors.js';

/** Styles by name; `nameFor` (with so many levels, 1 where nothing is said) gives the name of a style that is there, or takes it in. */
export interface StyleBook {
  readonly styles: Readonly<Record<string, readonly object[]>>;
  readonly nameFor: (style: TextStyle, wish: string, levels?: number) => string;
}

const rounded = (value: number, step: number): number => Math.round(Math.round(value / step) * step * 10_000) / 10_000;

/** `scale`: how much larger a slide of the template is than one of the file. */
export function styleBook(
  template: Template,
  fonts: Pick<ThemeFonts, 'major' | 'minor'>,
  scale: number,
  tell: (what: string) => void,
): StyleBook {
  const styles: Record<string, readonly object[]> = {};
  const byText = new Map<string, string>();
  const nameFor = (style: TextStyle, wish: string, levels = 1): string => {
    const data = followingTheme(style, template)
      .slice(0, levels)
      .map((level) => levelData(named(level, fonts), scale, tell));
    const text = JSON.stringify(data);
    const known = byText.get(text);
    if (known !== undefined && (known === wish || !Object.hasOwn(styles, wish))) return known;
    let name = wish;
    for (let n = 2; Object.hasOwn(styles, name) && JSON.stringify(styles[name]) !== text; n++) name = `${wish}${n}`;
    styles[name] = data;
    if (known === undefined) byText.set(text, name);
    return name;
  };
  return { styles, nameFor };
}

/** A level that names a family of the theme takes it from there. */
function named(level: LevelStyle, { major, minor }: Pick<ThemeFonts, 'major' | 'minor'>): LevelStyle {
  const { family, ...rest } = level;
  if (family === minor.latin) return { ...rest, font: 'minor' };
  return family === major.latin ? { ...rest, font: 'major' } : level;
}

/** Levels that a briefing's lists reach. */
export const LEVELS = 3;

/** A level without what the schema takes for granted. */
function levelData(level: LevelStyle, scale: number, tell: (what: string) => void): object {
  if (level.family !== undefined) tell(`text in "${level.family}" takes the theme's own font`);
  const said = <T>(key: string, value: T, usual: T): Readonly<Record<string, T>> => (value === usual ? {} : { [key]: value });
  const inches = (length: LevelStyle['indent']): number => rounded(toInches(length) * scale, 0.005);
  return {
    ...said('font', level.font, 'minor'),
    size: sizeOf(level.size, scale),
    ...said('bold', level.bold, false),
    ...said('italic', level.italic, false),
    ...said('capitals', level.capitals, false),
    color: expression(level.color),
    ...said('align', level.align, 'left'),
    ...said('lineSpacing', Math.min(300, Math.max(50, Math.round(level.lineSpacing * 100))), 100),
    ...said('spaceBefore', rounded(Math.max(0, level.spaceBefore) * scale, 0.5), 0),
    ...said('spaceAfter', rounded(Math.max(0, level.spaceAfter) * scale, 0.5), 0),
    ...said('marginLeft', inches(level.marginLeft), 0),
    ...said('indent', inches(level.indent), 0),
    ...(level.bullet ? { bullet: { character: level.bullet.character, color: expression(level.bullet.color) } } : {}),
  };
}

/** Half points, never less than the schema takes. */
export const sizeOf = (points: number, scale: number): number => Math.max(6, rounded(points * scale, 0.5));
