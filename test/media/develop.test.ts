/** What a deck holds of a picture: no pixel more than is shown, nothing but pixels, in the format that costs least. */
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { animated, cmyk, deep, logo, phonePhoto, photo, screenshot, wide } from './samples.js';
import { developed } from './support.js';

const metadataOf = (bytes: Uint8Array) => sharp(bytes).metadata();
/** The colour in the middle. */
async function colorOf(bytes: Uint8Array): Promise<readonly number[]> {
  const { data, info } = await sharp(bytes).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels;
  return [...data.subarray(at, at + info.channels)];
}
const pixelsOf = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).removeAlpha().raw().toBuffer();
const near = (a: readonly number[], b: readonly number[], most: number): boolean =>
  a.every((value, n) => Math.abs(value - (b[n] ?? 0)) <= most);

describe('size', () => {
  test('is that of the frame at 220 pixels to the inch, and never more than the file has', async () => {
    const { media } = await developed(await photo(900, 600), { width: 3, height: 2 });
    expect([media.width, media.height]).toEqual([660, 440]);
    const small = await developed(await photo(90, 60), { width: 3, height: 2 });
    expect([small.media.width, small.media.height]).toEqual([90, 60]);
  });

  test('what is cut away is not in the file', async () => {
    const { media, crops } = await developed(await photo(900, 600), { width: 1, height: 1, crop: { left: 1 / 6, right: 1 / 6 } });
    expect([media.width, media.height]).toEqual([220, 220]);
    expect(crops).toEqual([{ left: 0, right: 0, top: 0, bottom: 0 }]);
  });

  test('a picture that is shown twice is stored once, with all that either shows', async () => {
    const { media, all, crops } = await developed(
      await photo(900, 600),
      { width: 2, height: 2, crop: { right: 1 / 3 } },
      { width: 1, height: 1, crop: { left: 1 / 3 } },
    );
    expect(all).toHaveLength(1);
    expect([media.width, media.height]).toEqual([660, 440]);
    expect(crops.map(({ left, right }) => [left.toFixed(3), right.toFixed(3)])).toEqual([
      ['0.000', '0.333'],
      ['0.333', '0.000'],
    ]);
  });

  test('room to spare in a frame stays room to spare', async () => {
    const { crops } = await developed(await photo(900, 600), { width: 6, height: 2, crop: { left: -0.5, right: -0.5 } });
    expect(crops).toEqual([{ left: -0.5, right: -0.5, top: 0, bottom: 0 }]);
  });

  test('a phone’s photo is upright, also where it is cut', async () => {
    const whole = await developed(await phonePhoto(), { width: 3, height: 4 });
    expect([whole.media.width, whole.media.height]).toEqual([300, 400]);
    const upper = await developed(await phonePhoto(), { width: 3, height: 1, crop: { bottom: 0.75 } });
    expect(near(await colorOf(upper.media.bytes), [255, 0, 0], 4)).toBe(true);
    const lower = await developed(await phonePhoto(), { width: 3, height: 1, crop: { top: 0.75 } });
    expect(near(await colorOf(lower.media.bytes), [0, 0, 255], 4)).toBe(true);
  });
});

describe('format', () => {
  test.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)('a photograph in %s becomes JPEG', async (format) => {
    const { media } = await developed(await photo(600, 400, format), { width: 2, height: 1.3333 });
    expect([media.extension, (await metadataOf(media.bytes)).format]).toEqual(['jpg', 'jpeg']);
  });

  test('a screenshot stays PNG, pixel by pixel, and gets smaller', async () => {
    const bytes = await screenshot(600, 400);
    const { media } = await developed(bytes, { width: 6, height: 4 });
    expect(media.extension).toBe('png');
    expect(media.bytes.length).toBeLessThan(bytes.length / 2);
    expect((await pixelsOf(media.bytes)).equals(await pixelsOf(bytes))).toBe(true);
  });

  test('a screenshot that would cost more when it is made smaller stays as it is', async () => {
    const bytes = await sharp(await screenshot(1200, 800))
      .png({ palette: true, compressionLevel: 9 })
      .toBuffer();
    const { media } = await developed(bytes, { width: 4.7, height: 3.1333 });
    expect([media.width, media.bytes.length <= bytes.length]).toEqual([1200, true]);
  });

  test('what can be seen through stays so', async () => {
    const { media } = await developed(await logo(), { width: 1, height: 0.6667 });
    const { data } = await sharp(media.bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([media.extension, data[3]]).toEqual(['png', 0]);
  });

  test('a lean JPEG of the right size is not encoded again', async () => {
    const bytes = await sharp(await photo(300, 200))
      .jpeg({ quality: 60 })
      .toBuffer();
    const { media } = await developed(bytes, { width: 3, height: 2 });
    expect((await pixelsOf(media.bytes)).equals(await pixelsOf(bytes))).toBe(true);
    expect(media.bytes.length).toBeLessThanOrEqual(bytes.length);
  });

  test('what its own format has made lean stays lean as JPEG', async () => {
    const source = await sharp(await photo(900, 600, 'png'))
      .webp({ quality: 60 })
      .toBuffer();
    const { media } = await developed(source, { width: 900 / 220, height: 600 / 220 });
    const plain = await sharp(source).jpeg({ quality: 85 }).toBuffer();
    expect(media.bytes.length).toBeLessThan(plain.length * 0.6);
  });

  test('an animation keeps its frames and their times, scaled and cut', async () => {
    const { media } = await developed(await animated(), { width: 0.1, height: 0.1, crop: { left: 0.125, right: 0.125 } });
    expect(media.extension).toBe('gif');
    expect(await metadataOf(media.bytes)).toMatchObject({ pages: 3, delay: [100, 200, 300], loop: 0, width: 22, height: 22 });
  });

  test('a drawing stays one, with its picture behind it', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><circle cx="50" cy="50" r="40" fill="#f00"/></svg>';
    const { media, all } = await developed(new TextEncoder().encode(svg), { width: 2, height: 1 });
    expect(all.map(({ extension }) => extension)).toEqual(['svg', 'png']);
    expect(media.fallback).toBe(all[1]?.id);
    expect(await metadataOf(all[1]?.bytes ?? new Uint8Array())).toMatchObject({ format: 'png', width: 440, height: 220, hasAlpha: true });
  });
});

describe('colour', () => {
  test('of print becomes what a screen shows', async () => {
    const { media } = await developed(await cmyk(), { width: 1, height: 0.75 });
    expect(await metadataOf(media.bytes)).toMatchObject({ space: 'srgb', channels: 3 });
    expect(near(await colorOf(media.bytes), [0, 160, 220], 25)).toBe(true);
  });

  test('of sixteen bits becomes eight, its transparency kept', async () => {
    const { media } = await developed(await deep(), { width: 1, height: 0.75 });
    expect(await metadataOf(media.bytes)).toMatchObject({ depth: 'uchar', hasAlpha: true });
    expect(near(await colorOf(media.bytes), [255, 128, 0, 128], 1)).toBe(true);
  });

  test('of a wide gamut is what it was, in sRGB', async () => {
    const { media } = await developed(await wide(), { width: 1, height: 0.75 });
    expect((await metadataOf(media.bytes)).icc).toBeUndefined();
    expect(near(await colorOf(media.bytes), [200, 60, 40], 3)).toBe(true);
  });
});

describe('what a file tells besides its pixels', () => {
  const told = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes('Snoop') || Buffer.from(bytes).includes('Exif');

  test('is gone, whether it was encoded again or not', async () => {
    const exif = { IFD0: { Make: 'Snoop 12', ImageDescription: 'Snoop at home' } };
    const lean = await sharp(await photo(300, 200))
      .withExif(exif)
      .jpeg({ quality: 60 })
      .toBuffer();
    const png = await sharp(await screenshot(300, 200))
      .withExif(exif)
      .png({ compressionLevel: 9 })
      .toBuffer();
    for (const bytes of [lean, png, await phonePhoto()]) {
      expect(told(bytes)).toBe(true);
      const { media } = await developed(bytes, { width: 3, height: 2 });
      expect(told(media.bytes)).toBe(false);
      expect(await metadataOf(media.bytes)).not.toHaveProperty('exif');
    }
  });
});

test('the same file gives the same bytes', async () => {
  for (const bytes of [await photo(600, 400), await screenshot(600, 400), await animated()]) {
    const [one, two] = await Promise.all([1, 2].map(() => developed(bytes, { width: 1.5, height: 1 })));
    expect(Buffer.from(one?.media.bytes ?? []).equals(two?.media.bytes ?? new Uint8Array([0]))).toBe(true);
  }
});
