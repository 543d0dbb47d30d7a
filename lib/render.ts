/** Pictures of slides: the stages of a build up to the scene, then our own drawing of it. */
import { type BriefingSource, type BuildOptions, type CheckResult, type Made, makeScene } from './build.js';
import { type Diagnostic, diagnostic, type Span } from './core/diagnostic.js';
import { packagedFonts, readFontAt, twinFonts } from './host/fonts.js';
import { type Scene, slidesOf, wordsIn } from './scene/scene.js';
import type { FontFace } from './scene/text.js';
import type { Template } from './template/model.js';
import { readFontFile } from './text/font-file.js';

/** How slides are drawn. Every option may be left out. */
export interface RenderOptions extends BuildOptions {
  /** `svg`: a text for each slide; `png`: a picture for each; `sheet`: one PNG with all of them. Default: `png`. */
  readonly format?: 'svg' | 'png' | 'sheet';
  /** Of a PNG, in pixels; default: 1920. */
  readonly width?: number;
}

/** What a briefing looks like. */
export interface RenderResult extends CheckResult {
  /** SVG as text, PNG as bytes, in the order of the slides; none where there is an error. */
  readonly pictures: readonly (string | Uint8Array)[];
}

const WIDTH = 1920;
const SHEET_COLUMNS = 3;

/**
 * Draws the slides of a deck without building it, with our own renderer: no Office, no browser. The same input gives the same pictures.
 * Bad input never throws: it is told in `diagnostics`. Throws a TypeError for options that are not of their type.
 */
export async function renderSlides(source: BriefingSource, options: RenderOptions = {}): Promise<RenderResult> {
  const { format = 'png', width = WIDTH, ...build } = checked(options);
  const made = await makeScene(source, build);
  const told = made.result.diagnostics;
  if (!made.scene || (!build.draft && told.some(({ severity }) => severity === 'error'))) return { ...made.result, pictures: [] };
  return drawMade(made, source, { format, width, fonts: options.fonts ?? [], columns: SHEET_COLUMNS, labels: [] });
}

/** How a scene is drawn. */
export interface DrawOptions extends Required<Pick<RenderOptions, 'format' | 'width' | 'fonts'>> {
  /** Of a sheet. */
  readonly columns: number;
  /** Under the slides of a sheet, in their order; empty: none. */
  readonly labels: readonly string[];
}

/** Draws a scene. */
export async function drawMade(
  made: Extract<Made, { readonly template: Template }>,
  source: BriefingSource,
  { format, width, fonts, columns, labels }: DrawOptions,
): Promise<RenderResult> {
  const { scene, template, result } = made;
  const place = startOf(source);
  const { backdrops, diagnostics } = await backdropsOf(scene, template, place);
  const told = [...result.diagnostics, ...diagnostics];
  const { drawSlides, drawSheet } = await import('./writers/svg/index.js');
  const given = template.fonts.files ?? [];
  if (format === 'svg') return { ...result, diagnostics: told, pictures: drawSlides(scene, template, { faces: given, backdrops }) };

  const { loadRenderer } = await import('./writers/png/index.js');
  const render = await loadRenderer();
  const twins = twinFonts();
  const lacking = [...(render ? [] : ['@resvg/resvg-js']), ...twins.missing];
  if (!render || lacking.length > 0) return { ...result, diagnostics: [...told, notInstalled(lacking, place)], pictures: [] };
  const others = await otherFonts(scene, given, place);
  const faces = [...given, ...others.faces];
  const looks = { faces, backdrops };
  const drawn = format === 'sheet' ? [drawSheet(scene, template, { ...looks, columns, labels })] : drawSlides(scene, template, looks);
  const files = [...twins.files, ...fonts, ...others.files];
  return { ...result, diagnostics: [...told, ...others.diagnostics], pictures: drawn.map((svg) => render(svg, { width, fonts: files })) };
}

/** What a company's file draws behind the slides, and what of it is not drawn. */
async function backdropsOf(scene: Scene, template: Template, place: Span) {
  if (!template.file) return { backdrops: new Map(), diagnostics: [] };
  const { readBackdrops } = await import('./template/office/backdrop/index.js');
  const used = new Set(slidesOf(scene).map(({ layout }) => layout));
  const layouts = template.layouts.flatMap(({ name, origin }) => (origin && used.has(name) ? [origin.part] : []));
  const { byPart, skipped } = readBackdrops(template, new Set(layouts));
  return { backdrops: byPart, diagnostics: skipped.length > 0 ? [notDrawn(skipped, place)] : [] };
}

const notDrawn = (what: readonly string[], span: Span): Diagnostic =>
  diagnostic(
    'info',
    'render/not-drawn',
    `of the template's art these pictures of the slides lack ${inWords(what)}`,
    span,
    'the deck itself has all of it',
  );

const inWords = (items: readonly string[]): string => [items.slice(0, -1).join(', '), items.at(-1) ?? ''].filter(Boolean).join(' and ');

/** Fonts for the characters that neither the twins nor the given faces have, as far as their packages are installed, and what is still missing. */
async function otherFonts(scene: Scene, given: readonly FontFace[], place: Span) {
  const { charactersWithout, packagesFor } = await import('./writers/svg/index.js');
  const words = wordsIn(scene);
  const foreign = charactersWithout(words, given);
  const { files, missing } = packagedFonts(packagesFor(foreign, scene.properties.lang));
  const faces = await readFaces(files);
  const left = charactersWithout(words, [...given, ...faces]);
  return { files, faces, diagnostics: left.length > 0 ? [noFont(left, missing, place)] : [] };
}

async function readFaces(files: readonly string[]): Promise<readonly FontFace[]> {
  const read = await Promise.all(files.map(readFontAt));
  const faces = await Promise.all(read.map((bytes) => (typeof bytes === 'string' ? null : readFontFile(bytes))));
  return faces.flatMap((found) => found ?? []);
}

function checked(options: RenderOptions): RenderOptions {
  const { format, width } = options;
  if (format !== undefined && !['svg', 'png', 'sheet'].includes(format)) throw new TypeError('option "format" must be svg, png or sheet');
  if (width !== undefined && !(Number.isInteger(width) && width > 0 && width <= WIDEST))
    throw new TypeError(`option "width" must be a whole number of pixels from 1 to ${WIDEST}`);
  return options;
}

/** Beyond it the renderer runs out of memory. */
const WIDEST = 16_000;

const notInstalled = (names: readonly string[], span: Span): Diagnostic =>
  diagnostic(
    'error',
    'render/not-installed',
    `PNG needs packages that are not installed: ${names.join(', ')}`,
    span,
    `npm install ${names.join(' ')}`,
  );

const SHOWN = 5;

function noFont(characters: readonly string[], packages: readonly string[], span: Span): Diagnostic {
  const more = characters.length > SHOWN ? ` and ${characters.length - SHOWN} more characters` : '';
  const message = `no font of ours has ${characters.slice(0, SHOWN).join(' ')}${more}: boxes stand for them`;
  const hints = ['name a font that has them: --font FILE', ...packages.map((name) => `or install one: npm install ${name}`)];
  return diagnostic('warning', 'render/no-font', message, span, ...hints);
}

const startOf = (source: BriefingSource): Span => {
  const start = { line: 1, column: 1, offset: 0 };
  const file = typeof source === 'string' ? '<briefing>' : source instanceof URL ? source.href : source.path;
  return { file, start, end: start };
};
