/** Pictures as a deck can hold them. sharp is loaded only when a briefing has pictures, for it is the slowest of our imports. */
import { digest } from '../core/guid.js';
import type { Media } from '../scene/scene.js';

/** Pixels of an SVG's stand-in on its longer side. */
const SVG_PIXELS = 1600;

/**
 * The media that a picture file becomes, the picture itself first and then what readers without its format show.
 * PNG, JPEG and GIF stay as they are unless a camera turned them; every other format becomes PNG, an SVG stays beside it.
 * Throws an Error with a plain sentence for what is no picture.
 */
export async function loadMedia(bytes: Uint8Array): Promise<readonly [Media, ...Media[]]> {
  const { default: sharp } = await import('sharp');
  const image = sharp(bytes, { animated: false, failOn: 'error' });
  const { format, width, height, orientation } = await image.metadata().catch((cause: unknown) => {
    throw new Error('it is damaged or in no known format', { cause });
  });
  const turned = orientation !== undefined && orientation > 1;
  if (format === 'svg') {
    const scale = SVG_PIXELS / Math.max(width, height, 1);
    const png = await pixels(
      sharp(bytes, { density: Math.min(72 * Math.max(scale, 1), 2400) }).resize({ width: Math.max(1, Math.round(width * scale)) }),
    );
    const fallback = media('png', png.data, png.info.width, png.info.height, null);
    return [media('svg', bytes, width, height, fallback.id), fallback];
  }
  if (!turned && (format === 'png' || format === 'jpeg' || format === 'gif')) {
    await image.stats().catch((cause: unknown) => {
      throw new Error('it is damaged', { cause });
    });
    return [media(format === 'jpeg' ? 'jpg' : format, bytes, width, height, null)];
  }
  const upright = image.autoOrient();
  const { data, info } = await pixels(format === 'jpeg' ? upright.jpeg({ quality: 90 }) : upright.png());
  return [media(format === 'jpeg' ? 'jpg' : 'png', data, info.width, info.height, null)];
}

interface Encoder {
  png(): Encoder;
  toBuffer(options: { resolveWithObject: true }): Promise<{ data: Uint8Array; info: { width: number; height: number } }>;
}

const pixels = (image: Pick<Encoder, 'toBuffer'>) =>
  image.toBuffer({ resolveWithObject: true }).catch((cause: unknown) => {
    throw new Error('it is damaged', { cause });
  });

const media = (extension: Media['extension'], bytes: Uint8Array, width: number, height: number, fallback: string | null): Media => ({
  id: digest(bytes).slice(0, 24),
  extension,
  bytes,
  width,
  height,
  fallback,
});
