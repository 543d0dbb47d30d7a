/** Scenes made by hand. */
import { type Color, scheme } from '../../lib/core/color.js';
import { emu, inches, points, type Rect, rect } from '../../lib/core/units.js';
import type {
  ChartItem,
  Item,
  LineItem,
  Media,
  PictureItem,
  PlaceholderRef,
  Scene,
  SceneSlide,
  ShapeItem,
  TableCell,
  TableItem,
  TextItem,
} from '../../lib/scene/scene.js';
import { NO_INSETS, type Paragraph, paragraph, run, type TextInline, type TextStyle } from '../../lib/scene/text.js';
import { testTemplate } from './template.js';

/** A frame in inches. */
export const frame = (x: number, y: number, cx: number, cy: number): Rect => rect(inches(x), inches(y), inches(cx), inches(cy));

/** A paragraph of one English run. */
export const words = (text: string, marks: Partial<Omit<Paragraph, 'inlines'>> = {}): Paragraph => paragraph([run(text, 'en-GB')], marks);

const style: TextStyle = testTemplate.styles.callout;

/** Text in a placeholder, or with null in a box of its own. */
export const text = (
  id: string,
  placeholder: PlaceholderRef | null,
  paragraphs: readonly Paragraph[],
  marks: Partial<TextItem> = {},
): TextItem => ({
  type: 'text',
  id,
  name: `Text ${id}`,
  frame: frame(1, 2, 4, 1),
  placeholder,
  paragraphs,
  style,
  sizes: null,
  anchor: 'top',
  insets: NO_INSETS,
  fill: { kind: 'none' },
  line: null,
  ...marks,
});

/** The title of a slide. */
export const title = (words_: string): TextItem => text('title', { type: 'title', idx: 0 }, [words(words_)], { name: 'Title' });

/** Body text in the first layout's placeholder. */
export const body = (paragraphs: readonly Paragraph[], marks: Partial<TextItem> = {}): TextItem =>
  text('b1.text', { type: 'body', idx: 1 }, paragraphs, { name: 'Body', ...marks });

/** A rectangle in the first accent. */
export const shape = (id: string, marks: Partial<ShapeItem> = {}): ShapeItem => ({
  type: 'shape',
  id,
  name: `Shape ${id}`,
  frame: frame(1, 4, 2, 1),
  geometry: { kind: 'preset', preset: 'rect' },
  fill: { kind: 'solid', color: scheme('accent1') },
  line: null,
  decorative: false,
  alt: '',
  ...marks,
});

/** A line of one point. */
export const line = (id: string, marks: Partial<LineItem> = {}): LineItem => ({
  type: 'line',
  id,
  name: `Line ${id}`,
  frame: frame(1, 5.5, 5, 0),
  stroke: { color: scheme('tx2', { name: 'lumMod', percent: 25 }, { name: 'lumOff', percent: 75 }), width: points(1), dash: 'sysDash' },
  decorative: true,
  ...marks,
});

/** A cell of one paragraph. */
export const cell = (words_: string, marks: Partial<TableCell> = {}): TableCell => ({
  paragraphs: words_ === '' ? [] : [paragraph([run(words_, 'en-GB', { size: 14, color: scheme('tx1') })])],
  anchor: 'middle',
  insets: testTemplate.table.insets,
  fill: { kind: 'none' },
  top: null,
  bottom: { ...testTemplate.table.rule, dash: 'solid' },
  ...marks,
});

/** A table of cells, in a placeholder or free. */
export const table = (
  id: string,
  placeholder: PlaceholderRef | null,
  rows: readonly (readonly TableCell[])[],
  marks: Partial<TableItem> = {},
): TableItem => ({
  type: 'table',
  id,
  name: `Table ${id}`,
  frame: frame(0.6667, 1.625, 6, 1.02),
  placeholder,
  columns: (rows[0] ?? []).map(() => inches(2)),
  rows: rows.map((cells) => ({ height: inches(0.34), cells })),
  header: true,
  rightToLeft: false,
  styled: false,
  alt: '',
  style: testTemplate.styles.table,
  ...marks,
});

/** A picture, whole. */
export const picture = (id: string, media: string, placeholder: PlaceholderRef | null, marks: Partial<PictureItem> = {}): PictureItem => ({
  type: 'picture',
  id,
  name: `Picture ${id}`,
  frame: frame(10, 0.4, 1, 1),
  placeholder,
  media,
  crop: { left: 0, top: 0, right: 0, bottom: 0 },
  alt: 'A dot',
  decorative: false,
  ...marks,
});

/** A chart of two bars. */
export const chart = (id: string, placeholder: PlaceholderRef | null, marks: Partial<ChartItem> = {}): ChartItem => {
  const text_ = { size: 12, bold: false, color: scheme('tx1') };
  const axis = { deleted: false, reversed: false, gridlines: null, line: null, labels: 'nextTo', format: 'General', text: text_ } as const;
  return {
    type: 'chart',
    id,
    name: `Chart: ${id}`,
    frame: frame(1, 2, 6, 3),
    placeholder,
    alt: 'Bar chart of two values',
    chart: {
      plots: [
        {
          kind: 'bar',
          direction: 'bar',
          grouping: 'clustered',
          gapWidth: 50,
          overlap: 0,
          axes: [1, 2],
          series: [
            {
              name: 1,
              categories: 0,
              values: 1,
              fill: { kind: 'solid', color: scheme('accent1') },
              line: null,
              marker: null,
              points: [],
              labels: null,
              helper: false,
            },
          ],
        },
      ],
      axes: [
        { kind: 'category', id: 1, crosses: 2, crossesAt: 'autoZero', position: 'l', labelSkip: 1, ...axis },
        {
          kind: 'value',
          id: 2,
          crosses: 1,
          crossesAt: 'autoZero',
          position: 'b',
          min: 0,
          max: 10,
          major: 5,
          logBase: null,
          between: true,
          ...axis,
        },
      ],
      legend: null,
      plotArea: { x: 0.2, y: 0.1, w: 0.7, h: 0.7 },
      text: text_,
      lang: 'en-GB',
      workbook: {
        columns: [
          { header: 'Name', kind: 'text', format: 'General', formula: null, cells: ['R&D', '<b>'] },
          { header: 'Value & more', kind: 'number', format: '0', formula: null, cells: [0, 7] },
        ],
      },
    },
    ...marks,
  };
};

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGNkCF3IwMDAxMDAwMDAAAALRwE1IPUKMAAAAABJRU5ErkJggg==';

/** A picture of four pixels. */
export const png: Media = { id: 'png', extension: 'png', bytes: Buffer.from(PNG, 'base64'), width: 2, height: 2, fallback: null };

/** A drawing that the picture stands in for. */
export const svg: Media = {
  id: 'svg',
  extension: 'svg',
  bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"><rect width="2" height="2"/></svg>'),
  width: 2,
  height: 2,
  fallback: 'png',
};

/** A slide in the test template's first layout. */
export const slide = (key: string, items: readonly Item[], marks: Partial<SceneSlide> = {}): SceneSlide => ({
  key,
  anchors: [],
  layout: testTemplate.layouts[0]?.name ?? '',
  title: key,
  items,
  notes: [],
  hidden: false,
  colorMap: null,
  transition: null,
  ...marks,
});

/** A deck of one section without a name. */
export const scene = (slides: readonly SceneSlide[], marks: Partial<Scene> = {}): Scene => ({
  size: { cx: emu(12_192_000), cy: emu(6_858_000) },
  properties: {
    title: 'A deck',
    subject: '',
    authors: ['A. Author'],
    company: '',
    keywords: [],
    lang: 'en-GB',
    date: '1980-01-01T00:00:00Z',
    marking: '',
  },
  sections: [{ key: 's1', name: '', slides }],
  media: [png, svg],
  hash: '00',
  ...marks,
});

/** A run with marks. */
export const marked = (text_: string, marks: Parameters<typeof run>[2] = {}): TextInline => run(text_, 'en-GB', marks);

/** A theme colour made lighter. */
export const tint: Color = scheme('accent1', { name: 'lumMod', percent: 40 }, { name: 'lumOff', percent: 60 });
