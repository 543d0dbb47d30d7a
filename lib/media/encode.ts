/** Pixels as the file that costs least and loses nothing that is seen: photographs as JPEG, all else as PNG. */
import type { Imaging } from './sharp.js';

/** Pixels in sRGB, eight bits a channel: grey, RGB, or either with alpha. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

export interface Encoded {
  readonly extension: 'png' | 'jpg';
  readonly bytes: Uint8Array;
}

/** JPEG's quality: its losses are not seen at the size at which a slide shows it. */
const QUALITY = 85;
/** And of a picture whose file has lost more than that already: what it would cost to keep apart is not there. */
const LEAN_QUALITY = 75;
/** Of a photograph fewer pixels than this share are like their left neighbour; of drawings and screenshots more. */
const FLAT = 0.3;
/** What PNG can hold as a palette. */
const MOST_COLORS = 256;

/**
 * Encodes pixels. `spent`: the bytes that their file had for them, where its format has lost something already, so that JPEG loses little more; null
 * where it has lost nothing.
 */
export async function encode(pixels: Pixels, spent: number | null, { open }: Imaging): Promise<Encoded> {
  const { width, height, channels } = pixels;
  const facts = factsOf(pixels);
  const image = () => {
    const opened = open(pixels.data, { raw: { width, height, channels } });
    const opaque = facts.opaque && channels % 2 === 0 ? opened.removeAlpha() : opened;
    return facts.grey ? opaque.toColourspace('b-w') : opaque;
  };
  if (facts.opaque && facts.colors > MOST_COLORS && (spent !== null || facts.flat < FLAT)) {
    const jpeg = (quality: number): Promise<Uint8Array> => image().jpeg({ quality, mozjpeg: true }).toBuffer();
    const fine = await jpeg(QUALITY);
    return { extension: 'jpg', bytes: spent === null || fine.length <= spent ? fine : await jpeg(LEAN_QUALITY) };
  }
  const plain = await image()
    .png({ compressionLevel: 9, adaptiveFiltering: facts.flat < FLAT * 2 })
    .toBuffer();
  if (facts.colors > MOST_COLORS || facts.grey) return { extension: 'png', bytes: plain };
  const palette = await image().png({ palette: true, colours: MOST_COLORS, dither: 0, quality: 100, compressionLevel: 9 }).toBuffer();
  const same = palette.length < plain.length && (await isSame(palette, pixels, open));
  return { extension: 'png', bytes: same ? palette : plain };
}

interface Facts {
  readonly opaque: boolean;
  readonly grey: boolean;
  /** Up to one more than a palette holds. */
  readonly colors: number;
  /** The share of pixels that are like their left neighbour. */
  readonly flat: number;
}

function factsOf({ data, width, height, channels }: Pixels): Facts {
  const color = channels > 2 ? 3 : 1;
  const seen = new Set<number>();
  let [opaque, grey, like, before] = [true, true, 0, -1];
  for (let at = 0; at < width * height * channels; at += channels) {
    const red = data[at] ?? 0;
    const green = color === 3 ? (data[at + 1] ?? 0) : red;
    const blue = color === 3 ? (data[at + 2] ?? 0) : red;
    const alpha = channels % 2 === 0 ? (data[at + channels - 1] ?? 0) : 255;
    if (alpha < 255) opaque = false;
    if (red !== green || green !== blue) grey = false;
    const value = ((alpha * 256 + red) * 256 + green) * 256 + blue;
    if (value === before) like++;
    else if (seen.size <= MOST_COLORS) seen.add(value);
    before = value;
  }
  return { opaque, grey, colors: seen.size, flat: like / Math.max(1, width * height) };
}

/** Whether a palette kept every colour; transparent pixels may have any. */
async function isSame(png: Uint8Array, { data, channels }: Pixels, open: Imaging['open']): Promise<boolean> {
  const other = await open(png).ensureAlpha().toColourspace('srgb').raw().toBuffer();
  const color = channels > 2 ? 3 : 1;
  for (let at = 0, to = 0; at < data.length; at += channels, to += 4) {
    const alpha = channels % 2 === 0 ? data[at + channels - 1] : 255;
    if (other[to + 3] !== alpha) return false;
    for (let c = 0; alpha !== 0 && c < 3; c++) if (other[to + c] !== data[at + (color === 3 ? c : 0)]) return false;
  }
  return true;
}
