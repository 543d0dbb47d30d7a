/** Pictures made in code: what phones, cameras, screens and editors leave in files. */
import sharp from 'sharp';

/** Smooth hills of colour with some grain: what a camera sees. Always the same. */
export function photoPixels(width: number, height: number): Uint8Array {
  const data = new Uint8Array(width * height * 3);
  let seed = 7;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fff_ffff;
      const grain = (seed >> 16) % 9;
      const [u, v] = [x / width, y / height];
      data[at] = 90 + 80 * Math.sin(u * 6 + v * 3) + grain;
      data[at + 1] = 110 + 70 * Math.sin(u * 4 - v * 5) + grain;
      data[at + 2] = 140 + 90 * Math.cos(v * 4 + u) + grain;
    }
  }
  return data;
}

const opened = (width: number, height: number) => sharp(photoPixels(width, height), { raw: { width, height, channels: 3 } });

/** A photograph as JPEG, PNG … */
export const photo = (width: number, height: number, format: 'jpeg' | 'png' | 'webp' | 'avif' | 'tiff' = 'jpeg'): Promise<Uint8Array> =>
  format === 'jpeg' ? opened(width, height).jpeg({ quality: 92 }).toBuffer() : opened(width, height).toFormat(format).toBuffer();

/** A photograph held upright: it lies on its side in the file, red on top once it is turned, and tells where it was taken. */
export async function phonePhoto(width = 400, height = 300): Promise<Uint8Array> {
  const half = { create: { width: width / 2, height, channels: 3 as const, background: '#0000ff' } };
  return sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .composite([{ input: half, left: width / 2, top: 0 }])
    .withExif({ IFD0: { Make: 'Snoop 12' }, IFD3: { GPSLatitude: '51/1 30/1 3230/100' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A window with lines of text: few colours, long flat runs. */
export const screenshot = (width = 1200, height = 800): Promise<Uint8Array> => {
  const lines = Array.from(
    { length: 24 },
    (_, n) => `<rect x="40" y="${90 + n * 28}" width="${200 + ((n * 97) % 700)}" height="12" fill="#333"/>`,
  ).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800" width="${width}" height="${height}" shape-rendering="crispEdges"><rect width="1200" height="800" fill="#fff"/><rect width="1200" height="56" fill="#1b2736"/>${lines}</svg>`;
  return sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 1 }).toBuffer();
};

/** A disc on nothing. */
export const logo = (color = '#c33', width = 300, height = 200): Promise<Uint8Array> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><ellipse cx="${width / 2}" cy="${height / 2}" rx="${width / 2.1}" ry="${height / 2.1}" fill="${color}"/></svg>`,
    ),
  )
    .png()
    .toBuffer();

/** Cyan of a printer. */
export const cmyk = (): Promise<Uint8Array> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: { r: 0, g: 160, b: 220 } } })
    .toColourspace('cmyk')
    .jpeg({ quality: 95 })
    .toBuffer();

/** Half transparent orange in 16 bits a channel. */
export const deep = (): Promise<Uint8Array> =>
  sharp({ create: { width: 64, height: 48, channels: 4, background: { r: 255, g: 128, b: 0, alpha: 0.5 } } })
    .toColourspace('rgb16')
    .png()
    .toBuffer();

/** Pixels of one colour whose numbers mean Display P3: `color` is what sRGB shows. */
export const wide = (): Promise<Uint8Array> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: { r: 200, g: 60, b: 40 } } })
    .withIccProfile('p3')
    .png()
    .toBuffer();

/** Three frames. */
export const animated = async (): Promise<Uint8Array> => {
  const frame = (color: string): Promise<Uint8Array> =>
    sharp({ create: { width: 80, height: 60, channels: 3, background: color } })
      .png()
      .toBuffer();
  return sharp(await Promise.all(['#f00', '#0f0', '#00f'].map(frame)), { join: { animated: true } })
    .gif({ delay: [100, 200, 300], loop: 0 })
    .toBuffer();
};

/** Small file, endless pixels: a head that promises more than anyone has memory for. */
export async function bomb(width = 60_000, height = 60_000): Promise<Uint8Array> {
  const png = Buffer.from(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer(),
  );
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc(png.subarray(12, 29)), 29);
  return png;
}

function crc(bytes: Uint8Array): number {
  let value = 0xffff_ffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
  }
  return (value ^ 0xffff_ffff) >>> 0;
}
