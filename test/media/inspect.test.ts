/** What is known of a picture before it is placed, and what is refused. */
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { animated, bomb, cmyk, deep, logo, phonePhoto, photo } from './samples.js';
import { inspect } from './support.js';

const svg = (text: string): Uint8Array => new TextEncoder().encode(text);
const reasonOf = (bytes: Uint8Array): Promise<unknown> => inspect(bytes).catch((error: Error) => `${error.name}: ${error.message}`);

describe('a picture', () => {
  test.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)('%s has its size', async (format) => {
    expect(await inspect(await photo(60, 40, format))).toMatchObject({ kind: 'pixels', width: 60, height: 40 });
  });

  test('of a phone is measured upright', async () => {
    expect(await inspect(await phonePhoto(400, 300))).toMatchObject({ width: 300, height: 400 });
  });

  test('with frames is an animation of the size of one', async () => {
    expect(await inspect(await animated())).toMatchObject({ kind: 'animation', width: 80, height: 60 });
  });

  test('in lines has the size that it says, its viewBox’s, or one made of both', async () => {
    const sizes = [
      'width="3in" height="48pt"',
      'viewBox="0 0 30 20"',
      'width="90" viewBox="0 0 30 20"',
      'width="100%" viewBox="0,0 30,20"',
    ];
    const found = await Promise.all(
      sizes.map((size) => inspect(svg(`<svg xmlns="http://www.w3.org/2000/svg" ${size}><path d="M0 0h9"/></svg>`))),
    );
    expect(found.map(({ kind, width, height }) => [kind, width, height])).toEqual([
      ['drawing', 288, 64],
      ['drawing', 30, 20],
      ['drawing', 90, 60],
      ['drawing', 30, 20],
    ]);
  });

  test('tells where the eye falls', async () => {
    const spot = '<rect width="600" height="300" fill="#777"/><circle cx="480" cy="90" r="40" fill="#e8a070"/>';
    const { focus } = await inspect(
      await sharp(svg(`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300">${spot}</svg>`))
        .jpeg()
        .toBuffer(),
    );
    expect(focus.x).toBeGreaterThan(0.7);
    expect(focus.y).toBeLessThan(0.5);
  });

  test('of 108 megapixels is read', { timeout: 30_000 }, async () => {
    const huge = await sharp({ create: { width: 12_000, height: 9000, channels: 3, background: '#fff' } })
      .toColourspace('b-w')
      .png({ compressionLevel: 1 })
      .toBuffer();
    expect(await inspect(huge)).toMatchObject({ width: 12_000, height: 9000 });
  });
});

test('what cannot be shown says why, in a sentence, and never crashes', async () => {
  const [gif, jpeg, png, webp, avif, tiff] = await Promise.all([
    animated(),
    photo(300, 200),
    photo(300, 200, 'png'),
    photo(300, 200, 'webp'),
    photo(300, 200, 'avif'),
    photo(300, 200, 'tiff'),
  ]);
  const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length / 2);
  const cases: readonly (readonly [Uint8Array, RegExp])[] = [
    [new Uint8Array(), /^PictureError: the file is empty$/],
    [svg('hello'), /: it is damaged or in no known format$/],
    [half(jpeg), /: it is damaged: the file breaks off$/],
    [jpeg.subarray(0, jpeg.length - 1), /: it is damaged: the file breaks off$/],
    [half(png), /: it is damaged: the file breaks off$/],
    [half(webp), /: it is damaged: the file breaks off$/],
    [half(avif), /: it is damaged: the file breaks off$/],
    [half(tiff), /: it is damaged: the file breaks off$/],
    [half(gif).subarray(0, 60), /: it is damaged: the file breaks off$/],
    [
      svg('<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="9"/>'),
      /: its width of "1e9" is more than 100,000 pixels, and it has no viewBox$/,
    ],
    [svg('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9000in"/>'), /: its height of "9000in" is more than/],
    [await bomb(), /: it has 3,600 megapixels, more than 180$/],
    [svg('BM123456'), /: it is BMP, which cannot be read: save it as PNG, JPEG or SVG$/],
    [svg('%PDF-1.7'), /: it is PDF/],
    [svg('<!doctype html><title>Not found</title>'), /: it is HTML/],
    [svg('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><g></svg>'), /: it is not well-formed \(/],
    [svg('<svg xmlns="http://www.w3.org/2000/svg"/>'), /: it says neither a size nor a viewBox$/],
    [
      svg(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${'<g>'.repeat(9000)}${'</g>'.repeat(9000)}</svg>`),
      /: it is not well-formed/,
    ],
  ];
  for (const [index, [bytes, reason]] of cases.entries()) expect(String(await reasonOf(bytes)), `case ${index}`).toMatch(reason);
});

test('a file that breaks off and can be read all the same says so; a whole one, or one with something behind it, does not', async () => {
  const [gif, png] = [await animated(), await photo(60, 40, 'png')];
  const whole = await Promise.all((['jpeg', 'png', 'webp', 'avif', 'tiff'] as const).map((format) => photo(60, 40, format)));
  for (const cut of [1, 30, 130])
    expect(await inspect(gif.subarray(0, gif.length - cut)), `GIF less ${cut}`).toMatchObject({ short: true });
  expect(await inspect(png.subarray(0, png.length - 12))).toMatchObject({ short: true });
  for (const [index, bytes] of [...whole, gif].entries()) {
    expect(await inspect(bytes), `whole ${index}`).toMatchObject({ short: false });
    if (index !== 3) expect(await inspect(Buffer.concat([bytes, Buffer.from('tail')])), `tail ${index}`).toMatchObject({ short: false });
  }
});

test('colours of any kind and depth are read', async () => {
  for (const bytes of [await cmyk(), await deep(), await logo()]) expect((await inspect(bytes)).kind).toBe('pixels');
});
