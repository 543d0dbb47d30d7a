/** Alternative texts: what a reader hears of a chart, in the deck's language. */
import { describe, expect, test } from 'vitest';
import { chartWordsFor } from '../../lib/briefing/chart-words.js';
import { chartKinds } from '../../lib/charts/index.js';
import { caseNamed, cases, draw } from './support.js';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja', 'ar', 'zh-CN', 'zh-Hant'];
/** One case of each kind, by the kind's name. */
const firsts = chartKinds.map(({ name }) => [name, cases.find(([file]) => file.split('-')[0] === name)?.[1] ?? ''] as const);
const altOf = (yaml: string, lang = 'en', title = ''): string => draw(yaml, { lang, title }).item?.alt ?? '';

const SALES = 'type: bar\ntitle: Sales\nunit: $m\nhighlight: Rome\ndata: |\n  town,sales\n  Rome,1250.5\n  Oslo,12\n  Bonn,2400\n';

test.each([
  ['en', 'Bar chart: Sales, $m; Rome leads the south; Rome $1,251m; highest Bonn $2,400m; lowest Oslo $12m.'],
  [
    'de',
    'Balkendiagramm: Sales, $m; Rome leads the south; Rome 1.251\u00a0Mio.\u00a0$; höchster Wert Bonn 2.400\u00a0Mio.\u00a0$; niedrigster Wert Oslo 12\u00a0Mio.\u00a0$.',
  ],
  [
    'fr',
    'Diagramme à barres\u00a0: Sales, $m\u202f; Rome leads the south\u202f; Rome 1\u202f251\u00a0M\u00a0$\u202f; maximum Bonn 2\u202f400\u00a0M\u00a0$\u202f; minimum Oslo 12\u00a0M\u00a0$.',
  ],
  ['zh-CN', '条形图：Sales, $亿；Rome leads the south；Rome $12.51亿；最高：Bonn $24.00亿；最低：Oslo $0.12亿。'],
])('%s: kind, subject, message, highlighted, highest and lowest value', (lang, alt) => {
  expect(altOf(SALES, lang, 'Rome leads the south.')).toBe(alt);
});

describe.each(LANGUAGES)('%s', (lang) => {
  const words = chartWordsFor(lang);

  test('every kind has a name of its own', () => {
    const names = chartKinds.map(({ name, title }) => words.kinds[name] ?? (lang === 'en' ? title : ''));
    expect(names).not.toContain('');
    expect(new Set(names).size).toBe(names.length);
  });

  test('every text is short and begins with its kind', () => {
    for (const [name, yaml] of firsts) {
      const { item } = draw(yaml, { lang, title: `The message of the slide ${'goes on '.repeat(name.length)}` });
      if (!item) continue;
      const { alt } = item;
      expect(alt.startsWith(words.kinds[name] ?? chartKinds.find((kind) => kind.name === name)?.title ?? '?'), alt).toBe(true);
      expect(alt.length, alt).toBeLessThanOrEqual(250);
      if (lang !== 'en') expect(alt).not.toMatch(/highest|lowest|log scale/);
    }
  });
});

test('a message that has no room is cut, then left out; the figures stay', () => {
  const long = (length: number): string =>
    'word '
      .repeat(Math.ceil(length / 5))
      .slice(0, length)
      .trim();
  expect(altOf(SALES, 'en', long(400))).toMatch(
    /^Bar chart: Sales, \$m; word .*…; Rome \$1,251m; highest Bonn \$2,400m; lowest Oslo \$12m\.$/,
  );
  const names = SALES.replace('title: Sales', `title: ${long(88)}`)
    .replaceAll('Rome', `${long(58)} Rome`)
    .replace('Oslo', `${long(58)} Oslo`)
    .replace('Bonn', `${long(55)} Bonn`);
  expect(altOf(names, 'en', 'talk '.repeat(80))).not.toContain('talk');
});

test('of points only what is measured is compared; of dates the first and the last are said', () => {
  expect(altOf('type: scatter\ndata: |\n  name,x,y\n  a,900,1\n  b,800,2\n')).toBe('Scatter chart; highest b 2; lowest a 1.');
  expect(altOf(caseNamed('timeline'), 'de')).toMatch(/frühestes .*; spätestes /);
});

test('an empty or single figure is said plainly', () => {
  expect(altOf('type: bar\ndata: |\n  a,b\n  x,1\n')).toBe('Bar chart; x 1.');
  expect(altOf('type: line\ndata: |\n  a,b\n  x,1\n  y,n/a\n')).toBe('Line chart; x 1.');
});

test('a histogram tells its counts, a waterfall its totals and where it ends', () => {
  expect(altOf(caseNamed('histogram'))).toMatch(/highest 20–40( ms)? 8; lowest 60–80( ms)? 1\.$/);
  expect(altOf(caseNamed('waterfall-below'))).toMatch(/More −\$5m; highest Grant \$15m; lowest Loss −\$30m\.$/);
});
