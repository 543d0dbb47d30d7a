/** A briefing that fills every layout of a template: what `template show` draws. Its figures are those of the shares on 27 January 2025. */
import { inches } from '../core/units.js';
import type { Content, Layout, Region, Template } from '../template/model.js';

/** The picture that the sample names; `samplePicture` is what it holds. */
export const SAMPLE_PICTURE = 'sample-picture.svg';

/** The Markdown of the sample: a slide for each layout of content, and what makes cover, agenda, section, sources and closing. */
export const sampleBriefing = ({ layouts, title }: Template): string => [front(title), ...layouts.flatMap(slideOf)].join('\n\n');

const front = (brand: string): string => `---
title: The day a small model moved a large market
subtitle: What the week of 27 January 2025 showed, and what is still in doubt
authors: [${JSON.stringify(brand)}]
date: 2026-11-23
as-of: 2025-01-31
marking: Sample
agenda: true
contact: ["**Jo Example**, editor", jo.example@example.org, "+44 20 7946 0000"]
disclaimer: |
  This sample shows the layouts of a template. It is no advice to anyone, and no offer to buy or sell.

  The figures are daily closes as the press printed them, rounded to one decimal.
sources:
  closes: {title: Closing prices of 24 and 27 January 2025, publisher: Exchange data, date: 2025-01-27, short: "Exchange data, 27 Jan 2025"}
  r1: {title: DeepSeek-R1 release, publisher: DeepSeek, date: 2025-01-20, short: "DeepSeek, 20 Jan 2025"}
---

# The day the market moved

# Who lost, and who did not`;

/** The key of the slide that shows a layout of content. */
export const sampleKey = ({ key }: Layout): string => `layout-${key}`;

function slideOf(layout: Layout): readonly string[] {
  if (layout.purpose !== 'content') return [];
  const [title = '', ...blocks] = contentOf(layout);
  return [`## ${title} {layout=${layout.key} key=${sampleKey(layout)}}`, ...blocks];
}

/** The title, then the blocks; side by side where every block needs a column of its own. */
function contentOf(layout: Layout): readonly string[] {
  const { regions, placeholders } = layout;
  const subtitles = placeholders.filter(({ role }) => role === 'subtitle').length;
  const headings = placeholders.filter(({ role }) => role === 'heading').length;
  const kinds = regions.map(({ accepts }, index) => kindFor(accepts, index, regions, headings));
  const blocks = regions.map((region, index) => blockOf(kinds[index] ?? 'text', region, index, subtitles > 0, layout));
  const title = TITLES[kinds.find((kind) => kind !== 'text') ?? 'text'] ?? TITLES.text ?? '';
  const apart = headings > 0 || kinds.some((kind, index) => kind === 'text' && kinds[index + 1] === 'text');
  if (!apart) return [title, ...blocks];
  const columns = blocks.map((block, index) => [
    '::: column',
    ...(headings > 0 ? [`### ${HEADINGS[index % HEADINGS.length]}`] : []),
    block,
    ':::',
  ]);
  return [title, '::: columns', ...columns.flat(), ':::'];
}

/** Running text where a region takes it; of two without headings the second shows that it takes a chart as well. */
function kindFor(accepts: readonly Content[], index: number, all: readonly Region[], headings: number): Content {
  if (accepts.includes('any') && headings === 0 && all.length === 2 && index === 1) return 'chart';
  return accepts.find((kind) => kind !== 'any') ?? 'text';
}

const HEADINGS = ['Makers of chips', 'Makers of software', 'The rest'];

const TITLES: Partial<Record<Content, string>> = {
  text: 'A model from a small laboratory met a market that had not priced it',
  chart: 'The fall spread far beyond Nvidia',
  table: 'Six shares in the week that began on a Monday',
  figures: 'One day took more from Nvidia than from any share before',
  quote: 'Washington heard a wake-up call',
  statement: 'What remains',
  picture: 'Where the chips stand, prices follow',
  code: 'The fall is computed from two closes',
};

/** A region for a line or two. */
const LOW = inches(1.5);

const TEXTS = [
  '- R1 came out with open weights on 20 January [@r1]\n- A week later the market asked what a chip is worth\n  - Nvidia fell by 17.0% in a day [@closes]\n- Most of it came back within weeks',
  '- Apple rose by 3.3%, Meta by 1.9%\n- Both buy chips, or the use of them\n- Cheaper models cost them less',
  '- Banks and shops hardly moved\n- The fall stayed in technology',
];

const CHART = 'Marvell, -19.1\n  Broadcom, -17.4\n  Nvidia, -17.0\n  Oracle, -13.8\n  ASML, -7.0\n  Meta, 1.9\n  Apple, 3.3';

const FIGURES = [
  ['−17.0%', 'Nvidia’s share in one day'],
  ['11', 'shares that the press named'],
  ['27×', 'o1’s price against R1’s'],
  ['+8.9%', 'Nvidia’s share the day after'],
  ['671B', 'parameters of R1'],
  ['20 Jan', 'the day of R1’s release'],
] as const;

function blockOf(kind: Content, region: Region, index: number, subtitled: boolean, layout: Layout): string {
  const slots = region.placeholders.length;
  switch (kind) {
    case 'chart':
      return layout.key === 'timeline' ? TIMELINE : chart(subtitled);
    case 'table':
      return '| Share | Close, $ | Change, % |\n|:--|--:|--:|\n| Nvidia | 118.42 | −17.0 |\n| Broadcom | 202.13 | −17.4 |\n| Oracle | 158.31 | −13.8 |\n| AMD | 115.01 | −6.3 |\n| Meta | 659.88 | +1.9 |\n| Apple | 229.86 | +3.3 |';
    case 'figures':
      return ['```kpi', ...FIGURES.slice(0, slots / 2).map(figure), '```'].join('\n');
    case 'quote':
      return `> “… a wake-up call for our industries”${slots > 1 ? '\n>\n> — Donald Trump, 27 January 2025' : ''}`;
    case 'statement':
      return 'A price list fell; the question who pays for the next model did not.';
    case 'picture':
      return `![Hills behind one another under a low sun](${SAMPLE_PICTURE}${slots > 1 ? ' "A picture keeps its proportions. Its caption stands beside it."' : ''}){fit=cover}`;
    case 'code':
      return CODE;
    default:
      if (region.frame.cy < LOW) return 'The fall hit makers of chips; those who use them rose. [@r1]';
      return layout.regions.length === 1 ? (TEXTS[0] ?? '') : (TEXTS[index % TEXTS.length] ?? '');
  }
}

const CODE = [
  '```ts',
  '// Closing prices in dollars, on 24 and 27 January 2025.',
  'const before = 142.62;',
  'const after = 118.42;',
  '',
  'const change = (after / before - 1) * 100;',
  'console.log(change.toFixed(1)); // -17.0',
  '```',
].join('\n');

const figure = ([value, label]: readonly [string, string], index: number): string =>
  `- {value: "${value}", label: "${label}", source: closes${index === 0 ? ', highlight: true' : ''}}`;

const chart = (titled: boolean): string =>
  `\`\`\`chart\ntype: bar\n${titled ? 'title: Change in share price, %, 27 January 2025\n' : ''}highlight: Nvidia\nsource: closes\ndata: |\n  Share, Change\n  ${CHART}\n\`\`\``;

const TIMELINE = `\`\`\`timeline
highlight: DeepSeek-R1
source: r1
data: |
  date, event
  2024-12-26, DeepSeek-V3
  2025-01-10, The free app
  2025-01-20, DeepSeek-R1
  2025-01-27, The fall
\`\`\``;

/** Hills under a low sun: our own drawing, in tones that suit any brand. */
export const samplePicture = (): Uint8Array => new TextEncoder().encode(PICTURE);

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900" viewBox="0 0 1600 900">
<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#5D7A94"/><stop offset=".55" stop-color="#C9CFCF"/><stop offset=".75" stop-color="#EBD9BF"/></linearGradient></defs>
<rect width="1600" height="900" fill="url(#s)"/><circle cx="1080" cy="470" r="62" fill="#F7EEDD"/>
<path d="M0 560C180 470 300 520 460 500C640 476 720 400 880 452C1060 510 1180 470 1330 496C1440 515 1520 480 1600 500V900H0Z" fill="#9DB0BC"/>
<path d="M0 640C160 600 260 640 420 596C600 546 700 610 860 604C1040 598 1120 540 1290 580C1420 610 1510 590 1600 606V900H0Z" fill="#6F8899"/>
<path d="M0 720C140 676 300 730 470 700C660 666 760 716 940 700C1120 684 1240 640 1400 690C1490 718 1550 700 1600 708V900H0Z" fill="#466072"/>
<path d="M0 812C200 760 340 812 540 792C760 770 860 812 1060 800C1280 786 1420 760 1600 806V900H0Z" fill="#243B4C"/></svg>`;
