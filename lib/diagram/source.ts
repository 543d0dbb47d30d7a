/** The text of a fence as Mermaid's parser gets it: what it would take out itself is blanked, so that every character keeps its place. */
import type { Span } from '../core/diagnostic.js';

/** A fence that holds a diagram. */
export interface DiagramSource {
  readonly text: string;
  /** The place of a stretch of the text in the briefing. */
  span(start: number, end: number): Span;
  /** Of the fence. */
  readonly whole: Span;
}

/** A diagram's text without front matter, directives and comments. */
export interface PlainSource {
  /** From its first word on. */
  readonly text: string;
  /** How many characters of the fence stand before it. */
  readonly before: number;
  /** What its front matter calls it. */
  readonly title: string;
  /** Whether it has settings of its own, which are left out: a deck's looks are the template's. */
  readonly configured: boolean;
}

const FRONT = /^\s*---[ \t]*\n([\s\S]*?)\n[ \t]*---[ \t]*(?=\n|$)/;
const DIRECTIVE = /%%\{[\s\S]*?\}%%/g;
const COMMENT = /^[ \t]*%%.*$/gm;

export function plainSource(text: string): PlainSource {
  const front = FRONT.exec(text);
  const title = /^[ \t]*title:[ \t]*(.*?)[ \t]*$/m.exec(front?.[1] ?? '')?.[1] ?? '';
  const blanked = text.replace(FRONT, blank).replace(DIRECTIVE, blank).replace(COMMENT, blank);
  const before = blanked.length - blanked.trimStart().length;
  return {
    text: blanked.slice(before),
    before,
    title: title.replace(/^(["'])(.*)\1$/, '$2'),
    configured: DIRECTIVE.test(text) || /^[ \t]*config:/m.test(front?.[1] ?? ''),
  };
}

const blank = (found: string): string => found.replace(/[^\n]/g, ' ');

/** The offset of a line, from 0, and a column in it. */
export function offsetOf(text: string, line: number, column: number): number {
  let at = 0;
  for (let count = 0; count < line; count++) {
    const end = text.indexOf('\n', at);
    if (end === -1) return text.length;
    at = end + 1;
  }
  return Math.min(at + column, text.length);
}
