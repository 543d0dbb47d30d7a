// Times builds in one process, each against the floor of the same run: the time to deflate the deck's own parts once more. Machines are noisy,
// so the ratio is the figure to watch. Usage: npm run bench [-- ROUNDS]
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';

const started = performance.now();
const { buildDeck, verifyDeck } = await import('../../dist/index.js');
const loaded = performance.now() - started;
const rounds = Number(process.argv[2] ?? 5);

const slides = (count, body) => Array.from({ length: count }, (_, n) => `## Slide ${n + 1}\n\n${body(n)}\n`).join('\n');
const chart = (n) => `\`\`\`chart\ntype: column\ntitle: Chart ${n}\ndata: |\n  item,value\n  a,${n}\n  b,2\n  c,3\n\`\`\``;
const row = (n) => `| ${n} | ${n * n} | a cell with some words in it |`;
const rise = new URL('../../decks/deepseek-rise/briefing.md', import.meta.url);
const cases = {
  '100 slides of text': slides(100, () => Array.from({ length: 6 }, (_, n) => `- Item ${n} with a dozen words that fill about one line of it`).join('\n')),
  '100 charts': slides(100, chart),
  '100 tables': slides(100, () => ['| n | square | words |', '|--|--|--|', ...Array.from({ length: 8 }, (_, n) => row(n))].join('\n')),
  'deepseek-rise': { path: rise.pathname, text: readFileSync(rise, 'utf8') },
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const timed = async (work) => {
  const from = performance.now();
  const result = await work();
  return { ms: performance.now() - from, result };
};

console.log(`import ${loaded.toFixed(0)} ms`);
for (const [name, source] of Object.entries(cases)) {
  const times = [];
  let pptx;
  for (let round = 0; round < rounds; round++) {
    const { ms, result } = await timed(() => buildDeck(source));
    times.push(ms);
    pptx = result.pptx;
  }
  const parts = Object.values(unzipSync(pptx));
  const floor = median((await Promise.all(Array.from({ length: 3 }, () => timed(() => parts.map((part) => deflateRawSync(part)))))).map((one) => one.ms));
  const check = await timed(() => verifyDeck(pptx));
  const build = median(times);
  const columns = [`${build.toFixed(0)} ms`, `${(build / floor).toFixed(1)} × deflate`, `verify ${check.ms.toFixed(0)} ms`, `${(pptx.length / 1024).toFixed(0)} KB`];
  console.log(`${name.padEnd(20)} ${columns.join('   ')}`);
}
console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
