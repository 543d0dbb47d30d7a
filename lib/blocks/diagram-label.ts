/** Labels of diagrams as text: centred, in the body font, at a size of the diagram's own. */
import { type Inline, plainInline } from '../briefing/inline.js';
import type { PlaceContext } from '../briefing/kind.js';
import { type Emu, emu, points, type Size } from '../core/units.js';
import type { Label } from '../diagram/model.js';
import { type Align, levelStyle, type Paragraph, type TextStyle } from '../scene/text.js';

/** A label with its marks; `link` holds for all of it. */
export const labelInlines = (
  { lines, span }: Label,
  link: { readonly address: string | null; readonly tooltip: string } | null = null,
): readonly Inline[] =>
  lines.flatMap((line, index): readonly Inline[] => [
    ...(index > 0 ? [{ type: 'break', span } as const] : []),
    ...line.map(({ text, bold, italic }) =>
      plainInline(text, span, { bold, italic, link: link?.address ?? null, linkTitle: link?.tooltip ?? '' }),
    ),
  ]);

const STYLES = new WeakMap<TextStyle, Map<string, TextStyle>>();

/** The body font on its own: no bullet, no indent, no space. The same object each time, for texts are measured once for each. */
export function labelStyle({ template }: Pick<PlaceContext, 'template'>, size: number, align: Align = 'center', bold = false): TextStyle {
  const { body } = template.styles;
  const known = STYLES.get(body) ?? new Map<string, TextStyle>();
  STYLES.set(body, known);
  const key = `${size} ${align} ${bold}`;
  const made = known.get(key) ?? [
    { ...levelStyle(body, 0), size, align, bold, bullet: null, marginLeft: emu(0), indent: emu(0), spaceBefore: 0, spaceAfter: 0 },
  ];
  known.set(key, made);
  return made;
}

/** Sizes of text in diagrams, the largest first: the body's where they are no larger than a heading beside it, then those of charts. */
export function labelSizes({ template }: Pick<PlaceContext, 'template'>): readonly number[] {
  const { wide, narrow, floor } = template.chart.size;
  const body = template.ladder.body.flatMap(([size]) => (size !== undefined && size <= LARGEST && size > wide ? [size] : []));
  return [...new Set([...body, wide, narrow, floor])].sort((a, b) => b - a);
}

/** Points: labels are no running text. */
const LARGEST = 18;

/** What a text takes up in lines no wider than `most`. */
export function textSize(paragraphs: readonly Paragraph[], style: TextStyle, most: Emu, context: PlaceContext): Size {
  const natural = context.width(paragraphs, style);
  // A width that is exactly the text's own could break its last word away.
  const cx = emu(Math.min(most, natural + points(1)));
  return { cx, cy: context.height(paragraphs, style, cx) };
}
