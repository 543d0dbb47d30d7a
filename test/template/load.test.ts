import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeScene } from '../../lib/build.js';
import { slidesOf } from '../../lib/scene/scene.js';
import { SIZES } from '../../lib/template/sizes.js';
import { host, load, TEMPLATES } from './support.js';

const MERIDIAN = readFileSync(host().builtin('meridian', 'template.yaml'), 'utf8');

/** Where a text stands, as `line:column`, and the same for its length. */
function placeOf(file: string, text: string): string {
  const lines = file.slice(0, file.indexOf(text)).split('\n');
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}

/** What is said about meridian with one thing changed: code, place, message, hints. */
async function complaints(before: string, after: string) {
  expect(MERIDIAN).toContain(before);
  const file = MERIDIAN.replace(before, after);
  const { template, diagnostics } = await load('./house', '16:9', { './house/template.yaml': file });
  const said = diagnostics.map(({ code, severity, message, span, hints }) => ({
    code,
    severity,
    message,
    place: `${span.start.line}:${span.start.column}`,
    text: file.slice(span.start.offset, span.end.offset),
    hints,
  }));
  return { template, said, at: (text: string) => placeOf(file, text) };
}

describe.each(TEMPLATES)('%s', (name) => {
  test.each(SIZES)('is sound at %s', async (size) => {
    const { template, diagnostics } = await load(name, size);
    expect(diagnostics).toEqual([]);
    expect(template?.name).toBe(name);
  });
});

test('a folder is a template too, under its own name', async () => {
  const { template, diagnostics } = await load('brands/house/', '16:9', { 'brands/house/template.yaml': MERIDIAN });
  expect(diagnostics).toEqual([]);
  expect(template?.name).toBe('house');
});

test('an unknown name is an error with the nearest one', async () => {
  const { template, diagnostics } = await load('meridain');
  expect(template).toBeNull();
  expect(diagnostics).toMatchObject([
    { code: 'template/unknown', severity: 'error', message: 'there is no template "meridain"', hints: ['did you mean "meridian"?'] },
  ]);
});

test('a name like none lists those that there are', async () => {
  const { diagnostics } = await load('corporate');
  expect(diagnostics[0]?.hints[0]).toContain('templates: ');
  expect(diagnostics[0]?.hints[0]).toContain('meridian');
});

test('a folder without a template is an error', async () => {
  const { template, diagnostics } = await load('./nowhere');
  expect(template).toBeNull();
  expect(diagnostics).toMatchObject([{ code: 'template/unknown', severity: 'error' }]);
});

describe('a fault is told at its place', () => {
  test('a column that the grid does not have', async () => {
    const { said, at, template } = await complaints(
      '{use: chart, columns: [1, 7], accepts: [chart]}',
      '{use: chart, columns: [1, 13], accepts: [chart]}',
    );
    expect(template).toBeNull();
    expect(said).toMatchObject([{ code: 'template/invalid-value', severity: 'error', place: at('{use: chart, columns: [1, 13]') }]);
    expect(said[0]?.message).toBe('"layouts.chart-text-7-5.placeholders.2": the grid has 12 columns, not 13');
  });

  test('a style that there is not', async () => {
    const { said } = await complaints('style: statement,', 'style: statment,');
    expect(said).toMatchObject([
      { text: 'statment', message: expect.stringContaining('there is no style "statment"'), hints: ['did you mean "statement"?'] },
    ]);
  });

  test('a colour that there is not', async () => {
    const { said, at } = await complaints('highlight: panel', 'highlight: pannel');
    expect(said).toMatchObject([{ text: 'pannel', place: at('pannel'), hints: ['did you mean "panel"?'] }]);
  });

  test('a placeholder that there is not', async () => {
    const { said } = await complaints('{use: statement, columns', '{use: staement, columns');
    expect(said).toMatchObject([{ text: 'staement', hints: ['did you mean "statement"?'] }]);
  });

  test('a band that there is not', async () => {
    const { said } = await complaints('{use: chart, y: body, accepts', '{use: chart, y: bdy, accepts');
    expect(said).toMatchObject([{ message: '"layouts.chart-plain.placeholders.1": there is no band "bdy"' }]);
  });

  test('two layouts of one name', async () => {
    const { said } = await complaints('name: Two charts', 'name: Chart');
    expect(said).toMatchObject([{ text: 'Chart', message: '"layouts.two-charts.name": the layout "chart" has the name "Chart" too' }]);
  });

  test('a path that is none', async () => {
    const { said } = await complaints('data: M430 0C170', 'data: M430 0Q170');
    expect(said).toMatchObject([
      { message: expect.stringContaining('"drawings.logo.paths.1.data"'), hints: ['use M, L, H, V, C and Z with absolute coordinates'] },
    ]);
  });

  test('a colour that is no hexadecimal number', async () => {
    const { said, at } = await complaints('accent3: "2D805E"', 'accent3: green');
    expect(said).toMatchObject([
      { code: 'template/invalid-value', text: 'green', place: at('green'), message: expect.stringContaining('"colors.accent3"') },
    ]);
  });

  test('a key that nobody knows is a warning, and the template stands', async () => {
    const { said, at, template } = await complaints('rowHeight: 0.34', 'rowHeight: 0.34\n  rowHight: 0.4');
    expect(template).not.toBeNull();
    expect(said).toMatchObject([{ code: 'template/unknown-key', severity: 'warning', place: at('rowHight') }]);
  });

  test('YAML that is none', async () => {
    const { said, template } = await complaints('footer: Meridian Institute', 'footer: [Meridian');
    expect(template).toBeNull();
    expect(said[0]).toMatchObject({ code: 'template/yaml', severity: 'error' });
  });
});

describe('a template that extends another', () => {
  const house = (text: string, files: Readonly<Record<string, string>> = {}) =>
    load('./house', '16:9', { './house/template.yaml': text, ...files });
  const HOUSE = 'extends: meridian\ntitle: House\ncompany: House & Sons\ncolors: {accent1: "0A4F70"}\nlayouts: {timeline: }\n';

  test('says only what differs: maps are merged, an empty key takes one away', async () => {
    const { template, diagnostics } = await house(HOUSE);
    const meridian = (await load('meridian')).template;
    expect(diagnostics).toEqual([]);
    expect([template?.name, template?.title, template?.company]).toEqual(['house', 'House', 'House & Sons']);
    expect(template?.colors).toEqual({ ...meridian?.colors, accent1: '0A4F70' });
    const keys = meridian?.layouts.map(({ key }) => key).filter((key) => key !== 'timeline');
    expect(template?.layouts.map(({ key }) => key)).toEqual(keys);
  });

  test('replaces lists', async () => {
    const { template } = await house(`${HOUSE}ladder: {title: [30, 26]}\n`);
    expect(template?.ladder.title).toEqual([30, 26]);
    expect(template?.ladder.code).toEqual([14, 12]);
  });

  test('may extend one that extends one, beside it', async () => {
    const files = { './base/template.yaml': 'extends: newsroom\nfooter: Base\n' };
    const { template, diagnostics } = await house('extends: ./base\ntitle: House\n', files);
    expect(diagnostics).toEqual([]);
    expect([template?.title, template?.footer, template?.fonts.major.latin]).toEqual(['House', 'Base', 'Times New Roman']);
  });

  test('a fault in its own part is told at its place', async () => {
    const { template, diagnostics } = await house('extends: meridian\ntitle: House\nchart:\n  message: acent1\n  mesage: ink\n');
    expect(template).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: 'template/unknown-key', hints: ['did you mean "message"?'], span: { start: { line: 5 } } },
      {
        code: 'template/invalid-value',
        hints: ['did you mean "accent1"?'],
        span: { file: './house/template.yaml', start: { line: 4, column: 12 } },
      },
    ]);
  });

  test('an unknown one is an error where it is named', async () => {
    const { template, diagnostics } = await house('title: House\nextends: meridain\n');
    expect(template).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: 'template/unknown', hints: ['did you mean "meridian"?'], span: { start: { line: 2, column: 10 } } },
    ]);
  });

  test('never itself', async () => {
    const { template, diagnostics } = await house('extends: ./other\n', { './other/template.yaml': 'extends: ./house\n' });
    expect(template).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'template/circular', span: { file: './other/template.yaml' } }]);
  });
});

describe('variants', () => {
  test('one that there is not is an error with the nearest', async () => {
    const { template, diagnostics } = await load('lab:pront');
    expect(template).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'template/unknown-variant', hints: ['did you mean "print"?'] }]);
  });
});

describe('colours that fail are a warning, and the template stands', () => {
  test('text that cannot be read', async () => {
    const { said, at, template } = await complaints('dk2: "4B5B6A"', 'dk2: "9AA5B0"');
    expect(template).not.toBeNull();
    expect(said[0]).toMatchObject({ code: 'template/contrast', severity: 'warning', place: at('"9AA5B0"') });
    expect(said[0]?.message).toBe('muted on paper has a contrast of 2.5, 4.5 is the least that can be read');
  });

  test('two colours of charts that look alike', async () => {
    const { said } = await complaints('accent3: "2D805E"', 'accent3: "0B5A70"');
    expect(said.map(({ code, text }) => [code, text])).toContainEqual(['template/contrast', '"0B5578"']);
    expect(said[0]?.message).toContain('accent1 and accent3 look alike: ΔE00');
  });
});

test('a font that Office does not bring along is told at its place, with the nearest that it does', async () => {
  const { said, template } = await complaints('minor: {latin: Calibri,', 'minor: {latin: Calibry,');
  expect(template).not.toBeNull();
  expect(said).toMatchObject([{ code: 'template/font', severity: 'warning', text: 'Calibry', hints: ['did you mean "Calibri"?'] }]);
  const own = await complaints('mono: Courier New', 'mono: Acme Grotesk Mono');
  expect(own.said).toMatchObject([{ code: 'template/font', text: 'Acme Grotesk Mono', hints: [expect.stringContaining('install it')] }]);
});

test('the word behind a claim has the brand’s looks', async () => {
  const { template } = await complaints('claims: {scale: 75, bold: true, color: muted}', 'claims: {scale: 60, bold: false, color: accent}');
  if (!template) throw new Error('no template');
  const made = await makeScene('## A\n\n- [Cheap]{status=claimed}\n', { template });
  const runs = (made.scene ? slidesOf(made.scene) : []).flatMap(({ items }) =>
    items.flatMap((item) => (item.type === 'text' ? item.paragraphs.flatMap(({ inlines }) => inlines) : [])),
  );
  expect(runs.find((run) => run.type === 'run' && run.text.includes('claim'))).toMatchObject({
    size: 12,
    bold: false,
    color: template.palette.accent,
  });
});

test.each([
  ['', 'a house style begins with "extends: meridian"'],
  ['extends: meridian\ncolors: {acent3: "00FF00"}\n', 'did you mean "accent3"?'],
  ['extends: meridian\ncolors: {accent3: 123456}\n', 'put it between quotes'],
])('%j is told with what to do', async (text, hint) => {
  const { diagnostics } = await load('./house', '16:9', { './house/template.yaml': text });
  expect(diagnostics.flatMap(({ hints }) => hints).join('\n')).toContain(hint);
});
