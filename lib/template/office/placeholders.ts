/** The layouts of a file as they stand there: placeholders with all that they inherit, and what lies between them. */
import { emu, type Rect, rect, type Size } from '../../core/units.js';
import type { PackageView } from '../../package/view.js';
import { child, descendants, elements, find, textOf, type XmlElement } from '../../package/xml.js';
import type { Insets, TextStyle } from '../../scene/text.js';
import type { Placeholder } from '../model.js';
import { rootOf } from './open.js';
import { promptStyle, saysSize, styleOf } from './text.js';

/** A placeholder of a layout, with all that it inherits. */
export interface Found {
  readonly name: string;
  /** `title`, `body`, `obj` …; `obj` where none is written. */
  readonly type: string;
  readonly mark: Readonly<Record<string, string>>;
  /** Its whole frame, as far as it lies on the slide. */
  readonly frame: Rect;
  /** Whether it is not what the file gives it: a part of that lies beside the slide, or it is another master's. */
  readonly clipped: boolean;
  readonly insets: Insets;
  readonly anchor: Placeholder['anchor'];
  readonly style: TextStyle;
  /** Whether a slide inherits that style; where not, it is that of the prompt. */
  readonly inherits: boolean;
  /** What it says itself: a footer's words. */
  readonly text: string;
  /** Turned or upright text, which we do not lay out. */
  readonly turned: boolean;
  /** A slide cannot take it for its own: two have the same mark, or it has another master's place. */
  readonly repeated: boolean;
  readonly body: Readonly<Record<string, string>>;
  readonly scaled: boolean;
}

/** A layout as it stands in the file. */
export interface FoundLayout {
  readonly part: string;
  readonly name: string;
  /** ISO/IEC 29500-1, 19.7.15; empty where none is written. */
  readonly type: string;
  /** Its master: the index in the file, from 0. */
  readonly master: number;
  readonly placeholders: readonly Found[];
  /** Frames of what is drawn on it and on its master, but for what covers most of the slide. */
  readonly art: readonly Rect[];
  /** Frames of what covers most of the slide and yet ends on it: a panel that content stands on. */
  readonly grounds: readonly Rect[];
  readonly colorMap: Readonly<Record<string, string>> | null;
  /** What is behind it: its own, else its master's `p:bg`. */
  readonly background: XmlElement | null;
}

/** A master. */
export interface FoundMaster {
  readonly part: string;
  readonly theme: string | null;
  readonly root: XmlElement;
  /** Frames of its own title and body. */
  readonly title: Rect | null;
  readonly body: Rect | null;
  readonly layouts: readonly FoundLayout[];
}

/** Reads a master with its layouts, in the order in which PowerPoint shows them. */
export function readMaster(part: string, index: number, view: PackageView, presentation: XmlElement, size: Size): FoundMaster {
  const root = rootOf(view, part);
  const ids = elements(child(root, 'p:sldLayoutIdLst') ?? root, 'p:sldLayoutId');
  const listed = ids.flatMap(({ attributes }) => {
    const item = view.relationship(part, attributes['r:id'] ?? '');
    const target = item && !item.external ? view.locate(item.target) : null;
    return target === null ? [] : [target];
  });
  const context: Context = { master: root, defaults: child(presentation, 'p:defaultTextStyle'), size };
  const layouts = listed.map((name) => readLayout(name, index, rootOf(view, name), context));
  const frameOfType = (type: string): Rect | null => {
    const shape = shapeOfType(root, type);
    const xfrm = shape && transformOf(shape);
    return xfrm ? frameOf(xfrm) : null;
  };
  return { part, theme: view.related(part, 'theme')[0] ?? null, root, title: frameOfType('title'), body: frameOfType('body'), layouts };
}

interface Context {
  readonly master: XmlElement;
  readonly defaults: XmlElement | undefined;
  readonly size: Size;
}

function readLayout(part: string, master: number, root: XmlElement, context: Context): FoundLayout {
  const shapes = shapesOf(root);
  const own = shapes.flatMap((shape) => {
    const mark = markOf(shape);
    const found = mark && readPlaceholder(shape, mark, context);
    return found ? [found] : [];
  });
  const keys = own.map(keyOf);
  const map = find(root, 'p:clrMapOvr', 'a:overrideClrMapping');
  const shown = root.attributes.showMasterSp === '0' || root.attributes.showMasterSp === 'false' ? [] : shapesOf(context.master);
  const drawn = [...shown, ...shapes].filter((shape) => !markOf(shape)).flatMap((shape) => artFrame(shape, context.size));
  const share = ({ cx, cy }: Rect): number => (cx * cy) / (context.size.cx * context.size.cy);
  return {
    part,
    name: (child(root, 'p:cSld')?.attributes.name ?? '').trim(),
    type: root.attributes.type ?? '',
    master,
    placeholders: own.map((item, index) => ({ ...item, repeated: keys.indexOf(keys[index] ?? '') < index })),
    art: drawn.filter((frame) => share(frame) < GROUND),
    grounds: drawn.filter((frame) => share(frame) >= GROUND && frame.y + frame.cy < context.size.cy),
    colorMap: map ? map.attributes : null,
    background: find(root, 'p:cSld', 'p:bg') ?? find(context.master, 'p:cSld', 'p:bg') ?? null,
  };
}

const isTitle = (type: string): boolean => type === 'title' || type === 'ctrTitle';
const isFooter = (type: string): boolean => type === 'dt' || type === 'ftr' || type === 'sldNum';

/** By what a slide finds a placeholder: titles and footers by type, the others by idx too. */
const keyOf = ({ type, mark }: Pick<Found, 'type' | 'mark'>): string =>
  isTitle(type) ? 'title' : isFooter(type) ? type : (mark.idx ?? '0');

const SHAPES: ReadonlySet<string> = new Set(['p:sp', 'p:pic', 'p:graphicFrame', 'p:grpSp', 'p:cxnSp']);

const shapesOf = (root: XmlElement): readonly XmlElement[] => {
  const tree = find(root, 'p:cSld', 'p:spTree');
  return tree
    ? elements(tree)
        .flatMap((item) => (item.name === 'mc:AlternateContent' ? descendants(item) : [item]))
        .filter(({ name }) => SHAPES.has(name))
    : [];
};

const about = (shape: XmlElement): XmlElement | undefined => elements(shape).find(({ name }) => /^p:nv\w+Pr$/.test(name));

function markOf(shape: XmlElement): XmlElement | null {
  const parent = about(shape);
  return (parent && find(parent, 'p:nvPr', 'p:ph')) ?? null;
}

/** The first placeholder of a type on a master. */
export const shapeOfType = (master: XmlElement, type: string): XmlElement | undefined =>
  shapesOf(master).find((item) => markOf(item)?.attributes.type === type);

/** The type of a master's placeholder that a layout's takes its look from. */
const masterType = (type: string): string => (isTitle(type) ? 'title' : isFooter(type) ? type : 'body');

function readPlaceholder(shape: XmlElement, { attributes }: XmlElement, context: Context): Omit<Found, 'repeated'> | null {
  const type = attributes.type ?? 'obj';
  const above = shapeOfType(context.master, masterType(type));
  const xfrm = transformOf(shape) ?? (above && transformOf(above));
  const frame = xfrm && onSlide(frameOf(xfrm), context.size);
  if (!xfrm || !frame) return null;
  const bodies = [above, shape].flatMap((item) => (item && find(item, 'p:txBody', 'a:bodyPr')) ?? []);
  const body = (name: string): string | undefined =>
    bodies.reduceRight<string | undefined>((found, item) => found ?? item.attributes[name], undefined);
  const inset = (name: string, usual: number) => emu(Number(body(name) ?? usual));
  const fit = bodies.flatMap((item) => elements(item)).findLast(({ name }) => /^a:(?:no|norm|sp)AutoFit$/i.test(name));
  const identity = about(shape);
  const shapes = [above, shape].filter((item) => item !== undefined);
  const lists = [masterStyle(type, context.master), ...shapes.map((item) => find(item, 'p:txBody', 'a:lstStyle'))];
  const inherits = saysSize(lists);
  // LibreOffice writes the looks of each level into the master's prompts; those of its layouts have no bullets, and another master's colours.
  const prompts = above && type !== 'subTitle' ? [above] : shapes;
  return {
    name: (identity && child(identity, 'p:cNvPr')?.attributes.name) ?? '',
    type,
    mark: Object.fromEntries(
      Object.entries(attributes).filter(([name]) => name === 'type' || name === 'idx' || name === 'sz' || name === 'orient'),
    ),
    frame,
    clipped: !sameFrame(frame, frameOf(xfrm)),
    insets: { left: inset('lIns', 91_440), top: inset('tIns', 45_720), right: inset('rIns', 91_440), bottom: inset('bIns', 45_720) },
    anchor: ANCHOR[body('anchor') ?? 't'] ?? 'top',
    style: styleOf([context.defaults, ...lists, ...(inherits ? [] : prompts.map(promptStyle))]),
    inherits,
    text: descendants(shape, 'a:t').map(textOf).join('').trim(),
    turned:
      Number(xfrm.attributes.rot ?? 0) !== 0 ||
      (body('vert') ?? 'horz') !== 'horz' ||
      Number(body('rot') ?? 0) !== 0 ||
      attributes.orient === 'vert',
    body: { ...(body('wrap') === 'none' ? { wrap: 'square' } : {}), ...(Number(body('numCol') ?? 1) > 1 ? { numCol: '1' } : {}) },
    scaled:
      fit !== undefined &&
      (fit.attributes.fontScale !== undefined || fit.attributes.lnSpcReduction !== undefined || /^a:spAutoFit$/i.test(fit.name)),
  };
}

const ANCHOR: Readonly<Record<string, Placeholder['anchor']>> = { t: 'top', ctr: 'middle', b: 'bottom' };

function masterStyle(type: string, master: XmlElement): XmlElement | undefined {
  return find(master, 'p:txStyles', isTitle(type) ? 'p:titleStyle' : isFooter(type) ? 'p:otherStyle' : 'p:bodyStyle');
}

function transformOf(shape: XmlElement): XmlElement | undefined {
  const holder = child(shape, 'p:spPr') ?? child(shape, 'p:grpSpPr') ?? shape;
  const xfrm = child(holder, 'a:xfrm') ?? child(holder, 'p:xfrm');
  return xfrm && child(xfrm, 'a:off') && child(xfrm, 'a:ext') ? xfrm : undefined;
}

function frameOf(xfrm: XmlElement): Rect {
  const { x = '0', y = '0' } = child(xfrm, 'a:off')?.attributes ?? {};
  const { cx = '0', cy = '0' } = child(xfrm, 'a:ext')?.attributes ?? {};
  return rect(Number(x), Number(y), Number(cx), Number(cy));
}

const sameFrame = (a: Rect, b: Rect): boolean => a.x === b.x && a.y === b.y && a.cx === b.cx && a.cy === b.cy;

/** The part of a frame that lies on the slide; null where none does. */
function onSlide(frame: Rect, size: Size): Rect | null {
  const [left, top] = [Math.max(0, frame.x), Math.max(0, frame.y)];
  const right = Math.min(size.cx, frame.x + frame.cx);
  const bottom = Math.min(size.cy, frame.y + frame.cy);
  return right > left && bottom > top ? rect(left, top, right - left, bottom - top) : null;
}

/** What covers more of the slide than this is ground, not art in the way. */
const GROUND = 0.4;

function artFrame(shape: XmlElement, size: Size): readonly Rect[] {
  const xfrm = transformOf(shape);
  const frame = xfrm && onSlide(frameOf(xfrm), size);
  return frame ? [frame] : [];
}
