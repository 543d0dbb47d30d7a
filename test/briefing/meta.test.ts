import { describe, expect, test } from 'vitest';
import { isoDay } from '../../lib/briefing/dates.js';
import { inlineText, STATUSES } from '../../lib/briefing/inline.js';
import { parseSources } from '../../lib/briefing/sources.js';
import { hasWords, wordsFor } from '../../lib/briefing/words.js';
import { collect } from '../../lib/core/diagnostic.js';
import { read } from '../markdown/support.js';

const front = (yaml: string) => read(`---\n${yaml}\n---\n\n## A`).briefing;

describe('front matter', () => {
  test('is checked into Meta', () => {
    const { meta } = front(
      'title: "**A** & b"\nsubtitle: c\nauthors: [D, {name: E}]\ndate: 20 January 2025\nlang: zh_cn\nmarking: F\nsize: 4:3\nagenda: true\nkeywords: g, h',
    );
    expect(inlineText(meta.title)).toBe('A & b');
    expect(meta.title.map((inline) => inline.type === 'text' && inline.bold)).toEqual([true, false]);
    expect(meta.title[0]?.span.start).toMatchObject({ line: 2, column: 11 });
    expect(meta).toMatchObject({
      authors: ['D', 'E'],
      date: '2025-01-20',
      lang: 'zh-CN',
      marking: 'F',
      size: '4:3',
      agenda: true,
      sectionSlides: true,
      keywords: ['g', 'h'],
    });
  });

  test('has defaults', () => {
    expect(read('## A').briefing.meta).toMatchObject({
      title: [],
      authors: [],
      date: '',
      lang: 'en',
      langGiven: false,
      template: '',
      size: '16:9',
      agenda: false,
      sectionSlides: true,
      overflow: 'split',
    });
    expect(front('author: A').meta.authors).toEqual(['A']);
  });

  test('holds sources, or names their file', () => {
    const { sources, sourcesFile } = front(
      'sources:\n  r1: {title: R1, date: 2025-01-20, publisher: D}\n  v3: https://x.y\n  b: 2024 report',
    );
    expect(sources).toMatchObject([
      {
        id: 'r1',
        title: 'R1',
        date: '2025-01-20',
        publisher: 'D',
        author: '',
        url: '',
        short: '',
        span: { start: { line: 3, column: 3 } },
      },
      { id: 'v3', title: '', url: 'https://x.y' },
      { id: 'b', title: '2024 report' },
    ]);
    expect(sourcesFile).toBeNull();
    expect(front('sources: s.yaml').sourcesFile).toMatchObject({
      path: 's.yaml',
      use: 'sources',
      span: { start: { line: 2, column: 10 } },
    });
  });

  test.each([
    ['---\n# A\n---\n\nb', 0],
    ['---\n\n## A\n\n---\n', 0],
    ['---\nno mapping\n---\n', 0],
    ['---\n---\n## A', 3],
    ['---\ntitle: A\n...\n', 3],
    ['---\ntitle: A\n', 2],
    ['---\nNote: a remark\n', 0],
  ])('%j', (text, lines) => {
    const { span } = read(text).briefing.meta;
    expect(span.end.offset === 0 ? 0 : span.end.line + (text.startsWith('---\n---') ? 1 : 0)).toBe(lines);
  });
});

describe('files of sources', () => {
  test('are read with their own places', () => {
    const { sink, diagnostics } = collect();
    const sources = parseSources('\ufeffr1:\n  title: R1\n  yaer: 2025\n', 's.yaml', sink);
    expect(sources).toMatchObject([{ id: 'r1', title: 'R1', span: { file: 's.yaml', start: { line: 1, column: 1 } } }]);
    expect(diagnostics).toMatchObject([{ code: 'sources/unknown-key', span: { file: 's.yaml', start: { line: 3, column: 3 } } }]);
  });

  test('broken ones are told', () => {
    const { sink, diagnostics } = collect();
    expect(parseSources('- a', 's.yaml', sink)).toEqual([]);
    expect(diagnostics).toHaveLength(1);
  });
});

describe('dates', () => {
  test.each([
    ['2025-01-20', '2025-01-20'],
    ['2025/1/20', '2025-01-20'],
    ['2025-01-20T10:00:00Z', '2025-01-20'],
    ['20 January 2025', '2025-01-20'],
    ['January 20th, 2025', '2025-01-20'],
    ['Mon, 20 Jan 2025', '2025-01-20'],
    ['20. Januar 2025', '2025-01-20'],
    ['1er août 2025', '2025-08-01'],
    ['20 de enero de 2025', '2025-01-20'],
    ['20.01.2025', '2025-01-20'],
    ['01/20/2025', '2025-01-20'],
    ['2025年1月20日', '2025-01-20'],
    ['03/04/2025', null],
    ['2025-02-30', null],
    ['January 2025', null],
    ['today', null],
  ])('%s', (text, day) => expect(isoDay(text)).toBe(day));
});

describe('words that we add', () => {
  test.each([
    ['en-GB', 'Sources', true],
    ['zh-CN', '资料来源', true],
    ['zh-TW', '資料來源', true],
    ['zh-Hant', '資料來源', true],
    ['de-AT', 'Quellen', true],
    ['pt', 'Sources', false],
  ])('%s', (lang, sources, known) => {
    expect(wordsFor(lang).sources).toBe(sources);
    expect(hasWords(lang)).toBe(known);
  });

  test.each(['en', 'zh-CN', 'zh-Hant', 'ar', 'de', 'fr', 'es', 'ja'])('%s is complete, and a meaning starts with its status', (lang) => {
    const words = wordsFor(lang);
    expect(words.part).toMatch(/\{n\}.*\{of\}/);
    for (const status of STATUSES) expect(words.statusMeaning[status].startsWith(`${words.status[status]} = `)).toBe(true);
  });
});
