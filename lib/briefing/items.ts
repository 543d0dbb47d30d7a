/** Scene items that several kinds of block and slide make. */

import type { Color } from '../core/color.js';
import { emu, type Rect } from '../core/units.js';
import type { PlaceholderRef, ShapeItem, TextItem } from '../scene/scene.js';
import { levelStyle, NO_INSETS, type Paragraph, type TextStyle } from '../scene/text.js';
import type { Placeholder, Template } from '../template/model.js';

/** What an item says that fills a placeholder; null for one that the layout does not really have. */
export const referenceTo = ({ type, idx, box }: Placeholder): PlaceholderRef | null => (box ? null : { type, idx });

/** A title, a subtitle or a source is no list, whatever its placeholder was made for. */
const withoutBullet = (item: Paragraph): Paragraph => (item.bullet.kind === 'inherit' ? { ...item, bullet: { kind: 'none' } } : item);

/** Text in a placeholder of the layout. `sizes`: points per level where the slide had to step its type down. */
export function placeholderText(
  id: string,
  name: string,
  target: Placeholder,
  paragraphs: readonly Paragraph[],
  sizes: readonly number[] | null = null,
): TextItem {
  const style = sizes
    ? target.style.map((level, index) => ({ ...level, size: sizes[Math.min(index, sizes.length - 1)] ?? level.size }))
    : target.style;
  return {
    type: 'text',
    id,
    name,
    frame: target.frame,
    placeholder: referenceTo(target),
    paragraphs: target.role !== 'body' && levelStyle(target.style, 0).bullet ? paragraphs.map(withoutBullet) : paragraphs,
    style,
    sizes: target.box ? null : sizes,
    anchor: target.anchor,
    insets: target.insets,
    fill: { kind: 'none' },
    line: null,
  };
}

/** A text box of its own: no placeholder, no insets, no fill, unless `looks` says so. */
export const textBox = (
  id: string,
  name: string,
  frame: Rect,
  paragraphs: readonly Paragraph[],
  style: TextStyle,
  looks: Partial<Pick<TextItem, 'anchor' | 'insets' | 'fill' | 'line'>> = {},
): TextItem => ({
  type: 'text',
  id,
  name,
  frame,
  placeholder: null,
  paragraphs,
  style,
  sizes: null,
  anchor: 'top',
  insets: NO_INSETS,
  fill: { kind: 'none' },
  line: null,
  ...looks,
});

/** A plain area behind other items. */
export const plainArea = (id: string, name: string, frame: Rect, color: Color): ShapeItem => ({
  type: 'shape',
  id,
  name,
  frame,
  geometry: { kind: 'preset', preset: 'rect' },
  fill: { kind: 'solid', color },
  line: null,
  decorative: true,
  alt: '',
});

/** A frame that was placed from the left inside another one, on the side from which the deck is read. */
export const asRead = (inner: Rect, outer: Rect, { rightToLeft }: Template): Rect =>
  rightToLeft ? { ...inner, x: emu(2 * outer.x + outer.cx - inner.x - inner.cx) } : inner;
