/** Holds the import rules of ARCHITECTURE.md: type imports count too. */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const KINDS = ['blocks', 'charts'];
const MODEL = ['core', 'highlight', 'scene', 'text', 'package', 'math', 'diagram', 'media', 'template', 'plot', 'briefing'];
const below = (folder: string): readonly string[] => MODEL.slice(0, MODEL.indexOf(folder));
const WRITER = ['core', 'scene', 'package', 'template'];
const DOOR = ['core', 'host', 'index.ts', 'build.ts', 'render.ts'];

/** What the files of a folder may import besides each other; the files in `lib/` itself stand under their own name. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(MODEL.map((folder) => [folder, below(folder)])),
  ...Object.fromEntries(KINDS.map((folder) => [folder, MODEL])),
  ...Object.fromEntries(['markdown', 'plan', 'arrange', 'check'].map((folder) => [folder, MODEL])),
  verify: ['core', 'package'],
  'writers/pptx': WRITER,
  'writers/svg': [...WRITER, 'text'],
  'writers/png': [...WRITER, 'writers/svg'],
  'writers/pdf': [...WRITER, 'writers/svg'],
  host: ['core'],
  'files.ts': MODEL,
  'include.ts': [...MODEL, 'files.ts', 'markdown'],
  'options.ts': MODEL,
  'draft.ts': [...MODEL, 'files.ts'],
  'books.ts': [...MODEL, 'files.ts', 'options.ts', 'markdown', 'check', 'host'],
  'brand.ts': [...MODEL, 'files.ts', 'options.ts'],
  'resolve.ts': [...MODEL, 'files.ts'],
  'pictures.ts': [...MODEL, 'files.ts', 'resolve.ts'],
  'report.ts': [...MODEL, 'check', 'plan'],
  'build.ts': [
    'books.ts',
    'brand.ts',
    'resolve.ts',
    'pictures.ts',
    'report.ts',
    'options.ts',
    'draft.ts',
    'files.ts',
    'include.ts',
    ...MODEL,
    ...KINDS,
    'markdown',
    'plan',
    'arrange',
    'check',
    'verify',
    'writers/pptx',
    'host',
  ],
  'render.ts': ['core', 'scene', 'text', 'host', 'build.ts', 'template', 'writers/svg', 'writers/png'],
  show: ['core', 'scene', 'template', 'host', 'build.ts', 'render.ts', 'writers/pptx'],
  'index.ts': [...MODEL, ...KINDS, 'verify', 'host', 'prepare', 'build.ts', 'render.ts', 'show'],
  cli: DOOR,
  batch: DOOR,
  preview: DOOR,
  prepare: [...MODEL, 'markdown', 'host'],
};

/** Packages that one folder has to itself. */
const KEPT_IN: Readonly<Record<string, readonly string[]>> = {
  pptxgenjs: ['writers/pptx'],
  fflate: ['package'],
  marked: ['markdown'],
  sharp: ['media'],
  numfmt: ['writers/svg'],
  temml: ['math'],
  mermaid: ['diagram'],
  '@dagrejs/dagre': ['diagram'],
  '@shikijs/primitive': ['highlight'],
  '@shikijs/engine-javascript': ['highlight'],
  '@shikijs/langs': ['highlight'],
  fontkit: ['text'],
  '@resvg/resvg-js': ['writers/png'],
  'node:fs': ['host', 'cli', 'batch', 'preview'],
  'node:fs/promises': ['host', 'cli', 'batch', 'preview'],
  'node:http': ['host'],
  'node:https': ['host'],
  'node:dns/promises': ['host'],
};

const MAY_SEE_THE_WORLD = ['cli', 'batch', 'preview', 'host'];

interface File {
  /** Below `lib/`. */
  readonly path: string;
  readonly folder: string;
  readonly source: ts.SourceFile;
  readonly imports: readonly string[];
}

const files = globSync('lib/**/*.ts').map((path) => readLibraryFile(path.replaceAll('\\', '/').slice('lib/'.length)));

function readLibraryFile(path: string): File {
  const text = readFileSync(posix.join('lib', path), 'utf8');
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return { path, folder: folderOf(path), source: ts.createSourceFile(path, text, ts.ScriptTarget.Latest), imports };
}

/** `core`, `writers/pptx`, and `build.ts` for the file of that name. */
function folderOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'writers' ? `${first}/${second}` : first;
}

/** The file below `lib/` that a relative import means. */
const target = (file: File, name: string): string => posix.join(posix.dirname(file.path), name).replace(/\.js$/, '.ts');
const ownImports = (file: File): readonly string[] => file.imports.filter((name) => name.startsWith('.')).map((name) => target(file, name));

test('the scanner sees imports, type imports, exports and dynamic imports', () => {
  const text = `import a from 'a'; import type { B } from 'b'; export * from 'c'; const d = await import('d'); type E = import('e').E; // from 'f'`;
  expect(ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(files.length).toBeGreaterThan(20);
});

test('every folder has its rule', () => {
  expect([...new Set(files.map((file) => file.folder))].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
});

test('arrows never turn round', () => {
  const wrong = files.flatMap((file) =>
    ownImports(file)
      .filter((path) => folderOf(path) !== file.folder && !MAY_IMPORT[file.folder]?.includes(folderOf(path)))
      .map((path) => `${file.path} imports ${path}`),
  );
  expect(wrong).toEqual([]);
});

test('packages stay in their folder', () => {
  const wrong = files.flatMap((file) =>
    file.imports.filter((name) => KEPT_IN[name]?.includes(file.folder) === false).map((name) => `${file.path} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('there is no import cycle', () => {
  const edges = new Map(files.map((file) => [file.path, ownImports(file)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' > '));
    if (way.includes(path) || done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  expect(cycles).toEqual([]);
});

describe('no clock, randomness, environment or console', () => {
  test('outside the folders that face the world', () => {
    const wrong = files
      .filter((file) => !MAY_SEE_THE_WORLD.includes(file.folder))
      .flatMap((file) => worldly(file.source).map((what) => `${file.path}: ${what}`));
    expect(wrong).toEqual([]);
  });

  test('and the scanner finds them in code only', () => {
    const text =
      "const s = 'Date.now()'; Date.now(); new Date(); new Date(0); Math.random(); Math.max(1); process.env.A; console.log(performance.now())";
    const found = worldly(ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest));
    expect(found).toEqual(['Date.now', 'new Date()', 'Math.random', 'process', 'console', 'performance']);
  });
});

const WORLDLY = ['process', 'console', 'performance'];

/** Uses of the clock, of chance and of the process, in reading order. */
function worldly(source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      const name = `${node.expression.text}.${node.name.text}`;
      if (WORLDLY.includes(node.expression.text)) found.push(node.expression.text);
      else if (name === 'Date.now' || name === 'Math.random') found.push(name);
    }
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'Date' && !node.arguments?.length) found.push('new Date()');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
