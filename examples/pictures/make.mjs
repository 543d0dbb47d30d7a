/** Makes the pictures of this example, so that they are ours: `node examples/pictures/make.mjs`. The same files each time. */
import { mkdirSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';

const folder = new URL('media/', import.meta.url);
mkdirSync(folder, { recursive: true });
const save = (name, bytes) => writeFileSync(new URL(name, folder), bytes);

/** Numbers from 0 to 1, the same for the same seed. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const svg = (width, height, content) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${content}</svg>\n`;

const gradient = (id, ...colors) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${colors
    .map((color, n) => `<stop offset="${n / (colors.length - 1)}" stop-color="${color}"/>`)
    .join('')}</linearGradient>`;

/** A ridge from edge to edge: a line that rises and falls, filled to the lower edge. */
function ridge(width, height, base, rise, steps, seed, fill) {
  const next = random(seed);
  const points = Array.from({ length: steps + 1 }, (_, n) => `${Math.round((n / steps) * width)} ${Math.round(base - rise * next())}`);
  return `<path d="M0 ${height}L${points.join('L')}L${width} ${height}Z" fill="${fill}"/>`;
}

const valley = svg(
  2400,
  1600,
  `<defs>${gradient('sky', '#1d3f66', '#6f9bb8', '#f4c58a')}</defs><rect width="2400" height="1600" fill="url(#sky)"/>
<circle cx="1720" cy="760" r="130" fill="#fff1d0"/>${ridge(2400, 1600, 1000, 340, 14, 3, '#5b7d93')}${ridge(2400, 1600, 1180, 320, 18, 8, '#3d5f70')}${ridge(2400, 1600, 1370, 260, 22, 21, '#24424e')}${ridge(2400, 1600, 1540, 180, 40, 34, '#12262d')}`,
);

function skyline() {
  const next = random(5);
  const towers = Array.from({ length: 13 }, (_, n) => {
    const [x, width, top] = [n * 95 - 20, 70 + 60 * next(), 420 + 900 * next()];
    const windows = Array.from({ length: 90 }, (_, w) => {
      if (next() < 0.55) return '';
      const [column, row] = [w % 5, Math.floor(w / 5)];
      return `<rect x="${x + 10 + (column * (width - 20)) / 5}" y="${top + 20 + row * 40}" width="10" height="18" fill="#f6d48a"/>`;
    }).join('');
    return `<rect x="${x}" y="${top}" width="${width}" height="${1800 - top}" fill="#16202e"/>${windows}`;
  }).join('');
  return svg(
    1200,
    1800,
    `<defs>${gradient('night', '#0a1022', '#23365c', '#a0607a')}</defs><rect width="1200" height="1800" fill="url(#night)"/><circle cx="300" cy="320" r="90" fill="#f3ead2"/>${towers}`,
  );
}

const harbour = svg(
  2400,
  1350,
  `<defs>${gradient('air', '#dfeaf0', '#f7efe2')}${gradient('sea', '#3f87a0', '#123c52')}</defs><rect width="2400" height="1350" fill="url(#air)"/>
<rect y="760" width="2400" height="590" fill="url(#sea)"/>${Array.from({ length: 26 }, (_, n) => `<path d="M${(n * 331) % 2300} ${800 + n * 20}q60 -16 120 0t120 0" fill="none" stroke="#cfe4ea" stroke-width="5" opacity="0.5"/>`).join('')}
<path d="M560 860H1120L1030 980H640Z" fill="#8d2f24"/><path d="M830 840V300L1060 800Z" fill="#fbfaf5"/><path d="M800 840V380L620 800Z" fill="#e9e4d4"/>`,
);

const dunes = svg(
  1400,
  1400,
  `<defs>${gradient('heat', '#7fb2c9', '#f0dfc0')}</defs><rect width="1400" height="1400" fill="url(#heat)"/><path d="M0 820Q420 560 760 780T1400 700V1400H0Z" fill="#d9a35b"/><path d="M0 1010Q360 800 700 980T1400 930V1400H0Z" fill="#b97a3a"/><path d="M0 1220Q500 1010 900 1180T1400 1120V1400H0Z" fill="#8a5426"/>`,
);

/** A photograph has grain; without it a picture is a drawing. */
async function photo(drawing) {
  const { data, info } = await sharp(Buffer.from(drawing)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const next = random(11);
  for (let at = 0; at < data.length; at += 3) {
    const grain = Math.round((next() - 0.5) * 10);
    for (let c = 0; c < 3; c++) data[at + c] = Math.max(0, Math.min(255, data[at + c] + grain));
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } });
}

/** A window with a table of runs: what a screenshot is made of. */
const screen = svg(
  1600,
  1000,
  `<g shape-rendering="crispEdges"><rect width="1600" height="1000" fill="#f6f8fa"/><rect width="1600" height="64" fill="#1b2736"/><rect x="28" y="22" width="20" height="20" fill="#6fe3ea"/><rect x="64" y="26" width="220" height="12" fill="#b4c0ce"/>
<rect width="260" y="64" height="936" fill="#e6ebf0"/>${Array.from({ length: 9 }, (_, n) => `<rect x="32" y="${110 + n * 52}" width="${110 + ((n * 53) % 90)}" height="12" fill="#4b5b6a"/>`).join('')}
${Array.from({ length: 14 }, (_, n) => `<rect x="310" y="${120 + n * 60}" width="1240" height="1" fill="#cfd6dd"/><rect x="320" y="${140 + n * 60}" width="${180 + ((n * 97) % 160)}" height="12" fill="#16212b"/><rect x="720" y="${136 + n * 60}" width="${120 + ((n * 211) % 640)}" height="20" fill="${n === 4 ? '#0b5578' : '#b2bec8'}"/>`).join('')}</g>`,
);

/** A die in lines, for the eye that likes to look closer. */
const die = svg(
  900,
  600,
  `<g fill="none" stroke="#0b5578" stroke-width="3"><rect x="150" y="60" width="600" height="480" rx="12"/>${Array.from({ length: 12 }, (_, n) => `<path d="M${190 + n * 47} 60V20M${190 + n * 47} 540V580"/>`).join('')}${Array.from({ length: 9 }, (_, n) => `<path d="M150 ${100 + n * 50}H110M750 ${100 + n * 50}H790"/>`).join('')}
${Array.from({ length: 16 }, (_, n) => `<rect x="${200 + (n % 4) * 130}" y="${100 + Math.floor(n / 4) * 104}" width="110" height="84"/><path d="M${215 + (n % 4) * 130} ${120 + Math.floor(n / 4) * 104}h80m-80 20h80m-80 20h50"/>`).join('')}</g>`,
);

/** Marks of makers that do not exist. */
const logos = {
  'logo-arc.svg': svg(240, 120, '<path d="M20 100A80 80 0 0 1 180 100H140A40 40 0 0 0 60 100Z" fill="#0b5578"/><circle cx="210" cy="85" r="15" fill="#b27c2a"/>'),
  'logo-grid.svg': svg(120, 120, Array.from({ length: 9 }, (_, n) => `<rect x="${10 + (n % 3) * 36}" y="${10 + Math.floor(n / 3) * 36}" width="28" height="28" fill="${n === 4 ? '#a83f23' : '#4b5b6a'}"/>`).join('')),
  'logo-wave.svg': svg(360, 90, '<path d="M10 60Q55 0 100 60T190 60T280 60T350 30" fill="none" stroke="#2d805e" stroke-width="18" stroke-linecap="round"/>'),
  'logo-peak.svg': svg(160, 120, '<path d="M10 110L60 30L90 75L110 45L150 110Z" fill="#7a2441"/>'),
  'logo-ring.svg': svg(120, 120, '<circle cx="60" cy="60" r="42" fill="none" stroke="#141b4d" stroke-width="20"/><rect x="52" y="4" width="16" height="56" fill="#141b4d"/>'),
};

/** A counter in four frames. */
async function steps() {
  const frame = (n) =>
    sharp(Buffer.from(svg(480, 320, `<rect width="480" height="320" fill="#eef2f6"/>${Array.from({ length: 4 }, (_, k) => `<rect x="${60 + k * 96}" y="${220 - k * 40}" width="72" height="${60 + k * 40}" fill="${k <= n ? '#0b5578' : '#cfd6dd'}"/>`).join('')}`)))
      .png()
      .toBuffer();
  const frames = await Promise.all([0, 1, 2, 3].map(frame));
  return sharp(frames, { join: { animated: true } }).gif({ delay: [600, 600, 600, 1800], loop: 0 }).toBuffer();
}

save('valley.jpg', await (await photo(valley)).jpeg({ quality: 70 }).toBuffer());
// Held upright, as a phone stores it: on its side, with a note to turn it.
save('skyline.jpg', await (await photo(skyline())).rotate(-90).withMetadata({ orientation: 6 }).jpeg({ quality: 65 }).toBuffer());
save('harbour.webp', await (await photo(harbour)).webp({ quality: 60 }).toBuffer());
save('dunes.avif', await (await photo(dunes)).avif({ quality: 50 }).toBuffer());
save('screen.png', await sharp(Buffer.from(screen)).removeAlpha().png({ palette: true, compressionLevel: 9 }).toBuffer());
save('steps.gif', await steps());
save('die.svg', die);
for (const [name, text] of Object.entries(logos)) save(name, text);
