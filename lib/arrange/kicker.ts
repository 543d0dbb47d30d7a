/** The line above a slide's title: the number and the name of its section. */
import type { SectionOfPlans } from '../briefing/deck-plan.js';
import { placeholderText } from '../briefing/items.js';
import { type DeckContext, placeContext } from '../briefing/place-context.js';
import type { SceneSlide } from '../scene/scene.js';
import { type Paragraph, paragraph, run } from '../scene/text.js';

/** The slide with its kicker, `02  TRAINING COST`, where its layout has a place for one and its section has a number; the number alone where the name is too long. */
export function withKicker(slide: SceneSlide, section: SectionOfPlans, deck: DeckContext): SceneSlide {
  const layout = deck.template.layouts.find(({ name }) => name === slide.layout);
  const target = layout?.placeholders.find(({ role }) => role === 'kicker');
  if (section.number === 0 || !target) return slide;
  const number = String(section.number).padStart(2, '0');
  const line = (text: string): readonly Paragraph[] => [paragraph([run(text, deck.lang)])];
  const whole = line(`${number}\u00a0\u00a0${section.name}`);
  const fits = placeContext(deck, 0).width(whole, target.style) <= target.frame.cx;
  return { ...slide, items: [placeholderText('kicker', 'Kicker', target, fits ? whole : line(number)), ...slide.items] };
}
