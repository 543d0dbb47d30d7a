/** A template folder out of a company's file: its colours, fonts, margins and pictures on layouts of ours. */
import { parse } from 'yaml';
import type { Color } from '../../core/color.js';
import { toInches } from '../../core/units.js';
import { extensionOf } from '../../package/names.js';
import { levelStyle, type TextStyle } from '../../scene/text.js';
import type { Template } from '../model.js';
import { type OfficeTemplate, readOfficeTemplate } from './index.js';
import { innerFrame, isTitle } from './sorted.js';

/** A file of the folder; `path` with slashes. */
export interface ImportedFile {
  readonly path: string;
  readonly data: string | Uint8Array;
}

/** What the folder builds on: a template of ours by name, and what its `template.yaml` says. */
export interface ImportBase {
  readonly name: string;
  readonly text: string;
}

/**
 * The files of a template folder made from a `.potx` or `.pptx`: `template.yaml`, which extends `base`, and the pictures of its masters and layouts under
 * `assets/`. Throws an Error with a plain sentence where the file cannot be a template.
 */
export function importTemplate(bytes: Uint8Array, base: ImportBase): readonly ImportedFile[] {
  const read = readOfficeTemplate('template', bytes, 'none');
  const assets = picturesOf(read);
  return [{ path: 'template.yaml', data: templateYaml(read, base, assets) }, ...assets];
}

const PICTURES: ReadonlySet<string> = new Set(['png', 'jpg', 'jpeg', 'gif', 'svg', 'emf', 'wmf']);

/** Every picture that masters and layouts show, once; under its own name, for names of parts are no paths. */
function picturesOf({ template }: OfficeTemplate): readonly ImportedFile[] {
  const parts = template.file?.parts ?? [];
  const shown = new Set(
    parts
      .filter(({ name }) => /\/slide(?:Masters|Layouts)\//.test(name))
      .flatMap(({ relationships }) => relationships.filter(({ external }) => !external).map(({ target }) => target)),
  );
  return parts
    .filter(({ name }) => shown.has(name) && PICTURES.has(extensionOf(name)))
    .map(({ name, data }) => ({ path: `assets/${name.slice(name.lastIndexOf('/') + 1).replace(/[^\w.-]/g, '_')}`, data }));
}

const quoted = (text: string): string => JSON.stringify(text);

/** Titles and body text larger than these do not stand in the bands of our layouts. */
const LARGEST = { title: 28, body: 20 } as const;

function templateYaml(read: OfficeTemplate, base: ImportBase, assets: readonly ImportedFile[]): string {
  const { template } = read;
  const colors = Object.entries(template.colors).map(([slot, hex]) => `  ${slot}: "${hex}"`);
  const map = Object.entries(template.colorMap).map(([name, slot]) => `${name}: ${slot}`);
  const family = (key: 'major' | 'minor'): string => {
    const { latin, eastAsian, complex } = template.fonts[key];
    return `  ${key}: {latin: ${quoted(latin)}, eastAsian: ${quoted(eastAsian)}, complex: ${quoted(complex)}}`;
  };
  const title = levelStyle(template.master.title, 0);
  const lines = [
    `# ${template.title.replace(/[\r\n]+/g, ' ')}: read from a presentation. Colours, fonts, sizes and margins are its own; the layouts are those of "${base.name}".`,
    '# To use its own layouts, build with the presentation itself: --template FILE.potx',
    ...(assets.length > 0 ? ['# Its pictures lie in assets/; art of a template is drawn as vectors (art, drawings, logo).'] : []),
    `extends: ${base.name}`,
    `title: ${quoted(template.title)}`,
    `company: ${quoted(template.company || template.title)}`,
    `footer: ${quoted(template.footer)}`,
    'logo: # none',
    'colors:',
    ...colors,
    `colorMap: {${map.join(', ')}}`,
    'palette:',
    ...paletteLines(template),
    'fonts:',
    family('major'),
    family('minor'),
    `grid: {margin: ${marginOf(read)}}`,
    'styles:',
    `  title: [{font: major, size: ${Math.min(title.size, LARGEST.title)}, bold: ${title.bold}, lineSpacing: 90, color: ink}]`,
    ...bodyLines(template.styles.body),
    'art:',
    ...artLines(base),
    '',
  ];
  return lines.join('\n');
}

const expression = (color: Color): string =>
  color.kind === 'literal' ? 'tx1' : [color.slot, ...color.transforms.map(({ name, percent }) => `${name} ${percent}`)].join(' ');

const paletteLines = ({ palette, chart }: Template): readonly string[] =>
  Object.entries({ ...palette, context: chart.context, soft: chart.soft }).map(([name, color]) => `  ${name}: ${expression(color)}`);

/** The left margin of a title, in inches on a slide 13.333 inches wide. */
function marginOf({ template, roles }: OfficeTemplate): number {
  const title = roles.matches.content?.layout.placeholders.find(isTitle);
  const x = title ? toInches(innerFrame(title).x) : 0.6667;
  const margin = (x * 13.3333) / toInches(template.size.cx);
  return Math.round(Math.min(1.2, Math.max(0.3, margin)) * 1000) / 1000;
}

/** The body's levels: its sizes as large as our bands hold, each a step smaller than the one above, with a bullet of its own. */
function bodyLines(body: TextStyle): readonly string[] {
  const first = Math.min(LARGEST.body, levelStyle(body, 0).size);
  const levels = [0, 1, 2].map((level) => {
    const size = Math.max(12, Math.min(levelStyle(body, level).size, first - 2 * level));
    const bullet = levelStyle(body, level).bullet?.character ?? '•';
    const space = level === 0 ? 9 : 4.5;
    return `    - {size: ${size}, color: ink, spaceBefore: ${space}, marginLeft: ${(level + 1) * 0.25}, indent: -0.25, bullet: {character: ${quoted(bullet)}, color: muted}}`;
  });
  return ['  body:', ...levels];
}

/** What of the base's art is its brand and not its structure: drawings, and all that bleeds off the slide. Such lists are emptied. */
function artLines({ text }: ImportBase): readonly string[] {
  const art: unknown = (parse(text) as { readonly art?: unknown } | null)?.art ?? {};
  const isBrand = (items: unknown): boolean => /"draw":"drawing"|"edge"/.test(JSON.stringify(items));
  const names = Object.entries(art as Readonly<Record<string, unknown>>).filter(([, items]) => isBrand(items));
  return names.map(([name]) => `  ${name}: []`);
}
