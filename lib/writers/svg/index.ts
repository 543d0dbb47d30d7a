/** Slides as SVG: the same scene that becomes a .pptx, drawn by us. Text stays text, and its lines are the measured ones. */
import { toPoints } from '../../core/units.js';
import { serialize, type XmlElement } from '../../package/xml.js';
import { type Media, type Scene, type SceneSlide, slidesOf } from '../../scene/scene.js';
import type { FontFace } from '../../scene/text.js';
import { recolored } from '../../template/ground.js';
import type { Layout, Template } from '../../template/model.js';
import type { Backdrop } from '../../template/office/backdrop/index.js';
import { drawBackdrop } from './backdrop.js';
import { drawItem } from './items.js';
import { hex } from './paint.js';
import { type Attributes, type Page, short, tag } from './svg.js';

export { charactersWithout } from './fonts.js';
export { packagesFor } from './script-fonts.js';

/** A user unit is a point; drawn at its own size a slide has 96 pixels to the inch. */
const PIXELS = 96 / 72;

/** What slides are drawn with besides the scene and its template. */
export interface Looks {
  /** Named for letters that the metric twins lack; default: none. */
  readonly faces?: readonly FontFace[];
  /** What a company's file draws behind the slides of its layouts, by the layout's part; default: nothing. */
  readonly backdrops?: ReadonlyMap<string, Backdrop>;
}

/** How slides stand on a sheet. */
export interface SheetLooks extends Looks {
  readonly columns: number;
  /** Under the slides, in their order; default: none. */
  readonly labels?: readonly string[];
}

/** What all slides share. */
type Brand = Required<Looks> & { readonly template: Template };

const brandOf = (template: Template, { faces = [], backdrops = new Map() }: Looks): Brand => ({ template, faces, backdrops });

/**
 * Every slide as an SVG document, in order. The same scene, template and looks give the same text. Throws a TypeError for a slide whose layout the
 * template has not.
 */
export function drawSlides(scene: Scene, template: Template, looks: Looks = {}): readonly string[] {
  const brand = brandOf(template, looks);
  const media = mediaOf(scene, template);
  const frame = { width: toPoints(scene.size.cx) * PIXELS, height: toPoints(scene.size.cy) * PIXELS };
  return slidesOf(scene).map((slide, index) => serialize(drawSlide(slide, index + 1, media, scene, brand, frame)));
}

/** A contact sheet: all slides in one SVG document, in rows of `columns`, each over its label where there are any. */
export function drawSheet(scene: Scene, template: Template, looks: SheetLooks): string {
  const { columns, labels = [] } = looks;
  const brand = brandOf(template, looks);
  const slides = slidesOf(scene);
  const media = mediaOf(scene, template);
  const [w, h] = [toPoints(scene.size.cx), toPoints(scene.size.cy)];
  const gap = w * SHEET_GAP;
  const across = Math.min(columns, Math.max(1, slides.length));
  const down = Math.max(1, Math.ceil(slides.length / across));
  const line = labels.length > 0 ? w * SHEET_LABEL : 0;
  const drawn = slides.flatMap((slide, index) => {
    const x = gap + (index % across) * (w + gap);
    const y = gap + Math.floor(index / across) * (h + gap + line);
    const label = labels[index];
    const text = { x, y: y + h + line * 0.8, 'font-family': LABEL_FONT, 'font-size': line * 0.65, fill: LABEL_COLOR };
    return [
      drawSlide(slide, index + 1, media, scene, brand, { x, y, width: w, height: h }),
      ...(label === undefined ? [] : [tag('text', text, label)]),
    ];
  });
  const [width, height] = [gap + across * (w + gap), gap + down * (h + gap + line)];
  const ground = tag('rect', { width, height, fill: SHEET_GROUND });
  return serialize(tag('svg', { xmlns: SVG, viewBox: `0 0 ${short(width)} ${short(height)}`, width, height }, ground, ...drawn));
}

const SVG = 'http://www.w3.org/2000/svg';

/** Of the slide's width. */
const SHEET_GAP = 0.03;
const SHEET_GROUND = '#8A8A8A';
/** Of the slide's width: the line under it. */
const SHEET_LABEL = 0.05;
const LABEL_COLOR = '#1A1A1A';
const LABEL_FONT = 'Carlito, Calibri, sans-serif';

const mediaOf = (scene: Scene, template: Template): ReadonlyMap<string, Media> =>
  new Map([...template.media, ...scene.media].map((media) => [media.id, media]));

/** The background, the master's art, the layout's, then the items in reading order. */
function drawSlide(
  slide: SceneSlide,
  number: number,
  media: ReadonlyMap<string, Media>,
  { size, properties }: Scene,
  { template, faces, backdrops }: Brand,
  frame: Attributes,
): XmlElement {
  const layout = template.layouts.find(({ name }) => name === slide.layout);
  if (!layout) throw new TypeError(`the template has no layout ${JSON.stringify(slide.layout)}`);
  const backdrop = backdrops.get(layout.origin?.part ?? '');
  const own: Template = backdrop ? { ...template, ...backdrop.look } : template;
  const page: Page = { template: recolored(own, slide.colorMap), media, faces, key: slide.key, number, definitions: new Map() };
  const ground: Page = { ...page, template: own };
  const [w, h] = [toPoints(size.cx), toPoints(size.cy)];
  const drawn = [
    tag('rect', { width: w, height: h, fill: hex(layout.background ?? own.master.background, ground) }),
    ...(backdrop ? drawBackdrop(backdrop, size, { ...ground, key: `${slide.key}.layout` }) : drawArt(layout, ground)),
    ...slide.items.map((item) => drawItem(item, page)),
  ];
  const definitions = [...page.definitions.values()];
  return tag(
    'svg',
    { xmlns: SVG, id: slide.key, 'xml:lang': properties.lang, viewBox: `0 0 ${short(w)} ${short(h)}`, ...frame },
    tag('title', {}, slide.title),
    definitions.length > 0 ? tag('defs', {}, ...definitions) : null,
    ...drawn,
  );
}

/** The art of a template of ours: the master's, then the layout's. */
const drawArt = ({ masterArt, art }: Layout, page: Page): readonly XmlElement[] => [
  ...(masterArt ? page.template.master.art : []).map((item) => drawItem(item, { ...page, key: `${page.key}.master` })),
  ...art.map((item) => drawItem(item, { ...page, key: `${page.key}.layout` })),
];
