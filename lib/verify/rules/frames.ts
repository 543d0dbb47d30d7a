import { child, type XmlElement } from '../../package/xml.js';
import type { Deck, Placeholder } from '../deck.js';
import { type Rule, warning } from '../rule.js';
import { inherits } from './placeholders.js';

export const frames: Rule<Deck> = {
  code: 'verify/frame',
  about: 'A chart or table in a placeholder stands exactly in it: the schema demands a frame, and Reset Slide would move any other.',
  *check(deck) {
    for (const slide of deck.slides) {
      for (const item of deck.placeholders(slide)) {
        const frame = item.shape.name === 'p:graphicFrame' ? inherited(deck, slide, item) : null;
        if (frame && place(frame) !== place(item.xfrm)) {
          yield warning(slide, `${JSON.stringify(item.name)} stands at ${place(item.xfrm)}, its placeholder at ${place(frame)}`);
        }
      }
    }
  },
};

/** The frame of the layout's placeholder, or of the master's from which that one inherits. */
function inherited(deck: Deck, slide: string, item: Placeholder): XmlElement | null {
  const layout = deck.layoutOf(slide) ?? '';
  const from = deck.placeholders(layout).find((candidate) => inherits(item, candidate));
  if (!from || from.xfrm) return from?.xfrm ?? null;
  const [master = ''] = deck.related(layout, 'slideMaster');
  return deck.placeholders(master).find((candidate) => candidate.type === from.type)?.xfrm ?? null;
}

const place = (xfrm: XmlElement | null): string => {
  const off = xfrm ? child(xfrm, 'a:off')?.attributes : undefined;
  const ext = xfrm ? child(xfrm, 'a:ext')?.attributes : undefined;
  return [off?.x, off?.y, ext?.cx, ext?.cy].join(' ');
};
