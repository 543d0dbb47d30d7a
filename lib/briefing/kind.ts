/** What a kind of block or chart states about itself. Shared code reads these properties and never asks for a kind by name. */
import type { Sink, Span } from '../core/diagnostic.js';
import type { Emu, Rect, Size } from '../core/units.js';
import type { DiagramSource, Diagrams } from '../diagram/index.js';
import type { Highlighter } from '../highlight/index.js';
import type { Picture } from '../media/inspect.js';
import type { Item } from '../scene/scene.js';
import type { Paragraph, TextStyle } from '../scene/text.js';
import type { Content, Placeholder, Region, Template } from '../template/model.js';
import type { Block, FileReference } from './briefing.js';
import type { ChartKind } from './chart.js';
import type { Citation, Inline, Status } from './inline.js';
import type { Node } from './node.js';
import type { Statement } from './statement.js';
import type { Words } from './words.js';

/** Stage 1 as a block kind sees it. */
export interface ParseContext {
  readonly file: string;
  readonly sink: Sink;
  readonly charts: readonly ChartKind[];
  /** The blocks of nested nodes, read by the kinds of this build. */
  blocks(nodes: readonly Node[]): readonly Block[];
  /** Inline Markdown of a string that stands in the file at `span` (a caption, a value of a YAML fence). */
  inlines(text: string, span: Span): readonly Inline[];
}

/** A file that was read. */
export type LoadedFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly picture: Picture }
  /** `allowable`: the host that the caller would have to allow; null where that would not help. */
  | { readonly path: string; readonly failure: string; readonly allowable: string | null };

/** A statement with a status, wherever in a block it stands. */
export interface BlockClaim {
  readonly text: string;
  readonly status: Status;
  readonly by: string;
  /** The ids of its sources; empty where the author names none. */
  readonly sources: readonly string[];
  readonly span: Span;
}

/** Between stage 1 and 2: files are read, a kind may use them. */
export interface ResolveContext {
  readonly sink: Sink;
  readonly lang: string;
  readonly charts: readonly ChartKind[];
  /** The file that a reference of this block names. */
  file(reference: FileReference): LoadedFile;
  /** Text with the numbers that its `{{…}}` come to, for data. */
  expand(text: string, span: Span): string;
  /** Parts listings in the languages that the blocks of the briefing name. */
  readonly highlighter: Highlighter;
  /** The diagrams that blocks hold, as far as they can be drawn. */
  readonly diagrams: Diagrams;
}

/** Stages 2 and 3 as a block kind sees them. */
export interface PlaceContext {
  readonly template: Template;
  readonly lang: string;
  readonly words: Words;
  readonly sink: Sink;
  readonly charts: readonly ChartKind[];
  /** How many rungs down the ladder this slide stands; 0 is the styles' own size. */
  readonly step: number;
  /** What the slide's title says, in plain words; empty while slides are planned. */
  readonly title: string;
  /**
   * Paragraph text of inlines: citations become their numbers, statuses their words, links their targets. `size`: the points of text that
   * is not the body's, by which the words of statuses go.
   */
  paragraph(inlines: readonly Inline[], marks?: Partial<Omit<Paragraph, 'inlines'>>, size?: number): Paragraph;
  /** The number under which a source is cited in this deck; 0 where it is unknown. */
  citation(id: string): number;
  /** The template's body style at this step. */
  readonly body: TextStyle;
  /** Points by which table text and code give way at this step. */
  readonly tableSize: number;
  readonly codeSize: number;
  /** The height of paragraphs at a width, without insets, whichever of PowerPoint and LibreOffice draws them taller. */
  height(paragraphs: readonly Paragraph[], style: TextStyle, width: Emu): Emu;
  /** The width of paragraphs on one line each. */
  width(paragraphs: readonly Paragraph[], style: TextStyle): Emu;
}

/** Where a block is placed: a region of the layout with its placeholders, or a free frame. */
export interface Place {
  readonly frame: Rect;
  readonly region: Region | null;
  /** The region's placeholders, in order; empty for a free frame. */
  readonly placeholders: readonly Placeholder[];
  /** The prefix of the ids of its items: `b2`. */
  readonly id: string;
}

/** A block's place outside the content: behind all of it, or beside it from edge to edge, where it takes a share of the slide's width (null: as it comes). */
export interface Standing {
  readonly place: 'behind' | 'left' | 'right';
  readonly share: number | null;
}

interface KindBase<B extends Block> {
  /** The value of `kind` of its blocks. */
  readonly name: string;
  /** Reads a node; null where the node is none of its own. */
  parse(node: Node, context: ParseContext): B | null;
  /** Files that the block needs. */
  files?(block: B): readonly FileReference[];
  /** The language of code that the block holds: its grammar is loaded before `resolve`. Default: none. */
  language?(block: B): string;
  /** The diagram that the block holds: it is parsed before `resolve`. Default: none. */
  diagram?(block: B): DiagramSource;
  /** The block with what its files hold; where that is a block of another kind, as that kind has it. */
  resolve?(block: B, context: ResolveContext): Block;
  /** Every source that the block cites, in reading order. */
  citations(block: B): readonly Citation[];
  /** Every claim that the block makes, in reading order. */
  claims(block: B): readonly BlockClaim[];
  /** What the block says, in reading order, for the rules of `check`; default: nothing that they read. */
  statements?(block: B): readonly Statement[];
  /** What a reader who cannot see its pictures is told: the author's alternative texts; default: the block is text, or describes itself. */
  alts?(block: B): readonly Alternative[];
}

/** The alternative text of a picture. */
export interface Alternative {
  readonly text: string;
  readonly decorative: boolean;
  readonly span: Span;
}

/** A kind of running text: it flows with its neighbours into one text frame, and splits between paragraphs. */
export interface TextKind<B extends Block = Block> extends KindBase<B> {
  readonly flow: 'text';
  /** The heading that the block is: links lead to it, and on a slide that is taller than a few it becomes the title of one of its own. */
  heading?(block: B): Heading;
  /** Its paragraphs, in the template's body style. */
  paragraphs(block: B, context: PlaceContext): readonly FlowParagraph[];
}

/** A heading inside a slide. */
export interface Heading {
  readonly inlines: readonly Inline[];
  /** As in Markdown, from 1. */
  readonly depth: number;
  /** What a link to it is called, unique in the briefing: `costs` for `#costs`; empty where no link leads to it. */
  readonly anchor: string;
}

/** A paragraph of running text, and what may part it from its neighbours. */
export interface FlowParagraph {
  readonly paragraph: Paragraph;
  /** What it was made of: what it cites and claims, the slide on which it stands cites and claims. */
  readonly inlines: readonly Inline[];
  /** Its number in a numbered list, and which list that is: a list goes on counting on the next slide. */
  readonly number: { readonly list: string; readonly ordinal: number } | null;
  /** The heading that it is: a layout may have a place of its own for one. */
  readonly heading: Heading | null;
  /** Never the last of a slide: a heading, a line that leads in a list. */
  readonly keepWithNext: boolean;
}

/** A kind that fills a frame of its own: a chart, a table, a picture, code. */
export interface FrameKind<B extends Block = Block> extends KindBase<B> {
  readonly flow: 'frame';
  /** What it is, for the choice of a layout. */
  readonly content: Exclude<Content, 'text' | 'any'>;
  /** How many placeholders it fills in a region; 1 for most. */
  slots(block: B): number;
  /** Text for the layout's subtitle, where it has one: what a chart measures. */
  subtitle(block: B): readonly Inline[];
  /** The least height that it needs at this width; infinite where it is too wide for it and can be parted. */
  height(block: B, width: Emu, context: PlaceContext): Emu;
  /** Whether more height than it needs does it good: a chart, a picture. */
  readonly stretches: boolean;
  /** The block as it stands among others on a slide, where that is another than alone. */
  among?(block: B): Block;
  /** The share of a frame that it would fill, for one that stretches; default: all of it. */
  fills?(block: B, frame: Size): number;
  /** Two of its blocks that follow each other as one; null where each stands for itself. Default: they do. */
  join?(one: B, next: B): B | null;
  /** Where it stands if not with the rest of the content; default: there. */
  standing?(block: B): Standing | null;
  /** Its items. Takes what it is given: what does not fit is said to the sink. */
  place(block: B, place: Place, context: PlaceContext): readonly Item[];
  /** The block as a part that fits into the height and the rest; null where it cannot be parted there. */
  split(block: B, width: Emu, height: Emu, context: PlaceContext): readonly [B, B] | null;
  /** The block as running text, for one that is taller than a slide and cannot be parted otherwise. */
  asText?(block: B, context: PlaceContext): readonly FlowParagraph[];
}

export type BlockKind<B extends Block = Block> = TextKind<B> | FrameKind<B>;

/** The kinds of a build, by the name that their blocks carry. */
export type Kinds = ReadonlyMap<string, BlockKind>;

/** The kind of a block; every block was made by one, so its absence is a fault of the caller. */
export function kindOf(block: Block, kinds: Kinds): BlockKind {
  const kind = kinds.get(block.kind);
  if (!kind) throw new TypeError(`no kind of block is called "${block.kind}"`);
  return kind;
}

/** The heading that a block is; null for any other block. */
export function headingOf(block: Block, kinds: Kinds): Heading | null {
  const kind = kindOf(block, kinds);
  return kind.flow === 'text' ? (kind.heading?.(block) ?? null) : null;
}

/** A block kind as the pipeline's table holds it. */
export const defineBlock = <B extends Block>(kind: BlockKind<B>): BlockKind => kind as unknown as BlockKind;
