import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { sourceText } from '../../lib/core/source.js';
import { buildDeck, type PrepareSource, prepareBriefing } from '../../lib/index.js';
import { readNodes } from '../../lib/markdown/index.js';
import { inMarkdown } from '../../lib/prepare/escape.js';
import { expectTrusted } from '../support/deck.js';
import { docx } from './docx.js';

const FOLDER = new URL('./sources/', import.meta.url);
const ARTICLE = new URL('../../../shared/facts/article.txt', import.meta.url);
const MINUTES = [
  '# Minutes of the water board',
  'The board met on 5 May 2025 in the town hall of Elmstead. Nine members were present.',
  'Losses in the network fell from 18% in 2023 to 11% in 2024, the engineer Ruth Kane said. She estimates that another 2.5 million pounds are needed.',
  '# Decisions',
  'The board approved 640,000 pounds for new meters. Two members doubted that the meters will pay for themselves.',
];

const sources: readonly PrepareSource[] = [
  ...readdirSync(FOLDER).map((name) => ({ path: name, content: readFileSync(new URL(name, FOLDER)) })),
  { path: 'minutes.docx', content: docx(MINUTES) },
];

const prepare = async (...given: readonly PrepareSource[]): Promise<string> => {
  const { briefing, diagnostics } = await prepareBriefing(given, { pathOf: () => '' });
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  return briefing ?? '';
};

/** The source's own words, markup and entities of a page aside. */
const plain = ({ path, content }: PrepareSource): string => {
  const text = path.endsWith('.docx') ? MINUTES.join('\n') : Buffer.from(content).toString();
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
};

/** Words that a draft adds: its labels, and the keys of fences and attributes. */
const ADDED = new Set(
  `in brief key figures what happened when their own words material from the sources every figure dates people organisations products statements to check
  it measures line paragraph date source says name kind named statement status hedged by person organisation product place claimed disputed estimated table
  title sort none value label kpi chart type bar column unit data period timeline event notes million thousand`.split(/\s+/),
);

/** Everything that shows on a slide or in its notes, as words and figures. */
function words(briefing: string): readonly string[] {
  const shown = briefing
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/<!--.*?-->/gs, '')
    .replace(/^ {2}.*$/gm, (row) => row.replaceAll(',', ' '))
    .replace(/\| \d+ \|$/gm, '|')
    .replace(/\([\w.]+(?:, paragraph |:)\d+\)$/gm, '')
    .replace(/ # from .*$/gm, '')
    .replace(/\{status=(\w+)(?: by="([^"]*)")? source=[\w-]+\}|\{status=(\w+)\}/g, ' $2 ')
    .replace(/\[@[^\]]*\]|source: \S+/g, ' ')
    .replace(/\\(?=[^\w\s])/g, '');
  return shown.match(/\d[\d,.]*\d|\d|[\p{Script=Latin}][\p{Script=Latin}\d'’.&-]*[\p{Script=Latin}\d]|\p{Script=Han}{1,4}/gu) ?? [];
}

describe.each(sources)('the draft of $path', (source) => {
  let briefing = '';
  beforeAll(async () => {
    briefing = await prepare(source);
  });

  test('builds as it is, without a word of complaint', async () => {
    const { diagnostics } = await buildDeck(briefing);
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('says nothing that is not in the source', () => {
    const text = plain(source);
    const material = text.replace(/(?<=\d),(?=\d)/g, '');
    const strange = words(briefing).filter((word) => {
      const bare = word.toLowerCase();
      const dated = /^\d{4}-\d\d(?:-\d\d)?$/.test(word) || /^(?:19|20)\d\d$|^0?\d$|^[0-3]\d$/.test(word);
      return !text.includes(bare) && !material.includes(bare) && !ADDED.has(bare) && !dated;
    });
    expect(
      strange.filter(
        (word) =>
          !/^[要点关键数字时间线原话来源中材料待核实的说法全部日期人物机构产品含义行状态限定语出自类别次名称有争议估计自段表文]+$/u.test(
            word,
          ),
      ),
    ).toEqual([]);
  });

  test('names the place of every line', () => {
    const lines = briefing.split('\n');
    const loose = lines.filter((line, index) => {
      if (/^- (?!value:)/.test(line) || /^> (?!—)/.test(line)) return !/<!-- from .+?[: ]\d+/.test(line);
      if (/^- value:/.test(line)) return !/ # from .+?[: ]\d+$/.test(line);
      if (/^## /.test(line) && lines[index + 2]?.startsWith('<!--')) return !/[: ]\d+/.test(lines[index + 2] ?? '');
      return /^\| (?!---)/.test(line) && /\| \d+ \|$/.test(line) === false && !/@/.test(line) && !/<!-- from/.test(line);
    });
    expect(loose).toEqual([]);
  });

  test('points to lines that hold what it says', () => {
    const lines = source.path.endsWith('.docx') ? MINUTES : Buffer.from(source.content).toString().split('\n');
    for (const [, value = '', line = ''] of briefing.matchAll(/^- value: "([^"]*)" # from .*?[: ](\d+)$/gm)) {
      expect(lines[Number(line) - 1]).toContain(
        value
          .replaceAll('\\', '')
          .split(' ')
          .findLast((word) => /\d/.test(word)),
      );
    }
    for (const [, text = '', line = ''] of briefing.matchAll(/^- \[?(.*?)\]?(?:\{.*?\}| \[@.*?\]) <!-- from .*?[: ](\d+)/gm)) {
      const near = lines
        .slice(Number(line) - 1, Number(line) + 3)
        .join(' ')
        .toLowerCase();
      for (const figure of text.match(/\d[\d,.]*\d/g) ?? []) expect(near).toContain(figure);
    }
  });

  test('is the same each time', async () => expect(await prepare(source)).toBe(briefing));
});

describe('what is found', () => {
  const draft = (name: string): Promise<string> => prepare(...sources.filter(({ path }) => path === name));

  test('in a web page: its main content and what it says of itself', async () => {
    const briefing = await draft('ferry.html');
    expect(briefing).toContain('author: "Ines Falk", publisher: "The Harbour Courier", date: "2025-06-12"');
    for (const menu of ['Subscribe', 'Copyright', '555 0199', '123456']) expect(briefing).not.toContain(menu);
    expect(briefing).toContain('> Ask again when the subsidy ends. [@ferry] <!-- from ferry.html:28 -->\n>\n> — Jonas Reiter');
    expect(briefing).toContain('by="The airport at Norhaven"');
    expect(briefing).toContain('  2025-09-15,A decision is expected');
    expect(briefing).toContain('"15 September" (the year nearest to the source\'s date) from ferry.html:38');
    expect(briefing).toContain('  Month,Passengers 2024,Passengers 2025\n  March,19800,35100');
    expect(briefing).toContain(
      'unit: "€"\nsource: ferry\ndata: |\n  period,value,status\n  2023,89,claimed\n  2024,74,claimed\n  2025,59,claimed',
    );
    for (const row of [
      '| Blue Strait Lines | organisation | 3 | 17 |',
      '| Marta Olsen | person | 1 | 19 |',
      '| [€74]{status=claimed} | cabin cost | 22 |',
    ])
      expect(briefing).toContain(row);
  });

  test('makes a deck that the validator trusts', async () => {
    const { pptx } = await buildDeck(await draft('ferry.html'));
    await expectTrusted(pptx ?? new Uint8Array());
  });

  test('in wrapped text', async () => {
    const briefing = await draft('lens.txt');
    expect(briefing).toContain('title: "Optik Brandt opens a factory for camera lenses in Lindau"');
    expect(briefing).toContain('unit: "million euros"\nsource: lens\ndata: |\n  period,value\n  2022,198\n  2023,212');
    expect(briefing).toContain('| OB-35 | product | 2 | 10 |');
  });

  test('in Markdown: front matter, a table, a quotation with its speaker; no code', async () => {
    const briefing = await draft('heat.md');
    expect(briefing).toContain('date: 2025-02-03');
    expect(briefing).toContain('I would miss it in winter too. [@heat] <!-- from heat.md:31 -->\n>\n> — Hanna Weiss, 81, Old Town');
    expect(briefing).toContain('not drawn: Share of shade');
    expect(briefing).not.toContain('notProse');
  });

  test('in Chinese', async () => {
    const briefing = await draft('solar.zh.txt');
    expect(briefing).toMatch(/^lang: zh-CN$/m);
    expect(briefing).toContain('{status=disputed by="消费者协会" source=solar-zh}');
    expect(briefing).toContain('> — 临港大学教授陈若兰');
    expect(briefing).toContain('| 蓝湾新能源公司 | 机构 | 1 | 9 |');
    expect(briefing).toMatch(/ {2}2024-05(?:-01)?,全市光伏出力首次超过用电需求的一半/);
  });

  test('in a Word document, by paragraph', async () => {
    const briefing = await draft('minutes.docx');
    expect(briefing).toContain('title: "Minutes of the water board"');
    expect(briefing).toContain('from minutes.docx, paragraph 3');
    expect(briefing).toContain('  2023,18\n  2024,11');
    expect(briefing).toContain('| Ruth Kane | person | 1 | 3 |');
  });

  test('in several sources at once: each cites its own, and places name the file', async () => {
    const briefing = await prepare(...sources.filter(({ path }) => path === 'heat.md' || path === 'ferry.html'));
    expect(briefing).toContain('[@heat]');
    expect(briefing).toContain('[@ferry]');
    expect(briefing).toMatch(/\| ferry\.html:\d+ \|/);
    expect((await buildDeck(briefing)).diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test.skipIf(!existsSync(ARTICLE))('in a real article', async () => {
    const briefing = await prepare({ path: 'article.txt', content: readFileSync(ARTICLE) });
    expect(briefing).toContain('- value: "10,000 to 50,000" # from article.txt:8\n  label: "Nvidia A100 chips"\n  status: estimated');
    expect(briefing).toContain('| fewer than 140 | lean team | 9 |');
    expect(briefing).toMatch(/cast doubt on DeepSeek’s chip usage claims.*\]\{status=disputed by="tech magnate Elon Musk"/);
    expect(briefing).toContain('{status=disputed by="Critics" source=article}');
    for (const name of ['Liang Wenfeng | person | 2', 'ChatGPT | product | 2', 'DeepSeek | organisation | 12'])
      expect(briefing).toContain(`| ${name} |`);
    expect(briefing).toContain('| January 20 |');
    expect((await buildDeck(briefing)).diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

describe('bad input', () => {
  const refused = async (path: string, content: string | Uint8Array) => {
    const { briefing, diagnostics } = await prepareBriefing([{ path, content }]);
    expect(briefing).toBeUndefined();
    return diagnostics.map(({ code, severity, message }) => `${severity} ${code}: ${message}`);
  };

  test.each([
    ['empty.txt', '', 'error prepare/empty: the source holds no text to prepare'],
    ['heading.md', '# Only a title', 'error prepare/empty: the source holds no text to prepare'],
    ['page.html', '<html><body><script>1</script></body></html>', 'error prepare/empty: the source holds no text to prepare'],
    ['a.pdf', '%PDF-1.7', 'error prepare/unreadable: the source cannot be read: it is a PDF'],
    ['a.docx', docx([]).slice(0, 40), 'error prepare/unreadable: the source cannot be read: it is a zip archive, but no DOCX'],
    ['a.txt', Uint8Array.of(0x61, 0xff, 0x62), 'error prepare/unreadable: the source cannot be read: it is not UTF-8 text'],
    ['a.bin', Uint8Array.of(1, 0, 2, 0, 3), 'error prepare/unreadable: the source cannot be read: it is no text'],
  ])('%s', async (path, content, message) => expect(await refused(path, content)).toEqual([message]));

  test('too much of it', async () => {
    expect(await refused('a.txt', new Uint8Array(20_000_001))).toEqual([
      'error prepare/unreadable: the source cannot be read: it has 20 MB, and 20 MB are the most',
    ]);
  });

  test('no list of sources', async () => {
    await expect(prepareBriefing([])).rejects.toThrow(TypeError);
  });

  test('a language that we do not read is told', async () => {
    const content = 'Die Stadt baut neue Brücken. Das kostet 4 Millionen Euro. Die Arbeiten beginnen im Mai.';
    const { diagnostics } = await prepareBriefing([{ path: 'a.txt', content }]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['prepare/language']);
  });

  test('other encodings are read', async () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('The bridge cost 40 million dollars. It opened in May 2024.', 'utf16le'),
    ]);
    expect(await prepare({ path: 'a.txt', content: utf16 })).toContain('40 million dollars');
  });

  test('a long text has as many slides as a deck can bear, and the rest is named', async () => {
    const section = (n: number): string =>
      `## Part ${n}\n\nPart ${n} says that ${n} boats came in. They carried ${n * 7} tons of coal and some grain. Nobody counted the gulls in the harbour.\n`;
    const content = Array.from({ length: 60 }, (_, n) => section(n + 1)).join('\n');
    const { briefing = '', diagnostics } = await prepareBriefing([{ path: 'long.md', content }]);
    expect(diagnostics.every(({ code }) => code === 'prepare/left-out')).toBe(true);
    expect(diagnostics.length).toBeGreaterThan(5);
    expect(briefing).toContain('<!-- left out: Part ');
    expect(briefing).toContain('420');
  });
});

describe('text that looks like syntax', () => {
  const seen = (markdown: string): string =>
    readNodes(sourceText('x', markdown))
      .nodes.map((node) =>
        node.type === 'paragraph'
          ? node.inlines.map((inline) => (inline.type === 'text' ? inline.text : `<${inline.type}>`)).join('')
          : `<${node.type}>`,
      )
      .join('\n');

  test.each([
    '*a* _b_ `c` [d](e) [@f] [g]{status=claimed}',
    '# no heading',
    '1. no list',
    '- no list',
    '> no quote',
    '::: no div',
    'a | b',
    '$x^2$ and $5 and $6',
    '<b>bold</b> &amp; <!-- x -->',
    '![a](b)',
    '~~a~~ ==b== H~2~O',
    'a\\',
    '+ a',
    '---',
    '=== a',
    '[^1]: a',
    '{{x}}',
  ])('%s', (text) => {
    expect(seen(inMarkdown(text))).toBe(text);
  });

  test('whatever it is', () => {
    const mark = fc.constantFrom(...'*_`[]()<>{}#|~^$&!@=-+.1a :\\"\'');
    fc.assert(
      fc.property(fc.string({ unit: mark, minLength: 1, maxLength: 14 }), (noise) => {
        const text = `x${noise}y`.replace(/\s+/g, ' ');
        expect(seen(inMarkdown(text))).toBe(text);
      }),
      { numRuns: 400 },
    );
  });

  test('builds on slides, in tables and in charts', async () => {
    const lines = [
      'We paid | $3 million | for `x*y*` [sic] {a=b} <b>things</b> -->, "quoted", and 40% more.',
      'Critics claim that {{vars}} and ```js fences``` ::: break 12,000 decks.',
      '“It is [not] *that* bad, is it: {status=claimed}?” said Ann "Bo" Lee.',
    ];
    const { briefing = '' } = await prepareBriefing([{ path: 'we--ird -->.txt', content: lines.join('\n\n') }]);
    expect((await buildDeck(briefing)).diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});
