/** Pictures in a file's art. */
import { relationshipKind } from '../../../package/names.js';
import { child, elements, find, type XmlElement } from '../../../package/xml.js';
import type { Source } from './source.js';

/** A picture as the file has it, and which part of it is shown. */
export interface ArtPicture {
  /** Its part. */
  readonly part: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** What is cut off, as fractions of the picture; negative: room at that side. */
  readonly crop: Sides;
  /** How far it stays off the edges of what it fills, as fractions of that. */
  readonly inset: Sides;
  readonly opacity: number;
  /** The size of one tile in points; null: it is stretched. */
  readonly tile: { readonly w: number; readonly h: number; readonly x: number; readonly y: number } | null;
}

interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
};

/** The picture of a `blipFill`; null, and said, where we cannot draw it. */
export function pictureIn(fill: XmlElement, { part, parts, skip }: Source): ArtPicture | null {
  const blip = child(fill, 'a:blip');
  const link = part.relationships.find(({ id }) => id === blip?.attributes['r:embed']);
  const target = link && !link.external && relationshipKind(link.type) === 'image' ? parts.get(link.target) : undefined;
  if (!blip || !target) return null;
  const extension = target.name.slice(target.name.lastIndexOf('.') + 1).toLowerCase();
  const mediaType = MEDIA_TYPES[extension];
  if (mediaType === undefined || typeof target.data === 'string') {
    skip(`pictures of the type ${extension.toUpperCase()}`);
    return null;
  }
  if (elements(blip).some(({ name }) => RECOLORED.test(name))) skip('recolouring of pictures');
  const bytes = target.data;
  const size = child(fill, 'a:tile') ? pixelsOf(bytes) : null;
  return {
    part: target.name,
    mediaType,
    bytes,
    crop: sidesOf(child(fill, 'a:srcRect')),
    inset: sidesOf(find(fill, 'a:stretch', 'a:fillRect')),
    opacity: Number(child(blip, 'a:alphaModFix')?.attributes.amt ?? 100_000) / 100_000,
    tile: size && tileOf(child(fill, 'a:tile'), size),
  };
}

const RECOLORED = /^a:(?:duotone|biLevel|grayscl|clrChange|clrRepl|lum|tint|hsl)$/;

const sidesOf = (node: XmlElement | undefined): Sides => {
  const side = (name: 'l' | 't' | 'r' | 'b'): number => Number.parseFloat(node?.attributes[name] ?? '0') / 100_000;
  return { left: side('l'), top: side('t'), right: side('r'), bottom: side('b') };
};

/** Points to a pixel where a picture does not say. */
const POINTS = 72 / 96;

function tileOf(node: XmlElement | undefined, { w, h }: Pixels): ArtPicture['tile'] {
  const { sx = '100000', sy = '100000', tx = '0', ty = '0' } = node?.attributes ?? {};
  const [width, height] = [(w * POINTS * Number(sx)) / 100_000, (h * POINTS * Number(sy)) / 100_000];
  return width > 0 && height > 0 ? { w: width, h: height, x: Number(tx) / 12_700, y: Number(ty) / 12_700 } : null;
}

interface Pixels {
  readonly w: number;
  readonly h: number;
}

/** The size of a PNG, GIF or JPEG; null where it does not say. */
function pixelsOf(bytes: Uint8Array): Pixels | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47) return { w: view.getUint32(16), h: view.getUint32(20) };
  if (bytes.length > 10 && view.getUint32(0) === 0x47494638) return { w: view.getUint16(6, true), h: view.getUint16(8, true) };
  // The frame header of a JPEG, past the segments before it (ITU-T T.81, B.2.2).
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { w: view.getUint16(at + 7), h: view.getUint16(at + 5) };
  }
  return null;
}
