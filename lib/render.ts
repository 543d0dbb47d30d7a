/** Pictures of slides: the stages of a build up to the scene, then our own drawing of it. */
import { type BriefingSource, type BuildOptions, type CheckResult, makeScene } from './build.js';
import { type Diagnostic, diagnostic, type Span } from './core/diagnostic.js';
import { twinFonts } from './host/fonts.js';
import { type Scene, slidesOf, visitItems } from './scene/scene.js';
import { plainText } from './scene/text.js';

/** How slides are drawn. Every option may be left out. */
export interface RenderOptions extends BuildOptions {
  /** `svg`: a text for each slide; `png`: a picture for each; `sheet`: one PNG with all of them. Default: `png`. */
  readonly format?: 'svg' | 'png' | 'sheet';
  /** Of a PNG, in pixels; default: 1920. */
  readonly width?: number;
  /** Font files beside the metric twins of the templates' families, for PNG. */
  readonly fonts?: readonly string[];
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
  const { format = 'png', width = WIDTH, fonts = [], ...build } = checked(options);
  const made = await makeScene(source, build);
  const told = made.result.diagnostics;
  if (!made.scene || told.some(({ severity }) => severity === 'error')) return { ...made.result, pictures: [] };
  const { drawSlides, drawSheet, charactersWithoutTwin } = await import('./writers/svg/index.js');
  if (format === 'svg') return { ...made.result, pictures: drawSlides(made.scene, made.template) };

  const { loadRenderer } = await import('./writers/png/index.js');
  const render = await loadRenderer();
  const twins = twinFonts();
  const lacking = [...(render ? [] : ['@resvg/resvg-js']), ...twins.missing];
  const place = startOf(source);
  const foreign = fonts.length > 0 ? [] : charactersWithoutTwin(wordsOf(made.scene));
  const diagnostics: readonly Diagnostic[] = [
    ...told,
    ...(lacking.length > 0 ? [notInstalled(lacking, place)] : []),
    ...(foreign.length > 0 ? [noFont(foreign, place)] : []),
  ];
  if (!render || twins.missing.length > 0) return { ...made.result, diagnostics, pictures: [] };
  const drawn = format === 'sheet' ? [drawSheet(made.scene, made.template, SHEET_COLUMNS)] : drawSlides(made.scene, made.template);
  const files = [...twins.files, ...fonts];
  return { ...made.result, diagnostics, pictures: drawn.map((svg) => render(svg, { width, fonts: files })) };
}

function checked(options: RenderOptions): RenderOptions {
  const { format, width, fonts } = options;
  if (format !== undefined && !['svg', 'png', 'sheet'].includes(format)) throw new TypeError('option "format" must be svg, png or sheet');
  if (width !== undefined && !(Number.isInteger(width) && width > 0 && width <= WIDEST))
    throw new TypeError(`option "width" must be a whole number of pixels from 1 to ${WIDEST}`);
  if (fonts !== undefined && !(Array.isArray(fonts) && fonts.every((font) => typeof font === 'string')))
    throw new TypeError('option "fonts" must be a list of paths');
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

function noFont(characters: readonly string[], span: Span): Diagnostic {
  const more = characters.length > SHOWN ? ` and ${characters.length - SHOWN} more characters` : '';
  const message = `no font of ours has ${characters.slice(0, SHOWN).join(' ')}${more}: boxes stand for them`;
  return diagnostic('warning', 'render/no-font', message, span, 'name a font that has them: --font FILE');
}

const startOf = (source: BriefingSource): Span => {
  const start = { line: 1, column: 1, offset: 0 };
  const file = typeof source === 'string' ? '<briefing>' : source instanceof URL ? source.href : source.path;
  return { file, start, end: start };
};

/** All words on the slides. */
function wordsOf(scene: Scene): string {
  const words: string[] = [];
  for (const slide of slidesOf(scene)) {
    visitItems(slide.items, (item) => {
      if (item.type === 'text') words.push(...item.paragraphs.map(plainText));
      if (item.type === 'table') words.push(...item.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.map(plainText))));
      if (item.type === 'chart')
        words.push(...item.chart.workbook.columns.flatMap((column) => [column.header, ...column.cells.map(String)]));
    });
  }
  return words.join('');
}
