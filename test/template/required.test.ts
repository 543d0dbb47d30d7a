import { expect, test } from 'vitest';
import { buildDeck } from '../../lib/index.js';
import { host } from './support.js';

const options = {
  template: './house',
  host: host({ './house/template.yaml': 'extends: ledger\ntitle: House\nrequired: [date, marking, author]\n' }),
};

test('what a brand demands and the front matter lacks is an error each', async () => {
  const { diagnostics, pptx } = await buildDeck('---\ntitle: A\nmarking: Internal\n---\n# B\n', options);
  expect(pptx).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: 'front-matter/required', severity: 'error', message: 'the template "House" demands "date", which the front matter lacks' },
    { code: 'front-matter/required', severity: 'error', message: 'the template "House" demands "author", which the front matter lacks' },
  ]);
});

test('a briefing that has it all is built', async () => {
  const { diagnostics } = await buildDeck('---\nauthor: Ada\nmarking: Internal\ndate: 2026-11-23\n---\n# B\n', options);
  expect(diagnostics.map(({ code }) => code)).not.toContain('front-matter/required');
});

test('a day of the figures, a contact and a disclaimer can be demanded', async () => {
  const strict = {
    template: './house',
    host: host({ './house/template.yaml': 'extends: ledger\nrequired: [as-of, contact, disclaimer]\n' }),
  };
  const lacking = await buildDeck('---\ntitle: A\n---\n# B\n', strict);
  expect(lacking.diagnostics.map(({ code }) => code)).toEqual(['front-matter/required', 'front-matter/required', 'front-matter/required']);
  const whole = await buildDeck('---\ntitle: A\nas-of: 2025-01-31\ncontact: Jo\ndisclaimer: None.\n---\n# B\n', strict);
  expect(whole.diagnostics).toEqual([]);
});
