/** Blocks as parts: neighbouring text flows together, and so do blocks of a kind that joins them; every other block stands alone. */
import type { Block } from '../briefing/briefing.js';
import type { Part } from '../briefing/deck-plan.js';
import { type FlowParagraph, type Kinds, kindOf, type PlaceContext } from '../briefing/kind.js';
import { type Paragraph, plainText } from '../scene/text.js';

/** The parts of a column of blocks. */
export function partsOf(blocks: readonly Block[], context: PlaceContext, kinds: Kinds): readonly Part[] {
  const parts: Part[] = [];
  let flow: FlowParagraph[] = [];
  const flush = (): void => {
    if (flow.length > 0) parts.push({ type: 'text', paragraphs: flow });
    flow = [];
  };
  for (const block of blocks) {
    const kind = kindOf(block, kinds);
    if (kind.flow === 'text') flow.push(...revealed(kind.paragraphs(block, context), block.reveal));
    else {
      flush();
      const last = parts.at(-1);
      const both = last?.type === 'block' && last.block.kind === block.kind ? kind.join?.(last.block, block) : null;
      if (both) parts[parts.length - 1] = { type: 'block', block: both };
      else parts.push({ type: 'block', block });
    }
  }
  flush();
  return parts.length > 1 ? parts.map((part) => amongOthers(part, kinds)) : parts;
}

function amongOthers(part: Part, kinds: Kinds): Part {
  if (part.type === 'text') return part;
  const kind = kindOf(part.block, kinds);
  return kind.flow === 'frame' && kind.among ? { type: 'block', block: kind.among(part.block) } : part;
}

/** Paragraphs as they come: a click for each at the outermost level, or one for all. */
function revealed(paragraphs: readonly FlowParagraph[], reveal: Block['reveal']): readonly FlowParagraph[] {
  if (!reveal || reveal === 'never') return paragraphs;
  const starts = ({ level, bullet }: Paragraph, index: number): boolean =>
    reveal === 'items' ? level === 0 && bullet.kind !== 'continued' : reveal === 'click' && index === 0;
  return paragraphs.map((item, index) => ({
    ...item,
    paragraph: { ...item.paragraph, reveal: starts(item.paragraph, index) ? 'click' : 'with' },
  }));
}

/** What a reader or an editor cannot part: a heading and what it heads, a block. */
export type Unit = Part;

/** Parts cut as finely as they read well. */
export const unitsOf = (parts: readonly Part[]): readonly Unit[] =>
  parts.flatMap((part) => (part.type === 'block' ? [part] : paragraphUnits(part.paragraphs)));

/** Whether all that stands below a heading is a line that leads in what follows, with a colon or without: the heading is as good as alone. */
function onlyLeads(unit: readonly FlowParagraph[]): boolean {
  const [line, above] = [unit.at(-1), unit.at(-2)];
  return line !== undefined && above !== undefined && above.heading !== null && isLeadIn(line);
}

/** A line before a list, a table or a listing that is shorter than this leads it in, whether it ends with a colon or not. */
const LEAD_IN = 90;

/** Whether a paragraph is such a line. */
export const isLeadIn = ({ paragraph }: FlowParagraph): boolean =>
  paragraph.bullet.kind === 'none' && plainText(paragraph).length < LEAD_IN;

function paragraphUnits(paragraphs: readonly FlowParagraph[]): readonly Unit[] {
  const units: Unit[] = [];
  let unit: FlowParagraph[] = [];
  for (const [index, item] of paragraphs.entries()) {
    unit.push(item);
    const next = paragraphs[index + 1];
    if (item.keepWithNext || (next && !next.heading && onlyLeads(unit))) continue;
    units.push({ type: 'text', paragraphs: unit });
    unit = [];
  }
  if (unit.length > 0) units.push({ type: 'text', paragraphs: unit });
  return units;
}

/** Units joined again: neighbouring text becomes one part. */
export function joined(units: readonly Unit[]): readonly Part[] {
  const parts: Part[] = [];
  for (const unit of units) {
    const last = parts.at(-1);
    if (unit.type === 'text' && last?.type === 'text')
      parts[parts.length - 1] = { type: 'text', paragraphs: [...last.paragraphs, ...unit.paragraphs] };
    else parts.push(unit);
  }
  return parts.map((part) => (part.type === 'text' ? { type: 'text', paragraphs: renumbered(part.paragraphs) } : part));
}

/**
 * Numbers that PowerPoint will count as the author did: it goes on counting only from a neighbour of the same level, and starts again after
 * anything else, so each stretch says where it starts.
 */
export function renumbered(paragraphs: readonly FlowParagraph[]): readonly FlowParagraph[] {
  const starts = new Map<string, number>();
  return paragraphs.map((item) => {
    const { bullet, level } = item.paragraph;
    for (const key of starts.keys()) if (!continues(key, item)) starts.delete(key);
    if (bullet.kind !== 'number' || !item.number) return item;
    const key = `${level}/${item.number.list}`;
    const startAt = starts.get(key) ?? item.number.ordinal;
    starts.set(key, startAt);
    return { ...item, paragraph: { ...item.paragraph, bullet: { ...bullet, startAt } } };
  });
}

/** Whether a count goes on past this paragraph: it is of the same list, or nested deeper. */
function continues(key: string, item: FlowParagraph): boolean {
  const level = Number(key.slice(0, key.indexOf('/')));
  if (item.paragraph.level > level) return true;
  return item.number !== null && key === `${item.paragraph.level}/${item.number.list}`;
}
