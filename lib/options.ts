/** How a deck is built: what the library takes, and whether it was given that. */
import type { SlideSize } from './briefing/briefing.js';
import type { ChartKind } from './briefing/chart.js';
import type { BlockKind } from './briefing/kind.js';
import { LEVELS, type Levels } from './briefing/levels.js';
import type { Cache } from './core/cache.js';
import type { Host } from './core/host.js';
import { type SourceText, sourceText } from './core/source.js';
import { closest } from './core/suggest.js';
import type { TemplateDefinition } from './template/define.js';
import type { Template } from './template/model.js';
import { slideSize } from './template/sizes.js';

/** A briefing: its text, a text with the path that it stands for, or a file. */
export type BriefingSource = string | { readonly path: string; readonly text: string } | URL;

/** How a deck is built. Every option may be left out. */
export interface BuildOptions {
  /**
   * A name in `templates/`, a folder, a company's own `.potx` or `.pptx`, one made by `defineTemplate`, or one that `loadTemplate` gave;
   * default: the front matter's, else `meridian`.
   */
  readonly template?: string | TemplateDefinition | Template;
  /** Where the slides that a company's template has go: `before` or `after` the deck's own; default: nowhere. */
  readonly templateSlides?: 'before' | 'after';
  /** Default: the front matter's, else `16:9`. */
  readonly size?: SlideSize;
  /** Where files are read; default: Node's file system, kept inside the briefing's folder and `allowDirs`. */
  readonly host?: Host;
  /** Folders besides the briefing's own that files may be read from. */
  readonly allowDirs?: readonly string[];
  /**
   * Font files (TTF, OTF, TTC): text in a family of theirs is measured with their widths, and our own drawing takes the letters from them that
   * it lacks. Relative paths are the working folder's.
   */
  readonly fonts?: readonly string[];
  /** Further kinds of block; they come before our own. */
  readonly blocks?: readonly BlockKind[];
  /** Further kinds of chart; they come before our own. */
  readonly charts?: readonly ChartKind[];
  /** Hosts that pictures may be fetched from by the default host: `example.org`, `*.example.org`, `example.org:8443`. Default: none. */
  readonly allowRemote?: readonly string[];
  /** Pixels an inch of the slide that pictures are scaled down to, from 72 to 600. Default: the front matter's, else 220. */
  readonly pictureDpi?: number;
  /** Where finished pictures are kept between builds. Default: nowhere. */
  readonly cache?: Cache;
  /** Seconds since 1970 for the document properties where the briefing has no date (`SOURCE_DATE_EPOCH`). Default: 1980-01-01. */
  readonly sourceDateEpoch?: number;
  /** The readers, of those in the briefing's `audiences`, for whom the deck is. Default: the front matter's `audience`, else all. */
  readonly audience?: string;
  /** Values of variables, by their names (`launch.date`), in place of those in the front matter's `vars`; read as YAML would be. */
  readonly vars?: Readonly<Record<string, string>>;
  /** Speaker notes in Markdown, put behind the briefing's own: each heading names a slide by its title or its key. Default: none. */
  readonly notes?: string | { readonly path: string; readonly text: string };
  /** Whether a deck is made in spite of errors: a frame names each in place of its block, and the marking says DRAFT. Default: false. */
  readonly draft?: boolean;
  /** Levels of the rules of `check`, by their codes; what the briefing says comes first. */
  readonly check?: Levels;
}

/** What each option must be. */
const OPTIONS: Readonly<Record<keyof BuildOptions, { readonly is: string; check(value: unknown): boolean }>> = {
  template: {
    is: 'a name, a folder or a template',
    check: (value) => typeof value === 'string' || (typeof value === 'object' && value !== null),
  },
  templateSlides: { is: 'before or after', check: (value) => value === 'before' || value === 'after' },
  size: { is: '16:9, 4:3 or A4', check: (value) => value === '16:9' || value === '4:3' || value === 'A4' },
  host: { is: 'a Host', check: (value) => typeof value === 'object' && value !== null },
  allowDirs: { is: 'a list of folders', check: (value) => Array.isArray(value) && value.every((dir) => typeof dir === 'string') },
  fonts: { is: 'a list of paths', check: (value) => Array.isArray(value) && value.every((path) => typeof path === 'string') },
  blocks: { is: 'a list of block kinds', check: Array.isArray },
  charts: { is: 'a list of chart kinds', check: Array.isArray },
  allowRemote: { is: 'a list of hosts', check: (value) => Array.isArray(value) && value.every((host) => typeof host === 'string') },
  pictureDpi: { is: 'a number from 72 to 600', check: (value) => typeof value === 'number' && value >= 72 && value <= 600 },
  cache: { is: 'a Cache', check: (value) => typeof value === 'object' && value !== null },
  check: {
    is: 'a record of levels by rule',
    check: (value) => typeof value === 'object' && value !== null && Object.values(value).every(isLevel),
  },
  sourceDateEpoch: { is: 'a number of seconds', check: Number.isFinite },
  audience: { is: 'a name', check: (value) => typeof value === 'string' },
  draft: { is: 'true or false', check: (value) => typeof value === 'boolean' },
  notes: {
    is: 'a text, or {path, text}',
    check: (value) => typeof value === 'string' || isNamedText(value),
  },
  vars: {
    is: 'a record of texts by names',
    check: (value) => typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string'),
  },
};

const isLevel = (value: unknown): boolean => LEVELS.some((level) => level === value);

/** Throws a TypeError for options that are not of their type, or that nobody knows. */
export function checkOptions(options: BuildOptions): void {
  if (typeof options !== 'object' || options === null) throw new TypeError('options must be an object');
  const known: Readonly<Record<string, { readonly is: string; check(value: unknown): boolean }>> = OPTIONS;
  for (const [name, value] of Object.entries(options)) {
    const option = known[name];
    if (!option) throw new TypeError(`there is no option "${name}"${suggestion(closest(name, Object.keys(known)))}`);
    if (value !== undefined && !option.check(value)) throw new TypeError(`option "${name}" must be ${option.is}`);
  }
}

/** A loaded template is drawn up for one size: another one beside it is a mistake. */
export function checkSize({ template, size }: BuildOptions): void {
  if (size === undefined || typeof template !== 'object' || !isLoaded(template)) return;
  const { cx, cy } = slideSize(size);
  if (template.size.cx !== cx || template.size.cy !== cy)
    throw new TypeError(`option "size" is ${size}, but the template was loaded for another size`);
}

const suggestion = (near: string | null): string => (near === null ? '' : `; did you mean "${near}"?`);

const isNamedText = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  typeof value.path === 'string' &&
  'text' in value &&
  typeof value.text === 'string';

/** A briefing as one of the forms that the library takes; a TypeError for anything else. */
export function checkSource(input: BriefingSource): void {
  if (typeof input === 'string' || input instanceof URL) return;
  if (!isNamedText(input)) throw new TypeError('a briefing is a string, {path, text} or a file URL');
}

/** Whether a template is ready for use: its layouts are a list, those of a definition have names. */
export const isLoaded = (template: TemplateDefinition | Template): template is Template => Array.isArray(template.layouts);

/** What makes one briefing several decks, for the hash. */
export const variantOf = ({ audience, vars, notes }: BuildOptions): readonly string[] =>
  audience === undefined && vars === undefined && notes === undefined
    ? []
    : [JSON.stringify([audience ?? null, Object.entries(vars ?? {}).sort(), notes ?? ''])];

/** The file of speaker notes. */
export function notesOf({ notes }: BuildOptions): SourceText | null {
  if (notes === undefined) return null;
  return typeof notes === 'string' ? sourceText('<notes>', notes) : sourceText(notes.path, notes.text);
}
