/** Key figures: a few numbers, large, each with what it counts, how sure it is and where it comes from. */
import { z } from 'zod';
import type { Block } from '../briefing/briefing.js';
import { citationsIn, claimsIn } from '../briefing/claims.js';
import { fenceText } from '../briefing/fence.js';
import { type Citation, type Inline, inlineText, STATUSES, type Status } from '../briefing/inline.js';
import { asRead, placeholderText, textBox } from '../briefing/items.js';
import { defineBlock, type FrameKind, type ParseContext, type Place, type PlaceContext } from '../briefing/kind.js';
import { statusRun } from '../briefing/place-context.js';
import { statement } from '../briefing/statement.js';
import { diagnostic, type Span } from '../core/diagnostic.js';
import { type Emu, emu, inches, points, type Rect } from '../core/units.js';
import { readYaml } from '../core/yaml.js';
import type { Item, LineItem } from '../scene/scene.js';
import type { Paragraph, TextStyle } from '../scene/text.js';
import type { Placeholder } from '../template/model.js';

interface Figure {
  readonly value: readonly Inline[];
  readonly label: readonly Inline[];
  /** `null`: confirmed, nothing is said. */
  readonly status: Status | null;
  /** Whose word it is; empty where nobody is named. */
  readonly by: string;
  readonly sources: readonly Citation[];
  readonly highlight: boolean;
  readonly span: Span;
}

export interface KpiBlock extends Block {
  readonly kind: 'kpi';
  readonly figures: readonly Figure[];
}

const text = z.union([z.string(), z.number()]).transform(String);
const schema = z.array(
  z.strictObject({
    value: text,
    label: text.default(''),
    status: z.enum(STATUSES).nullable().default(null),
    source: z.union([z.string(), z.array(z.string())]).default([]),
    highlight: z.boolean().default(false),
  }),
);

/** LOOKS, section 5: two to four in a row, or two rows of three. */
const MOST = 6;
const PER_ROW = 4;
const TILE_HEIGHT = inches(1.5);
const ACCENT_RULE = points(2.25);
const RULE = points(1);

const kind: FrameKind<KpiBlock> = {
  name: 'kpi',
  flow: 'frame',
  content: 'figures',
  stretches: false,
  parse(node, context) {
    if (node.type !== 'code' || node.language !== 'kpi') return null;
    const read = readYaml(fenceText(node), schema, { area: 'kpi', severity: 'error', sink: context.sink });
    const figures = (read?.value ?? []).map((entry, index) => {
      const at = (key: string): Span => read?.spanOf([index, key]) ?? node.span;
      const ids = typeof entry.source === 'string' ? [entry.source] : entry.source;
      const value = context.inlines(entry.value, at('value'));
      const own = ids.map((id) => ({ id: id.replace(/^@/, ''), locator: '', span: at('source') }));
      return {
        value: value.filter((inline) => inline.type !== 'status' && inline.type !== 'citation'),
        label: context.inlines(entry.label, at('label')),
        status: entry.status ?? claimsIn(value)[0]?.status ?? null,
        by: claimsIn(value)[0]?.by ?? '',
        sources: [...own, ...citationsIn(value).filter(({ id }) => !own.some((other) => other.id === id))],
        highlight: entry.highlight,
        span: read?.spanOf([index]) ?? node.span,
      };
    });
    if (read && figures.length === 0) noFigures(node.span, context);
    return { kind: 'kpi', span: node.span, figures };
  },
  citations: (block) => block.figures.flatMap((figure) => [...citationsIn(figure.label), ...figure.sources]),
  claims: (block) => block.figures.flatMap((figure) => [...claimsIn(figure.label), ...ownClaim(figure)]),
  statements: (block) =>
    block.figures.flatMap(({ value, label, sources, status, span }) => {
      const citations = [...citationsIn(label), ...sources];
      return [
        statement('value', value, span, { about: inlineText(label), citations, status }),
        statement('label', label, span, { about: inlineText(value), citations }),
      ];
    }),
  slots: (block) => block.figures.length * 2,
  subtitle: () => [],
  height: (block, width, context) => {
    const rows = Math.ceil(block.figures.length / perRow(block.figures.length));
    return emu(rows * tileHeight(block, width, context) + Math.max(rows - 1, 0) * 3 * context.template.grid.unit);
  },
  place(block, place, context) {
    const targets = place.placeholders.length === block.figures.length * 2 ? place.placeholders : null;
    const size = valueSize(block, targets?.[0] ?? null, place, context);
    const small = labelSize(block, targets, context);
    return block.figures.flatMap((figure, index) => {
      const id = `${place.id}.figure${index + 1}`;
      const [value, label] = targets ? targets.slice(index * 2, index * 2 + 2) : [];
      return value && label
        ? inPlaceholders(figure, id, index + 1, value, label, { value: size, label: small }, context)
        : inTile(figure, id, index + 1, tileFrame(block, index, place.frame, context), size, context);
    });
  },
  split(block) {
    const count = block.figures.length;
    if (count <= PER_ROW) return null;
    const head = count > 2 * MOST ? MOST : Math.ceil(count / 2);
    return [
      { ...block, figures: block.figures.slice(0, head) },
      { ...block, figures: block.figures.slice(head) },
    ];
  },
};

/** Four fit side by side; more stand in rows of three. */
const perRow = (count: number): number => (count > PER_ROW ? 3 : Math.max(count, 1));

function noFigures(span: Span, context: ParseContext): void {
  const hint = 'write a list: "- value: 42" and below it "  label: what it counts"';
  context.sink(diagnostic('warning', 'kpi/empty', 'a kpi block without figures', span, hint));
}

const ownClaim = (figure: Figure) =>
  figure.status === null || figure.status === 'confirmed'
    ? []
    : [
        {
          text: `${inlineText(figure.value)} ${inlineText(figure.label)}`.trim(),
          status: figure.status,
          by: figure.by,
          sources: figure.sources.map(({ id }) => id),
          span: figure.span,
        },
      ];

/** The size of the values, the same for all tiles: the largest rung at which each stands on one line of its tile. */
function valueSize(block: KpiBlock, target: Placeholder | null, place: Place, context: PlaceContext): number {
  const style = target?.style ?? valueStyle(context);
  const own = style[0]?.size ?? 40;
  const rungs = [own, ...context.template.ladder.value.filter((size) => size < own)];
  const width = target?.frame.cx ?? tileWidth(block.figures.length, place.frame.cx, context);
  const fits = (size: number): boolean =>
    block.figures.every((figure) => context.width([valueParagraph(figure, context)], sized(style, size)) <= width);
  const size = rungs.find(fits);
  if (size !== undefined) return size;
  const longest = block.figures.find(
    (figure) => context.width([valueParagraph(figure, context)], sized(style, rungs.at(-1) ?? own)) > width,
  );
  const message = `the value "${inlineText(longest?.value ?? [])}" is too long for a key figure`;
  context.sink(diagnostic('warning', 'kpi/long-value', message, longest?.span ?? block.span, 'shorten it: $5.6m, 10–50k'));
  return LAST_RESORT.find(fits) ?? LAST_RESORT.at(-1) ?? own;
}

/** The size of the labels, the same for all tiles: the largest step of small text at which each stands in its place. */
function labelSize(block: KpiBlock, targets: readonly Placeholder[] | null, context: PlaceContext): number {
  const own = targets?.[1]?.style[0]?.size ?? 0;
  const steps = [own, ...context.template.ladder.table.filter((size) => size < own)];
  const fits = (size: number): boolean =>
    block.figures.every((figure, index) => {
      const target = targets?.[index * 2 + 1];
      return (
        !target ||
        context.height(labelParagraphs(figure, context, size < own ? own : null), sized(target.style, size), target.frame.cx) <=
          target.frame.cy
      );
    });
  const size = steps.find(fits);
  if (size !== undefined) return size;
  const message = 'the words under a key figure are longer than their place';
  context.sink(diagnostic('warning', 'kpi/long-label', message, block.span, 'shorten them: two lines stand well'));
  return steps.at(-1) ?? own;
}

/** Points at which a value that no rung holds is set, for it must not run into its neighbour. */
const LAST_RESORT = [24, 20, 16, 12] as const;

const sized = (style: TextStyle, size: number): TextStyle => style.map((level) => ({ ...level, size }));

const valueStyle = (context: PlaceContext): TextStyle =>
  sized(
    context.template.styles.body.map((level) => ({
      ...level,
      bold: true,
      lineSpacing: 0.9,
      bullet: null,
      marginLeft: emu(0),
      indent: emu(0),
    })),
    context.template.ladder.value[0] ?? 40,
  );

const labelStyle = (context: PlaceContext): TextStyle => context.template.styles.table;

const valueParagraph = (figure: Figure, context: PlaceContext): Paragraph => context.paragraph(figure.value);

/**
 * What the figure counts with the numbers of its sources, which would be too small to read behind its standing; and under it that.
 * `markSize`: the numbers' points where the label is set smaller than its own.
 */
function labelParagraphs(figure: Figure, context: PlaceContext, markSize: number | null = null): readonly Paragraph[] {
  const size = labelStyle(context)[0]?.size ?? 0;
  const label = context.paragraph(figure.label, {}, markSize ?? size);
  const mark = context.paragraph([{ type: 'citation', items: figure.sources, span: figure.span }]).inlines;
  const marks = mark.map((item) => (item.type === 'run' ? { ...item, size: markSize } : item));
  const cited = { ...label, inlines: [...label.inlines, ...marks] };
  if (figure.status === null || figure.status === 'confirmed') return [cited];
  const word = statusRun(context.words.status[figure.status], size, context);
  return [cited, { ...context.paragraph([]), spaceBefore: 2, inlines: [word] }];
}

function inPlaceholders(
  figure: Figure,
  id: string,
  n: number,
  value: Placeholder,
  label: Placeholder,
  size: { readonly value: number; readonly label: number },
  context: PlaceContext,
): readonly Item[] {
  const own = label.style[0]?.size ?? size.label;
  const sizes = (target: Placeholder, points: number) => (points === target.style[0]?.size ? null : target.style.map(() => points));
  const items: readonly Item[] = [
    placeholderText(`${id}.value`, `Key figure ${n}`, value, [valueParagraph(figure, context)], sizes(value, size.value)),
    placeholderText(
      `${id}.label`,
      `Key figure ${n}: label`,
      label,
      labelParagraphs(figure, context, size.label < own ? own : null),
      sizes(label, size.label),
    ),
  ];
  if (!figure.highlight) return items;
  const frame = { x: value.frame.x, y: emu(value.frame.y - context.template.grid.unit), cx: value.frame.cx, cy: emu(0) };
  return [...items, rule(`${id}.rule`, frame, true, context)];
}

function inTile(figure: Figure, id: string, n: number, frame: Rect, size: number, context: PlaceContext): readonly Item[] {
  const { unit } = context.template.grid;
  const style = sized(valueStyle(context), size);
  const value = [valueParagraph(figure, context)];
  const valueFrame = { ...frame, y: emu(frame.y + unit), cy: context.height(value, style, frame.cx) };
  const y = emu(valueFrame.y + valueFrame.cy + unit / 2);
  const label = labelParagraphs(figure, context);
  const labelFrame = { ...frame, y, cy: context.height(label, labelStyle(context), frame.cx) };
  return [
    textBox(`${id}.value`, `Key figure ${n}`, valueFrame, value, style),
    textBox(`${id}.label`, `Key figure ${n}: label`, labelFrame, label, labelStyle(context)),
    rule(`${id}.rule`, { ...frame, cy: emu(0) }, figure.highlight, context),
  ];
}

const rule = (id: string, frame: Rect, accent: boolean, context: PlaceContext): LineItem => ({
  type: 'line',
  id,
  name: 'Key figure rule',
  frame,
  stroke: {
    color: accent ? context.template.palette.accent : context.template.palette.rule,
    width: accent ? ACCENT_RULE : RULE,
    dash: 'solid',
  },
  decorative: true,
});

function tileWidth(count: number, width: Emu, context: PlaceContext): Emu {
  const columns = perRow(count);
  return emu((width - (columns - 1) * context.template.grid.gutter) / columns);
}

/** The height of all tiles in free frames: more than usual where a label takes it, at the largest size of the values. */
function tileHeight(block: KpiBlock, width: Emu, context: PlaceContext): Emu {
  const { unit } = context.template.grid;
  const own = tileWidth(block.figures.length, width, context);
  const value = context.height([context.paragraph([])], valueStyle(context), own);
  const labels = block.figures.map((figure) => context.height(labelParagraphs(figure, context), labelStyle(context), own));
  return emu(Math.max(TILE_HEIGHT, unit * 1.5 + value + Math.max(0, ...labels)));
}

function tileFrame(block: KpiBlock, index: number, frame: Rect, context: PlaceContext): Rect {
  const columns = perRow(block.figures.length);
  const { gutter, unit } = context.template.grid;
  const cx = tileWidth(block.figures.length, frame.cx, context);
  const cy = tileHeight(block, frame.cx, context);
  const row = Math.floor(index / columns);
  const x = emu(frame.x + (index % columns) * (cx + gutter));
  const y = emu(frame.y + row * (cy + 3 * unit));
  return asRead({ x, y, cx, cy }, frame, context.template);
}

export const kpiKind = defineBlock(kind);
