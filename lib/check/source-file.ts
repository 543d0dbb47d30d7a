/** Files that sources name, as text to look figures up in. */
import { decodeHTML } from 'entities';
import type { SourceFile } from './subject.js';

const UNSEEN = /<!--[\s\S]*?-->|<(script|style|noscript|template)\b[\s\S]*?<\/\1\s*>/gi;
const BLOCK = /<\/?(?:p|div|br|li|ul|ol|tr|table|section|article|h[1-6]|blockquote|pre|dt|dd|td|th)\b[^>]*>/gi;

/** A file's words; of an HTML page without marks, each line where it was. Null for what is no text. */
export function sourceFile(path: string, bytes: Uint8Array): SourceFile | null {
  if (bytes.subarray(0, 4096).includes(0) || startsWith(bytes, '%PDF')) return null;
  const text = new TextDecoder('utf-8').decode(bytes);
  const isPage = /\.x?html?$/i.test(path) || /^\s*<(?:!doctype html|html)\b/i.test(text);
  return { path, text: isPage ? wordsOfPage(text) : text };
}

const startsWith = (bytes: Uint8Array, sign: string): boolean => [...sign].every((letter, index) => bytes[index] === letter.charCodeAt(0));

/** Marks become blanks, so that lines keep their numbers. */
const wordsOfPage = (page: string): string => {
  const lines = (mark: string): string => mark.replace(/[^\r\n]/g, '');
  const bare = page
    .replace(UNSEEN, lines)
    .replace(BLOCK, (mark) => ` ${lines(mark)} `)
    .replace(/<[^>]*>/g, lines);
  return decodeHTML(bare);
};
