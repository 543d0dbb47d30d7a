/** A quotation: words in the title's face, and who said them. */
import type { Block } from '../briefing/briefing.js';
import { citationsIn, claimsIn } from '../briefing/claims.js';
import { type Inline, inlineText, plainInline } from '../briefing/inline.js';
import { placeholderText, textBox } from '../briefing/items.js';
import { defineBlock, type FrameKind, type PlaceContext } from '../briefing/kind.js';
import type { Node } from '../briefing/node.js';
import { statement } from '../briefing/statement.js';
import { type Emu, emu, type Rect } from '../core/units.js';
import type { Item } from '../scene/scene.js';
import type { Paragraph } from '../scene/text.js';
import type { Placeholder } from '../template/model.js';
import type { CalloutBlock } from './callout.js';
import type { ParagraphBlock } from './paragraph.js';

export interface QuoteBlock extends Block {
  readonly kind: 'quote';
  readonly paragraphs: readonly (readonly Inline[])[];
  /** Without the dash; empty where there is none. */
  readonly attribution: readonly Inline[];
}

const DASH = /^\s*(?:—|–|--)\s*/;

const kind: FrameKind<QuoteBlock> = {
  name: 'quote',
  flow: 'frame',
  content: 'quote',
  stretches: false,
  parse(node) {
    if (node.type !== 'quote' || node.callout !== '') return null;
    const texts = node.children.map(inlinesOf);
    if (texts.length === 0 || texts.some((text) => text === null)) return null;
    const { paragraphs, attribution } = withAttribution(texts.filter((text): text is readonly Inline[] => text !== null));
    return { kind: 'quote', span: node.span, paragraphs, attribution };
  },
  citations: (block) => [...block.paragraphs.flatMap(citationsIn), ...citationsIn(block.attribution)],
  claims: (block) => [...block.paragraphs.flatMap(claimsIn), ...claimsIn(block.attribution)],
  statements(block) {
    const own = { citations: [...block.paragraphs.flatMap(citationsIn), ...citationsIn(block.attribution)] };
    const said = block.paragraphs.map((inlines) => statement('quote', inlines, block.span, own));
    return block.attribution.length === 0 ? said : [...said, statement('caption', block.attribution, block.span)];
  },
  slots: (block) => (block.attribution.length > 0 ? 2 : 1),
  subtitle: () => [],
  height(block, width, context) {
    const { quote, attribution } = context.template.styles;
    const words = context.height(quoteParagraphs(block, context), quote, width);
    return emu(
      words + (block.attribution.length > 0 ? gap(context) + context.height([attributionOf(block, context)], attribution, width) : 0),
    );
  },
  place(block, place, context) {
    const [quote, attribution] = place.placeholders;
    return quote && (attribution || block.attribution.length === 0)
      ? placed(block, place.id, quote, attribution ?? null, context)
      : free(block, place.id, place.frame, context);
  },
  among: (block) => (block.attribution.length > 0 ? block : aside(block)),
  split: () => null,
  asText: (block, context) =>
    [...block.paragraphs, ...(block.attribution.length > 0 ? [dashed(block.attribution)] : [])].map((inlines) => ({
      paragraph: context.paragraph(inlines, { bullet: { kind: 'none' } }),
      inlines,
      number: null,
      heading: null,
      keepWithNext: false,
    })),
};

const inlinesOf = (node: Node): readonly Inline[] | null => (node.type === 'paragraph' || node.type === 'heading' ? node.inlines : null);

/** Words that nobody is quoted with, among other words, are a remark: they stand out less than a quotation. */
const aside = ({ span, paragraphs }: QuoteBlock): CalloutBlock => ({
  kind: 'callout',
  span,
  label: '',
  blocks: paragraphs.map((inlines): ParagraphBlock => ({ kind: 'paragraph', span, inlines, leads: false })),
});

/** Parts a last line `— Name` from the words. It may be a paragraph of its own or follow a line end, which Markdown makes a space. */
function withAttribution(texts: readonly (readonly Inline[])[]): Pick<QuoteBlock, 'paragraphs' | 'attribution'> {
  const last = texts.at(-1) ?? [];
  if (texts.length > 1 && DASH.test(inlineText(last))) return { paragraphs: texts.slice(0, -1), attribution: withoutDash(last) };
  const at = last.findLastIndex((inline) => inline.type === 'text' && /(?:^|\s)(?:—|--)\s+\S/.test(inline.text));
  const inline = last[at];
  if (inline?.type !== 'text') return { paragraphs: texts, attribution: [] };
  const cut = [...inline.text.matchAll(/(?:^|\s)(?:—|--)\s+(?=\S)/g)].at(-1);
  const before = inlineText(last.slice(0, at)) + inline.text.slice(0, cut?.index);
  if (!cut || before.trim() === '' || !endsSentence(before)) return { paragraphs: texts, attribution: [] };
  const words = [...last.slice(0, at), { ...inline, text: inline.text.slice(0, cut.index).trimEnd() }];
  const name = [{ ...inline, text: inline.text.slice(cut.index + cut[0].length) }, ...last.slice(at + 1)];
  return { paragraphs: [...texts.slice(0, -1), words], attribution: name };
}

/** A dash inside a sentence is no attribution: one follows a full stop, a closing quotation mark or the like. */
const endsSentence = (text: string): boolean => /[.!?…"”’»。！？」』\]]\s*$/.test(text);

function withoutDash(inlines: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = inlines;
  return first?.type === 'text' ? [{ ...first, text: first.text.replace(DASH, '') }, ...rest] : inlines;
}

const dashed = (inlines: readonly Inline[]): readonly Inline[] => {
  const [first] = inlines;
  return first ? [plainInline('— ', first.span), ...inlines] : inlines;
};

const gap = (context: PlaceContext): Emu => context.template.grid.unit;

const quoteParagraphs = (block: QuoteBlock, context: PlaceContext): readonly Paragraph[] =>
  block.paragraphs.map((inlines) => context.paragraph(inlines, { bullet: { kind: 'inherit' } }));

const attributionOf = (block: QuoteBlock, context: PlaceContext): Paragraph => context.paragraph(block.attribution);

function placed(
  block: QuoteBlock,
  id: string,
  quote: Placeholder,
  attribution: Placeholder | null,
  context: PlaceContext,
): readonly Item[] {
  const words = placeholderText(`${id}.quote`, 'Quote', quote, quoteParagraphs(block, context));
  return attribution ? [words, placeholderText(`${id}.attribution`, 'Attribution', attribution, [attributionOf(block, context)])] : [words];
}

function free(block: QuoteBlock, id: string, frame: Rect, context: PlaceContext): readonly Item[] {
  const { quote, attribution } = context.template.styles;
  const paragraphs = quoteParagraphs(block, context);
  const height = context.height(paragraphs, quote, frame.cx);
  const words = textBox(`${id}.quote`, 'Quote', { ...frame, cy: height }, paragraphs, quote);
  if (block.attribution.length === 0) return [words];
  const name = attributionOf(block, context);
  const y = emu(frame.y + height + gap(context));
  const cy = context.height([name], attribution, frame.cx);
  return [words, textBox(`${id}.attribution`, 'Attribution', { ...frame, y, cy }, [name], attribution)];
}

export const quoteKind = defineBlock(kind);
