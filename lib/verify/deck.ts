/** A presentation as rules see it: a package, and the way from part to part. */
import { contentTypes } from '../package/names.js';
import { listed, openPackage, type PackageView, partOf } from '../package/view.js';
import { child, notWellFormed, type XmlElement } from '../package/xml.js';
import { readWorkbook, type Workbook } from './workbook.js';

/** A placeholder on a slide, layout or master. */
export interface Placeholder {
  /** `p:sp`, `p:pic` or `p:graphicFrame`. */
  readonly shape: XmlElement;
  readonly name: string;
  /** `obj` where none is written (ISO/IEC 29500-1, 19.3.1.36). */
  readonly type: string;
  /** 0 where none is written. */
  readonly idx: string;
  /** Its own frame; `null` where it inherits one. */
  readonly xfrm: XmlElement | null;
}

/** A presentation. */
export interface Deck extends PackageView {
  /** The presentation part. */
  readonly presentation: string;
  readonly slides: readonly string[];
  readonly layouts: readonly string[];
  readonly masters: readonly string[];
  readonly notesSlides: readonly string[];
  readonly notesMasters: readonly string[];
  readonly charts: readonly string[];
  /** The parts that hold shapes: all of the above but for charts. */
  readonly drawings: readonly string[];
  /** The entries of the presentation's lists: `p:sldId`, `p:sldMasterId`, … */
  readonly entries: (list: string, item: string) => readonly XmlElement[];
  /** The slides in the order in which they are shown. */
  readonly shown: readonly string[];
  /** The slide's layout. */
  readonly layoutOf: (slide: string) => string | null;
  readonly placeholders: (part: string) => readonly Placeholder[];
  /** The workbook behind a chart; `null` where it has none, or one that we cannot read. */
  readonly workbook: (chart: string) => Workbook | null;
  /** The embedded workbooks, opened, by part name; `null` for one that cannot be opened. */
  readonly workbooks: ReadonlyMap<string, PackageView | null>;
}

const SHAPES = ['p:sp', 'p:pic', 'p:graphicFrame'];

/** The non-visual properties of a shape: `p:nvSpPr`, `p:nvPicPr`, … */
const nonVisual = (shape: XmlElement): XmlElement | undefined =>
  shape.children.find((node): node is XmlElement => typeof node !== 'string' && /^p:nv\w+Pr$/.test(node.name));

/** The name, id and texts of a shape: its `p:cNvPr`. */
export const properties = (shape: XmlElement): Readonly<Record<string, string>> => {
  const parent = nonVisual(shape);
  return (parent && child(parent, 'p:cNvPr')?.attributes) ?? {};
};

/** The `p:ph` of a shape, where it is a placeholder. */
export function placeholderMark(shape: XmlElement): XmlElement | null {
  const parent = nonVisual(shape);
  const mark = parent && child(parent, 'p:nvPr');
  return (mark && child(mark, 'p:ph')) ?? null;
}

function placeholder(shape: XmlElement): readonly Placeholder[] {
  const mark = placeholderMark(shape);
  if (!mark) return [];
  const owner = shape.name === 'p:graphicFrame' ? shape : child(shape, 'p:spPr');
  const xfrm = owner && child(owner, shape.name === 'p:graphicFrame' ? 'p:xfrm' : 'a:xfrm');
  const { type = 'obj', idx = '0' } = mark.attributes;
  return [{ shape, name: properties(shape).name ?? '', type, idx, xfrm: xfrm ?? null }];
}

/** Opens a deck. Throws an Error with a plain sentence when there is no package, or no presentation in it. */
export function openDeck(bytes: Uint8Array): Deck {
  const view = openPackage(bytes);
  const presentation = view.related('/', 'officeDocument')[0];
  if (presentation === undefined) throw new Error('the package names no document, so it is no .pptx or .potx');
  const document = view.parsed(presentation);
  if ('problem' in document) throw new Error(notWellFormed(presentation, document.problem));
  if (document.root.name !== 'p:presentation') throw new Error(`${presentation.slice(1)} is no presentation`);
  const entries = (list: string, item: string): readonly XmlElement[] => listed(view.root(presentation), list, item);
  const slides = view.ofType(contentTypes.slide);
  const layouts = view.ofType(contentTypes.slideLayout);
  const masters = view.ofType(contentTypes.slideMaster);
  const notesSlides = view.ofType(contentTypes.notesSlide);
  const notesMasters = view.ofType(contentTypes.notesMaster);
  const workbooks = new Map(view.ofType(contentTypes.package).map((part) => [part, open(view.bytes(part))]));
  const contents = new Map([...workbooks].map(([part, opened]) => [part, opened && readWorkbook(opened)]));
  return {
    ...view,
    presentation,
    slides,
    layouts,
    masters,
    notesSlides,
    notesMasters,
    charts: view.ofType(contentTypes.chart),
    drawings: [...slides, ...layouts, ...masters, ...notesSlides, ...notesMasters],
    entries,
    shown: entries('p:sldIdLst', 'p:sldId').flatMap((item) => partOf(view, presentation, item) ?? []),
    layoutOf: (slide) => view.related(slide, 'slideLayout')[0] ?? null,
    placeholders: (part) => view.named(part, ...SHAPES).flatMap(placeholder),
    workbook: (chart) => {
      const part = partOf(view, chart, view.named(chart, 'c:externalData')[0]);
      return (part !== null && contents.get(part)) || null;
    },
    workbooks,
  };
}

function open(bytes: Uint8Array): PackageView | null {
  try {
    return openPackage(bytes);
  } catch {
    return null;
  }
}
