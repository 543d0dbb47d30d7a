import { child, type XmlElement } from '../../package/xml.js';
import type { Deck, Placeholder } from '../deck.js';
import { type Rule, warning } from '../rule.js';
import { inherits } from './placeholders.js';

export const frames: Rule<Deck> = {
  code: 'verify/frame',
  about: 'A chart or table in a placeholder stands inside it: the schema demands a frame of its own, and Reset Slide would move any other.',
  *check(deck) {
    for (const slide of deck.slides) {
      for (const item of deck.placeholders(slide)) {
        const frame = item.shape.name === 'p:graphicFrame' ? inherited(deck, slide, item) : null;
        if (frame && !isInside(item.xfrm, frame)) {
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

/** Wholly inside, each in EMU. */
function isInside(xfrm: XmlElement | null, frame: XmlElement): boolean {
  const [x, y, cx, cy] = numbers(xfrm);
  const [left, top, width, height] = numbers(frame);
  return x >= left && y >= top && x + cx <= left + width && y + cy <= top + height;
}

const numbers = (xfrm: XmlElement | null): readonly [number, number, number, number] => {
  const [x = 0, y = 0, cx = 0, cy = 0] = place(xfrm).split(' ').map(Number);
  return [x, y, cx, cy];
};

const place = (xfrm: XmlElement | null): string => {
  const off = xfrm ? child(xfrm, 'a:off')?.attributes : undefined;
  const ext = xfrm ? child(xfrm, 'a:ext')?.attributes : undefined;
  return [off?.x, off?.y, ext?.cx, ext?.cy].join(' ');
};
