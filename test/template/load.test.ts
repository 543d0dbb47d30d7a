import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
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
