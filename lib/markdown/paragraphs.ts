/** Inlines of a paragraph → nodes: a paragraph, or the pictures and equations that it is made of. */
import type { Inline, InlineImage, InlineMath } from '../briefing/inline.js';
import type { ImageNode, Node } from '../briefing/node.js';
import type { Span } from '../core/diagnostic.js';
import { type SourceText, spanAt } from '../core/source.js';
import { inlinesAt } from './inlines.js';
import { type Reading, report } from './reading.js';

/** The nodes of a paragraph's inlines; none where nothing is left of it. */
export function textNodes(reading: Reading, inlines: readonly Inline[], span: Span): readonly Node[] {
  const words = inlines.filter((inline) => inline.type !== 'break' && !(inline.type === 'text' && inline.text.trim() === ''));
  const images = words.filter((inline) => inline.type === 'image');
  if (words.length === 0) return [];
  if (images.length === words.length) return images.map((image) => imageNode(reading, image));
  const captioned = withCaption(reading, inlines);
  if (captioned) return [captioned];
  return parted(reading, inlines).flatMap((part): readonly Node[] => {
    if ('image' in part) return [imageNode(reading, part.image)];
    if ('math' in part) return [{ type: 'math', inline: part.math, span: part.math.span }];
    const kept = withoutBlankEdges(reading, part.words);
    const [first, last] = [kept[0], kept.at(-1)];
    if (!first || !last) return [];
    tellPictures(reading, kept);
    return [
      { type: 'paragraph', inlines: kept, span: part.words.length === inlines.length ? span : { ...first.span, end: last.span.end } },
    ];
  });
}

/** A picture and, behind a `<br>`, the words that it is captioned with; null for any other paragraph. */
function withCaption(reading: Reading, inlines: readonly Inline[]): ImageNode | null {
  const [image, next, ...rest] = inlines.filter((inline, index) => index > 2 || !isBlank(inline));
  if (image?.type !== 'image' || image.title !== '' || next?.type !== 'break') return null;
  if (!/^<br/i.test(reading.source.text.slice(next.span.start.offset)) || rest.some(({ type }) => type === 'image')) return null;
  const caption = withoutBlankEdges(reading, rest);
  return caption.length === 0 ? null : { ...imageNode(reading, image), title: caption };
}

/** Says of pictures inside a sentence, a heading or a cell that only their words are shown there. */
export function tellPictures(reading: Reading, inlines: readonly Inline[]): void {
  for (const inline of inlines) {
    if (inline.type !== 'image') continue;
    const instead = inline.alt === '' ? 'it has no words and is left out' : 'its words are shown in its place';
    const name = inline.source.length > 60 ? `${inline.source.slice(0, 57)}…` : inline.source;
    const message = `the picture "${name}" stands inside a text: ${instead}`;
    report(reading, 'info', 'image/in-text', message, inline.span, 'give it a line of its own');
  }
}

type Part = { readonly image: InlineImage } | { readonly math: InlineMath } | { readonly words: Inline[] };

/** The words of a paragraph, the equations that want a line of their own, and the pictures that have one: those are no icons, they want to be seen. */
function parted(reading: Reading, inlines: readonly Inline[]): readonly Part[] {
  const parts: Part[] = [];
  for (const inline of inlines) {
    const last = parts.at(-1);
    if (inline.type === 'image' && hasOwnLine(reading, inline)) parts.push({ image: inline });
    else if (inline.type === 'math' && inline.display) parts.push({ math: inline });
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

const isBlank = (inline: Inline): boolean => inline.type === 'text' && inline.text.trim() === '';

function withoutBlankEdges({ source }: Reading, inlines: readonly Inline[]): readonly Inline[] {
  const isEmpty = (inline: Inline): boolean => inline.type === 'break' || isBlank(inline);
  const from = inlines.findIndex((inline) => !isEmpty(inline));
  const to = inlines.findLastIndex((inline) => !isEmpty(inline));
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
