/**
 * Between arranging and writing: pictures become bytes. A scene names each picture by the file that it comes from, with the part of it that is wanted
 * and the frame that shows it; here each file is cut to what the deck shows of it, scaled to the size at which it is shown, and stored once.
 */
import type { Cache } from '../core/cache.js';
import { gateOf } from '../core/gate.js';
import { digest } from '../core/guid.js';
import { type Crop, type Item, type Media, type PictureItem, type Scene, slidesOf, visitItems } from '../scene/scene.js';
import { animation, cut, drawing } from './cut.js';
import { MOST_AT_ONCE, type Picture, RECIPE, weightOf } from './inspect.js';
import { type Need, needOf } from './need.js';
import { type Imaging, loadImaging, PictureError } from './sharp.js';
import { type KeptFile, readKept, toKeep } from './store.js';

/** A picture file of a deck. */
export interface Original {
  readonly picture: Picture;
  /** The file's bytes; may be asked for again. */
  read(): Promise<Uint8Array>;
}

export interface DevelopOptions {
  /** Pixels an inch of the slide. */
  readonly dpi: number;
  readonly cache: Cache;
  /** Told of a picture that turns out to be unreadable now; the slide stays without it. */
  onFailure(id: string, why: string): void;
  /** Told of a picture that is more than twice as wide, in pixels, as the deck needs it anywhere: three quarters of it and more are thrown away. */
  onLavish(id: string, width: number, needed: number): void;
}

/** So many times the pixels that the deck keeps, on each side, are a file that its author could make smaller. */
const LAVISH = 2;

/** The scene with its media. */
export async function developPictures(scene: Scene, originals: ReadonlyMap<string, Original>, options: DevelopOptions): Promise<Scene> {
  const slides = slidesOf(scene);
  const { lists, media } = await developItems(
    slides.map(({ items }) => items),
    originals,
    options,
  );
  if (media.length === 0 && !slides.some(({ items }) => picturesIn(items).length > 0)) return scene;
  const made = new Map(slides.map((slide, index) => [slide, lists[index] ?? []]));
  const sections = scene.sections.map((section) => ({
    ...section,
    slides: section.slides.map((slide) => ({ ...slide, items: made.get(slide) ?? [] })),
  }));
  return { ...scene, sections, media };
}

/** Lists of items whose pictures name their media, and these media. */
export async function developItems(
  lists: readonly (readonly Item[])[],
  originals: ReadonlyMap<string, Original>,
  options: DevelopOptions,
): Promise<{ readonly lists: readonly (readonly Item[])[]; readonly media: readonly Media[] }> {
  const items = lists.flatMap(picturesIn);
  if (items.length === 0) return { lists, media: [] };
  const imaging = await loadImaging();
  const jobs = [...originals.values()].flatMap((original) => {
    const own = items.filter((item) => item.media === original.picture.id);
    return own.length > 0 ? [{ original, need: needOf(original.picture, own, options.dpi) }] : [];
  });
  for (const { original, need } of jobs) {
    const { id, kind, width } = original.picture;
    if (kind !== 'drawing' && need.scale * LAVISH < 1) options.onLavish(id, width, Math.ceil(width * need.scale));
  }
  const gate = gateOf(MOST_AT_ONCE);
  const done = await Promise.all(
    jobs.map(({ original, need }) =>
      gate(weightOf(original.picture), async () => {
        try {
          return { id: original.picture.id, need, media: await develop(original, need, imaging, options.cache) };
        } catch (error) {
          if (!(error instanceof PictureError)) throw error;
          options.onFailure(original.picture.id, error.message);
          return null;
        }
      }),
    ),
  );
  const developed = new Map(done.flatMap((one) => (one ? [[one.id, { ...one, picture: pictureOf(originals, one.id) }] as const] : [])));
  const media = new Map([...developed.values()].flatMap((one) => one.media.map((item) => [item.id, item])));
  const shown = (item: PictureItem): readonly Item[] => {
    const one = developed.get(item.media);
    const [main] = one?.media ?? [];
    return one && main ? [{ ...item, media: main.id, crop: restOf(item.crop, one.picture, one.need, main) }] : [];
  };
  return { lists: lists.map((list) => withPictures(list, shown)), media: [...media.values()] };
}

const pictureOf = (originals: ReadonlyMap<string, Original>, id: string): Picture => {
  const found = originals.get(id);
  if (!found) throw new TypeError(`no file was read for the picture ${id}`);
  return found.picture;
};

function picturesIn(items: readonly Item[]): readonly PictureItem[] {
  const found: PictureItem[] = [];
  visitItems(items, (item) => void (item.type === 'picture' && found.push(item)));
  return found;
}

const withPictures = (items: readonly Item[], shown: (item: PictureItem) => readonly Item[]): readonly Item[] =>
  items.flatMap((item) => {
    if (item.type === 'picture') return shown(item);
    return item.type === 'group' ? [{ ...item, items: withPictures(item.items, shown) }] : [item];
  });

/** What is still to be cut off the developed picture: it may show more than one item wants, or less, where an item has room to spare. */
function restOf(crop: Crop, picture: Picture, need: Need, media: Media): Crop {
  const rest = (share: number, length: number, before: number, box: number, made: number): number => {
    const value = (share * length - before) / box;
    return Math.abs(value * made) < 1 ? 0 : value;
  };
  const { width, height } = picture;
  return {
    left: rest(crop.left, width, need.left, need.width, media.width),
    right: rest(crop.right, width, width - need.left - need.width, need.width, media.width),
    top: rest(crop.top, height, need.top, need.height, media.height),
    bottom: rest(crop.bottom, height, height - need.top - need.height, need.height, media.height),
  };
}

/** The media of a picture, the picture itself first and then what stands in for it. */
async function develop(original: Original, need: Need, imaging: Imaging, cache: Cache): Promise<readonly Media[]> {
  const { picture } = original;
  const { left, top, width, height, scale } = need;
  const key = digest('develop', RECIPE, imaging.version, picture.id, JSON.stringify([left, top, width, height, scale]));
  const known = await cache.get(key);
  const kept = known && readKept(known);
  if (kept) return kept.map(mediaOf);
  const bytes = await original.read();
  if (digest(bytes) !== picture.id) throw new PictureError('it changed while the deck was built');
  const made = await { pixels: cut, animation, drawing }[picture.kind](bytes, picture, need, imaging);
  await cache.put(key, toKeep(made));
  return made.map(mediaOf);
}

function mediaOf({ extension, bytes, width, height }: KeptFile, index: number, all: readonly KeptFile[]): Media {
  const behind = index === 0 ? all[1] : undefined;
  return { id: idOf(bytes), extension, bytes, width, height, fallback: behind ? idOf(behind.bytes) : null };
}

const idOf = (bytes: Uint8Array): string => digest(bytes).slice(0, 24);
