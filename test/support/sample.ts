/** A scene with one of everything, and awkward words wherever there can be words. */
import { scheme } from '../../lib/core/color.js';
import { points } from '../../lib/core/units.js';
import { routeThrough } from '../../lib/scene/connector.js';
import type { Scene } from '../../lib/scene/scene.js';
import { equationInline, type Paragraph, paragraph, run } from '../../lib/scene/text.js';
import { darkMap } from '../../lib/template/ground.js';
import { body, cell, chart, frame, line, marked, picture, scene, shape, slide, table, text, title, words } from './scene.js';
import { testTemplate } from './template.js';

/** What breaks writers that do not escape: control characters, markup, quotes, emoji, half of a surrogate pair. */
export const AWKWARD = 'R&D <b>"x"</b> \'y\' &amp; ]]> \u0007\u0000\u001b 😀👩‍👩‍👧 \ud83d é';

const letter = { kind: 'letters', text: 'a&b', glyphs: 'a&b', role: 'identifier', alphabet: 'roman', bold: false, italic: true } as const;
const equation = {
  tex: AWKWARD,
  text: AWKWARD,
  display: false,
  pieces: [{ kind: 'fraction', bar: true, numerator: letter, denominator: letter }],
} as const;

const layout = (key: string): string => testTemplate.layouts.find((item) => item.key === key)?.name ?? '';
const link = (url: string) => marked(AWKWARD, { link: { kind: 'url', url, tooltip: AWKWARD } });
const jump = (to: string) => marked(AWKWARD, { link: { kind: 'slide', slide: to, tooltip: AWKWARD } });

const foot = [
  text('ftr', { type: 'ftr', idx: 11 }, [words(AWKWARD)]),
  text('dt', { type: 'dt', idx: 10 }, [words('20 January 2025')]),
  text('sldNum', { type: 'sldNum', idx: 12 }, [paragraph([{ type: 'field', field: 'slidenum', text: '1', lang: 'en-GB' }])]),
];

const notes: readonly Paragraph[] = [words(AWKWARD), paragraph([link('https://x.org/?a=1&b=2'), jump('tables')]), paragraph([])];

const list = body(
  [
    words(AWKWARD),
    words(AWKWARD, { level: 1, bullet: { kind: 'number', scheme: 'arabicPeriod', startAt: 7 } }),
    words(AWKWARD, { level: 99, bullet: { kind: 'none' }, spaceBefore: 0 }),
    paragraph([{ type: 'break' }, link('https://x.org/?q="<>&ä'), jump('tables'), jump('nowhere'), link('http://')]),
    paragraph([marked('so '), equationInline(equation, 'en-GB')]),
    paragraph([marked('(est.)', { size: 12, bold: false }), marked(' after it')], { level: 1 }),
    paragraph([run('שלום', 'he-IL')], { rightToLeft: true, align: 'right' }),
    paragraph([]),
  ],
  { name: AWKWARD, sizes: [18, 16, 14] },
);

const art = [
  text('box', null, [words(AWKWARD), paragraph([marked('x = 1', { mono: true, size: 12 })])], {
    fill: { kind: 'solid', color: scheme('bg2') },
  }),
  shape('dot', { geometry: { kind: 'preset', preset: 'ellipse' }, alt: AWKWARD, name: AWKWARD }),
  line('rule'),
  text('node', null, [words(AWKWARD)], { geometry: { kind: 'preset', preset: 'flowChartDecision' } }),
  line('edge', {
    ...routeThrough([
      { x: 914_400, y: 914_400 },
      { x: 914_400, y: 1_828_800 },
      { x: 2_743_200, y: 1_828_800 },
    ]),
    heads: ['none', 'triangle'],
    glue: [{ item: 'node', site: 2 }, null],
  }),
  {
    type: 'group',
    id: 'g',
    name: AWKWARD,
    frame: frame(8, 3, 4, 2),
    items: [
      shape('in', { frame: frame(8, 3, 1, 1), decorative: true }),
      picture('logo', 'svg', null, { frame: frame(10, 3, 2, 2), alt: AWKWARD }),
    ],
  },
  picture('crop', 'png', null, { crop: { left: 0.1, top: 0.2, right: 0.3, bottom: 0 } }),
] as const;

const head = { color: scheme('tx1'), width: points(1), dash: 'solid' } as const;
const rows = [
  [cell(AWKWARD, { bottom: head }), cell('', { bottom: head })],
  [cell('1'), cell(AWKWARD, { fill: { kind: 'solid', color: scheme('bg2') } })],
];

/** The scene: five slides in two sections. */
export const sample: Scene = scene([], {
  properties: {
    title: AWKWARD,
    subject: AWKWARD,
    authors: [AWKWARD, 'B'],
    company: AWKWARD,
    keywords: [AWKWARD],
    lang: 'en-GB',
    date: '2025-01-20T00:00:00Z',
    marking: AWKWARD,
  },
  sections: [
    {
      key: 's1',
      name: AWKWARD,
      slides: [
        slide('text', [title(AWKWARD), list, ...foot], { notes, title: AWKWARD }),
        slide('art', [title('Art'), ...art, ...Array.from({ length: 30 }, (_, index) => shape(`s${index}`, { alt: 'A shape' })), ...foot], {
          colorMap: darkMap(testTemplate),
        }),
      ],
    },
    {
      key: 's2',
      name: '',
      slides: [
        slide('tables', [title('A table'), table('t', { type: 'tbl', idx: 14 }, rows, { name: AWKWARD, alt: AWKWARD }), ...foot], {
          layout: layout('table'),
        }),
        slide('charts', [title('Charts'), chart('c', { type: 'chart', idx: 13 }, { alt: AWKWARD, name: AWKWARD }), chart('d', null)], {
          layout: layout('chart'),
          notes,
        }),
        slide('pictures', [title('A picture'), picture('p', 'png', { type: 'pic', idx: 15 })], { layout: layout('picture'), hidden: true }),
      ],
    },
  ],
});
