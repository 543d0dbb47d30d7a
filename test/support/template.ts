/** A template made by hand: three layouts, one of each kind of placeholder. */
import { scheme } from '../../lib/core/color.js';
import { emu, inches, points, rect } from '../../lib/core/units.js';
import type { LevelStyle, TextStyle } from '../../lib/scene/text.js';
import { NO_INSETS } from '../../lib/scene/text.js';
import type { Layout, Placeholder, Template } from '../../lib/template/model.js';

const level = (size: number, marks: Partial<LevelStyle> = {}): LevelStyle => ({
  font: 'minor',
  size,
  bold: false,
  italic: false,
  capitals: false,
  color: scheme('tx1'),
  align: 'left',
  lineSpacing: 1,
  spaceBefore: 0,
  spaceAfter: 0,
  marginLeft: emu(0),
  indent: emu(0),
  bullet: null,
  ...marks,
});

const body: TextStyle = [20, 18, 16].map((size, at) =>
  level(size, {
    spaceBefore: at === 0 ? 9 : 4.5,
    marginLeft: inches(0.25 * (at + 1)),
    indent: inches(-0.25),
    bullet: { character: '•', color: scheme('tx2') },
  }),
);
const plain = (size: number): TextStyle => [level(size)];
const title: TextStyle = [level(28, { font: 'major' })];

const placeholder = (
  name: string,
  role: Placeholder['role'],
  type: Placeholder['type'],
  idx: number,
  frame: readonly [number, number, number, number],
  style: TextStyle,
): Placeholder => {
  const [x, y, cx, cy] = frame;
  return {
    name,
    role,
    type,
    idx,
    frame: rect(inches(x), inches(y), inches(cx), inches(cy)),
    style,
    anchor: 'top',
    insets: NO_INSETS,
    prompt: `Click to add ${role}`,
    box: false,
    rungs: null,
    origin: null,
  };
};

const titlePlaceholder = placeholder('Title', 'title', 'title', 0, [0.6667, 0.5, 11, 0.875], title);
const footers = [
  placeholder('Date', 'date', 'dt', 10, [4.7467, 7.0625, 3.84, 0.1875], plain(9)),
  placeholder('Footer', 'footer', 'ftr', 11, [0.6667, 7.0625, 3.84, 0.1875], plain(9)),
  placeholder('Slide number', 'slideNumber', 'sldNum', 12, [11.8867, 7.0625, 0.78, 0.1875], plain(9)),
];

const layout = (name: string, key: string, type: string, placeholders: readonly Placeholder[]): Layout => ({
  name,
  key,
  purpose: 'content',
  type,
  placeholders: [titlePlaceholder, ...placeholders, ...footers],
  regions: [],
  body: rect(inches(0.6667), inches(1.625), inches(12), inches(4.8125)),
  art: [],
  background: null,
  masterArt: true,
  serves: [],
  origin: null,
});

/** The template of the writer's own tests. */
export const testTemplate: Template = {
  name: 'test',
  title: 'Test & <Brand>',
  size: { cx: emu(12_192_000), cy: emu(6_858_000) },
  rightToLeft: false,
  colors: {
    dk1: '16212B',
    lt1: 'FFFFFF',
    dk2: '4B5B6A',
    lt2: 'EEF2F6',
    accent1: '0B5578',
    accent2: 'B27C2A',
    accent3: '2D805E',
    accent4: '7A2441',
    accent5: '141B4D',
    accent6: 'A83F23',
    hlink: '0B5578',
    folHlink: '7A2441',
  },
  colorMap: { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' },
  fonts: {
    major: { latin: 'Georgia', eastAsian: 'Microsoft YaHei', complex: 'Arial' },
    minor: { latin: 'Calibri', eastAsian: 'Microsoft YaHei', complex: 'Arial' },
    mono: 'Courier New',
  },
  grid: { margin: inches(0.6667), columns: 12, columnWidth: inches(0.78), gutter: inches(0.24), unit: inches(0.125) },
  palette: {
    ink: scheme('tx1'),
    muted: scheme('tx2'),
    paper: scheme('bg1'),
    panel: scheme('bg2'),
    accent: scheme('accent1'),
    rule: scheme('tx2', { name: 'lumMod', percent: 25 }, { name: 'lumOff', percent: 75 }),
    link: scheme('hlink'),
  },
  styles: {
    body,
    heading: plain(18),
    table: plain(14),
    tableHead: plain(14),
    code: [level(14, { font: 'mono' })],
    callout: plain(18),
    quote: plain(28),
    attribution: plain(16),
    caption: plain(12),
    sources: plain(10.5),
    notes: plain(12),
  },
  ladder: { body: [[20, 18, 16]], table: [14], code: [14], title: [28], value: [40], even: false },
  table: {
    styleId: '{6E3B9A0C-5E0B-4C0D-8A57-0C4B6A5F1D22}',
    styleName: 'Test',
    head: { color: scheme('tx1'), width: points(1) },
    rule: { color: scheme('tx2'), width: points(0.5) },
    insets: { left: inches(0.1), top: inches(0.06), right: inches(0.1), bottom: inches(0.06) },
    rowHeight: inches(0.34),
    highlight: scheme('bg2'),
    styled: false,
  },
  claims: { scale: 0.75, bold: true, color: scheme('tx2') },
  chart: {
    message: scheme('accent1'),
    comparison: scheme('accent2'),
    categories: [scheme('accent3')],
    counterpole: scheme('accent6'),
    context: scheme('tx2'),
    soft: scheme('tx2'),
    rule: scheme('tx2'),
    text: scheme('tx1'),
    muted: scheme('tx2'),
    paper: scheme('bg1'),
    panel: scheme('bg2'),
    size: { wide: 14, narrow: 12, floor: 11 },
    wideFrom: inches(8),
  },
  master: {
    background: scheme('bg1'),
    art: [],
    placeholders: [titlePlaceholder, placeholder('Body', 'body', 'body', 1, [0.6667, 1.625, 12, 4.8125], body), ...footers],
    title,
    body,
    other: plain(18),
  },
  layouts: [
    layout('Title and text – Übersicht & „mehr“', 'text', 'obj', [
      placeholder('Body', 'body', 'body', 1, [0.6667, 1.625, 8, 4.8125], body),
    ]),
    layout('Chart', 'chart', 'cust', [placeholder('Chart', 'chart', 'chart', 13, [0.6667, 1.625, 12, 4.8125], plain(14))]),
    layout('Table', 'table', 'cust', [placeholder('Table', 'table', 'tbl', 14, [0.6667, 1.625, 12, 4.8125], plain(14))]),
    layout('Picture', 'picture', 'cust', [placeholder('Picture', 'picture', 'pic', 15, [0.6667, 1.625, 8, 4.5], plain(14))]),
  ],
  footer: '',
  description: '',
  variants: [],
  disclaimer: '',
  required: [],
  logo: [],
  media: [],
  company: '',
  file: null,
};
