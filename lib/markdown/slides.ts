/** Entries → sections and slides. */
import { z } from 'zod';
import { type Block, type Column, isMarked, type Section, type Slide } from '../briefing/briefing.js';
import { type Attributes, type Inline, inlineText, NO_ATTRIBUTES, plainInline } from '../briefing/inline.js';
import type { DivNode, HeadingNode, Node } from '../briefing/node.js';
import type { Span } from '../core/diagnostic.js';
import { spanAt } from '../core/source.js';
import { readYaml } from '../core/yaml.js';
import { backgroundOf, tellNoBackground } from './background.js';
import { isNotes, leftComment, type Offers, reportDiv } from './blocks.js';
import type { Entry } from './document.js';
import { givenKey, type Keyed, keysOf, slugOf } from './keys.js';
import { markdownNodes } from './nodes.js';
import type { Placed } from './placed.js';
import { footnoteMark, type Reading, report } from './reading.js';

/** A node, or the block that a kind made of it already. */
type Content = Node | { readonly type: 'block'; readonly block: Block; readonly span: Span };

type Item =
  | Content
  | Extract<Entry, { type: 'settings' | 'slot' }>
  | { readonly type: 'notes'; readonly nodes: readonly Node[]; readonly span: Span };

interface ColumnDraft {
  readonly width: number | null;
  /** Stands across the slide, above or below columns. */
  readonly across?: true;
  readonly content: Content[];
  span: Span;
}

interface Owner {
  readonly title: readonly Inline[];
  readonly attributes: Attributes;
  readonly span: Span;
  /** Its notes as nodes, until all slides are known. */
  readonly notes: Node[];
}

interface SlideDraft extends Owner {
  readonly type: 'slide';
  readonly titleSpan: Span;
  readonly depth: number;
  readonly continued: boolean;
  readonly columns: ColumnDraft[];
  /** Whether the author made columns. */
  parted: boolean;
  /** Whether they are fenced, so that what follows stands below them. */
  fenced: boolean;
  last: Span;
}

interface SectionDraft extends Owner {
  readonly type: 'section';
  readonly slides: SlideDraft[];
}

/** A deck's title, where a heading is it, and its sections. */
export interface Outline {
  readonly title: readonly Inline[];
  readonly sections: readonly Section[];
  /** By what links the title is called; empty where it is not in the text, or something else is called so. */
  readonly titleKey: string;
  /** Whether the author gave a key to any of them. */
  readonly keyed: boolean;
}

/** Makes slides of entries. `title`: the front matter's. */
export function outline(
  reading: Reading,
  offers: Offers,
  entries: readonly Entry[],
  title: readonly Inline[],
  slideLevel: 'auto' | number,
  incremental: boolean,
): Outline {
  const items = entries.flatMap((entry) => itemsOf(reading, offers, entry));
  const level = slideLevel === 'auto' ? autoLevel(items) : slideLevel;
  const titleHeading = findTitle(items, level, title);
  if (titleHeading) tellNoBackground(reading, titleHeading.attributes, titleHeading.span);
  const sections = draftSections(reading, items, level, titleHeading, title);
  const done = finished(reading, offers, sections, incremental);
  const key = titleHeading ? givenKey(titleHeading.attributes) || slugOf(inlineText(titleHeading.inlines)) : '';
  return {
    title: title.length > 0 ? title : (titleHeading?.inlines ?? []),
    sections: done,
    titleKey: done.some((section) => section.key === key || section.slides.some((slide) => slide.key === key)) ? '' : key,
    keyed: headings(items).some(({ attributes }) => givenKey(attributes) !== ''),
  };
}

/** Notes and comments apart, divs that mean nothing opened. */
function itemsOf(reading: Reading, offers: Offers, entry: Entry): readonly Item[] {
  if (entry.type === 'comment') {
    const block = offers.take(entry);
    if (block) return [{ type: 'block', block, span: entry.span }];
    leftComment(reading, entry);
    return [];
  }
  if (entry.type !== 'div' || isColumns(entry)) return [entry];
  if (isNotes(entry)) return [{ type: 'notes', nodes: entry.children, span: entry.span }];
  const block = offers.take(entry);
  if (block) return [{ type: 'block', block, span: entry.span }];
  reportDiv(reading, entry);
  return entry.children.flatMap((child) => itemsOf(reading, offers, child));
}

const isColumns = (node: DivNode): boolean => node.name === 'columns' || node.attributes.classes.includes('columns');
const isColumn = (node: Content): node is DivNode =>
  node.type === 'div' && (node.name === 'column' || node.attributes.classes.includes('column'));

const headings = (items: readonly Item[]): readonly HeadingNode[] => items.filter((item) => item.type === 'heading');

/** 2 where any `##` is, else the highest level that is used twice; null: only rules part slides. */
function autoLevel(items: readonly Item[]): number | null {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const { depth } of headings(items)) counts[depth] = (counts[depth] ?? 0) + 1;
  if ((counts[2] ?? 0) > 0) return 2;
  const twice = counts.findIndex((count) => count > 1);
  return twice === -1 ? null : twice;
}

/**
 * The heading that is the deck's title: the only `#`, where no other heading stands before it, or a leading one with nothing below it where
 * every slide starts with `#`.
 */
function findTitle(items: readonly Item[], level: number | null, title: readonly Inline[]): HeadingNode | null {
  const [heading, ...others] = headings(items);
  if (heading?.depth !== 1) return null;
  const only = others.every((other) => other.depth > 1) && level !== 1;
  if (title.length > 0) return only && sameWords(title, heading.inlines) ? heading : null;
  if (only) return heading;
  const shown = items.filter((item) => item.type !== 'notes' && item.type !== 'settings' && item.type !== 'rule');
  if (shown[0] !== heading) return null;
  const next = items[items.indexOf(heading) + 1];
  const alone =
    level === 1 && shown[1] !== undefined && (shown[1].type === 'heading' || next?.type === 'rule' || next?.type === 'settings');
  return alone ? heading : null;
}

const sameWords = (a: readonly Inline[], b: readonly Inline[]): boolean =>
  inlineText(a).trim().toLowerCase() === inlineText(b).trim().toLowerCase();

function draftSections(
  reading: Reading,
  items: readonly Item[],
  level: number | null,
  titleHeading: HeadingNode | null,
  deckTitle: readonly Inline[],
): readonly SectionDraft[] {
  const start = spanAt(reading.source, 0, 0);
  let section: SectionDraft = {
    type: 'section',
    title: [],
    attributes: NO_ATTRIBUTES,
    span: items[0]?.span ?? start,
    notes: [],
    slides: [],
  };
  const sections = [section];
  let slide: SlideDraft | null = null;
  let owner: SectionDraft | SlideDraft = section;
  let lastTitle = deckTitle.length > 0 ? deckTitle : (titleHeading?.inlines ?? []);
  let settings: Attributes = NO_ATTRIBUTES;
  /** Whether nothing stands before a slide that it could go on from. */
  const isFirst = (): boolean => lastTitle.length === 0 && sections.every((one) => one.slides.length === 0);
  const begin = (heading: HeadingNode | null, at: Span): SlideDraft => {
    const made = newSlide(heading, lastTitle, settings, at, isFirst());
    settings = NO_ATTRIBUTES;
    lastTitle = made.title;
    section.slides.push(made);
    slide = made;
    owner = made;
    return made;
  };
  for (const [index, item] of items.entries()) {
    if (item === titleHeading) continue;
    if (item.type === 'heading' && level !== null && item.depth < level) {
      section = { type: 'section', title: item.inlines, attributes: item.attributes, span: item.span, notes: [], slides: [] };
      sections.push(section);
      lastTitle = item.inlines;
      slide = null;
      owner = section;
    } else if (item.type === 'heading' && (item.depth === level || slide === null)) begin(item, item.span);
    else if (item.type === 'rule') slide = awaitsContent(slide) && items[index + 1]?.type !== 'heading' ? slide : null;
    else if (item.type === 'settings') {
      slide = null;
      settings = readSettings(reading, item.yaml, item.span);
    } else if (item.type === 'notes') owner.notes.push(...item.nodes);
    else if (item.type === 'slot') newColumn(slide ?? begin(null, item.span), item.name, item.span);
    else add(reading, slide ?? begin(null, item.span), item);
  }
  return sections.filter((one) => one.slides.length > 0 || one.title.length > 0 || one.notes.length > 0);
}

/** Whether a slide has no more than its title: a ruler below it makes no empty slide. */
const awaitsContent = (slide: SlideDraft | null): boolean =>
  slide !== null && !slide.parted && slide.notes.length === 0 && slide.columns.every((column) => column.content.length === 0);

function newSlide(heading: HeadingNode | null, lastTitle: readonly Inline[], settings: Attributes, at: Span, first: boolean): SlideDraft {
  const title = heading ? heading.inlines : lastTitle;
  const attributes = heading ? { ...heading.attributes, values: { ...settings.values, ...heading.attributes.values } } : settings;
  const start = heading?.inlines[0]?.span ?? at;
  const titleSpan = { ...start, end: heading?.inlines.at(-1)?.span.end ?? start.end };
  return {
    type: 'slide',
    title,
    titleSpan,
    depth: heading?.depth ?? 0,
    attributes,
    continued: heading === null && !first,
    notes: [],
    columns: [{ width: null, content: [], span: at }],
    parted: false,
    fenced: false,
    span: at,
    last: at,
  };
}

const settingsSchema = z.record(z.string(), z.unknown());

/** What Slidev says above a slide; only `hide` means something here. */
function readSettings(reading: Reading, yaml: Placed, span: Span): Attributes {
  const text = {
    text: yaml.text,
    span: (start: number, end: number) => spanAt(reading.source, yaml.at[start] ?? 0, yaml.at[end] ?? yaml.at.at(-1) ?? 0),
  };
  const read = readYaml(text, settingsSchema, { area: 'slide', severity: 'warning', sink: reading.sink });
  const { hide, hidden, ...others } = read?.value ?? {};
  const names = Object.keys(others).map((name) => `"${name}"`);
  if (names.length > 0) report(reading, 'info', 'markdown/directive', `${names.join(', ')}: Slidev's settings mean nothing here`, span);
  return hide === true || hidden === true ? { ...NO_ATTRIBUTES, values: { hidden: 'true' } } : NO_ATTRIBUTES;
}

/** Slidev's `::right::`: what follows stands in a further column. */
function newColumn(slide: SlideDraft, name: string, span: Span): void {
  const only = slide.columns.length === 1 && slide.columns[0]?.content.length === 0;
  if (only && /^(?:left|default|top)$/.test(name)) return;
  slide.columns.push({ width: null, content: [], span });
  slide.parted = true;
}

function add(reading: Reading, slide: SlideDraft, content: Content): void {
  slide.last = content.span;
  if (content.type === 'div') {
    addColumns(reading, slide, content);
    return;
  }
  const column = slide.columns.at(-1);
  if (!column) return;
  if (slide.fenced && !column.across) slide.columns.push({ width: null, across: true, content: [content], span: content.span });
  else column.content.push(content);
}

/** Columns beside each other; what stands on the slide before them stands above them. */
function addColumns(reading: Reading, slide: SlideDraft, node: DivNode): void {
  const columns = columnsOf(reading, node);
  const last = slide.columns.at(-1);
  if (!slide.parted || last?.across) {
    const before = last?.content ?? [];
    const pause = before.at(-1);
    if (pause && isPause(pause)) columns[0]?.content.unshift(...before.splice(-1));
    if (last) slide.columns.splice(-1, 1, ...(before.length > 0 ? [{ ...last, across: true as const }] : []));
    slide.columns.push(...columns);
    slide.parted = true;
    slide.fenced = true;
    return;
  }
  report(reading, 'info', 'markdown/columns', 'these columns continue the ones above', { ...node.span, end: node.span.start });
  const beside = slide.columns.slice(slide.columns.findLastIndex((column) => column.across) + 1);
  columns.forEach((column, index) => {
    const above = beside[Math.min(index, beside.length - 1)];
    above?.content.push(...column.content);
  });
}

function columnsOf(reading: Reading, node: DivNode): readonly ColumnDraft[] {
  const columns: ColumnDraft[] = [];
  for (const child of node.children) {
    if (isColumn(child)) columns.push({ width: widthOf(reading, child), content: [...child.children], span: child.span });
    else if (columns.length > 0) columns.at(-1)?.content.push(child);
    else columns.push({ width: null, content: [child], span: child.span });
  }
  const first = columns[0];
  if (first && !isColumn(node.children[0] ?? node) && columns.length > 1 && columns[1]) {
    columns[1].content.unshift(...first.content);
    columns.shift();
  }
  return columns.length > 0 ? columns : [{ width: null, content: [], span: node.span }];
}

/** `40%` or `0.4` as a fraction. */
function widthOf(reading: Reading, node: DivNode): number | null {
  const text = node.attributes.values.width;
  if (text === undefined) return null;
  const [, digits, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  const width = Number(digits) / (percent === '%' ? 100 : 1);
  if (width > 0 && width <= 1) return width;
  report(
    reading,
    'warning',
    'markdown/column-width',
    `"${text}" is no width of a column`,
    { ...node.span, end: node.span.start },
    'write it as 40%',
  );
  return null;
}

/** The sections with keys, blocks, notes and footnotes. */
function finished(reading: Reading, offers: Offers, sections: readonly SectionDraft[], incremental: boolean): readonly Section[] {
  const owners = sections.flatMap((section): readonly (SectionDraft | SlideDraft)[] => [section, ...section.slides]);
  const keyed = owners.filter(isKeyed);
  const headed = owners
    .flatMap((owner) => (owner.type === 'slide' ? owner.columns.flatMap((column) => column.content) : []))
    .filter(isHeading);
  const all = [...keyed, ...headed];
  const keys = new Map(keysOf(reading, [...keyed, ...headed.map(asKeyed)]).map((key, index) => [all[index], key]));
  const anchored = (content: Content): Content => (isHeading(content) ? { ...content, anchor: keys.get(content) ?? '' } : content);
  const stepped = (slide: SlideDraft, content: readonly Content[]): readonly Content[] => {
    const own = steps(slide.attributes) ?? incremental;
    return afterPauses(own ? content.map(byItems) : content);
  };
  const columns = new Map<SlideDraft, Column[]>();
  for (const slide of owners)
    if (slide.type === 'slide')
      columns.set(
        slide,
        slide.columns.map((column, index) => {
          const behind = index === 0 ? backgroundOf(reading, slide.attributes, slide.titleSpan) : [];
          return finishedColumn(offers, slide, { ...column, content: [...behind, ...stepped(slide, column.content.map(anchored))] });
        }),
      );
    else tellNoBackground(reading, slide.attributes, slide.span);
  addFootnotes(reading, offers, owners, columns);
  for (const note of reading.strayNotes) {
    const nodes = 'nodes' in note ? note.nodes : markdownNodes(reading, note.content);
    ownerAt(owners, note.offset)?.notes.push(...nodes);
  }
  for (const owner of owners) owner.notes.sort((a, b) => a.span.start.offset - b.span.start.offset);
  const slideOf = (slide: SlideDraft): Slide => ({
    key: keys.get(slide) ?? '',
    title: slide.title,
    titleSpan: slide.titleSpan,
    depth: slide.depth,
    continued: slide.continued,
    layout: slide.attributes.values.layout ?? '',
    attributes: slide.attributes,
    columns: columns.get(slide) ?? [],
    notes: offers.texts(slide.notes),
    hidden: isMarked(slide, 'hidden'),
    span: { ...slide.span, end: slide.last.end },
  });
  return sections.map((section) => ({
    key: keys.get(section) ?? '',
    title: section.title,
    attributes: section.attributes,
    notes: offers.texts(section.notes),
    slides: section.slides.map(slideOf).map((slide) => (isMarked(section, 'hidden') ? { ...slide, hidden: true } : slide)),
    span: { ...section.span, end: section.slides.at(-1)?.last.end ?? section.span.end },
  }));
}

/** `{incremental}`, `{.nonincremental}`; null where the slide says nothing. */
function steps({ classes, values }: Attributes): boolean | null {
  const is = (word: string): boolean => values[word] === 'true' || classes.includes(word);
  return is('nonincremental') ? false : is('incremental') ? true : null;
}

const byItems = (content: Content): Content => (content.type === 'list' && !content.reveal ? { ...content, reveal: 'items' } : content);

const isPause = (item: Content): boolean => item.type === 'paragraph' && inlineText(item.inlines).trim() === '. . .';

/** pandoc's `. . .`: what follows comes by a click. */
function afterPauses(content: readonly Content[]): readonly Content[] {
  let next: 'click' | 'with' | null = null;
  return content.flatMap((item): readonly Content[] => {
    if (isPause(item)) {
      next = 'click';
      return [];
    }
    if (next === null || (item.type !== 'block' && item.reveal)) return [item];
    const reveal = next;
    next = 'with';
    return [item.type === 'block' ? { ...item, block: { ...item.block, reveal } } : { ...item, reveal }];
  });
}

const isHeading = (content: Content): content is HeadingNode => content.type === 'heading';
const asKeyed = ({ inlines, attributes, span }: HeadingNode): Keyed => ({ title: inlines, attributes, span });

/** Slides before the first section have none that one could name. */
const isKeyed = (owner: SectionDraft | SlideDraft): boolean => owner.type === 'slide' || owner.title.length > 0;

function finishedColumn(offers: Offers, slide: SlideDraft, column: ColumnDraft): Column {
  const blocks = column.content.flatMap((content) => (content.type === 'block' ? [content.block] : offers.context.blocks([content])));
  return {
    width: column.width,
    ...(column.across ? { across: true } : {}),
    blocks,
    span: slide.parted ? column.span : { ...slide.span, end: slide.last.end },
  };
}

/** The last slide or section that starts before an offset. */
const ownerAt = <T extends Owner>(owners: readonly T[], offset: number): T | undefined =>
  owners.findLast((owner) => owner.span.start.offset <= offset) ?? owners[0];

/** Each footnote's text, small, at the end of every slide that refers to it; of one that nothing refers to, where it is written. */
function addFootnotes(
  reading: Reading,
  offers: Offers,
  owners: readonly (SectionDraft | SlideDraft)[],
  columns: ReadonlyMap<SlideDraft, Column[]>,
): void {
  const slides = owners.filter((owner) => owner.type === 'slide');
  const done = new Set<string>();
  const place = (id: string): void => {
    const note = reading.footnotes.get(id);
    if (!note || done.has(id)) return;
    done.add(id);
    if (note.number === 0) report(reading, 'info', 'markdown/unused-footnote', `nothing refers to the footnote "${id}"`, note.span);
    const nodes = marked(markdownNodes(reading, note.content), footnoteMark(note.number, reading), note.span);
    const uses = note.uses.length > 0 ? note.uses : [note.span.start.offset];
    for (const slide of new Set(uses.map((offset) => ownerAt(slides, offset)))) {
      const own = slide && columns.get(slide);
      if (own) atFoot(own, offers.context.blocks(nodes), note.span, slide.fenced);
    }
  };
  for (let round = -1; round !== done.size; ) {
    round = done.size;
    const notes = [...reading.footnotes.values()].filter((note) => note.number > 0).sort((a, b) => a.number - b.number);
    for (const note of notes) place(note.id);
  }
  for (const id of reading.footnotes.keys()) place(id);
}

/** Below all else: where there are columns, across the slide. */
function atFoot(columns: Column[], blocks: readonly Block[], span: Span, fenced: boolean): void {
  const last = columns.at(-1);
  if (!last) return;
  if (fenced && !last.across) columns.push({ width: null, across: true, blocks, span });
  else columns.splice(-1, 1, { ...last, blocks: [...last.blocks, ...blocks] });
}

/** A footnote's text in small letters, its mark in front of its first paragraph. */
function marked(content: readonly Node[], letter: string, span: Span): readonly Node[] {
  const nodes = content.map(small);
  if (letter === '') return nodes;
  const mark = { ...plainInline(letter, { ...span, end: span.start }), small: true, baseline: 'superscript' } as const;
  const gap = plainInline(' ', { ...span, end: span.start });
  const [first, ...rest] = nodes;
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', inlines: [mark], span: { ...span, end: span.start } }, ...nodes];
  return [{ ...first, inlines: [mark, gap, ...first.inlines] }, ...rest];
}

/** Running text in small letters; what stands in a frame has a size of its own. */
function small(node: Node): Node {
  if (node.type === 'paragraph')
    return { ...node, inlines: node.inlines.map((inline) => (inline.type === 'text' ? { ...inline, small: true } : inline)) };
  return node.type === 'list' ? { ...node, items: node.items.map((item) => ({ ...item, children: item.children.map(small) })) } : node;
}
