import { element, type XmlElement } from '../../../package/xml.js';
import type { GroupItem, Item } from '../../../scene/scene.js';
import { frameXml } from '../parts/frame.js';
import { type DrawnSlide, shapeTree } from '../slides/slide.js';
import type { Patch } from './patch.js';

/** Items that move together, in a `p:grpSp` whose own space is the slide's. */
export const groups: Patch = {
  name: 'groups',
  why: 'pptxgenjs has no groups',
  apply(page) {
    const tree = shapeTree(page.root);
    if (!page.slide.items.some((item) => item.type === 'group')) return;
    tree.children = [...tree.children.slice(0, 2), ...nodesOf(page, page.slide.items)];
  },
};

const nodesOf = (page: DrawnSlide, items: readonly Item[]): readonly XmlElement[] =>
  items.flatMap((item) => {
    const node = item.type === 'group' ? groupXml(page, item) : page.nodes.get(item.id);
    return node ? [node] : [];
  });

function groupXml(page: DrawnSlide, item: GroupItem): XmlElement {
  const about = element('p:nvGrpSpPr', {}, element('p:cNvPr', { id: 0, name: '' }), element('p:cNvGrpSpPr'), element('p:nvPr'));
  const group = element('p:grpSp', {}, about, element('p:grpSpPr', {}, groupFrameXml(item)), ...nodesOf(page, item.items));
  page.nodes.set(item.id, group);
  return group;
}

function groupFrameXml({ frame }: GroupItem): XmlElement {
  const transform = frameXml('a:xfrm', frame);
  transform.children.push(element('a:chOff', { x: frame.x, y: frame.y }), element('a:chExt', { cx: frame.cx, cy: frame.cy }));
  return transform;
}
