/**
 * Layouts with the frames of another master. LibreOffice gives the layouts of every master the frames of the last one, so that on the others a title
 * would stand where no title stands; its own slides say their frames themselves. Ours do so too, at the master's own places.
 */
import { type Rect, rect } from '../../core/units.js';
import type { Found, FoundLayout, FoundMaster } from './placeholders.js';

/** Masters whose layouts have frames that are their own, or are given those of their master. */
export const withOwnFrames = (masters: readonly FoundMaster[]): readonly FoundMaster[] =>
  masters.map((master, index) =>
    borrows(master, index, masters) ? { ...master, layouts: master.layouts.map((layout) => moved(layout, master)) } : master,
  );

const isTitle = ({ type }: Found): boolean => type === 'title';

/** Two masters have their titles in different places, and all layouts of this one have the other's. */
function borrows(master: FoundMaster, index: number, masters: readonly FoundMaster[]): boolean {
  const own = master.title;
  if (!own || !master.body) return false;
  const titles = master.layouts.flatMap(({ placeholders }) => placeholders.filter(isTitle));
  if (titles.length < 3 || titles.some(({ frame }) => same(frame, own))) return false;
  return masters.some(
    ({ title }, other) => other !== index && title !== null && !same(title, own) && titles.every(({ frame }) => same(frame, title)),
  );
}

const same = (a: Rect, b: Rect): boolean =>
  Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.cx - b.cx) + Math.abs(a.cy - b.cy) < 4_000;

/** A layout with its title in the master's place, and all else as it stands to the content of the usual layout, in the master's body. */
function moved(layout: FoundLayout, { title, body, layouts }: FoundMaster): FoundLayout {
  const usual = layouts.find(({ type }) => type === 'obj')?.placeholders.find(({ type }) => type === 'obj')?.frame;
  if (!title || !body || !usual) return layout;
  const place = (item: Found): Found => {
    if (isTitle(item)) return { ...item, frame: title, clipped: true };
    return /^(?:obj|body|subTitle|pic|chart|tbl)$/.test(item.type)
      ? { ...item, frame: within(item.frame, usual, body), repeated: true }
      : item;
  };
  return { ...layout, placeholders: layout.placeholders.map(place) };
}

const within = (frame: Rect, from: Rect, to: Rect): Rect => {
  const [sx, sy] = [to.cx / from.cx, to.cy / from.cy];
  return rect(to.x + (frame.x - from.x) * sx, to.y + (frame.y - from.y) * sy, frame.cx * sx, frame.cy * sy);
};
