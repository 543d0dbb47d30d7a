/** A picture file as the file of a deck: the part that is shown, at the size at which it is shown, and nothing else of it. */
import type { Metadata } from 'sharp';
import { encode } from './encode.js';
import { damaged, drawingOf, type Picture } from './inspect.js';
import type { Need } from './need.js';
import type { Imaging } from './sharp.js';
import type { KeptFile } from './store.js';
import { strippedJpeg, strippedPng } from './strip.js';
import { svgBytes, svgText } from './svg.js';

type Way = (bytes: Uint8Array, picture: Picture, need: Need, imaging: Imaging) => Promise<readonly KeptFile[]>;

/** Formats that lose something. */
const LOSSY = new Set(['jpeg', 'webp', 'heif']);

/** Pixels of a photograph or a screenshot. */
export const cut: Way = async (bytes, picture, need, imaging) => {
  const metadata = await imaging.open(bytes).metadata().catch(damaged);
  const size = sizeOf(need);
  const asIs = mayStay(metadata, picture, need) ? stripped(bytes, picture, metadata.format) : null;
  if (asIs && asIs.extension === 'jpg' && asIs.bytes.length <= size.width * size.height * LEAN) return [asIs];
  const whole = { width: scaled(picture.width, need), height: scaled(picture.height, need) };
  const { data, info } = await imaging
    .open(bytes)
    .autoOrient()
    .resize({ ...whole, fit: 'fill' })
    .extract({ left: placed(need.left, need, whole.width, size.width), top: placed(need.top, need, whole.height, size.height), ...size })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(damaged);
  const lossy = LOSSY.has(metadata.format) && !(metadata.format === 'webp' && isLossless(bytes));
  const spent = lossy ? (bytes.length * need.width * need.height) / (picture.width * picture.height) : null;
  const made = await encode({ data, width: info.width, height: info.height, channels: info.channels as 1 | 2 | 3 | 4 }, spent, imaging);
  return [lighter(asIs, { ...made, ...size })];
};

/** Bytes a pixel of a JPEG that is worth keeping as it is: encoding it again would only lose. */
const LEAN = 0.5;
/** A file made anew must save this share to be worth its losses. */
const SAVES = 0.75;

function lighter(asIs: KeptFile | null, made: KeptFile): KeptFile {
  if (!asIs) return made;
  const limit = made.extension === 'jpg' ? asIs.bytes.length * SAVES : asIs.bytes.length;
  return made.bytes.length < limit ? made : asIs;
}

/** WebP's lossless chunk (RFC 9649, 2.6). */
const isLossless = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(12, 16)) === 'VP8L';

const scaled = (length: number, { scale }: Need): number => Math.max(1, Math.round(length * scale));
const sizeOf = (need: Need) => ({ width: scaled(need.width, need), height: scaled(need.height, need) });
/** Where the box begins in the scaled picture, inside it whatever rounding did. */
const placed = (from: number, { scale }: Need, whole: number, size: number): number =>
  Math.max(0, Math.min(Math.round(from * scale), whole - size));

/** Flat areas with sharp edges often cost more when they are made smaller; beyond so many pixels they cost memory. */
const MOST_AS_IS = 8_000_000;

/** Whether the file's own pixels may stand in the deck: all are wanted, they lie as they are shown, and their colours are sRGB. */
const mayStay = ({ format, orientation, space, depth, icc, channels }: Metadata, { width, height }: Picture, need: Need): boolean =>
  (need.scale === 1 || (format === 'png' && width * height <= MOST_AS_IS)) &&
  need.width === width &&
  need.height === height &&
  (orientation ?? 1) === 1 &&
  depth === 'uchar' &&
  icc === undefined &&
  (space === 'srgb' || space === 'b-w') &&
  (format === 'png' || (format === 'jpeg' && (channels ?? 0) <= 3));

function stripped(bytes: Uint8Array, { width, height }: Picture, format: Metadata['format']): KeptFile | null {
  const own = format === 'png' ? strippedPng(bytes) : strippedJpeg(bytes);
  return own && { extension: format === 'png' ? 'png' : 'jpg', bytes: own, width, height };
}

/** An animation as GIF, the only one that PowerPoint plays; every frame with its time. */
export const animation: Way = async (bytes, picture, need, { open }) => {
  const size = sizeOf(need);
  const whole = { width: scaled(picture.width, need), height: scaled(picture.height, need) };
  const { data, info } = await open(bytes, { animated: true })
    .resize({ ...whole, fit: 'fill' })
    .extract({ left: placed(need.left, need, whole.width, size.width), top: placed(need.top, need, whole.height, size.height), ...size })
    .gif({ reuse: true, keepDuplicateFrames: true })
    .toBuffer({ resolveWithObject: true })
    .catch(damaged);
  return [{ extension: 'gif', bytes: data, width: info.width, height: info.pageHeight ?? size.height }];
};

/** Pixels of the stand-in of a drawing on its longer side, at most: a slide at twice the usual density. */
const MOST_STAND_IN = 4096;

/** A drawing, cleaned, with pixels behind it for readers that cannot draw it. */
export const drawing: Way = async (bytes, _, need, imaging) => {
  const own = drawingOf(svgText(bytes) ?? '');
  const scale = Math.min(need.scale, MOST_STAND_IN / Math.max(own.width, own.height));
  const size = { width: Math.max(1, Math.round(own.width * scale)), height: Math.max(1, Math.round(own.height * scale)) };
  const { data, info } = await imaging
    .open(svgBytes(own, size))
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(damaged);
  const { width, height } = info;
  const made = await standIn({ data, width, height, channels: 4 }, imaging);
  return [
    { extension: 'svg', bytes: svgBytes(own), width: own.width, height: own.height },
    { extension: 'png', bytes: made, width, height },
  ];
};

/** The stand-in is a PNG whatever the drawing shows: a reader may want to see through it. */
async function standIn(pixels: Parameters<typeof encode>[0], imaging: Imaging): Promise<Uint8Array> {
  const made = await encode(pixels, null, imaging);
  if (made.extension === 'png') return made.bytes;
  const { data, width, height, channels } = pixels;
  return imaging.open(data, { raw: { width, height, channels } }).png({ compressionLevel: 9 }).toBuffer();
}
