/**
 * Markdown with places: what stage 1 makes of marked's tokens, before block kinds read it.
 * A node's span holds exactly the text of the block, from its first character to its last, without the line end.
 */
import type { Position, Span } from '../core/diagnostic.js';
import type { BlockReveal } from './briefing.js';
import type { Attributes, Inline, InlineMath } from './inline.js';

interface NodeBase {
  readonly span: Span;
  /** How it comes, where it is not there from the start. */
  readonly reveal?: BlockReveal;
}

export interface HeadingNode extends NodeBase {
  readonly type: 'heading';
  readonly depth: number;
  /** What a link to it is called, unique in the briefing: `costs` for `#costs`; empty until all headings are known, and for a slide's own. */
  readonly anchor: string;
  readonly inlines: readonly Inline[];
  readonly attributes: Attributes;
}

export interface ParagraphNode extends NodeBase {
  readonly type: 'paragraph';
  readonly inlines: readonly Inline[];
  /** Leads in what follows and is never parted from it: a term before its definition; default: as its words say. */
  readonly leads?: boolean;
}

/** A paragraph that holds nothing but images: one node an image. */
export interface ImageNode extends NodeBase {
  readonly type: 'image';
  readonly source: string;
  readonly alt: string;
  /** The caption. */
  readonly title: readonly Inline[];
  readonly attributes: Attributes;
  readonly link: string | null;
}

export interface ListItemNode extends NodeBase {
  /** `null`: no task. */
  readonly checked: boolean | null;
  /** Goes on with an item that began above a frame: it has no bullet and no number of its own. */
  readonly continued: boolean;
  readonly children: readonly Node[];
}

export interface ListNode extends NodeBase {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly start: number;
  /** Leads in a frame that stands inside it in the text: it is never parted from that. */
  readonly leads: boolean;
  readonly items: readonly ListItemNode[];
  readonly attributes: Attributes;
}

export interface CellNode extends NodeBase {
  readonly inlines: readonly Inline[];
}

export interface TableNode extends NodeBase {
  readonly type: 'table';
  readonly align: readonly ('left' | 'center' | 'right' | null)[];
  readonly header: readonly CellNode[];
  readonly rows: readonly (readonly CellNode[])[];
  /** Of a `<!-- chart: … -->` or caption line directly above; empty where there is none. */
  readonly directive: string;
}

export interface QuoteNode extends NodeBase {
  readonly type: 'quote';
  /** `NOTE`, `WARNING` … of a callout; empty for a quotation. */
  readonly callout: string;
  /** Whether a callout's first paragraph is a title that the author gave it. */
  readonly titled: boolean;
  readonly children: readonly Node[];
}

/** Code, fenced or indented; a fence named `chart`, `kpi` … is read by the kind of that name. */
export interface CodeNode extends NodeBase {
  readonly type: 'code';
  /** The first word after the fence, in lower case. */
  readonly language: string;
  readonly attributes: Attributes;
  readonly text: string;
  /** Where each line of `text` starts in the file. */
  readonly lines: readonly Position[];
}

/** An equation on lines of its own: `$$…$$`, or a fence named `math`. */
export interface MathNode extends NodeBase {
  readonly type: 'math';
  readonly inline: InlineMath;
}

/** `::: name {…}` … `:::`. */
export interface DivNode extends NodeBase {
  readonly type: 'div';
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly Node[];
}

/** `---` */
export interface RuleNode extends NodeBase {
  readonly type: 'rule';
}

/** `<!-- … -->`; `text` without the delimiters, trimmed. */
export interface CommentNode extends NodeBase {
  readonly type: 'comment';
  readonly text: string;
}

export type Node =
  | HeadingNode
  | ParagraphNode
  | ImageNode
  | ListNode
  | TableNode
  | QuoteNode
  | CodeNode
  | MathNode
  | DivNode
  | RuleNode
  | CommentNode;
