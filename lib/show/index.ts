/** A template shown: every layout once, filled with sample content, as one picture or as a deck. */
import { type CheckResult, makeScene } from '../build.js';
import type { Host } from '../core/host.js';
import { nodeHost } from '../host/node.js';
import { type DrawOptions, drawMade } from '../render.js';
import type { Scene, SceneSlide, TextItem } from '../scene/scene.js';
import { slidesOf } from '../scene/scene.js';
import { paragraph, run } from '../scene/text.js';
import type { TemplateDefinition } from '../template/define.js';
import type { Layout, Placeholder, Template } from '../template/model.js';
import type { SlideSize } from '../template/sizes.js';
import { writeDeck } from '../writers/pptx/index.js';
import { loadTemplate } from './load.js';
import { SAMPLE_PICTURE, sampleBriefing, sampleKey, samplePicture } from './sample.js';

/** How a template is shown. Every option may be left out. */
export interface ShowOptions {
  /** `png`: one picture of all layouts, each under its name; `pptx`: a deck with a slide of each. Default: `png`. */
  readonly format?: 'png' | 'pptx';
  /** Default: `16:9`. */
  readonly size?: SlideSize;
  /** Of the picture, in pixels; default: 2400. */
  readonly width?: number;
  /** Font files to measure and draw with, by their families. */
  readonly fonts?: readonly string[];
  /** Where files are read; default: Node's file system, kept inside the working folder and `allowDirs`. */
  readonly host?: Host;
  /** Folders besides the working folder that files may be read from. */
  readonly allowDirs?: readonly string[];
}

/** A template, shown. */
export interface ShowResult extends Pick<CheckResult, 'diagnostics'> {
  /** The picture or the deck; left out where there is an error. */
  readonly bytes?: Uint8Array;
  /** Every layout, in order: how a briefing names it, and its name in PowerPoint. */
  readonly layouts: readonly { readonly key: string; readonly name: string }[];
}

const WIDTH = 2400;
const COLUMNS = 5;
const FILE = 'sample.md';

/**
 * Shows a template: a name in `templates/`, `name:variant`, a folder, or one made by `defineTemplate`. A layout that the sample cannot fill is shown with the prompts of
 * its placeholders, as PowerPoint shows an empty slide.
 */
export async function showTemplate(name: string | TemplateDefinition, options: ShowOptions = {}): Promise<ShowResult> {
  const { format = 'png', size = '16:9', allowDirs = [], fonts = [] } = options;
  const host = withPicture(options.host ?? nodeHost({ root: '.', allowDirs }));
  const { template, diagnostics } = await loadTemplate(name, { host, size });
  if (!template) return { diagnostics, layouts: [] };
  const layouts = template.layouts.map((layout) => ({ key: layout.key, name: layout.name }));
  const made = await makeScene({ path: FILE, text: sampleBriefing(template) }, { template, host, fonts });
  if (!made.scene) return { diagnostics: made.result.diagnostics, layouts };
  const shown = { ...made, scene: oneEach(made.scene, template), result: { ...made.result, diagnostics } };
  if (format === 'pptx') return { bytes: await writeDeck(shown.scene, made.template), diagnostics, layouts };
  const { pictures, diagnostics: told } = await drawMade(shown, FILE, drawOptions(options, template));
  const [bytes] = pictures;
  return { ...(bytes instanceof Uint8Array ? { bytes } : {}), diagnostics: told, layouts };
}

const drawOptions = ({ width = WIDTH, fonts = [] }: ShowOptions, { layouts }: Template): DrawOptions => ({
  format: 'sheet',
  width,
  fonts,
  columns: COLUMNS,
  labels: layouts.map(({ key, name }) => `${name}  (${key})`),
});

/** The host with the sample's picture. */
const withPicture = (host: Host): Host => ({
  ...host,
  resolve: (from, target) => (target === SAMPLE_PICTURE ? target : host.resolve(from, target)),
  read: async (path) => (path === SAMPLE_PICTURE ? samplePicture() : host.read(path)),
});

/** The scene with one slide for each layout, in the template's order. */
function oneEach(scene: Scene, template: Template): Scene {
  const slides = slidesOf(scene);
  const each = template.layouts.map((layout) => shownSlide(layout, slides) ?? emptySlide(layout, scene, template));
  return { ...scene, sections: [{ key: 'layouts', name: template.title, slides: each }] };
}

/** The slide that the sample made for a layout. */
const shownSlide = (layout: Layout, slides: readonly SceneSlide[]): SceneSlide | undefined =>
  slides.find((slide) => slide.layout === layout.name && (layout.purpose !== 'content' || slide.key === sampleKey(layout)));

/** A slide that shows what its layout asks for. */
const emptySlide = (layout: Layout, { properties }: Scene, { footer }: Template): SceneSlide => ({
  key: `layout-${layout.key}`,
  anchors: [],
  layout: layout.name,
  title: layout.name,
  items: layout.placeholders
    .filter(({ type }) => TEXT.has(type))
    .map((target) => promptItem(target, target.type === 'ftr' ? footer : target.prompt, properties.lang)),
  notes: [],
  colorMap: null,
  transition: null,
  hidden: false,
});

const TEXT: ReadonlySet<Placeholder['type']> = new Set(['title', 'ctrTitle', 'subTitle', 'body', 'obj', 'ftr', 'dt']);

const promptItem = (target: Placeholder, text: string, lang: string): TextItem => ({
  type: 'text',
  id: `prompt-${target.idx}`,
  name: target.name,
  frame: target.frame,
  placeholder: { type: target.type, idx: target.idx },
  paragraphs: [paragraph([run(text, lang)])],
  style: target.style,
  sizes: null,
  anchor: target.anchor,
  insets: target.insets,
  fill: { kind: 'none' },
  line: null,
});
