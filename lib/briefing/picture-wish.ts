/** What an author asks of a picture: our attributes, pandoc's and Marp's. */
import { diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { closest } from '../core/suggest.js';
import { type Emu, inches, points } from '../core/units.js';
import type { Point } from '../media/inspect.js';
import type { Attributes } from './inline.js';

/** A length as the author wrote it: a share of what there is, or as such. */
export type Wished = { readonly share: number } | { readonly length: Emu };

/** What is asked; what is not has its default. */
export interface PictureWish {
  /** `cover`: cut to fill its frame; `contain`: shown whole. Null where the author says neither. */
  readonly fit: 'contain' | 'cover' | null;
  /** Round it a picture is cut; null: what catches the eye. */
  readonly focus: Point | null;
  readonly width: Wished | null;
  readonly height: Wished | null;
  readonly decorative: boolean;
  /** Behind the slide's text, or beside it from edge to edge; null: with the rest of the content. */
  readonly standing: PictureStanding | null;
}

/** Where a picture from edge to edge stands; `vertical`: several in one place stand on top of each other. */
export interface PictureStanding {
  readonly place: 'behind' | 'left' | 'right';
  /** Of the slide's width; null: as it comes. */
  readonly share: number | null;
  readonly vertical: boolean;
}

const FOCUS: Readonly<Record<string, Point>> = {
  top: { x: 0.5, y: 0 },
  bottom: { x: 0.5, y: 1 },
  left: { x: 0, y: 0.5 },
  right: { x: 1, y: 0.5 },
  center: { x: 0.5, y: 0.5 },
  centre: { x: 0.5, y: 0.5 },
  middle: { x: 0.5, y: 0.5 },
};

/** Marp's filters (https://marpit.marp.app/image-syntax): a slide has none. */
const FILTERS = 'blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia'.split(' ');

/** Reads a picture's attributes; what cannot be understood is a warning. */
export function readWish({ values, classes }: Attributes, span: Span, sink: Sink): PictureWish {
  const warn = (name: string, value: string, hint: string): null => {
    sink(diagnostic('warning', 'image/attribute', `"${value}" is no ${name} of a picture`, span, hint));
    return null;
  };
  const is = (flag: string): boolean => values[flag] === 'true' || classes.includes(flag);
  for (const filter of FILTERS.filter((name) => Object.hasOwn(values, name)))
    sink(diagnostic('info', 'image/filter', `"${filter}" means nothing here: the picture is shown as it is`, span));
  const standing = standingOf(values, is);
  if (standing) tellSizes(values, standing, span, sink);
  const length = (name: 'width' | 'height', short: 'w' | 'h'): Wished | null => {
    const value = values[name] ?? values[short] ?? '';
    if (value === '' || value === 'auto') return null;
    return readLength(value) ?? warn(name, value, 'write it as 50%, 8cm, 3in or 300px');
  };
  return {
    fit: fitOf(values, is, warn),
    focus: focusOf(values.focus ?? '', warn),
    width: length('width', 'w'),
    height: length('height', 'h'),
    decorative: is('decorative'),
    standing,
  };
}

type Warn = (name: string, value: string, hint: string) => null;

function fitOf(values: Attributes['values'], is: (flag: string) => boolean, warn: Warn): PictureWish['fit'] {
  const value = values.fit ?? '';
  if (value === 'cover' || is('cover')) return 'cover';
  // `fit` alone is Marp's other word for `contain`.
  if (value === 'contain' || value === 'true' || is('contain')) return 'contain';
  if (value === '') return null;
  const near = closest(value, ['cover', 'contain']);
  return warn('fit', value, near === null ? 'write cover or contain' : `did you mean "${near}"?`);
}

/** `top`, `top-left`, `top left`, `30% 70%`. */
function focusOf(value: string, warn: Warn): Point | null {
  if (value === '' || value === 'attention' || value === 'auto') return null;
  const [, x, y] = /^(\d+(?:\.\d+)?)%[ ,]+(\d+(?:\.\d+)?)%$/.exec(value) ?? [];
  if (x !== undefined && y !== undefined && Number(x) <= 100 && Number(y) <= 100) return { x: Number(x) / 100, y: Number(y) / 100 };
  const words = value.toLowerCase().split(/[-\s]+/);
  const points = words.flatMap((word) => FOCUS[word] ?? []);
  if (points.length < words.length || points.length > 2)
    return warn('focus', value, 'write top, bottom-left, center, 30% 70% or attention');
  const along = (axis: 'x' | 'y'): number => points.map((point) => point[axis]).find((at) => at !== 0.5) ?? 0.5;
  return { x: along('x'), y: along('y') };
}

const UNITS: Readonly<Record<string, (value: number) => Emu>> = {
  in: inches,
  cm: (value) => inches(value / 2.54),
  mm: (value) => inches(value / 25.4),
  pt: points,
  px: (value) => inches(value / 96),
  '': (value) => inches(value / 96),
};

function readLength(text: string): Wished | null {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s*(%|in|cm|mm|pt|px|)$/i.exec(text) ?? [];
  const value = Number(digits);
  if (!(value > 0)) return null;
  if (unit === '%') return { share: Math.min(1, value / 100) };
  const length = UNITS[unit.toLowerCase()]?.(value);
  return length === undefined ? null : { length };
}

/** Marp's `bg`, `bg left`, `bg right:40%`, and the same words as attributes: `{background}`, `{background=left width=40%}`. */
function standingOf(values: Attributes['values'], is: (flag: string) => boolean): PictureStanding | null {
  const side = values.background === 'left' || values.background === 'right' ? values.background : null;
  if (side === null && !is('bg') && !is('background')) return null;
  const vertical = is('vertical');
  for (const place of ['left', 'right'] as const) {
    const value = values[place];
    if (value === undefined && side !== place) continue;
    const wished = readLength(value && value !== 'true' ? value : (values.width ?? ''));
    return { place, share: wished && 'share' in wished ? wished.share : null, vertical };
  }
  return { place: 'behind', share: null, vertical };
}

/** Says which sizes mean nothing for a picture that fills its place from edge to edge. */
function tellSizes(values: Attributes['values'], { share }: PictureStanding, span: Span, sink: Sink): void {
  const names = Object.keys(values).filter((name) => /^(?:w|h|width|height|auto|\d+(?:\.\d+)?%)$/.test(name) && values[name] !== 'auto');
  for (const name of names.filter((one) => one !== 'width' || share === null)) {
    const wish = values[name] === 'true' ? name : `${name}:${values[name]}`;
    const message = `"${wish}" means nothing for a picture from edge to edge: it fills its place, or is shown whole there with "contain"`;
    sink(diagnostic('info', 'image/size', message, span));
  }
}
