/** The closing slide: who answers for the deck, and what for. */
import { describe, expect, test } from 'vitest';
import { makeScene } from '../../lib/build.js';
import { nodeHost } from '../../lib/host/node.js';
import { slidesOf, visitItems } from '../../lib/scene/scene.js';
import { plainText } from '../../lib/scene/text.js';
import { faults } from '../support/legible.js';
import { officeFile, officeLayouts } from '../support/office.js';
import { host, TEMPLATES } from '../template/support.js';

const sentence = (n: number): string => `Sentence s${n} of a disclaimer that says at some length what nobody here answers for.`;
const sentences = (count: number): string => Array.from({ length: count }, (_, n) => sentence(n + 1)).join(' ');
const briefing = (front: string): string => `---\ntitle: A deck\ndate: 2026-11-23\n${front}\n---\n\n## A slide\n\n- A point\n`;

async function closing(text: string, options: Parameters<typeof makeScene>[1] = {}) {
  const made = await makeScene(text, options);
  if (!made.scene) throw new Error(JSON.stringify(made.result.diagnostics));
  expect(faults(made.scene, made.template)).toEqual([]);
  return slidesOf(made.scene).map((slide) => {
    const lines: string[] = [];
    visitItems(slide.items, (item) => {
      if (item.type === 'text') lines.push(...item.paragraphs.map(plainText));
    });
    return { layout: slide.layout, title: slide.title, lines };
  });
}

test('a briefing that names nobody has none', async () => {
  expect((await closing(briefing('marking: Internal'))).map(({ layout }) => layout)).not.toContain('Closing');
});

test.each(TEMPLATES)('%s: contact, date, day of the figures, marking, disclaimer; no thanks', async (template) => {
  const slides = await closing(
    briefing('as-of: 31 Jan 2025\nmarking: Internal\ncontact: [Jo Example, jo@example.org]\ndisclaimer: No offer.'),
    {
      template,
    },
  );
  const { layout, title, lines } = slides.at(-1) ?? { lines: [] };
  expect([layout, title]).toEqual(['Closing', 'About this briefing']);
  for (const line of ['Jo Example', 'jo@example.org', '23 November 2026', 'Figures as of 31 January 2025', 'Internal', 'No offer.'])
    expect(lines).toContain(line);
  expect(lines.join(' ')).not.toMatch(/thank/i);
});

test('a cover says up to which day the figures stand', async () => {
  expect((await closing(briefing('as-of: 2025-01-31')))[0]?.lines).toContain('23 November 2026  |  Figures as of 31 January 2025');
});

test.each(TEMPLATES)('%s: of a disclaimer that is longer than its place, no sentence is lost', async (template) => {
  const slides = await closing(briefing(`contact: Jo Example\ndisclaimer: |\n  ${sentences(120)}`), { template });
  const text = slides.flatMap(({ lines }) => lines).join(' ');
  for (let n = 1; n <= 120; n++) expect(text).toContain(`Sentence s${n} of`);
  expect(slides.filter(({ title }) => title?.startsWith('Disclaimer')).length).toBeGreaterThan(1);
  expect(slides.at(-1)?.lines).toContain('Jo Example');
});

test('a brand has a disclaimer of its own, unless the briefing has one', async () => {
  const house = host({ './house/template.yaml': 'extends: ledger\ntitle: House\ndisclaimer: The house answers for nothing.\n' });
  const options = { template: './house', host: house };
  expect((await closing(briefing('marking: Internal'), options)).at(-1)?.lines).toContain('The house answers for nothing.');
  const own = (await closing(briefing('disclaimer: Mine.'), options)).at(-1)?.lines;
  expect(own).toContain('Mine.');
  expect(own).not.toContain('The house answers for nothing.');
});

test('what is cited is a link away', async () => {
  const text = briefing('contact: Jo Example\nsources:\n  a: {title: A source}').replace('A point', 'A point [@a]');
  const made = await makeScene(text, {});
  if (!made.scene) throw new Error('no scene');
  const last = slidesOf(made.scene).at(-1);
  const links = (last?.items ?? []).flatMap((item) =>
    item.type === 'text'
      ? item.paragraphs.flatMap(({ inlines }) => inlines.flatMap((one) => (one.type === 'run' && one.link ? [one.link] : [])))
      : [],
  );
  expect(links).toEqual([{ kind: 'slide', slide: 'sources', tooltip: '' }]);
});

test('a layout without a place for them is not shown empty: they have a slide of running text', async () => {
  const layout = 'layouts:\n  closing:\n    placeholders:\n      - {use: title, columns: [6, 12], y: [1.625, 4.1875]}\n';
  const house = host({ './house/template.yaml': `extends: meridian\ntitle: House\n${layout}` });
  const slides = await closing(briefing('contact: Jo Example\ndisclaimer: No offer.'), { template: './house', host: house });
  expect(slides.map(({ title }) => title)).toEqual(['A deck', 'A slide', 'About this briefing']);
});

describe('a company’s template without a layout for it', () => {
  const company = (layouts = officeLayouts()) => ({
    template: 'corporate.potx',
    host: { ...nodeHost({ root: null, allowDirs: [] }), read: async () => officeFile({ masters: [{ layouts }] }) },
  });
  const front = 'contact: [Jo Example, jo@example.org]\ndisclaimer: No offer.';
  const wanted = ['About this briefing', 'Jo Example', 'jo@example.org', 'Disclaimer', 'No offer.'];

  test('has both on one slide, in the size of running text', async () => {
    const slides = await closing(briefing(front), company());
    expect(slides.filter(({ lines }) => lines.includes('Jo Example') || lines.includes('No offer.'))).toHaveLength(1);
    const { layout, lines } = slides.at(-1) ?? { lines: [] };
    expect(layout).toBe('Title and Content');
    expect(lines.filter((line) => wanted.includes(line))).toEqual(wanted);
    expect((await closing(briefing('disclaimer: No offer.'), company())).at(-1)?.lines).not.toContain('Disclaimer');
  });

  test('takes its own layout of that name where text goes into it', async () => {
    const [, content] = officeLayouts();
    const own = content ? [...officeLayouts(), { ...content, name: 'Closing', type: 'cust' }] : [];
    expect((await closing(briefing(front), company(own))).at(-1)?.layout).toBe('Closing');
  });

  test('says the day of the figures on its cover in full, where the place for a date is too small below the subtitle', async () => {
    const [cover] = await closing(briefing('subtitle: What it says\nas-of: 2025-01-31'), company());
    expect(cover?.lines).toContain('23 November 2026  |  Figures as of 31 January 2025');
    expect((await closing(briefing('subtitle: What it says'), company()))[0]?.lines).toContain('23 November 2026');
  });

  test('loses no sentence of a long disclaimer', async () => {
    const slides = await closing(briefing(`contact: Jo Example\ndisclaimer: |\n  ${sentences(60)}`), company());
    const text = slides.flatMap(({ lines }) => lines).join(' ');
    for (let n = 1; n <= 60; n++) expect(text).toContain(`Sentence s${n} of`);
    expect(text).toContain('Jo Example');
  });
});
