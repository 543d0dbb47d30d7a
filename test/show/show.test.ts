/** Templates shown: every layout once, filled. */
import { describe, expect, test } from 'vitest';
import { listTemplates, showTemplate } from '../../lib/index.js';
import { descendants, find, parseXml } from '../../lib/package/xml.js';
import { readPackage } from '../../lib/package/zip.js';
import { complaints, expectTrusted } from '../support/deck.js';
import { host, TEMPLATES } from '../template/support.js';

/** The layout's name and the words of each slide, in order. */
function slidesOf(bytes: Uint8Array) {
  const { parts } = readPackage(bytes);
  const part = (name: string) => parts.find((candidate) => candidate.name === name);
  const xml = (name: string) => parseXml(String(part(name)?.data));
  const slides = parts.filter(({ name }) => /^\/ppt\/slides\/slide\d+\.xml$/.test(name));
  return slides.map(({ name, relationships }) => {
    const layout = relationships.find(({ target }) => target.includes('/slideLayouts/'))?.target ?? '';
    const words = descendants(xml(name), 'a:t').flatMap(({ children }) => children.map(String));
    const charts = descendants(xml(name), 'c:chart').length;
    return {
      layout: find(xml(layout), 'p:cSld')?.attributes.name,
      words: words.join(' '),
      charts,
      tables: descendants(xml(name), 'a:tbl').length,
    };
  });
}

test('the list names what ships, with what it is for', async () => {
  const list = await listTemplates();
  expect(list.map(({ name }) => name)).toEqual([...TEMPLATES].sort());
  for (const { name, description, fonts, layouts } of list) {
    expect(description, name).not.toBe('');
    expect(fonts.length, name).toBeGreaterThan(0);
    expect(layouts, name).toContain('comparison');
  }
  expect(list.find(({ name }) => name === 'lab')?.variants).toEqual(['print']);
});

describe.each(TEMPLATES)('%s', (name) => {
  test('every layout is shown once, and all but the empty ones are filled', async () => {
    const { bytes = new Uint8Array(), layouts, diagnostics } = await showTemplate(name, { format: 'pptx' });
    expect(diagnostics).toEqual([]);
    const slides = slidesOf(bytes);
    expect(slides.map(({ layout }) => layout)).toEqual(layouts.map((layout) => layout.name));
    const prompts = slides.filter(({ words }) =>
      /\b(Text, chart, table or picture|What it counts|Statement|Quote|Caption|Subtitle)\b/.test(words),
    );
    expect(prompts.map(({ layout }) => layout)).toEqual([]);
    for (const { layout, charts, tables } of slides) {
      if (/chart/i.test(String(layout))) expect(charts, layout).toBeGreaterThan(0);
      if (/table/i.test(String(layout))) expect(tables, layout).toBe(1);
    }
    // A blank slide has no title.
    expect(complaints(bytes)).toMatchObject([expect.stringContaining('slide-title')]);
    await expectTrusted(bytes);
  });
});

test('a layout that nothing fills shows what it asks for', async () => {
  const odd =
    'extends: meridian\ntitle: Odd\nlayouts:\n  odd:\n    name: Odd one\n    type: cust\n    placeholders:\n      - {use: title}\n' +
    '      - {use: statement, columns: [1, 4], y: body}\n';
  const { bytes = new Uint8Array(), diagnostics } = await showTemplate('./odd', {
    format: 'pptx',
    host: host({ './odd/template.yaml': odd }),
  });
  expect(diagnostics).toEqual([]);
  expect(slidesOf(bytes).find(({ layout }) => layout === 'Odd one')?.words).toContain('A model from a small laboratory');
});

test('as a picture', async () => {
  const { bytes = new Uint8Array(), diagnostics } = await showTemplate('lab:print', { size: '4:3', width: 600 });
  expect(diagnostics).toEqual([]);
  expect([...bytes.subarray(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)));
});

test('of a template that is not there nothing is shown but why', async () => {
  const { bytes, layouts, diagnostics } = await showTemplate('meridain');
  expect([bytes, layouts]).toEqual([undefined, []]);
  expect(diagnostics).toMatchObject([{ code: 'template/unknown', hints: ['did you mean "meridian"?'] }]);
});
