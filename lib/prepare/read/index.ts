/** From a file's bytes to a source: which format it is, told by what it holds before its name. */
import { basename, extname } from 'node:path';
import { diagnostic, type Sink } from '../../core/diagnostic.js';
import { sourceText, spanAt } from '../../core/source.js';
import type { Passage, SourceDocument, SourceFacts, SourceTable } from '../source.js';
import { decodeText } from './decode.js';
import { readDocx } from './docx.js';
import { readHtml } from './html.js';
import { readMarkdown } from './markdown.js';
import { readText } from './text.js';

/** A source as it comes: `path` as the user named it, `<stdin>` for standard input. */
export interface PrepareSource {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Larger sources are refused: no briefing is made of that much text. In bytes. */
export const LARGEST_SOURCE = 20_000_000;

type Format = 'text' | 'markdown' | 'html' | 'docx';
type Content = { readonly facts: SourceFacts; readonly passages: readonly (Passage | SourceTable)[] };

/** Reads a source; null where it is none that we understand, which the sink is told. */
export async function readSource({ path, content }: PrepareSource, id: string, sink: Sink): Promise<SourceDocument | null> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const read =
    bytes.length > LARGEST_SOURCE
      ? `it has ${Math.round(bytes.length / 1e6)} MB, and ${LARGEST_SOURCE / 1e6} MB are the most`
      : await contentOf(path, bytes);
  const refuse = (code: string, message: string, ...hints: readonly string[]): null => {
    sink(diagnostic('error', code, message, spanAt(sourceText(path, ''), 0, 0), ...hints));
    return null;
  };
  if (typeof read === 'string') return refuse('prepare/unreadable', `the source cannot be read: ${read}`, HINT);
  const { format, facts, passages } = read;
  if (!passages.some((item) => item.type !== 'heading')) return refuse('prepare/empty', 'the source holds no text to prepare');
  return { id, file: path, unit: format === 'docx' ? 'paragraph' : 'line', ...facts, title: facts.title || nameOf(path), passages };
}

const HINT = 'prepare reads text, Markdown, HTML and DOCX; save other documents as one of them';

const nameOf = (path: string): string => (path.startsWith('<') ? '' : basename(path, extname(path)));

async function contentOf(path: string, bytes: Uint8Array): Promise<(Content & { readonly format: Format }) | string> {
  const foreign = FOREIGN.find(([magic]) => magic.every((byte, index) => bytes[index] === byte));
  if (foreign) return foreign[1];
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return readDocx(bytes).then(
      (content) => ({ format: 'docx' as const, ...content }),
      () => 'it is a zip archive, but no DOCX',
    );
  }
  const decoded = decodeText(bytes);
  if ('reason' in decoded) return decoded.reason;
  const format = formatOf(path, decoded.text);
  const content =
    format === 'html' ? await readHtml(decoded.text) : format === 'markdown' ? readMarkdown(path, decoded.text) : readText(decoded.text);
  return { format, ...content };
}

/** What other formats start with. */
const FOREIGN: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'it is a PDF'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'it is a document of Word before 2007'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'it is RTF'],
];

function formatOf(path: string, text: string): Exclude<Format, 'docx'> {
  if (/\.(?:md|markdown|mdown|qmd|rmd)$/i.test(path)) return 'markdown';
  if (/\.x?html?$/i.test(path) || /^\s*(?:<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<!doctype html)/i.test(text)) return 'html';
  if (/\.(?:txt|text|asc)$/i.test(path)) return 'text';
  return /^(?:#{1,6} \S|---\r?\n\w+:|```)/m.test(text) ? 'markdown' : 'text';
}
