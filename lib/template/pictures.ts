/** The picture files of a template: read where its art names them, and made ready for its decks. Loaded only for templates that name one. */
import { NO_CACHE } from '../core/cache.js';
import { gateOf } from '../core/gate.js';
import { type Host, HostError } from '../core/host.js';
import { developItems, type Original } from '../media/develop.js';
import { inspectPicture, MOST_AT_ONCE, type Picture } from '../media/inspect.js';
import { MOST_BYTES, PictureError } from '../media/sharp.js';
import type { Item } from '../scene/scene.js';
import type { Fault, Path } from './context.js';
import type { Template } from './model.js';
import type { TemplateData } from './schema.js';

/** What was read. */
export interface ArtFiles {
  /** By the file's path. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly originals: ReadonlyMap<string, Original>;
  readonly faults: readonly Fault[];
}

/** Every file that a template's drawings name, and where. */
const artFiles = ({ drawings }: TemplateData): readonly { readonly file: string; readonly path: Path }[] =>
  Object.entries(drawings).flatMap(([name, drawing]) =>
    (['file', 'recolored'] as const).flatMap((key) => {
      const file = drawing[key];
      return file === undefined ? [] : [{ file, path: ['drawings', name, key] }];
    }),
  );

/** Reads them, each once. What cannot be shown is a fault at its place. */
export async function readArtFiles(data: TemplateData, host: Host): Promise<ArtFiles> {
  const pictures = new Map<string, Picture>();
  const originals = new Map<string, Original>();
  const faults: Fault[] = [];
  const gate = gateOf(MOST_AT_ONCE);
  for (const { file, path } of artFiles(data)) {
    if (pictures.has(file)) continue;
    try {
      const bytes = await host.read(file, MOST_BYTES);
      const picture = await inspectPicture(bytes, NO_CACHE, gate);
      pictures.set(file, picture);
      originals.set(picture.id, { picture, read: async () => bytes });
    } catch (error) {
      if (!(error instanceof HostError || error instanceof PictureError)) throw error;
      const hint = 'a PNG, JPEG, GIF, WebP or SVG file; its path starts at the folder of template.yaml';
      faults.push({ path, message: `the picture cannot be shown: ${error.message}`, hints: [hint] });
    }
  }
  return { pictures, originals, faults };
}

/** Pixels an inch: brands are printed. */
const DPI = 300;

/** The template with the media of its pictures. */
export async function withMedia(template: Template, { originals }: ArtFiles): Promise<Template> {
  const { master, layouts, logo } = template;
  const lists: readonly (readonly Item[])[] = [master.art, logo, ...layouts.map(({ art }) => art)];
  const onFailure = (_: string, why: string): never => {
    throw new TypeError(`a picture of the template "${template.name}" could be read before: ${why}`);
  };
  const { lists: made, media } = await developItems(lists, originals, { dpi: DPI, cache: NO_CACHE, onFailure, onLavish: () => undefined });
  const [masterArt = [], logoArt = [], ...arts] = made;
  return {
    ...template,
    media,
    master: { ...master, art: masterArt },
    logo: logoArt,
    layouts: layouts.map((layout, index) => ({ ...layout, art: arts[index] ?? [] })),
  };
}
