/** A file's layouts as layouts of a template: their frames, their styles, what they take. */
import { type Rect, toInches, toPoints } from '../../../core/units.js';
import type { TextStyle } from '../../../scene/text.js';
import type { Layout, Placeholder, Region, Role } from '../../model.js';
import type { ArtContext } from './art.js';
import { placed } from './art.js';
import { LEVELS, type StyleBook } from './styles.js';

/** The placeholder of the base that a role takes after. */
const USES: Readonly<Partial<Record<Role, string>>> = {
  title: 'title',
  subtitle: 'subtitle',
  body: 'text',
  heading: 'heading',
  chart: 'chart',
  table: 'table',
  picture: 'picture',
  caption: 'caption',
  sources: 'sources',
  date: 'date',
  footer: 'footer',
  slideNumber: 'slideNumber',
};

/** Types that the format has (`layout.type` of the schema); the others are `cust`. */
const TYPES: ReadonlySet<string> = new Set(
  'title tx twoColTx tbl txAndChart chartAndTx chart titleOnly blank txAndObj objAndTx objOnly obj objOverTx txOverObj fourObj twoObj secHead twoTxTwoObj objTx picTx'.split(
    ' ',
  ),
);

interface LayoutBook extends ArtContext {
  readonly styles: StyleBook;
  /** Groups of placeholders that one content fills, as they grow. */
  readonly groups: Record<string, object>;
}

/** A layout; `art` are the names of its lists. */
export function layoutData(
  layout: Layout,
  looks: { readonly art: readonly string[]; readonly masterArt: boolean; readonly background: string | null },
  book: LayoutBook,
): object {
  const { art, masterArt, background } = looks;
  const grouped = layout.regions.filter(({ placeholders }) => placeholders.length > 1);
  const inGroup = new Set(grouped.flatMap(({ placeholders }) => placeholders));
  const single = layout.placeholders.filter(({ idx, role }) => !inGroup.has(idx) && USES[role] !== undefined);
  return {
    name: layout.name,
    type: TYPES.has(layout.type) ? layout.type : 'cust',
    purpose: layout.purpose,
    // Said even where it is nothing: the base may have a layout of this key.
    art,
    masterArt,
    background,
    placeholders: [
      ...single.map((item) => useData(item, layout, book)),
      ...grouped.map((region, index) => groupData(region, index, layout, book)),
    ],
    head: [],
    foot: [],
  };
}

function useData(item: Placeholder, layout: Layout, book: LayoutBook): object {
  const region = layout.regions.find(({ placeholders }) => placeholders.includes(item.idx));
  return { ...placeholderData(item, layout, book), ...(region && region.accepts.length > 0 ? { accepts: region.accepts } : {}) };
}

/** A placeholder in place of the base's of its role. */
export function placeholderData(
  item: Placeholder,
  { key, purpose }: Pick<Layout, 'key' | 'purpose'>,
  book: LayoutBook,
): { readonly use: string } & Readonly<Record<string, unknown>> {
  const use = item.role === 'body' && item.type === 'obj' ? 'content' : (USES[item.role] ?? 'text');
  const own = purpose === 'content' || purpose === 'named' ? item.role : `${key}-${item.role}`;
  return {
    use,
    ...(item.name === '' ? {} : { name: item.name }),
    ...(item.type === TYPE_OF[use] ? {} : { type: item.type }),
    style: book.styles.nameFor(fitted(item), own, item.role === 'body' ? LEVELS : 1),
    anchor: item.anchor,
    ...(placed(boxOf(item.frame), book) as { x: unknown; y: unknown }),
  };
}

/** Programs let the words of a footer hang over its frame; ours stand in it. */
function fitted({ role, style, frame }: Placeholder): TextStyle {
  if (role !== 'date' && role !== 'footer' && role !== 'slideNumber') return style;
  const across = role === 'slideNumber' ? (toPoints(frame.cx) * NARROWEST) / DIGITS : Number.POSITIVE_INFINITY;
  return style.map((level) => ({ ...level, size: Math.floor(Math.min(level.size, toPoints(frame.cy) / LINE, across)) }));
}

/** The width of a slide of 4:3 by that of one of 16:9, and of two digits by their size. */
const [NARROWEST, DIGITS] = [0.75, 1.2];
/** The height of a line by its size. */
const LINE = 1.25;

/** The types that the base's placeholders have. */
const TYPE_OF: Readonly<Record<string, string>> = {
  title: 'title',
  content: 'obj',
  chart: 'chart',
  table: 'tbl',
  picture: 'pic',
  date: 'dt',
  footer: 'ftr',
  slideNumber: 'sldNum',
  ...Object.fromEntries(['subtitle', 'text', 'heading', 'caption', 'sources'].map((use) => [use, 'body'])),
};

export const boxOf = ({ x, y, cx, cy }: Rect): readonly [number, number, number, number] => [x, y, x + cx, y + cy];

/** Placeholders that one content fills, at the slide's own places. */
function groupData(region: Region, index: number, layout: Layout, book: LayoutBook): object {
  const name = `${layout.key}${index === 0 ? '' : index + 1}`;
  const members = region.placeholders.flatMap((idx) => layout.placeholders.find((item) => item.idx === idx) ?? []);
  book.groups[name] = { placeholders: members.map((item) => placeholderData(item, layout, book)) };
  return { use: name, accepts: region.accepts, at: [{ columns: [1, 12], y: 0 }] };
}

/** Top and bottom of a frame in inches of the template's slide. */
export const bandOf = ({ y, cy }: Rect, scale: number): readonly [number, number] => [inches(y, scale), inches(y + cy, scale)];

const inches = (length: number, scale: number): number => Math.round(toInches(length as Rect['y']) * scale * 1000) / 1000;
