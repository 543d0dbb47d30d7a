/** Company templates of every make that a briefing must build in, by what is odd about them. */
import type { LayoutSpec, OfficeSpec, PlaceholderSpec } from '../../support/office.js';
import { FOOTERS, OFFICE_MASTER, OFFICE_NAMES, officeLayouts, rectangle } from '../../support/office.js';

const GERMAN = [
  'Titelfolie',
  'Titel und Inhalt',
  'Abschnittsüberschrift',
  'Zwei Inhalte',
  'Vergleich',
  'Nur Titel',
  'Leer',
  'Bild mit Überschrift',
];
const JAPANESE = [
  'タイトル スライド',
  'タイトルとコンテンツ',
  'セクション見出し',
  '2 つのコンテンツ',
  '比較',
  'タイトルのみ',
  '白紙',
  'タイトル付きの図',
];

const without =
  (types: readonly string[]) =>
  (layout: LayoutSpec): LayoutSpec => ({
    ...layout,
    placeholders: layout.placeholders.filter(({ type }) => type === null || !types.includes(type)),
  });
const untyped = ({ type, ...layout }: LayoutSpec): LayoutSpec => layout;
const scaledTo =
  (x: number, y: number) =>
  (item: PlaceholderSpec): PlaceholderSpec =>
    item.frame ? { ...item, frame: [item.frame[0] * x, item.frame[1] * y, item.frame[2] * x, item.frame[3] * y] } : item;
const scaledLayouts = (x: number, y: number): readonly LayoutSpec[] =>
  officeLayouts().map((layout) => ({ ...layout, placeholders: layout.placeholders.map(scaledTo(x, y)) }));

/** Layouts as Keynote names and types them: all of one type, text only. */
const keynote: readonly LayoutSpec[] = [
  {
    name: 'Title',
    type: 'tx',
    placeholders: [
      { type: 'title', frame: [1, 2, 11.3, 2] },
      { type: 'body', idx: 1, frame: [1, 4.2, 11.3, 0.9], sizes: [28] },
      { type: 'sldNum', idx: 2, frame: [6.4, 6.9, 0.5, 0.4] },
    ],
  },
  {
    name: 'Title &amp; Bullets',
    type: 'tx',
    placeholders: [{ type: 'title' }, { type: 'body', idx: 1 }, { type: 'sldNum', idx: 2, frame: [6.4, 6.9, 0.5, 0.4] }],
  },
  { name: 'Title Only', type: 'tx', placeholders: [{ type: 'title' }, { type: 'sldNum', idx: 2, frame: [6.4, 6.9, 0.5, 0.4] }] },
  {
    name: 'Photo',
    type: 'tx',
    placeholders: [
      { type: 'pic', idx: 21, frame: [0, 0, 13.333, 7.5] },
      { type: 'sldNum', idx: 2, frame: [6.4, 6.9, 0.5, 0.4] },
    ],
  },
  { name: 'Blank', type: 'tx', placeholders: [{ type: 'sldNum', idx: 2, frame: [6.4, 6.9, 0.5, 0.4] }] },
];

/** As Google Slides exports: 10 inches wide, names in capitals, footers but for the number missing. */
const number: PlaceholderSpec = { type: 'sldNum', idx: 12, frame: [9.265, 5.1, 0.6, 0.43] };
const google: readonly LayoutSpec[] = [
  {
    name: 'TITLE',
    type: 'title',
    placeholders: [
      { type: 'ctrTitle', frame: [0.34, 0.81, 9.32, 2.24], sizes: [52], body: 'anchor="b"' },
      { type: 'subTitle', idx: 1, frame: [0.34, 3.1, 9.32, 0.87], sizes: [28] },
      number,
    ],
  },
  { name: 'SECTION_HEADER', type: 'secHead', placeholders: [{ type: 'title', frame: [0.34, 2.35, 9.32, 0.92], sizes: [36] }, number] },
  {
    name: 'TITLE_AND_BODY',
    type: 'tx',
    placeholders: [{ type: 'title' }, { type: 'body', idx: 1, frame: [0.34, 1.26, 9.32, 3.73], sizes: [18, 14, 14, 14, 14] }, number],
  },
  {
    name: 'TITLE_AND_TWO_COLUMNS',
    type: 'twoColTx',
    placeholders: [
      { type: 'title' },
      { type: 'body', idx: 1, frame: [0.34, 1.26, 4.38, 3.73], sizes: [14, 12] },
      { type: 'body', idx: 2, frame: [5.28, 1.26, 4.38, 3.73], sizes: [14, 12] },
      number,
    ],
  },
  { name: 'TITLE_ONLY', type: 'titleOnly', placeholders: [{ type: 'title' }, number] },
  { name: 'MAIN_POINT', placeholders: [{ type: 'title', frame: [0.54, 0.49, 6.96, 4.47], sizes: [48] }, number] },
  { name: 'BLANK', type: 'blank', placeholders: [number] },
];
const googleMaster: readonly PlaceholderSpec[] = [
  { type: 'title', frame: [0.34, 0.49, 9.32, 0.63], sizes: [28] },
  { type: 'body', idx: 1, frame: [0.34, 1.26, 9.32, 3.73], sizes: [18, 14, 14, 14, 14] },
  { ...number, sizes: [10] },
];

/** A brand with a panel for a title, a place for sources, a subtitle on each slide. */
const corporate: readonly LayoutSpec[] = officeLayouts().map((layout) =>
  layout.type === 'obj' || layout.type === 'twoObj' || layout.type === 'titleOnly'
    ? {
        ...layout,
        art: rectangle(90, [11.8, 6.2, 1.2, 1.1], 'accent2'),
        placeholders: [
          ...layout.placeholders.map((item) => (item.frame || item.type === 'title' || item.type === null ? item : item)),
          { type: 'body', idx: 30, frame: [0.917, 1.55, 11.5, 0.4], sizes: [16] },
          { type: 'body', idx: 31, frame: [0.917, 6.6, 9, 0.3], sizes: [9] },
        ],
      }
    : layout,
);

const many: readonly LayoutSpec[] = [
  ...officeLayouts(),
  ...Array.from(
    { length: 22 },
    (_, n): LayoutSpec => ({
      name: `Special ${n + 1}`,
      type: n % 2 === 0 ? 'obj' : 'cust',
      art: rectangle(90, [0.5 + n / 4, 0.2, 0.3, 0.2]),
      placeholders: [
        { type: 'title', frame: [1, 0.4, 4 + n / 4, 0.6] },
        ...Array.from(
          { length: 1 + (n % 4) },
          (_, k): PlaceholderSpec => ({ type: k % 2 === 0 ? 'body' : null, idx: 10 + k, frame: [0.9 + 3 * k, 2, 2.8, 4.5] }),
        ),
        ...FOOTERS,
      ],
    }),
  ),
];

export const TEMPLATES: Readonly<Record<string, OfficeSpec>> = {
  'Office’s own': { masters: [{ layouts: officeLayouts() }] },
  '4:3': { size: [10, 7.5], masters: [{ layouts: scaledLayouts(0.75, 1), placeholders: OFFICE_MASTER.map(scaledTo(0.75, 1)) }] },
  'in German': { masters: [{ layouts: officeLayouts(GERMAN).map(untyped) }] },
  'in Japanese': { masters: [{ layouts: officeLayouts(JAPANESE).map(untyped), font: 'Meiryo' }] },
  'with names that say nothing': {
    masters: [{ layouts: officeLayouts(OFFICE_NAMES.map((_, n) => `ACME ${'ABCDEFGH'[n]}`)).map(untyped) }],
  },
  'without footers': {
    masters: [{ layouts: officeLayouts().map(without(['dt', 'ftr', 'sldNum'])), placeholders: OFFICE_MASTER.slice(0, 2) }],
  },
  'without titles': { masters: [{ layouts: officeLayouts().map(without(['title', 'ctrTitle'])) }] },
  'with two masters': {
    masters: [
      {
        layouts: officeLayouts().slice(0, 3),
        map: 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"',
        background: '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>',
        art: rectangle(80, [0, 0, 13.333, 6.5], 'accent1'),
      },
      { layouts: officeLayouts(), font: 'Georgia' },
    ],
  },
  'whose first master is for a cover alone': {
    masters: [
      { layouts: officeLayouts().map(without(['dt', 'ftr', 'sldNum'])), art: rectangle(80, [0, 0, 13.333, 4.9], 'accent3') },
      { layouts: officeLayouts(), font: 'Georgia' },
    ],
  },
  'dark by its colour map': { masters: [{ layouts: officeLayouts(), map: 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"' }] },
  'with 30 layouts': { masters: [{ layouts: many }] },
  'with places for subtitle and sources': { masters: [{ layouts: corporate }] },
  'of Keynote': { masters: [{ layouts: keynote, placeholders: [...OFFICE_MASTER.slice(0, 2)] }], tableStyles: null },
  'of Google Slides': { size: [10, 5.625], masters: [{ layouts: google, placeholders: googleMaster, font: 'Arial' }] },
};
