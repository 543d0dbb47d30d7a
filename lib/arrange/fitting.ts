/** Text in a placeholder that neither grows nor shrinks by itself: its size steps down until it stands inside. */
import { placeholderText } from '../briefing/items.js';
import type { PlaceContext } from '../briefing/kind.js';
import type { TextItem } from '../scene/scene.js';
import type { Paragraph } from '../scene/text.js';
import type { Placeholder } from '../template/model.js';

/** Points below which nothing on a slide but its foot is set (LOOKS, section 2). */
const FLOOR = 10.5;

/** The text at the largest size that its placeholder holds: its own, then the steps of tables, then the floor. */
export function fittingItem(
  id: string,
  name: string,
  target: Placeholder,
  paragraphs: readonly Paragraph[],
  context: PlaceContext,
): TextItem {
  const own = target.style[0]?.size ?? FLOOR;
  const steps = [...context.template.ladder.table, FLOOR].filter((size) => size < own);
  const fits = (size: number): boolean =>
    context.height(
      paragraphs,
      target.style.map((level) => ({ ...level, size })),
      target.frame.cx,
    ) <= target.frame.cy;
  const size = [own, ...steps].find(fits) ?? steps.at(-1) ?? own;
  return placeholderText(id, name, target, paragraphs, size === own ? null : target.style.map(() => size));
}
