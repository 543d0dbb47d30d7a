import type { Rect } from '../../../core/units.js';
import { child, element, elements, find, type XmlElement } from '../../../package/xml.js';
import type { Item, PlaceholderRef, TextItem } from '../../../scene/scene.js';
import { type LevelStyle, levelStyle, type ThemeFonts } from '../../../scene/text.js';
import type { PlaceholderOrigin } from '../../../template/model.js';
import { frameXml } from '../parts/frame.js';
import { listStyleXml } from '../parts/text.js';
import { type DrawnSlide, drawn, originOf } from '../slides/slide.js';
import { replace } from './edit.js';
import type { Patch } from './patch.js';

/**
 * Real placeholders: text and pictures take place, size and looks from the layout; a graphic frame, which must have a frame of its own
 * (ISO/IEC 29500-1, 19.3.1.21), says it. Text that had to step its type down says so once, in its list style. In a layout of a company's own
 * template a slide also says where it keeps to a part of a placeholder's frame. So does a foot that stands on a picture: LibreOffice takes one without
 * a frame of its own for the master's and draws it below everything on the slide.
 */
export const placeholders: Patch = {
  name: 'placeholders',
  why: 'pptxgenjs repeats on every slide what the layout gives, loses the types pic and tbl (https://github.com/gitbrent/PptxGenJS/pull/1526) and has none for tables',
  apply(page) {
    for (const { item, node } of drawn(page, 'text', 'picture', 'table', 'chart')) {
      if (!item.placeholder) continue;
      const origin = originOf(page, item.placeholder);
      fill(node, item.placeholder, origin);
      if (item.type === 'text') inheritText(node, styleXml(item, origin, page.parts.template.fonts), origin);
      const own = origin ? origin.frame : FOOT.has(item.placeholder.type) && isCovered(item, page) ? item.frame : null;
      if (item.type === 'text' || item.type === 'picture') replace(shapeXml(own), child(node, 'p:spPr'));
      if (item.type === 'table' || item.type === 'chart') replace(frameXml('p:xfrm', item.frame), child(node, 'p:xfrm'));
    }
  },
};

/** `p:ph`; the title carries no index, and a type of `obj` is what no type means. */
function fill(node: XmlElement, { type, idx }: PlaceholderRef, origin: PlaceholderOrigin | null): void {
  const about = elements(node)[0];
  const properties = about && child(about, 'p:nvPr');
  const mark = origin ? origin.mark : { type: type === 'obj' ? null : type, idx: idx === 0 ? null : idx };
  if (properties) properties.children = [element('p:ph', mark)];
  const picture = about && find(about, 'p:cNvPicPr', 'a:picLocks');
  if (picture) picture.attributes = { noGrp: '1', noChangeAspect: '1' };
}

const shapeXml = (frame: Rect | null): XmlElement => element('p:spPr', {}, frame ? frameXml('a:xfrm', frame) : null);

const FOOT: ReadonlySet<string> = new Set(['ftr', 'sldNum', 'dt']);

/** Whether a picture or a shape of the slide lies where the item stands. */
const isCovered = ({ frame }: Item, page: DrawnSlide): boolean =>
  [...drawn(page, 'picture', 'shape')].some(
    ({ item: { frame: other } }) =>
      other.x < frame.x + frame.cx && frame.x < other.x + other.cx && other.y < frame.y + frame.cy && frame.y < other.y + other.cy,
  );

/** What text says of its looks: sizes that are not the inherited ones; all of them where nothing is inherited. */
function styleXml({ style, sizes }: TextItem, origin: PlaceholderOrigin | null, fonts: ThemeFonts): XmlElement {
  if (origin && !origin.inherits) return listStyleXml(style, 'a:lstStyle', fonts);
  const levels = origin
    ? style.flatMap((level, index) => differing(level, levelStyle(origin.style, index), index))
    : (sizes ?? []).map(levelXml);
  return element('a:lstStyle', {}, ...levels);
}

/** The size and the spacing of a level that differ from those that it inherits. */
function differing(own: LevelStyle, inherited: LevelStyle, level: number): readonly XmlElement[] {
  const space = (name: string, value: number, other: number): XmlElement | null =>
    value === other ? null : element(name, {}, element('a:spcPts', { val: Math.round(value * 100) }));
  const sized = own.size !== inherited.size;
  const xml = element(
    `a:lvl${level + 1}pPr`,
    {},
    space('a:spcBef', own.spaceBefore, inherited.spaceBefore),
    space('a:spcAft', own.spaceAfter, inherited.spaceAfter),
    sized ? element('a:defRPr', { sz: Math.round(own.size * 100) }) : null,
  );
  return xml.children.length > 0 ? [xml] : [];
}

function inheritText(node: XmlElement, style: XmlElement, origin: PlaceholderOrigin | null): void {
  replace(element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true })), find(node, 'p:nvSpPr', 'p:cNvSpPr'));
  replace(element('a:bodyPr', origin?.body ?? {}, origin?.scaled ? element('a:normAutofit') : null), find(node, 'p:txBody', 'a:bodyPr'));
  replace(style, find(node, 'p:txBody', 'a:lstStyle'));
}

const levelXml = (size: number, level: number): XmlElement =>
  element(`a:lvl${level + 1}pPr`, {}, element('a:defRPr', { sz: Math.round(size * 100) }));
