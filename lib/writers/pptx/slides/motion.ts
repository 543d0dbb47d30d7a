/** What moves on a slide: how it comes in, and what comes by a click. */
import type { XmlElement } from '../../../package/xml.js';
import type { Item } from '../../../scene/scene.js';
import { type Entrance, timingXml } from '../parts/timing.js';
import { transitionXml } from '../parts/transition.js';
import { type DrawnSlide, nonVisual } from './slide.js';

/** Puts transition and timing where the schema has them, behind the colour map; shapes must have their ids. */
export function addMotion(page: DrawnSlide): void {
  const { transition, items } = page.slide;
  const timing = timingXml(items.flatMap((item) => entrancesOf(item, page)));
  const added = [...(transition ? [transitionXml(transition)] : []), ...(timing ? [timing] : [])];
  if (added.length === 0) return;
  const { children } = page.root;
  const before = children.findIndex((node) => typeof node !== 'string' && node.name === 'p:extLst');
  children.splice(before === -1 ? children.length : before, 0, ...added);
}

function entrancesOf(item: Item, page: DrawnSlide): readonly Entrance[] {
  const node = page.nodes.get(item.id);
  const shape = node && nonVisual(node)?.attributes.id;
  if (shape === undefined || !node) return [];
  if (item.reveal) return [{ shape, paragraph: null, start: item.reveal, build: buildOf(item, node) }];
  if (item.type !== 'text') return [];
  return item.paragraphs.flatMap(({ reveal }, paragraph): readonly Entrance[] =>
    reveal ? [{ shape, paragraph, start: reveal, build: 'paragraphs' }] : [],
  );
}

function buildOf(item: Item, node: XmlElement): Entrance['build'] {
  if (item.type === 'chart') return 'chart';
  if (node.name !== 'p:sp') return null;
  return item.type === 'text' && item.fill.kind === 'none' && !item.line ? 'text' : 'shape';
}
