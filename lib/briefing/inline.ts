/** Text inside a block of a briefing: flat runs, each with its place in the file. */
import type { Span } from '../core/diagnostic.js';

/** Text with its marks. */
export interface InlineText {
  readonly type: 'text';
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  /** `<u>`, `<ins>`; default: no. */
  readonly underline?: boolean;
  /** `<mark>`, `==words==`; default: no. */
  readonly marked?: boolean;
  /** `<small>`: a side remark; default: no. */
  readonly small?: boolean;
  readonly code: boolean;
  readonly baseline: 'none' | 'superscript' | 'subscript';
  /** The address as written; `#key` leads to a slide. */
  readonly link: string | null;
  readonly linkTitle: string;
  readonly span: Span;
}

/** A hard line break. */
export interface InlineBreak {
  readonly type: 'break';
  readonly span: Span;
}

/** `[@id]`, `[@id, p. 4; @other]`. */
export interface InlineCitation {
  readonly type: 'citation';
  readonly items: readonly Citation[];
  readonly span: Span;
}

/** One source that is cited. */
export interface Citation {
  readonly id: string;
  /** `p. 4`; empty where there is none. */
  readonly locator: string;
  readonly span: Span;
}

/** How sure a statement is. */
export const STATUSES = ['confirmed', 'reported', 'claimed', 'estimated', 'computed', 'disputed'] as const;
export type Status = (typeof STATUSES)[number];

/** The end of a claim, `[…]{status=disputed by="…" source=id}`: here the status is said. */
export interface InlineStatus {
  readonly type: 'status';
  readonly status: Status;
  readonly by: string;
  readonly sources: readonly Citation[];
  /** The claim's own text. */
  readonly text: string;
  readonly span: Span;
}

/** An image among text. */
export interface InlineImage {
  readonly type: 'image';
  readonly source: string;
  readonly alt: string;
  readonly title: string;
  readonly attributes: Attributes;
  readonly link: string | null;
  readonly span: Span;
}

/** An equation in LaTeX: `$x^2$`, or on a line of its own, `$$x^2$$`. */
export interface InlineMath {
  readonly type: 'math';
  readonly tex: string;
  readonly display: boolean;
  readonly bold: boolean;
  readonly span: Span;
}

export type Inline = InlineText | InlineBreak | InlineCitation | InlineStatus | InlineImage | InlineMath;

/** `{#id .class key=value flag}`. */
export interface Attributes {
  readonly id: string;
  readonly classes: readonly string[];
  /** A bare word is a key with the value `true`. */
  readonly values: Readonly<Record<string, string>>;
}

export const NO_ATTRIBUTES: Attributes = { id: '', classes: [], values: {} };

/** The words of inlines as a reader sees them, of equations the LaTeX; citations and images say nothing. */
export const inlineText = (inlines: readonly Inline[]): string => inlines.map(wordsOf).join('');

function wordsOf(item: Inline): string {
  if (item.type === 'text') return item.text;
  if (item.type === 'math') return item.tex;
  return item.type === 'break' ? ' ' : '';
}

/** Text without marks. */
export const plainInline = (text: string, span: Span, marks: Partial<Omit<InlineText, 'type' | 'text' | 'span'>> = {}): InlineText => ({
  type: 'text',
  text,
  bold: false,
  italic: false,
  strike: false,
  code: false,
  baseline: 'none',
  link: null,
  linkTitle: '',
  span,
  ...marks,
});
