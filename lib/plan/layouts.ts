/** Which layout a slide may have: by its purpose, or as the author named it. */
import type { Slide } from '../briefing/briefing.js';
import type { Kinds } from '../briefing/kind.js';
import { type DeckContext, placeContext } from '../briefing/place-context.js';
import { diagnostic } from '../core/diagnostic.js';
import { closest } from '../core/suggest.js';
import type { Layout, LayoutPurpose } from '../template/model.js';
import { inRegions, type PlanColumn } from './choose.js';

/** The layout for a purpose; null where the template has none. */
const layoutFor = (purpose: LayoutPurpose, deck: DeckContext): Layout | null =>
  deck.template.layouts.find((layout) => layout.purpose === purpose) ?? null;

/** The layout for a purpose, or the first one for content. */
export const anyLayout = (purpose: LayoutPurpose, deck: DeckContext): Layout => {
  const found = layoutFor(purpose, deck) ?? layoutFor('content', deck);
  if (!found) throw new TypeError(`template "${deck.template.name}" has no layout for content`);
  return found;
};

/** The layout that the author named, where it can hold the slide; what it cannot is said, and the layout is chosen as if none were named. */
export function wishedLayout(slide: Slide, columns: readonly PlanColumn[], deck: DeckContext, kinds: Kinds): Layout | null {
  if (slide.layout === '') return null;
  const { layouts, name } = deck.template;
  const warn = (code: string, message: string, hint: string): null => {
    deck.sink(diagnostic('warning', `slide/${code}`, message, slide.titleSpan, hint));
    return null;
  };
  const usable = layouts.filter(({ purpose }) => purpose === 'content' || purpose === 'named' || purpose === 'closing');
  const keys = usable.map((layout) => layout.key);
  const found = namedLayout(slide, deck);
  const nearest = found ? undefined : usable.find(({ serves }) => serves.includes(slide.layout));
  if (nearest) {
    const message = `template "${name}" has no layout "${slide.layout}": "${nearest.name}" is the nearest`;
    deck.sink(diagnostic('info', 'slide/nearest-layout', message, slide.titleSpan));
    return holds(nearest, columns, deck, kinds) ? nearest : null;
  }
  if (!found) {
    const near = closest(slide.layout, keys);
    return warn(
      'unknown-layout',
      `template "${name}" has no layout "${slide.layout}"`,
      near ? `did you mean "${near}"?` : `it has ${keys.join(', ')}`,
    );
  }
  if (!usable.includes(found))
    return warn('layout-not-for-content', `layout "${slide.layout}" holds no content of a slide`, `use ${keys.join(', ')}`);
  const hint = 'it has another number of places, or for other content';
  return holds(found, columns, deck, kinds)
    ? found
    : warn('layout-does-not-fit', `the content does not go into layout "${slide.layout}"`, hint);
}

/** The layout of the name or the key that the author wrote. */
export const namedLayout = ({ layout }: Slide, deck: DeckContext): Layout | undefined =>
  deck.template.layouts.find(({ key, name }) => layout !== '' && (key === layout || name.toLowerCase() === layout.toLowerCase()));

/** Whether a layout has a place for each part of a slide. */
const holds = (layout: Layout, columns: readonly PlanColumn[], deck: DeckContext, kinds: Kinds): boolean =>
  columns.every((column) => column.parts.length === 0) ||
  layout.regions.length === 0 ||
  inRegions(columns, layout, placeContext(deck, 0), kinds).length > 0;
