/** Templates made in code, and templates loaded on their own. */
import { expect, test } from 'vitest';
import { acme, briefing, build } from '../../examples/templates/house-style.js';
import { buildDeck, defineTemplate, loadTemplate, type TemplateDefinition } from '../../lib/index.js';
import { expectSpotless } from '../support/deck.js';
import { host } from './support.js';

const FOLDER = new URL('../../examples/templates/acme', import.meta.url).pathname;
const options = { template: FOLDER, allowDirs: [FOLDER] };

test('the example builds, and a folder that says the same gives the same bytes', async () => {
  const [code, folder] = await Promise.all([build(), buildDeck(briefing, options)]);
  expect([...code.diagnostics, ...folder.diagnostics]).toEqual([]);
  expect(folder.pptx).toEqual(code.pptx);
  await expectSpotless(code.pptx ?? new Uint8Array());
});

test('a loaded template builds any number of decks, the same bytes as by its name', async () => {
  const { template, diagnostics } = await loadTemplate('newsroom', { size: '4:3' });
  expect(diagnostics).toEqual([]);
  expect([template?.title, template?.fonts.major.latin]).toEqual(['Newsroom', 'Times New Roman']);
  const named = await buildDeck(briefing, { template: 'newsroom', size: '4:3' });
  for (const _ of [1, 2]) expect((await buildDeck(briefing, template ? { template } : {})).pptx).toEqual(named.pptx);
});

test('a definition is loaded on its own too, and demands what it demands', async () => {
  const { template, diagnostics } = await loadTemplate(acme);
  expect([template?.name, template?.required, diagnostics]).toEqual(['acme', ['date', 'marking'], []]);
  const { pptx, diagnostics: told } = await buildDeck('# Undated\n', { template: acme });
  expect(pptx).toBeUndefined();
  expect(told.map(({ code }) => code)).toEqual(['front-matter/required', 'front-matter/required']);
});

test('what is wrong is told with the place of its value and a suggestion', async () => {
  const wrong = defineTemplate({ ...acme, table: { highlight: 'pannel' } });
  const { pptx, diagnostics } = await buildDeck(briefing, { template: wrong });
  expect(pptx).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: 'template/invalid-value', message: '"table.highlight": there is no colour "pannel"', hints: ['did you mean "panel"?'] },
  ]);
  expect(diagnostics[0]?.span.file).toBe('<template acme>');
  const unknown = { ...acme, colours: {} } as TemplateDefinition;
  expect((await loadTemplate(unknown)).diagnostics[0]?.hints).toEqual(['did you mean "colors"?']);
});

test('it can extend a folder', async () => {
  const files = { './house/template.yaml': 'extends: lab\ntitle: House\n' };
  const { template, diagnostics } = await loadTemplate(defineTemplate({ name: 'sub', extends: './house', footer: 'Sub' }), {
    host: host(files),
  });
  expect([template?.title, template?.footer, diagnostics]).toEqual(['House', 'Sub', []]);
});

test('what is no template is refused', async () => {
  for (const name of ['', 'a b', '../x', undefined])
    expect(() => defineTemplate({ ...acme, name } as TemplateDefinition)).toThrow(TypeError);
  await expect(buildDeck('# A\n', { template: 1 as unknown as string })).rejects.toThrow('option "template" must be');
  const { template } = await loadTemplate('lab', { size: 'A4' });
  if (template) await expect(buildDeck('# A\n', { template, size: '4:3' })).rejects.toThrow('was loaded for another size');
});
