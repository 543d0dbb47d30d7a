/** Labels as Mermaid hands them over: HTML with a few tags, or Markdown, as lines of words. */
import { decodeHTML } from 'entities';
import type { Label, LabelPiece } from './model.js';
import type { DiagramSource } from './source.js';

/** Reads the labels of one fence; each is looked for behind the one before it, so that words that stand twice have places of their own. */
export type LabelReader = (raw: string, markdown?: boolean) => Label;

export function labelReader(source: DiagramSource): LabelReader {
  let from = 0;
  return (raw, markdown = false) => {
    const written = unmasked(raw);
    const [first = ''] = written.split(/<br\s*\/?>|\n/i);
    const needle = first.trim();
    const found = needle === '' ? -1 : find(source.text, needle, from);
    if (found !== -1) from = found + needle.length;
    const end = source.text.startsWith(written, found) ? found + written.length : found + needle.length;
    return { lines: linesOf(written, markdown), span: found === -1 ? source.whole : source.span(found, end) };
  };
}

function find(text: string, words: string, from: number): number {
  const behind = text.indexOf(words, from);
  return behind === -1 ? text.indexOf(words) : behind;
}

/** Mermaid hides references (`#quot;`, `#35;`) from its grammar behind signs that nobody writes. */
const unmasked = (raw: string): string => raw.replaceAll('ﬂ°°', '&#').replaceAll('ﬂ°', '&').replaceAll('¶ß', ';');

/** Tags that say how words look, and signs of Markdown. */
const TAG = /<\/?[a-z][^<>]*>/gi;
const TOKEN = /(<\/?[a-z][^<>]*>)/i;
const MARKDOWN = /(\*\*|__|\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}]))/u;
const ICON = /\bfa[brsl]?:fa-[\w-]+\s*/g;

function linesOf(written: string, markdown: boolean): Label['lines'] {
  const looks = { bold: false, italic: false };
  const lines = written
    .replace(ICON, '')
    .split(/<br\s*\/?>|\\n|\n/i)
    .map((line) =>
      line.split(markdown ? new RegExp(`${TOKEN.source}|${MARKDOWN.source}`, 'iu') : TOKEN).flatMap((part) => piece(part, markdown, looks)),
    )
    .map(trimmed)
    .filter((line) => line.length > 0);
  return lines.length > 0 ? lines : [];
}

function piece(part: string | undefined, markdown: boolean, looks: { bold: boolean; italic: boolean }): readonly LabelPiece[] {
  if (part === undefined || part === '') return [];
  const tag = /^<(\/?)([a-z]+)[^<>]*>$/i.exec(part);
  if (tag) {
    const [, close, name = ''] = tag;
    if (/^(b|strong)$/i.test(name)) looks.bold = close === '';
    if (/^(i|em)$/i.test(name)) looks.italic = close === '';
    return [];
  }
  if (markdown && (part === '**' || part === '__')) looks.bold = !looks.bold;
  else if (markdown && (part === '*' || part === '_')) looks.italic = !looks.italic;
  else return [{ text: decodeHTML(part.replace(TAG, '')).replace(/\s+/g, ' '), ...looks }];
  return [];
}

/** A line without blanks at its ends. */
function trimmed(line: readonly LabelPiece[]): readonly LabelPiece[] {
  const last = line.length - 1;
  return line
    .map((one, index) => ({ ...one, text: index === 0 ? one.text.trimStart() : one.text }))
    .map((one, index) => ({ ...one, text: index === last ? one.text.trimEnd() : one.text }))
    .filter(({ text }) => text !== '');
}
