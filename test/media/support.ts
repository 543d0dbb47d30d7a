/** Pictures through the media stage, without a deck around them. */
import { NO_CACHE } from '../../lib/core/cache.js';
import { gateOf } from '../../lib/core/gate.js';
import { inches, rect } from '../../lib/core/units.js';
import { developPictures } from '../../lib/media/develop.js';
import { inspectPicture, type Picture } from '../../lib/media/inspect.js';
import type { Crop, PictureItem, Scene } from '../../lib/scene/scene.js';
import { picture as pictureItem, scene, slide } from '../support/scene.js';

export const inspect = (bytes: Uint8Array): Promise<Picture> => inspectPicture(bytes, NO_CACHE, gateOf(Number.MAX_SAFE_INTEGER));

/** A place on a slide: inches, and what is cut away. */
export interface Shown {
  readonly width: number;
  readonly height: number;
  readonly crop?: Partial<Crop>;
}

const WHOLE: Crop = { left: 0, top: 0, right: 0, bottom: 0 };

/** A scene of one slide that shows a picture in these places. */
export const sceneOf = (picture: Picture, places: readonly Shown[]): Scene =>
  scene(
    [
      slide(
        'a',
        places.map(({ width, height, crop }, index) =>
          pictureItem(`p${index}`, picture.id, null, { frame: rect(0, 0, inches(width), inches(height)), crop: { ...WHOLE, ...crop } }),
        ),
      ),
    ],
    { media: [] },
  );

/** A picture as the deck holds it when it is shown in these places, at 220 pixels to the inch. */
export async function developed(bytes: Uint8Array, ...places: readonly Shown[]) {
  const picture = await inspect(bytes);
  const failures: string[] = [];
  const original = { picture, read: async () => bytes };
  const made = await developPictures(sceneOf(picture, places), new Map([[picture.id, original]]), {
    dpi: 220,
    cache: NO_CACHE,
    onFailure: (_, why) => void failures.push(why),
    onLavish: () => undefined,
  });
  const items = made.sections
    .flatMap(({ slides }) => slides.flatMap((one) => one.items))
    .filter((item): item is PictureItem => item.type === 'picture');
  const [media] = made.media;
  if (!media) throw new Error(`nothing was made: ${failures.join()}`);
  return { picture, media, all: made.media, crops: items.map(({ crop }) => crop) };
}
