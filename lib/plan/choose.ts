/** The layout of a slide: of those that take its content, the one that wastes least. */
import type { Part, Placement, Stack } from '../briefing/deck-plan.js';
import { frameKind, partGap, type StackRow, stackHeight, stackRows, stackWidth, subtitleHeight } from '../briefing/flow.js';
import type { Inline } from '../briefing/inline.js';
import type { FlowParagraph, Kinds, PlaceContext } from '../briefing/kind.js';
import { atDisplay, steppedSizes } from '../briefing/place-context.js';
import { type Emu, emu } from '../core/units.js';
import { levelStyle, type TextStyle } from '../scene/text.js';
import type { Content, Layout, Placeholder, Region, Role } from '../template/model.js';
import { bleed } from './standing.js';

/** A column of a slide: its parts, and how many columns of the grid it takes. */
export interface PlanColumn {
  /** A fraction of the body's width; null: an equal share. */
  readonly width: number | null;
  /** Stands across the whole width, below what comes before it. */
  readonly across?: true;
  readonly parts: readonly Part[];
}

/** A layout with content in it. */
export interface Choice {
  readonly layout: Layout;
  readonly placement: Placement;
  readonly step: number;
  /** For the layout's heading placeholders, in order. */
  readonly headings: readonly FlowParagraph[];
  /** For the layout's subtitle placeholders, in order. */
  readonly subtitles: readonly (readonly Inline[])[];
  /** Whether all of it stands inside its frames. */
  readonly fits: boolean;
  /** The share of the body that stays empty, and what else speaks against it; less is better. */
  readonly cost: number;
}

/** What speaks against a layout, in shares of the body. */
const COST = { any: 0.04, heading: 0.04, emptySubtitle: 0.05, stack: 0.22, squeezed: 0.5 } as const;
/** What fills less of its region than this leaves a hole: a listing its panel, a table a gap to what follows. */
const HOLLOW = 0.4;
/** A block that does better with more room should have this much more than it asks for. */
const ROOM = 1.25;

/** Content in the regions of layouts; `wish` names the layout that the author chose. */
export function inRegions(columns: readonly PlanColumn[], wish: Layout | null, context: PlaceContext, kinds: Kinds): readonly Choice[] {
  const { layouts: all, size } = context.template;
  const layouts = wish ? [wish] : all.filter((layout) => layout.purpose === 'content' && !bleed(layout, size));
  return layouts.flatMap((layout) => regionChoice(columns, layout, wish !== null, context, kinds) ?? []);
}

/** Content in free frames, where no layout has regions for it. Running text alone always has one. */
export function inStacks(columns: readonly PlanColumn[], wish: Layout | null, context: PlaceContext, kinds: Kinds): readonly Choice[] {
  const open = wish && wish.regions.length === 0 ? wish : freeLayout(context);
  const isText = columns.length === 1 && columns[0]?.parts.length === 1 && columns[0].parts[0]?.type === 'text';
  return isText && inRegions(columns, wish, context, kinds).length > 0 ? [] : [stackChoice(columns, open, context, kinds)];
}

/** All ways of laying columns out at a step. */
export const choices = (columns: readonly PlanColumn[], wish: Layout | null, context: PlaceContext, kinds: Kinds): readonly Choice[] => [
  ...inRegions(columns, wish, context, kinds),
  ...inStacks(columns, wish, context, kinds),
];

/** The best of the choices that fit, or null. */
export const best = (all: readonly Choice[]): Choice | null =>
  all.filter((choice) => choice.fits).reduce<Choice | null>((least, choice) => (least && least.cost <= choice.cost ? least : choice), null);

/** The layout for content that no other layout takes: a title over an open body. */
export function freeLayout(context: PlaceContext): Layout {
  const { layouts } = context.template;
  const open =
    layouts.find((layout) => layout.purpose === 'content' && layout.regions.length === 0) ??
    layouts.find((layout) => layout.purpose === 'content');
  if (!open) throw new TypeError(`template "${context.template.name}" has no layout for content`);
  return open;
}

/** The content of columns in a layout's regions, one part a region; null where it does not take them. */
function regionChoice(all: readonly PlanColumn[], layout: Layout, wished: boolean, context: PlaceContext, kinds: Kinds): Choice | null {
  if (all.some(({ across }) => across)) return null;
  const { columns, headings } = withoutHeadings(all, layout);
  if (headings.length !== count(layout, 'heading')) return null;
  const parts = columns.flatMap((column) => column.parts);
  if (columns.length > 1 && columns.some((column) => column.parts.length !== 1)) return null;
  if (parts.length === 0 || parts.length !== layout.regions.length) return null;
  const pairs = parts.map((part, index) => ({ part, region: layout.regions[index] }));
  if (
    !pairs.every(
      (pair): pair is { part: Part; region: Region } => pair.region !== undefined && takes(pair.region, pair.part, wished, kinds),
    )
  )
    return null;
  if (columns.length === 1 && !readsBeside(parts, layout, kinds)) return null;
  const subtitles = parts
    .map((part) => (part.type === 'block' ? frameKind(part, kinds).subtitle(part.block) : []))
    .filter((text) => text.length > 0);
  const places = count(layout, 'subtitle');
  const inside = pairs.every(
    ({ part, region }) => region.headroom || part.type === 'text' || frameKind(part, kinds).subtitle(part.block).length === 0,
  );
  if (subtitles.length > places && !inside) return null;
  const used = pairs.map(({ part, region }) => ({ part, region, ...needed(part, region, layout, context, kinds) }));
  const area = layout.body.cx * layout.body.cy;
  const filled = used.reduce(
    (total, { region, height, stretches, fills }) =>
      total + region.frame.cx * (stretches ? region.frame.cy * fills : Math.min(height, region.frame.cy)),
    0,
  );
  const any = pairs.filter(({ part, region }) => !region.accepts.includes(contentOf(part, kinds))).length;
  const squeezed = used.filter(({ height, stretches, region }) => stretches && height * ROOM > region.frame.cy).length;
  if (
    !wished &&
    used.some(({ part, height, region }, index) => leavesHole(part, index < used.length - 1, kinds) && height < region.frame.cy * HOLLOW)
  )
    return null;
  const cost =
    1 -
    filled / area +
    any * COST.any +
    squeezed * COST.squeezed +
    Math.max(0, places - subtitles.length) * COST.emptySubtitle -
    headings.length * COST.heading +
    mismatch(columns, layout);
  return {
    layout,
    placement: { type: 'regions', parts },
    step: context.step,
    headings,
    subtitles: subtitles.length > places ? [] : subtitles,
    fits:
      used.every(({ height, region }) => height <= region.frame.cy) &&
      (subtitles.length > places || subtitlesFit(subtitles, layout, context)),
    cost,
  };
}

/** Whether each subtitle stands in its place: where one does not, it stands over its block in a box as high as it needs. */
function subtitlesFit(subtitles: readonly (readonly Inline[])[], layout: Layout, context: PlaceContext): boolean {
  const places = layout.placeholders.filter(({ role }) => role === 'subtitle');
  return subtitles.every((words, index) => {
    const place = places[index];
    return place !== undefined && context.height([context.paragraph(words)], place.style, place.frame.cx) <= place.frame.cy;
  });
}

/**
 * Whether parts that the author wrote below each other still read well in the regions of a layout. Side by side, a heading or a line that
 * leads in does not stand alone, words have more than words beside them, and more than two parts are of one kind: code between its
 * explanations reads from top to bottom.
 */
function readsBeside(parts: readonly Part[], layout: Layout, kinds: Kinds): boolean {
  const beside = parts.filter((_, index) => layout.regions.some((other, at) => at !== index && isBeside(layout.regions[index], other)));
  if (beside.some((part, index) => index < beside.length - 1 && onlyLeads(part))) return false;
  const contents = new Set(beside.map((part) => contentOf(part, kinds)));
  if (beside.length > 1 && [...contents].every((content) => content === 'text' || content === 'callout')) return false;
  return beside.length < 3 || (contents.size === 1 && !contents.has('text') && !contents.has('code'));
}

const isBeside = (a: Region | undefined, b: Region): boolean =>
  a !== undefined && a.frame.y < b.frame.y + b.frame.cy && b.frame.y < a.frame.y + a.frame.cy;

/** Whether a part is nothing but headings and lines that lead in what follows. */
const onlyLeads = (part: Part): boolean => part.type === 'text' && part.paragraphs.every((item) => item.keepWithNext);

const count = (layout: Layout, role: Role): number => layout.placeholders.filter((target) => target.role === role).length;

/** Columns without the headings that they begin with, where the layout has a place for each. */
function withoutHeadings(
  columns: readonly PlanColumn[],
  layout: Layout,
): { readonly columns: readonly PlanColumn[]; readonly headings: readonly FlowParagraph[] } {
  if (count(layout, 'heading') !== columns.length) return { columns, headings: [] };
  const headings = columns.flatMap(({ parts: [first] }) =>
    first?.type === 'text' && first.paragraphs[0]?.heading ? [first.paragraphs[0]] : [],
  );
  if (headings.length !== columns.length) return { columns, headings: [] };
  return { columns: columns.map((column) => ({ ...column, parts: withoutFirst(column.parts) })), headings };
}

/** Parts without the first paragraph. */
function withoutFirst([first, ...others]: readonly Part[]): readonly Part[] {
  const rest = first?.type === 'text' ? first.paragraphs.slice(1) : [];
  return rest.length > 0 ? [{ type: 'text', paragraphs: rest }, ...others] : others;
}

/** Whether a region that a part fills only at its top shows that. */
function leavesHole(part: Part, followed: boolean, kinds: Kinds): boolean {
  const content = contentOf(part, kinds);
  return content === 'code' || (content === 'table' && followed);
}

/** How far a layout's columns are from the widths that the author asked for. */
function mismatch(columns: readonly PlanColumn[], layout: Layout): number {
  if (columns.length < 2) return 0;
  return columns.reduce((total, column, index) => {
    const wish = column.width ?? 1 / columns.length;
    return total + Math.abs(wish - (layout.regions[index]?.frame.cx ?? 0) / layout.body.cx);
  }, 0);
}

/** What a part is, in the words of a region's `accepts`. */
const contentOf = (part: Part, kinds: Kinds): Content => (part.type === 'text' ? 'text' : frameKind(part, kinds).content);

/**
 * Whether a region takes a part: it accepts the content and has as many placeholders as the part fills. A statement is running text that the
 * author called one by naming the layout.
 */
function takes(region: Region, part: Part, wished: boolean, kinds: Kinds): boolean {
  const content = contentOf(part, kinds);
  const stated = wished && content === 'text' && region.accepts.includes('statement');
  if (!stated && !region.accepts.includes(content) && !region.accepts.includes('any')) return false;
  return part.type === 'text' ? region.placeholders.length === 1 : frameKind(part, kinds).slots(part.block) === region.placeholders.length;
}

function needed(
  part: Part,
  region: Region,
  layout: Layout,
  context: PlaceContext,
  kinds: Kinds,
): { readonly height: Emu; readonly stretches: boolean; readonly fills: number } {
  if (part.type === 'text') {
    const target = layout.placeholders.find((placeholder) => placeholder.idx === region.placeholders[0]);
    const style = target ? styleAt(target, context) : context.body;
    const paragraphs = part.paragraphs.map((item) => item.paragraph);
    const height = context.height(atDisplay(paragraphs, levelStyle(style, 0).size, context), style, region.frame.cx);
    return { height, stretches: false, fills: 1 };
  }
  const kind = frameKind(part, kinds);
  const fills = kind.fills?.(part.block, region.frame) ?? 1;
  const above = region.headroom ? subtitleHeight(part, region.frame.cx, context, kinds) : 0;
  return { height: emu(kind.height(part.block, region.frame.cx, context) + above), stretches: kind.stretches, fills };
}

/** A placeholder's style at the slide's step: only running text gives way, the rest keeps its size. */
function styleAt(target: Placeholder, { template, step }: PlaceContext): TextStyle {
  const sizes = steppedSizes(target, template.ladder, step);
  return sizes
    ? target.style.map((level, index) => ({ ...level, size: sizes[Math.min(index, sizes.length - 1)] ?? level.size }))
    : target.style;
}

/** Columns as stacks of free frames. */
function stackChoice(columns: readonly PlanColumn[], layout: Layout, context: PlaceContext, kinds: Kinds): Choice {
  const stacks = toStacks(columns, context);
  const rows = stackRows(stacks, layout.body.cy, context, kinds);
  const measured = stacks.map((stack) => {
    const width = stackWidth(stack, context);
    return {
      width,
      height: stackHeight(stack.parts, width, context, kinds),
      room: rows[stack.row]?.height ?? layout.body.cy,
      stretches: stack.parts.some((part) => part.type === 'block' && frameKind(part, kinds).stretches),
    };
  });
  const area = layout.body.cx * layout.body.cy;
  const filled = measured.reduce(
    (total, { width, height, room, stretches }) => total + width * (stretches ? room : Math.min(height, room)),
    0,
  );
  const squeezed = measured.filter(({ height, room, stretches }) => stretches && height * ROOM > room).length;
  return {
    layout,
    placement: { type: 'stacks', stacks },
    step: context.step,
    headings: [],
    subtitles: [],
    fits: heightOf(rows, context) <= layout.body.cy,
    cost: Math.max(0, 1 - filled / area) + COST.stack + squeezed * COST.squeezed,
  };
}

/** What rows of stacks need below each other. */
const heightOf = (rows: readonly StackRow[], context: PlaceContext): number =>
  rows.reduce((total, { least }) => total + least, Math.max(0, rows.length - 1) * partGap(context));

/** Columns that stand beside each other, and each that stands across the slide, in rows from top to bottom. */
export function rowsOf(columns: readonly PlanColumn[]): readonly (readonly PlanColumn[])[] {
  const rows: PlanColumn[][] = [];
  for (const column of columns) {
    const last = rows.at(-1);
    if (last && !column.across && !last[0]?.across) last.push(column);
    else rows.push([column]);
  }
  return rows;
}

/** The columns of a slide in columns of the grid, row by row. */
export const toStacks = (columns: readonly PlanColumn[], context: PlaceContext): readonly Stack[] =>
  rowsOf(columns).flatMap((row, index) => rowOfStacks(row, index, context));

/** Columns of the grid for each column of a row: as the author asks, at least one, twelve in all. */
function rowOfStacks(columns: readonly PlanColumn[], row: number, context: PlaceContext): readonly Stack[] {
  const total = context.template.grid.columns;
  const shares = columns.map((column) => column.width ?? 1 / columns.length);
  const whole = shares.reduce((sum, share) => sum + share, 0) || 1;
  let from = 0;
  return columns.map((column, index) => {
    const left = columns.length - 1 - index;
    const wish = Math.round(((shares[index] ?? 0) / whole) * total);
    const span = left === 0 ? total - from : Math.max(1, Math.min(wish, total - from - left));
    const stack = { row, column: from, columns: span, parts: column.parts };
    from += span;
    return stack;
  });
}
