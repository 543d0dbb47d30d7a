/** What rules look at: the briefing as its slides say it, every figure with its place, its words and its sources. Plain read-only data. */
import type { Block, Briefing, Section, Slide } from '../briefing/briefing.js';
import { blocksOf } from '../briefing/briefing.js';
import { citationsIn } from '../briefing/claims.js';
import type { DeckPlan } from '../briefing/deck-plan.js';
import type { FactBook } from '../briefing/fact.js';
import { type Figure, figuresIn } from '../briefing/figure.js';
import { type Citation, type Inline, inlineText, type Status } from '../briefing/inline.js';
import { type Alternative, type Kinds, kindOf } from '../briefing/kind.js';
import { type Statement, statement } from '../briefing/statement.js';
import type { Span } from '../core/diagnostic.js';
import { type SourceText, spanAt } from '../core/source.js';
import type { Scene } from '../scene/scene.js';
import type { Template } from '../template/model.js';
import { wordsOf } from './words.js';

/** A block with what it says. */
export interface SaidBlock {
  readonly block: Block;
  /** Which column of the slide it stands in, from 0. */
  readonly column: number;
  readonly statements: readonly Statement[];
  /** All that it cites. */
  readonly citations: readonly Citation[];
  readonly isChart: boolean;
  /** What is said in the stead of its pictures. */
  readonly alts: readonly Alternative[];
  /** For a heading: its depth, from 1; 0 for all else. */
  readonly depth: number;
}

/** A slide as it was written: what becomes of it when it is parted plays no part. */
export interface SaidSlide {
  readonly slide: Slide;
  readonly section: Section;
  readonly title: Statement;
  readonly blocks: readonly SaidBlock[];
  readonly notes: readonly Statement[];
}

/** A figure of the briefing. */
export interface SaidFigure extends Figure {
  readonly slide: SaidSlide;
  readonly statement: Statement;
  readonly span: Span;
  /** Its sentence. */
  readonly sentence: string;
  /** The content words of its sentence and of what else says what it is about. */
  readonly words: ReadonlySet<string>;
  /** The sources that its statement cites. */
  readonly sources: readonly string[];
  /** Its standing; null: nothing is said. */
  readonly status: Status | null;
}

/** The text of a file that a source names, without marks. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** All that rules may look at. */
export interface Subject {
  readonly source: SourceText;
  readonly briefing: Briefing;
  readonly slides: readonly SaidSlide[];
  /** Those of titles, text and data; not those of the notes. */
  readonly figures: readonly SaidFigure[];
  readonly citations: readonly Citation[];
  /** By the source's id. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Empty where the briefing names no book. */
  readonly facts: FactBook;
  readonly plan: DeckPlan | null;
  readonly scene: Scene | null;
  readonly template: Template | null;
}

/** What a subject is made of. */
export type Findings = Omit<Subject, 'slides' | 'figures' | 'citations'>;

/** Reads what there is to look at. */
export function subjectOf(found: Findings, kinds: Kinds): Subject {
  const slides = found.briefing.sections.flatMap((section) => section.slides.map((slide) => said(slide, section, kinds)));
  const figures = slides.flatMap((slide) => statementsOf(slide).flatMap((one) => figuresOf(one, slide, found)));
  return { ...found, slides, figures, citations: allCitations(found.briefing, kinds) };
}

function said(slide: Slide, section: Section, kinds: Kinds): SaidSlide {
  return {
    slide,
    section,
    title: statement('title', slide.continued ? [] : slide.title, slide.titleSpan),
    blocks: slide.columns.flatMap((column, index) => column.blocks.map((block) => saidBlock(block, index, kinds))),
    notes: slide.notes.flatMap((block) => kindOf(block, kinds).statements?.(block) ?? []).map((one) => ({ ...one, role: 'note' as const })),
  };
}

function saidBlock(block: Block, column: number, kinds: Kinds): SaidBlock {
  const kind = kindOf(block, kinds);
  const depth = kind.flow === 'text' ? (kind.heading?.(block).depth ?? 0) : 0;
  return {
    block,
    column,
    statements: kind.statements?.(block) ?? [],
    citations: kind.citations(block),
    isChart: kind.flow === 'frame' && kind.content === 'chart',
    alts: kind.alts?.(block) ?? [],
    depth,
  };
}

/** What a slide says, title first; not its notes. */
export const statementsOf = ({ title, blocks }: SaidSlide): readonly Statement[] => [title, ...blocks.flatMap((block) => block.statements)];

function allCitations({ sections }: Briefing, kinds: Kinds): readonly Citation[] {
  const ofBlocks = (blocks: readonly Block[]): readonly Citation[] => blocks.flatMap((block) => kindOf(block, kinds).citations(block));
  return sections.flatMap(({ title, notes, slides }) => [
    ...citationsIn(title),
    ...ofBlocks(notes),
    ...slides.flatMap((slide) => [...citationsIn(slide.title), ...ofBlocks(blocksOf(slide)), ...ofBlocks(slide.notes)]),
  ]);
}

/** What a statement cites, itself and beside it. */
export const citationsOf = ({ inlines, citations }: Statement): readonly Citation[] => [...citationsIn(inlines), ...citations];

/** The figures of a statement. */
export function figuresOf(
  one: Statement,
  slide: SaidSlide,
  { source, briefing }: Pick<Findings, 'source' | 'briefing'>,
): readonly SaidFigure[] {
  const { lang } = briefing.meta;
  const text = readable(one.inlines);
  const sources = citationsOf(one).map(({ id }) => id);
  return figuresIn(text, lang, one.role === 'data').map((figure) => {
    const span = spanIn(one.inlines, figure, source) ?? one.span;
    const sentence = sentenceAt(text, figure.start);
    const status = statusAt(one.inlines, figure, span) ?? one.status;
    return { ...figure, slide, statement: one, span, sentence, words: wordsOf(`${sentence} ${one.about}`, lang), sources, status };
  });
}

/** Text as `inlineText`, code and raised marks blanked out: there are no figures in them. */
const readable = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      const shown = inlineText([inline]);
      return inline.type === 'text' && (inline.code || inline.baseline !== 'none') ? ' '.repeat(shown.length) : shown;
    })
    .join('');

const SENTENCE_END = /[.!?;]\s|[。！？；]/g;

function sentenceAt(text: string, offset: number): string {
  const ends = [...text.matchAll(SENTENCE_END)].map((match) => match.index + 1);
  return text.slice(ends.findLast((end) => end <= offset) ?? 0, ends.find((end) => end > offset) ?? text.length).trim();
}

/** The standing of the claim that a figure is part of: a status stands behind the words that it is about. */
function statusAt(inlines: readonly Inline[], { start, end }: Pick<Figure, 'start' | 'end'>, span: Span): Status | null {
  let at = 0;
  for (const inline of inlines) {
    at += inlineText([inline]).length;
    if (inline.type !== 'status') continue;
    const isWithin = inline.span.start.offset <= span.start.offset && span.end.offset <= inline.span.end.offset;
    if (isWithin || (at - inline.text.length <= start && end <= at)) return inline.status;
  }
  return null;
}

/** The place of a stretch of inlines' text: exact where the text stands in the file as it is shown, else that of its inlines. */
export function spanIn(inlines: readonly Inline[], { start, end }: Pick<Figure, 'start' | 'end'>, source: SourceText): Span | null {
  let at = 0;
  const parts = inlines.flatMap((inline): readonly Span[] => {
    const shown = inlineText([inline]);
    const from = at;
    at += shown.length;
    if (shown === '' || from >= end || at <= start) return [];
    return [within(inline.span, shown, Math.max(0, start - from), Math.min(shown.length, end - from), source)];
  });
  const [first, last] = [parts[0], parts.at(-1)];
  return first && last ? { ...first, end: last.end } : null;
}

/** A stretch of shown text in its span: the same occurrence of it there. */
function within(span: Span, shown: string, start: number, end: number, source: SourceText): Span {
  if (span.file !== source.file) return span;
  const written = source.text.slice(span.start.offset, span.end.offset);
  const part = shown.slice(start, end);
  let index = -1;
  for (let before = shown.indexOf(part); before !== -1 && before <= start; before = shown.indexOf(part, before + 1)) {
    index = written.indexOf(part, index + 1);
    if (index === -1) return span;
  }
  return index === -1 ? span : spanAt(source, span.start.offset + index, span.start.offset + index + part.length);
}
