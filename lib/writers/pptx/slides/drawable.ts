/** A slide made safe to draw: what XML or pptxgenjs cannot hold is gone, so that what is drawn and the scene match run by run. */

import { cleanText } from '../../../package/xml.js';
import type { Item, SceneSlide, TableCell, TableItem } from '../../../scene/scene.js';
import { type Link, NO_INSETS, type Paragraph, paragraph, type TextInline, type TextRun } from '../../../scene/text.js';

/** The slide's number, from 1, by its key. */
export type SlideNumbers = ReadonlyMap<string, number>;

/**
 * The same slide without control characters, line ends inside runs, empty runs, links that lead nowhere and tables without cells;
 * levels lie within 0 to 8, every text has a paragraph, every row a cell per column.
 */
export const drawable = (slide: SceneSlide, numbers: SlideNumbers): SceneSlide => ({
  ...slide,
  items: drawableItems(slide.items, numbers),
  notes: slide.notes.map((item) => drawableParagraph(item, null)),
});

/** One line of text: line ends become spaces. */
const line = (text: string): string => cleanText(text).replace(/[\r\n\u2028\u2029]+/g, ' ');

const drawableItems = (items: readonly Item[], numbers: SlideNumbers): readonly Item[] =>
  items.flatMap((item) => {
    const named = { ...drawableItem(item, numbers), name: line(item.name).replace(/\t/g, ' ') };
    return isEmpty(named) ? [] : [named];
  });

const isEmpty = (item: Item): boolean =>
  (item.type === 'table' && (item.rows.length === 0 || item.columns.length === 0)) || (item.type === 'group' && item.items.length === 0);

function drawableItem(item: Item, numbers: SlideNumbers): Item {
  switch (item.type) {
    case 'text':
      return { ...item, paragraphs: drawableParagraphs(item.paragraphs, numbers) };
    case 'table':
      return drawableTable(item, numbers);
    case 'group':
      return { ...item, items: drawableItems(item.items, numbers) };
    default:
      return item;
  }
}

const EMPTY_CELL: TableCell = { paragraphs: [], anchor: 'top', insets: NO_INSETS, fill: { kind: 'none' }, top: null, bottom: null };

/** Every row gets a cell per column, and the rule between two cells is said by both, so that no reader has to choose. */
function drawableTable(table: TableItem, numbers: SlideNumbers): TableItem {
  const cellAt = (row: number, column: number): TableCell | undefined => table.rows[row]?.cells[column];
  const rows = table.rows.map((row, r) => ({
    height: row.height,
    cells: table.columns.map((_, c) => {
      const cell = cellAt(r, c) ?? EMPTY_CELL;
      return {
        ...cell,
        paragraphs: drawableParagraphs(cell.paragraphs, numbers),
        top: cell.top ?? cellAt(r - 1, c)?.bottom ?? null,
        bottom: cell.bottom ?? cellAt(r + 1, c)?.top ?? null,
      };
    }),
  }));
  return { ...table, rows };
}

function drawableParagraphs(paragraphs: readonly Paragraph[], numbers: SlideNumbers): readonly Paragraph[] {
  const drawn = paragraphs.map((item) => drawableParagraph(item, numbers));
  return drawn.length > 0 ? drawn : [paragraph([])];
}

/** `numbers` null: links to slides are dropped (PowerPoint follows none from notes). */
const drawableParagraph = (item: Paragraph, numbers: SlideNumbers | null): Paragraph => ({
  ...item,
  level: Math.max(0, Math.min(8, Math.trunc(item.level))),
  inlines: item.inlines.flatMap((inline) => drawableInline(inline, numbers)),
});

function drawableInline(inline: TextInline, numbers: SlideNumbers | null): readonly TextInline[] {
  if (inline.type === 'break') return [inline];
  if (inline.type === 'equation') return [{ ...inline, equation: { ...inline.equation, text: line(inline.equation.text) || UNSAID } }];
  const text = line(inline.text);
  if (text === '') return [];
  return inline.type === 'field' ? [{ ...inline, text }] : [drawableRun({ ...inline, text }, numbers)];
}

/** What stands in the fallback of an equation without signs: nothing that is seen. */
const UNSAID = '\u200b';

const drawableRun = (run: TextRun, numbers: SlideNumbers | null): TextRun => ({
  ...run,
  link: run.link && drawableLink(run.link, numbers),
});

function drawableLink(link: Link, numbers: SlideNumbers | null): Link | null {
  const tooltip = line(link.tooltip);
  if (link.kind === 'slide') return numbers?.has(link.slide) ? { ...link, tooltip } : null;
  const url = address(line(link.url).trim());
  return url === null ? null : { ...link, url, tooltip };
}

/** An address as a relationship can hold it (RFC 3986); null where it cannot be one, for a reader that cannot parse it refuses the whole deck. */
export function address(url: string): string | null {
  if (url === '') return null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) {
    const parsed = URL.canParse(url) ? new URL(url).href : null;
    return parsed === null ? null : strict(parsed);
  }
  return strict(encodeURI(url).replace(/%25(?=[0-9a-f]{2})/gi, '%'));
}

const strict = (url: string): string => url.replace(/["<>\\^`{|}[\] ]/g, (found) => encodeURIComponent(found));
