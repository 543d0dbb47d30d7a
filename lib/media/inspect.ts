/** What a picture file holds: enough to plan with, and whether it can be shown at all. */
import type { Metadata, Sharp } from 'sharp';
import type { Cache } from '../core/cache.js';
import type { Gate } from '../core/gate.js';
import { digest } from '../core/guid.js';
import { type Imaging, loadImaging, MOST_BYTES, MOST_PIXELS, PictureError } from './sharp.js';
import { readSvg, svgBytes, svgText } from './svg.js';
import { breaksOff } from './whole.js';

/** A place in a picture, as fractions of its width and height from the upper left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A picture before it is placed. Plain data. */
export interface Picture {
  /** The hash of the file. */
  readonly id: string;
  readonly kind: 'pixels' | 'animation' | 'drawing';
  /** Pixels, turned upright; of a drawing its own. */
  readonly width: number;
  readonly height: number;
  /** What catches the eye: round it a picture is cropped where the author names no place. */
  readonly focus: Point;
  /** How light what can be seen of it is, from 0 to 1 (WCAG's relative luminance), where the slide shows through it; null where it does not. */
  readonly tone: number | null;
  /** Whether the file breaks off before its end: what is missing is not shown. */
  readonly short: boolean;
}

/** Pixels of all pictures that are worked on at once: half a gigabyte, or somewhat more. */
export const MOST_AT_ONCE = 120_000_000;
/** And no more of them than this. */
const JOBS = 4;

/** What a picture weighs at a gate of `MOST_AT_ONCE`. */
export const weightOf = ({ width, height }: Pick<Picture, 'width' | 'height'>): number => Math.max(width * height, MOST_AT_ONCE / JOBS);

/**
 * Reads what a picture file holds, and decodes it once behind the gate: a damaged one is known before slides are planned. Throws a PictureError.
 */
export async function inspectPicture(bytes: Uint8Array, cache: Cache, gate: Gate): Promise<Picture> {
  if (bytes.length === 0) throw new PictureError('the file is empty');
  if (bytes.length > MOST_BYTES) throw new PictureError(`the file is larger than ${MOST_BYTES / 1024 / 1024} MB`);
  const imaging = await loadImaging();
  const id = digest(bytes);
  const key = digest('inspect', RECIPE, imaging.version, id);
  const known = await cache.get(key);
  const kept = known && readKept(known, id);
  if (kept) return kept;
  const picture = { id, ...(await readOrSayWhy(bytes, imaging, gate)) };
  await cache.put(key, new TextEncoder().encode(JSON.stringify(picture)));
  return picture;
}

/** Changes with whatever changes what is made of the same file. */
export const RECIPE = '5';

function readKept(bytes: Uint8Array, id: string): Picture | null {
  try {
    const picture: Picture = JSON.parse(new TextDecoder().decode(bytes));
    return picture.id === id && picture.width > 0 && picture.height > 0 ? picture : null;
  } catch {
    return null;
  }
}

/** Of a file that breaks off no decoder says more than that it is damaged. */
async function readOrSayWhy(bytes: Uint8Array, imaging: Imaging, gate: Gate): Promise<Omit<Picture, 'id'>> {
  const short = breaksOff(bytes);
  try {
    return { ...(await read(bytes, imaging, gate)), short };
  } catch (cause) {
    if (!short || !(cause instanceof PictureError) || !cause.message.startsWith(DAMAGED)) throw cause;
    throw new PictureError(`${DAMAGED}: the file breaks off`, { cause });
  }
}

const DAMAGED = 'it is damaged';

async function read(bytes: Uint8Array, imaging: Imaging, gate: Gate): Promise<Omit<Picture, 'id' | 'short'>> {
  const text = svgText(bytes);
  if (text !== null) return gate(MOST_AT_ONCE / JOBS, () => readDrawing(text, imaging));
  // The limit is ours to tell: sharp's message would name no number.
  const metadata = await imaging
    .open(bytes, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw new PictureError(foreignFormat(bytes) ?? `${DAMAGED} or in no known format`, { cause });
    });
  const pages = metadata.pages ?? 1;
  refuseHuge(metadata.width * metadata.height);
  const animated = pages > 1 && (metadata.format === 'gif' || metadata.format === 'webp');
  if (animated) refuseHuge(metadata.width * (metadata.pageHeight ?? metadata.height) * pages);
  const { width, height } = uprightSize(metadata);
  const looks = await gate(weightOf({ width, height }), () => looksOf(bytes, imaging));
  if (animated) await gate(metadata.width * (metadata.pageHeight ?? metadata.height) * pages, () => everyFrame(bytes, imaging));
  return { kind: animated ? 'animation' : 'pixels', width, height, ...looks };
}

function refuseHuge(pixels: number): void {
  if (pixels <= MOST_PIXELS) return;
  const mega = (count: number): string => new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(count / 1e6);
  throw new PictureError(`it has ${mega(pixels)} megapixels, more than ${mega(MOST_PIXELS)}`);
}

const uprightSize = ({ width, height, pageHeight, orientation }: Metadata) =>
  (orientation ?? 1) > 4 ? { width: height, height: width } : { width, height: pageHeight ?? height };

/** Formats that people take for pictures and that cannot be read, by how the file begins. */
const FOREIGN: readonly (readonly [string, RegExp])[] = [
  ['HEIC', /^....ftyp(?:heic|heix|hevc|mif1|msf1)/s],
  ['JPEG XL', /^(?:\u00ff\n|....JXL )/s],
  ['JPEG 2000', /^....jP {2}/s],
  ['BMP', /^BM/],
  ['PDF', /^%PDF/],
  ['EMF', /^.{40} EMF/s],
  ['WMF', /^\u00d7\u00cd\u00c6\u009a/],
  ['Photoshop', /^8BPS/],
  ['HTML', /^\s*<(?:!doctype html|html)/i],
];

function foreignFormat(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  const name = FOREIGN.find(([, pattern]) => pattern.test(start))?.[0];
  return name === undefined ? null : `it is ${name}, which cannot be read: save it as PNG, JPEG or SVG`;
}

async function readDrawing(text: string, imaging: Imaging): Promise<Omit<Picture, 'id' | 'short'>> {
  const drawing = drawingOf(text);
  const { width, height } = drawing;
  const scale = LOOK / Math.max(width, height);
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  return { kind: 'drawing', width, height, ...(await looksOf(svgBytes(drawing, size), imaging)) };
}

/** A cleaned drawing. Throws a PictureError. */
export function drawingOf(text: string): ReturnType<typeof readSvg> {
  try {
    return readSvg(text);
  } catch (cause) {
    throw new PictureError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Pixels on the longer side that are looked at. */
const LOOK = 320;
/** Digits of a fraction: a pixel of what was looked at. */
const FINE = 1000;

/** Decodes a picture, small, and looks at it. */
async function looksOf(bytes: Uint8Array, { open }: Imaging): Promise<Pick<Picture, 'focus' | 'tone'>> {
  const { data, info } = await open(bytes)
    .autoOrient()
    .resize({ width: LOOK, height: LOOK, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(damaged);
  const { width, height } = info;
  return { focus: await focusOf(open(data, { raw: { width, height, channels: 4 } }), width, height), tone: toneOf(data) };
}

async function focusOf(small: Sharp, width: number, height: number): Promise<Point> {
  const least = Math.min(width, height);
  if (least < 8) return { x: 0.5, y: 0.5 };
  const square = Math.floor(least / 2);
  const size = { width: square, height: square };
  const { info } = await small
    .resize({ ...size, fit: 'cover', position: 'attention' })
    .toBuffer({ resolveWithObject: true })
    .catch(damaged);
  const share = (at: number | undefined, length: number): number => {
    const whole = (length * square) / least;
    return Math.round(FINE * Math.min(1, Math.max(0, (at ?? whole / 2) / whole))) / FINE;
  };
  return { x: share(info.attentionX, width), y: share(info.attentionY, height) };
}

/** Of a picture that is seen through this share of pixels is clear; less is a soft edge. */
const CLEAR = 0.05;

/** The mean luminance of what is not clear, of RGBA; null where hardly anything is. */
function toneOf(pixels: Uint8Array): number | null {
  let [clear, weight, light] = [0, 0, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
    if (alpha < 26) clear++;
    weight += alpha;
    light += alpha * (0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue));
  }
  if (weight === 0 || clear < (pixels.length / 4) * CLEAR) return null;
  return Math.round((light / weight) * FINE) / FINE;
}

const linear = (channel: number): number => {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** Decodes all frames of an animation. */
const everyFrame = (bytes: Uint8Array, { open }: Imaging): Promise<unknown> =>
  open(bytes, { animated: true }).resize({ width: 16 }).raw().toBuffer().catch(damaged);

/** sharp's words mean nothing to an author. */
export const damaged = (cause: unknown): never => {
  const late = cause instanceof Error && /timeout/i.test(cause.message);
  throw new PictureError(late ? 'it takes too long to read' : DAMAGED, { cause });
};
