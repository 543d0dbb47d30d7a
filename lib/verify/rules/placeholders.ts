import type { Deck, Placeholder } from '../deck.js';
import { error, type Rule, warning } from '../rule.js';

/** Placeholders of which a layout has one; they are found by their type, whatever their idx. */
const SINGLE = new Set(['title', 'dt', 'ftr', 'sldNum', 'hdr']);

const single = (type: string): string => (type === 'ctrTitle' ? 'title' : type);

/** Whether a placeholder hands its look down to another. */
export function inherits(heir: Placeholder, from: Placeholder): boolean {
  const type = single(heir.type);
  if (SINGLE.has(type) || SINGLE.has(single(from.type))) return single(from.type) === type;
  return heir.idx === from.idx && (heir.type === from.type || heir.type === 'obj' || from.type === 'obj');
}

export const placeholders: Rule<Deck> = {
  code: 'verify/placeholder',
  about:
    'Every placeholder of a slide is one of its layout’s, by type and idx, and fills it alone; without one it has no place and no look. A title may place itself.',
  *check(deck) {
    for (const slide of deck.slides) {
      const filled = new Set<string>();
      for (const { name, type, idx } of deck.placeholders(slide)) {
        const key = SINGLE.has(single(type)) ? single(type) : `${type} ${idx}`;
        if (filled.has(key)) yield warning(slide, `the placeholder ${JSON.stringify(name)} (type ${type}, idx ${idx}) is filled twice`);
        filled.add(key);
      }
      const layout = deck.layoutOf(slide);
      if (layout === null) continue;
      for (const item of deck.placeholders(slide)) {
        if (deck.placeholders(layout).some((from) => inherits(item, from))) continue;
        if (item.xfrm && single(item.type) === 'title') continue;
        const message = `the placeholder ${JSON.stringify(item.name)} (type ${item.type}, idx ${item.idx}) is not in the layout`;
        yield item.xfrm ? warning(slide, message) : error(slide, message);
      }
    }
  },
};
