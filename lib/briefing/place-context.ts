/** What block kinds see of the deck while slides are planned and arranged. */
import { type Diagnostic, diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { closest } from '../core/suggest.js';
import { type Emu, emu } from '../core/units.js';
import type { Equations } from '../math/index.js';
import { withScriptRuns } from '../scene/script-runs.js';
import {
  equationInline,
  type Link,
  levelStyle,
  type Paragraph,
  paragraph,
  run,
  type TextInline,
  type TextRun,
  type TextStyle,
} from '../scene/text.js';
import type { Ladder, Placeholder, Template } from '../template/model.js';
import { measureParagraphs, naturalWidth } from '../text/measure.js';
import type { ChartKind } from './chart.js';
import type { Inline, InlineMath, InlineStatus, InlineText } from './inline.js';
import type { PlaceContext } from './kind.js';
import type { Words } from './words.js';

/** What is the same for every slide of a deck. */
export interface DeckContext {
  readonly template: Template;
  readonly lang: string;
  readonly words: Words;
  readonly sink: Sink;
  readonly charts: readonly ChartKind[];
  /** Source ids in the order of their numbers. */
  readonly cited: readonly string[];
  /** The keys of the briefing's slides, for links between them. */
  readonly slideKeys: ReadonlySet<string>;
  /** Those of slides that are for other readers. */
  readonly absent: ReadonlySet<string>;
  /** Whether the author gives slides keys. */
  readonly keyed: boolean;
  /** The equations of the briefing; default: none can be read. */
  readonly equations?: Equations;
}

/** Planning asks for the same few over and over, and kinds keep by them what they measured. */
const CONTEXTS = new WeakMap<DeckContext, Map<string, PlaceContext>>();

/** The context of slides that stand `step` rungs down the ladder. `title`: of the slide, in plain words. */
export function placeContext(deck: DeckContext, step: number, title = ''): PlaceContext {
  const ofDeck = CONTEXTS.get(deck) ?? new Map<string, PlaceContext>();
  const key = `${step}/${title}`;
  const context = ofDeck.get(key) ?? newContext(deck, step, title);
  CONTEXTS.set(deck, ofDeck.set(key, context));
  return context;
}

function newContext(deck: DeckContext, step: number, title: string): PlaceContext {
  const { template } = deck;
  const citation = (id: string): number => deck.cited.indexOf(id) + 1;
  const body = atStep(template.styles.body, template.ladder, step);
  return {
    template,
    lang: deck.lang,
    words: deck.words,
    sink: deck.sink,
    charts: deck.charts,
    step,
    title,
    body,
    tableSize: rung(template.ladder.table, step),
    codeSize: rung(template.ladder.code, step),
    citation,
    paragraph: (inlines, marks = {}, size = levelStyle(body, marks.level ?? 0).size) => toParagraph(inlines, marks, deck, size),
    height: (paragraphs, style, width) => heightOf(paragraphs, style, width, template),
    width: (paragraphs, style) => naturalWidth(paragraphs, style, template.fonts),
  };
}

/** More characters than a slide holds at any size that can be read, and more paragraphs. */
export const MOST_CHARACTERS = 12_000;
const MOST_PARAGRAPHS = 200;

/**
 * The height of paragraphs; of what is far too long for a slide, as its beginning lets expect. Else parting a text of a megabyte would
 * measure all that is left of it for each slide.
 */
function heightOf(paragraphs: readonly Paragraph[], style: TextStyle, width: Emu, { fonts, size }: Template): Emu {
  const exact = (): Emu => measureParagraphs(paragraphs, style, fonts, width).height;
  const first = paragraphs.slice(0, MOST_PARAGRAPHS);
  if (first.length === paragraphs.length && first.every((one) => lengthOf(one) <= MOST_CHARACTERS)) return exact();
  const heads = first.map((one) => (lengthOf(one) > MOST_CHARACTERS ? headOf(one) : one));
  const known = measureParagraphs(heads, style, fonts, width).height;
  if (known <= size.cy) return exact();
  const lengthsOf = (some: readonly Paragraph[]): number => Math.max(1, sum(some.map(lengthOf)));
  return emu(Math.ceil((known * (paragraphs.length / first.length) * lengthsOf(first)) / lengthsOf(heads)));
}

const lengthOf = ({ inlines }: Paragraph): number =>
  inlines.reduce((length, inline) => length + (inline.type === 'break' ? 1 : inline.text.length), 0);

/** Paragraphs keep their beginnings, so that these are measured once. */
const HEADS = new WeakMap<Paragraph, Paragraph>();

function headOf(paragraph: Paragraph): Paragraph {
  const known = HEADS.get(paragraph);
  if (known) return known;
  const inlines: TextInline[] = [];
  let left = MOST_CHARACTERS;
  for (const inline of paragraph.inlines) {
    if (left <= 0) break;
    inlines.push(inline.type === 'run' ? { ...inline, text: inline.text.slice(0, left) } : inline);
    left -= inline.type === 'break' ? 1 : inline.text.length;
  }
  const head = { ...paragraph, inlines };
  HEADS.set(paragraph, head);
  return head;
}

/** A style whose levels have the sizes of a rung of the body's ladder. */
export function atStep(style: TextStyle, ladder: Ladder, step: number): TextStyle {
  const sizes = sizesAt(ladder, step);
  return style.map((level, index) => ({ ...level, size: sizes[Math.min(index, sizes.length - 1)] ?? level.size }));
}

/** Whether a style gives way with the body: one of another size (a list of sources, a contact) keeps its own. */
export const isBody = (style: TextStyle, ladder: Ladder): boolean => levelStyle(style, 0).size === sizesAt(ladder, 0)[0];

/** Points per level at which running text in a placeholder stands at a step; null: its own. */
export function steppedSizes({ style, rungs }: Placeholder, ladder: Ladder, step: number): readonly number[] | null {
  const own = rungs ?? (isBody(style, ladder) ? ladder.body : null);
  return step === 0 || !own ? null : (own[Math.min(step, own.length - 1)] ?? null);
}

/** The sizes of the body's levels at a step. */
export const sizesAt = (ladder: Ladder, step: number): readonly number[] => ladder.body[Math.min(step, ladder.body.length - 1)] ?? [];

/** The size at a step of a ladder of single sizes; the last where the ladder is shorter. */
export function rung(ladder: readonly number[], step: number): number {
  const size = ladder[Math.min(step, ladder.length - 1)];
  if (size === undefined) throw new TypeError('a ladder has no rungs');
  return size;
}

function toParagraph(inlines: readonly Inline[], marks: Partial<Omit<Paragraph, 'inlines'>>, deck: DeckContext, size: number): Paragraph {
  const text = glued(inlines).flatMap((inline) => toTextInlines(inline, deck, size));
  return withScriptRuns(paragraph(text, marks), deck.lang);
}

/**
 * Marks belong to the word before them: the space that an author leaves before `[@id]` would put the number on a line of its own. Citations
 * side by side are one: `[@a][@b]` prints 1,2.
 */
function glued(inlines: readonly Inline[]): readonly Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    if (inline.type === 'citation' && last?.type === 'citation') out[out.length - 1] = { ...last, items: [...last.items, ...inline.items] };
    else {
      const marked = inline.type === 'citation' || inline.type === 'status';
      if (marked && last?.type === 'text') out[out.length - 1] = { ...last, text: last.text.trimEnd() };
      out.push(inline);
    }
  }
  return out;
}

function toTextInlines(inline: Inline, deck: DeckContext, size: number): readonly TextInline[] {
  switch (inline.type) {
    case 'text':
      return [textRun(inline, deck, size)];
    case 'break':
      return [{ type: 'break' }];
    case 'citation':
      return citationRuns(
        inline.items.map((item) => item.id),
        deck,
      );
    case 'status':
      return statusRuns(inline, deck, size);
    case 'math':
      return [mathInline(inline, deck)];
    case 'image':
      return inline.alt === '' ? [] : [run(inline.alt, deck.lang, { link: toLink(inline.link, '', deck) })];
  }
}

/** What small text is of the text that it stands in. */
const SMALL = 0.75;

const textRun = (inline: InlineText, deck: DeckContext, size: number): TextRun =>
  run(inline.text, deck.lang, {
    bold: inline.bold ? true : null,
    italic: inline.italic ? true : null,
    strike: inline.strike,
    ...(inline.underline ? { underline: true } : {}),
    ...(inline.marked ? { highlight: deck.template.palette.rule } : {}),
    ...(inline.small ? { color: deck.template.palette.muted, size: Math.round(size * SMALL * 2) / 2 } : {}),
    mono: inline.code,
    baseline: inline.baseline,
    link: linkOf(inline, deck),
  });

/** An equation; the source of one that cannot be read, as code. */
function mathInline({ tex, display, bold }: InlineMath, { equations, lang }: DeckContext): TextInline {
  const equation = equations?.(tex, display);
  if (equation) return equationInline(equation, lang, bold ? true : null);
  return run(display ? tex.trim() : tex.replace(/\s+/g, ' '), lang, { mono: true });
}

/** Where a run leads; what cannot be followed from a slide is said. */
function linkOf(inline: InlineText, deck: DeckContext): Link | null {
  const link = toLink(inline.link, inline.linkTitle, deck);
  if (inline.link !== null && !link) deck.sink(deadLink(inline.link, inline.span, deck));
  return link;
}

/** Says of a link why it leads nowhere. One to a slide is a fault where the author gives slides keys, or where a slide of nearly that name is there. */
function deadLink(address: string, span: Span, deck: DeckContext): Diagnostic {
  const key = address.startsWith('#') ? decodeURIComponentSafely(address.slice(1)) : '';
  if (key === '' || /^top$/i.test(key))
    return diagnostic(
      'info',
      'link/nowhere',
      `the link "${address}" leads to no slide and to no address: its text stands without it`,
      span,
    );
  if (deck.absent.has(key))
    return diagnostic('info', 'link/other-readers', `"${address}" is for other readers: the text of the link stands without it`, span);
  const near = closest(key, [...deck.slideKeys]);
  const message = `no slide has the key "${key}"`;
  const hint = near === null ? 'give the slide one: ## Title {key=…}' : `did you mean "#${near}"?`;
  return diagnostic(near !== null || deck.keyed ? 'error' : 'warning', 'link/unknown-slide', message, span, hint);
}

/** A link as a slide can hold it; null where it leads nowhere: to a file beside the briefing, or to a slide that is not there. */
export function toLink(address: string | null, tooltip: string, deck: Pick<DeckContext, 'slideKeys'>): Link | null {
  if (address === null) return null;
  if (address.startsWith('#')) {
    const slide = slideNamed(decodeURIComponentSafely(address.slice(1)), deck.slideKeys);
    return slide === null ? null : { kind: 'slide', slide, tooltip };
  }
  if (/^www\./i.test(address)) return { kind: 'url', url: `http://${address}`, tooltip };
  return /^(https?|mailto|tel|ftp):/i.test(address) && isAddress(address) ? { kind: 'url', url: address, tooltip } : null;
}

/** The slide of a key; other tools make `a--b` of "A & b", and put words of their own in front. */
function slideNamed(name: string, keys: ReadonlySet<string>): string | null {
  if (keys.has(name)) return name;
  const plain = (key: string): string =>
    key
      .toLowerCase()
      .replace(/^user-content-/, '')
      .replace(/[-_\s]+/g, '-')
      .replace(/^-|-$/g, '');
  const wanted = plain(name);
  return wanted === '' ? null : ([...keys].find((key) => plain(key) === wanted) ?? null);
}

function isAddress(address: string): boolean {
  try {
    new URL(address);
    return true;
  } catch {
    return false;
  }
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The numbers of sources, raised; sources that nobody knows say nothing. A no-break space parts them from their word, so that a search for
 * the word finds it.
 */
export function citationRuns(ids: readonly string[], deck: Pick<DeckContext, 'cited' | 'lang'>): readonly TextRun[] {
  const numbers = [...new Set(ids)]
    .map((id) => deck.cited.indexOf(id) + 1)
    .filter((number) => number > 0)
    .sort((a, b) => a - b);
  return numbers.length === 0 ? [] : [run(`\u00a0${numbers.join(',')}`, deck.lang, { baseline: 'superscript' })];
}

function statusRuns(inline: InlineStatus, deck: DeckContext, size: number): readonly TextRun[] {
  const mark = statusRun(`\u00a0${deck.words.status[inline.status]}`, size, deck);
  return [
    mark,
    ...citationRuns(
      inline.sources.map(({ id }) => id),
      deck,
    ),
  ];
}

/** The word of a claim's standing, in the brand's looks, beside text of so many points. */
export const statusRun = (text: string, size: number, { template: { claims }, lang }: Pick<DeckContext, 'template' | 'lang'>): TextRun =>
  run(text, lang, { bold: claims.bold, size: Math.round(size * claims.scale * 2) / 2, color: claims.color });

/** Text so much larger than the body is set for display: its marks follow it, in part. */
const DISPLAY = 1.25;
const OF_DISPLAY = 0.6;

/** Paragraphs whose marks (standings, numbers of sources) have the size that belongs to text of so many points; those of the body as they are. */
export function atDisplay(paragraphs: readonly Paragraph[], points: number, { body }: Pick<PlaceContext, 'body'>): readonly Paragraph[] {
  const own = levelStyle(body, 0).size;
  if (points <= own * DISPLAY) return paragraphs;
  const size = Math.max(own, Math.round(points * OF_DISPLAY));
  const marked = (inline: TextInline): TextInline => {
    if (inline.type !== 'run') return inline;
    if (inline.size !== null) return { ...inline, size: Math.round(((inline.size * size) / own) * 2) / 2 };
    return inline.baseline === 'superscript' && /^[\s\d,]+$/.test(inline.text) ? { ...inline, size } : inline;
  };
  return paragraphs.map((item) => ({ ...item, inlines: item.inlines.map(marked) }));
}

/** The sum of lengths. */
export const sum = (lengths: readonly number[]): Emu => emu(lengths.reduce((total, length) => total + length, 0));
