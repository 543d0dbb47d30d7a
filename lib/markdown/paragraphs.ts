/** Inlines of a paragraph → nodes: a paragraph, or the pictures that it is made of. */
import type { Inline, InlineImage } from '../briefing/inline.js';
import type { ImageNode, Node } from '../briefing/node.js';
import type { Span } from '../core/diagnostic.js';
import { type SourceText, spanAt } from '../core/source.js';
import { inlinesAt } from './inlines.js';
import type { Reading } from './reading.js';

/** The nodes of a paragraph's inlines; none where nothing is left of it. */
export function textNodes(reading: Reading, inlines: readonly Inline[], span: Span): readonly Node[] {
  const words = inlines.filter((inline) => inline.type !== 'break' && !(inline.type === 'text' && inline.text.trim() === ''));
  const images = words.filter((inline) => inline.type === 'image');
  if (words.length === 0) return [];
  if (images.length === words.length) return images.map((image) => imageNode(reading, image));
  return parted(reading, inlines).flatMap((part): readonly Node[] => {
    if ('image' in part) return [imageNode(reading, part.image)];
    const kept = withoutBlankEdges(reading, part.words);
    const [first, last] = [kept[0], kept.at(-1)];
    if (!first || !last) return [];
    return [
      { type: 'paragraph', inlines: kept, span: part.words.length === inlines.length ? span : { ...first.span, end: last.span.end } },
    ];
  });
}

/** The words of a paragraph, and the pictures among them that have a line of their own: those are no icons, they want to be seen. */
function parted(reading: Reading, inlines: readonly Inline[]): readonly ({ readonly image: InlineImage } | { readonly words: Inline[] })[] {
  const parts: ({ readonly image: InlineImage } | { readonly words: Inline[] })[] = [];
  for (const inline of inlines) {
    const last = parts.at(-1);
    if (inline.type === 'image' && hasOwnLine(reading, inline)) parts.push({ image: inline });
    else if (last && 'words' in last) last.words.push(inline);
    else parts.push({ words: [inline] });
  }
  return parts;
}

function hasOwnLine({ source: { text } }: Reading, { span }: InlineImage): boolean {
  const before = text.slice(text.lastIndexOf('\n', span.start.offset - 1) + 1, span.start.offset);
  const after = /^[^\r\n]*/.exec(text.slice(span.end.offset))?.[0] ?? '';
  return /^[ \t]*$/.test(before) && /^[ \t]*\\?$/.test(after);
}

function withoutBlankEdges({ source }: Reading, inlines: readonly Inline[]): readonly Inline[] {
  const isBlank = (inline: Inline): boolean => inline.type === 'break' || (inline.type === 'text' && inline.text.trim() === '');
  const from = inlines.findIndex((inline) => !isBlank(inline));
  const to = inlines.findLastIndex((inline) => !isBlank(inline));
  if (from === -1) return [];
  return inlines.slice(from, to + 1).map((inline, index) => {
    const cut = index === 0 ? withoutStart(source, inline) : inline;
    return index === to - from ? withoutEnd(source, cut) : cut;
  });
}

/** Without the blanks at its start; those of code are its own. */
function withoutStart(source: SourceText, inline: Inline): Inline {
  if (inline.type !== 'text' || inline.code) return inline;
  const { start, end } = inline.span;
  const blanks = /^\s*/.exec(source.text.slice(start.offset, end.offset))?.[0].length ?? 0;
  return { ...inline, text: inline.text.trimStart(), span: spanAt(source, start.offset + blanks, end.offset) };
}

function withoutEnd(source: SourceText, inline: Inline): Inline {
  if (inline.type !== 'text' || inline.code) return inline;
  const { start, end } = inline.span;
  const kept = source.text.slice(start.offset, end.offset).trimEnd().length;
  return { ...inline, text: inline.text.trimEnd(), span: spanAt(source, start.offset, start.offset + kept) };
}

const imageNode = (reading: Reading, image: InlineImage): ImageNode => ({
  ...image,
  type: 'image',
  title: image.title === '' ? [] : inlinesAt(reading, image.title, image.span),
});
