/** sharp, loaded only when a briefing has pictures, for it is the slowest of our imports; and what it may be given. */
import type { Sharp, SharpOptions } from 'sharp';

/** A picture file is no larger than this, in bytes. */
export const MOST_BYTES = 128 * 1024 * 1024;
/** A picture has no more pixels than this, all frames of an animation together: half a gigabyte as RGB. */
export const MOST_PIXELS = 180_000_000;
/** A picture that takes longer than this, in seconds, was made to. */
const MOST_SECONDS = 60;

/** sharp under our limits. */
export interface Imaging {
  /** Opens a picture file, or pixels where `options` has `raw`. */
  open(bytes: Uint8Array, options?: SharpOptions): Sharp;
  /** sharp and what it is made of: other versions may give other bytes. */
  readonly version: string;
}

/** Thrown for what cannot be shown; the message is a plain sentence without the file's name. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
}

/** Loads sharp. Throws a PictureError where it is not made for the machine. */
export async function loadImaging(): Promise<Imaging> {
  const { default: sharp } = await import('sharp').catch((cause: unknown) => {
    throw new PictureError('the package "sharp" cannot be loaded on this machine', { cause });
  });
  return {
    open: (bytes, options = {}) =>
      sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS, ...options }).timeout({ seconds: MOST_SECONDS }),
    version: Object.entries(sharp.versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
  };
}
