/** The register of claims: what the deck states without being sure of it, one row each. */
import type { Block, Briefing, Slide } from '../briefing/briefing.js';
import { NO_ATTRIBUTES, plainInline } from '../briefing/inline.js';
import type { BlockClaim, Kinds, ParseContext } from '../briefing/kind.js';
import type { CellNode, TableNode } from '../briefing/node.js';
import type { DeckContext } from '../briefing/place-context.js';
import type { Span } from '../core/diagnostic.js';
import { freeKey } from './keys.js';
import { claimsOfSlide } from './sources.js';

/** The slide that lists every claim once; null where there is none, or where no kind of block draws tables. */
export function registerSlide(briefing: Briefing, deck: DeckContext, kinds: Kinds): Slide | null {
  const all = briefing.sections.flatMap((section) => section.slides).flatMap((slide) => claimsOfSlide(slide, kinds));
  const claims = [...new Map(all.map((claim) => [JSON.stringify([claim.text, claim.status, claim.by, claim.sources]), claim])).values()];
  if (claims.length === 0) return null;
  const { span } = briefing.meta;
  const block = blockOf(tableOf(claims, span, deck), briefing, deck, kinds);
  if (!block) return null;
  return {
    key: freeKey('claims', deck),
    title: [plainInline(deck.words.claims.title, span)],
    titleSpan: span,
    depth: 2,
    continued: false,
    layout: '',
    attributes: NO_ATTRIBUTES,
    columns: [{ width: null, blocks: [block], span }],
    notes: [],
    hidden: false,
    span,
  };
}

/** Statement, standing, who says so, source; a column that would be empty is left out. */
function tableOf(claims: readonly BlockClaim[], span: Span, { words, cited }: DeckContext): TableNode {
  const cell = (text: string): CellNode => ({ inlines: text === '' ? [] : [plainInline(text, span)], span });
  const source = ({ sources }: BlockClaim): CellNode => {
    const numbers = [...new Set(sources)].map((id) => cited.indexOf(id) + 1).filter((number) => number > 0);
    return cell(numbers.length > 0 ? `[${numbers.sort((a, b) => a - b).join(', ')}]` : '');
  };
  const columns = [
    { head: words.claims.statement, cells: claims.map(({ text }) => cell(text.trim())) },
    { head: words.claims.standing, cells: claims.map(({ status }) => cell(words.status[status])) },
    { head: words.claims.by, cells: claims.map(({ by }) => cell(by)) },
    { head: words.claims.source, cells: claims.map(source) },
  ].filter(({ cells }) => cells.some(({ inlines }) => inlines.length > 0));
  return {
    type: 'table',
    align: columns.map(() => 'left'),
    header: columns.map(({ head }) => cell(head)),
    rows: claims.map((_, row) => columns.map(({ cells }) => cells[row] ?? cell(''))),
    directive: '',
    span,
  };
}

/** The block that a kind of this build makes of a table. */
function blockOf(node: TableNode, { file }: Briefing, { sink, charts }: DeckContext, kinds: Kinds): Block | null {
  const context: ParseContext = { file, sink, charts, blocks: () => [], inlines: () => [] };
  for (const kind of [...kinds.values()].reverse()) {
    const block = kind.parse(node, context);
    if (block) return block;
  }
  return null;
}
