import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeScene } from '../../lib/build.js';
import { rulesReference } from '../../lib/check/reference.js';
import { contrast } from '../../lib/check/rules/contrast.js';
import { rules } from '../../lib/check/rules/index.js';
import { readingOrder } from '../../lib/check/rules/reading-order.js';
import { type Subject, subjectOf } from '../../lib/check/subject.js';
import { sourceText } from '../../lib/core/source.js';
import { buildDeck, checkBriefing } from '../../lib/index.js';
import { parseBriefing } from '../../lib/markdown/index.js';
import type { Item, Scene } from '../../lib/scene/scene.js';

test('the reference page says what the rules say (after a change: vitest -u)', async () => {
  await expect(rulesReference()).toMatchFileSnapshot('../../lib/check/README.md');
});

test('a rule is one file and one line of the table, under a code of its own', () => {
  const files = readdirSync(new URL('../../lib/check/rules/', import.meta.url)).filter((name) => name !== 'index.ts');
  expect(rules).toHaveLength(files.length);
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  for (const { code, about, why } of rules) {
    expect(code).toMatch(/^[a-z]+\/[a-z-]+$/);
    expect(`${about} ${why}`).toMatch(/^[A-Z].*\.$/s);
  }
});

const TEXT = '# Deck\n\n## One\n\nSome words.\n\n> [!NOTE]\n> Others.\n';

/** A subject of the text whose items were changed. */
async function subjectWith(change: (item: Item, index: number) => Item): Promise<Subject> {
  const made = await makeScene(TEXT, {});
  if (!made.scene) throw new Error('no scene');
  const source = sourceText('<briefing>', TEXT);
  const scene: Scene = {
    ...made.scene,
    sections: made.scene.sections.map((section) => ({
      ...section,
      slides: section.slides.map((slide) => ({ ...slide, items: slide.items.map(change) })),
    })),
  };
  const briefing = parseBriefing(source, { sink: () => {}, blocks: [], charts: [] });
  const found = {
    source,
    briefing: { ...briefing, sections: [] },
    files: new Map(),
    facts: new Map(),
    plan: null,
    scene,
    template: made.template,
  };
  return subjectOf(found, new Map());
}

describe('rules about slides as they stand', () => {
  test('our own decks are read in order and can be read', async () => {
    const subject = await subjectWith((item) => item);
    expect([...readingOrder.check(subject), ...contrast.check(subject)]).toEqual([]);
  });

  test('an item that stands above what is read before it', async () => {
    const subject = await subjectWith((item) =>
      item.id === 'b2.text' || item.name === 'Callout' ? { ...item, frame: { ...item.frame, y: 0, cy: 1 } as Item['frame'] } : item,
    );
    expect([...readingOrder.check(subject)]).toEqual([
      expect.objectContaining({ message: expect.stringContaining('is read before "Callout"') }),
    ]);
  });

  test('text that is hardly seen against its own fill', async () => {
    const white = { kind: 'literal', hex: 'FFFFFF' } as const;
    const subject = await subjectWith((item) =>
      item.type === 'text' && item.name === 'Callout'
        ? {
            ...item,
            fill: { kind: 'solid', color: { kind: 'literal', hex: 'EEEEEE' } },
            style: item.style.map((level) => ({ ...level, color: white })),
          }
        : item,
    );
    expect([...contrast.check(subject)]).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/"Callout".* has a contrast of 1\.2, 3 is/) }),
    ]);
  });
});

describe('what a build tells', () => {
  const text = '---\nsources: {a: {title: A}, b: {title: B}}\n---\n\n## It cost $5m\n\n[@a; @c]\n';
  const codes = async (result: Promise<{ diagnostics: readonly { code: string }[] }>) => (await result).diagnostics.map(({ code }) => code);

  test('only what a reader of the deck would miss; a check tells all', async () => {
    expect(await codes(buildDeck(text))).toEqual(['source/unused', 'source/unknown']);
    expect(await codes(checkBriefing(text))).toEqual(['source/no-date', 'source/unused', 'source/unknown']);
  });

  test('at the level that is set: an error lets no deck be written', async () => {
    expect((await buildDeck(text, { check: { 'source/unknown': 'error' } })).pptx).toBeUndefined();
    expect(await codes(buildDeck(text, { check: { 'source/unknown': 'off', 'source/unused': 'off' } }))).toEqual([]);
    await expect(buildDeck(text, { check: { a: 'loud' } as never })).rejects.toThrow(TypeError);
  });
});

test('a deck prints its facts with standing and source, in key figures and charts too', async () => {
  const host = (await import('../../lib/host/node.js')).nodeHost({ root: 'test/cases/check', allowDirs: [] });
  const briefing = `---
facts: data/facts.yaml
lang: de
sources: {v3: {title: V3, date: 2024}}
---

## Der Lauf

Er kostete {{facts.v3_cost}}.

\`\`\`kpi
- {value: "{{facts.v3_cost}}", label: Lauf}
\`\`\`

## Als Bild

\`\`\`chart
type: bar
source: v3
data: |
  was, Mio
  V3, {{facts.v3_cost / 1e6}}
  R1, 2
\`\`\`
`;
  const { claims, diagnostics, pptx } = await buildDeck({ path: 'test/cases/check/x.md', text: briefing }, { host });
  expect(diagnostics).toEqual([]);
  expect(pptx).toBeDefined();
  expect(claims.map(({ text, status, by, source }) => [text, status, by, source])).toEqual([
    ['5,576\u00a0Mio.\u00a0$', 'claimed', 'DeepSeek', 'v3'],
    ['5,576\u00a0Mio.\u00a0$ Lauf', 'claimed', 'DeepSeek', 'v3'],
  ]);
  const made = await makeScene({ path: 'test/cases/check/x.md', text: briefing }, { host });
  expect(JSON.stringify(made.scene)).toContain('5.576');
});

test('several pages of one source are one number, and stand at the foot', async () => {
  const made = await makeScene('---\nsources: {v3: {short: V3, date: 2024}}\n---\n\n## A\n\nSo [@v3, p. 5; @v3, p. 30].\n', {});
  const text = JSON.stringify(made.scene);
  expect(text).toContain('"\u00a01"');
  expect(text).toContain('1\u00a0V3, p. 5; p. 30.');
});
