/** Pictures as items: what kinds of block that show them share. */
import type { Color } from '../core/color.js';
import { diagnostic, type Span } from '../core/diagnostic.js';
import { type Emu, emu, type Rect } from '../core/units.js';
import { centred, cropToFill, cropToShow, inside, NO_CROP, pixelsPerInch, ratioOf } from '../media/crop.js';
import type { Picture } from '../media/inspect.js';
import type { Crop, Item, PictureItem, PlaceholderRef, ShapeItem, TextItem } from '../scene/scene.js';
import { type Paragraph, paragraph, run } from '../scene/text.js';
import { backing } from '../template/ground.js';
import { type Inline, inlineText } from './inline.js';
import { asRead, plainArea, textBox } from './items.js';
import type { PlaceContext } from './kind.js';
import type { PictureWish, Wished } from './picture-wish.js';

/** A picture of a block. */
export interface Shown extends PictureWish {
  readonly source: string;
  readonly alt: string;
  readonly caption: readonly Inline[];
  readonly span: Span;
  /** What the file holds; null where it cannot be shown. */
  readonly picture: Picture | null;
  /** It shares its frame with others, and so has no size of its own. */
  readonly shares?: true;
}

/** Whether a picture fills its frame, and what does not go in is cut off. */
export const isCut = ({ fit, standing }: Shown): boolean => fit === 'cover' || (fit === null && standing !== null);

/** The ratio of a picture; of one that is not there the most common. */
export const shownRatio = ({ picture }: Shown): number => (picture ? ratioOf(picture) : 1.5);

/** The wished size inside a frame; a length that is not wished is the frame's. */
export const wishedSize = (frame: Rect, { width, height }: PictureWish): Rect => ({
  ...frame,
  cx: lengthIn(frame.cx, width),
  cy: lengthIn(frame.cy, height),
});

function lengthIn(whole: Emu, wish: Wished | null): Emu {
  if (!wish) return whole;
  return emu('share' in wish ? whole * wish.share : Math.min(whole, wish.length));
}

/** A picture in a frame of its own: cut to fill it, or whole at its upper left; with something behind it where it would not be seen on the slide. */
export function freePicture(shown: Shown, frame: Rect, id: string, context: PlaceContext): readonly Item[] {
  const { picture } = shown;
  const { template } = context;
  if (!picture) return [missingPicture(shown, frame, id, context)];
  const color = backing(picture.tone, template.palette.paper, template);
  const panels = (own: Rect): readonly Item[] => (color ? [panel(own, color, id)] : []);
  if (shown.fit === 'cover') {
    const crop = cropToFill(frame, ratioOf(picture), shown.focus ?? picture.focus);
    return [...panels(frame), pictureItem(shown, picture, frame, crop, null, id, context)];
  }
  const whole = asRead(inside(frame, ratioOf(picture)), frame, template);
  const own = color ? centred(inside(inset(whole, template.grid.unit), ratioOf(picture)), whole) : whole;
  return [...panels(whole), pictureItem(shown, picture, own, NO_CROP, null, id, context)];
}

/** A picture of a frame's own shape, with nothing behind it. */
export const plainPicture = (shown: Shown, frame: Rect, id: string, context: PlaceContext): readonly Item[] =>
  shown.picture ? [pictureItem(shown, shown.picture, frame, NO_CROP, null, id, context)] : [missingPicture(shown, frame, id, context)];

/** A frame with a margin taken off, but for one too small to have it. */
const inset = (frame: Rect, margin: Emu): Rect => {
  const own = Math.min(margin, frame.cx / 8, frame.cy / 8);
  return { x: emu(frame.x + own), y: emu(frame.y + own), cx: emu(frame.cx - 2 * own), cy: emu(frame.cy - 2 * own) };
};

/** A picture in a frame that is given: cut to fill it, or whole on a panel of its size. */
export function framedPicture(
  shown: Shown,
  frame: Rect,
  placeholder: PlaceholderRef | null,
  id: string,
  context: PlaceContext,
): readonly Item[] {
  const { picture } = shown;
  if (!picture) return [missingPicture(shown, frame, id, context)];
  const ratio = ratioOf(picture);
  const fills = cropToFill(frame, ratio, shown.focus ?? picture.focus);
  if (shown.fit === 'cover' || isSlight(fills)) return [pictureItem(shown, picture, frame, fills, placeholder, id, context)];
  const item = pictureItem(shown, picture, frame, cropToShow(frame, ratio), placeholder, id, context);
  const { palette } = context.template;
  return [panel(frame, backing(picture.tone, palette.panel, context.template) ?? palette.panel, id), item];
}

/** Of what is cut off nobody misses this much, and a sliver of panel beside a picture looks like a mistake. */
const SLIGHT = 0.01;
const isSlight = ({ left, right, top, bottom }: Crop): boolean => left + right + top + bottom <= SLIGHT;

/** A plain area behind pictures. */
export const panel = (frame: Rect, color: Color, id: string): ShapeItem => plainArea(`${id}.panel`, 'Panel', frame, color);

function pictureItem(
  shown: Shown,
  picture: Picture,
  frame: Rect,
  crop: Crop,
  placeholder: PlaceholderRef | null,
  id: string,
  context: PlaceContext,
): PictureItem {
  tellSharpness(shown, picture, frame, crop, context);
  const alt = altOf(shown);
  return {
    type: 'picture',
    id: `${id}.picture`,
    name: alt === '' ? 'Picture' : `Picture: ${alt}`,
    frame,
    placeholder,
    media: picture.id,
    crop,
    alt,
    decorative: shown.decorative,
  };
}

const altOf = ({ alt, caption }: Shown): string => (alt !== '' ? alt : inlineText(caption).trim());

/** Fewer pixels to the inch look blurred (LOOKS, section 5). */
const COARSE = 150;
/** Says that a picture is too coarse for its frame. */
function tellSharpness({ source, span, standing, shares }: Shown, picture: Picture, frame: Rect, crop: Crop, { sink }: PlaceContext): void {
  if (picture.kind === 'drawing') return;
  const density = Math.round(pixelsPerInch(picture, frame, crop));
  const name = source.length > 60 ? `${source.slice(0, 57)}…` : source;
  if (density < COARSE) {
    const wanted = Math.ceil((picture.width * COARSE) / Math.max(density, 1) / 10) * 10;
    const message = `the picture "${name}" has ${density} pixels to the inch where it stands and will look blurred`;
    const smaller = standing || shares ? '' : ', or show it smaller: {width=…}';
    sink(diagnostic('warning', 'image/coarse', message, span, `take one that is ${wanted} pixels wide${smaller}`));
  }
}

/** Says that a size which the author wishes means nothing where pictures share a frame. */
export function tellNoSize({ width, height, standing, span }: Shown, { sink }: PlaceContext): void {
  for (const [name, wish] of Object.entries({ width, height }))
    if (wish && !standing)
      sink(
        diagnostic(
          'info',
          'image/size',
          `the ${name} of a picture that stands with others means nothing: their shapes part the place`,
          span,
        ),
      );
}

/** A frame that says which picture should stand here. */
function missingPicture(shown: Shown, frame: Rect, id: string, context: PlaceContext): TextItem {
  const { styles, palette, grid } = context.template;
  const label = altOf(shown) || shortSource(shown.source);
  const text = paragraph([run(label, context.lang)], { align: 'center', bullet: { kind: 'none' } });
  const insets = { left: grid.unit, top: grid.unit, right: grid.unit, bottom: grid.unit };
  const looks = { anchor: 'middle', insets, fill: { kind: 'solid', color: palette.panel } } as const;
  const width = emu(Math.max(1, frame.cx - 2 * grid.unit));
  const fits = context.height([text], styles.caption, width) + 2 * grid.unit <= frame.cy;
  const paragraphs = fits ? [text] : [paragraph([], { bullet: { kind: 'none' } })];
  return textBox(`${id}.missing`, `Missing picture: ${label}`, frame, paragraphs, styles.caption, looks);
}

/** An address or a path as a label: its last part. */
const shortSource = (source: string): string =>
  source
    .replace(/[?#].*$/, '')
    .split(/[\\/]/)
    .at(-1)
    ?.slice(0, 80) || 'picture';

/** A caption as a paragraph. */
export const captionText = (shown: Shown, context: PlaceContext): Paragraph =>
  context.paragraph(shown.caption, { bullet: { kind: 'none' } });

/** The height of a caption below its picture, the gap above it included; 0 without one. */
export function captionHeight(shown: Shown, width: Emu, context: PlaceContext): Emu {
  if (shown.caption.length === 0) return emu(0);
  return emu(context.height([captionText(shown, context)], context.template.styles.caption, width) + context.template.grid.unit);
}

/** A caption directly below a frame; none where there is no caption. */
export function captionBelow(shown: Shown, frame: Rect, width: Emu, id: string, context: PlaceContext): readonly Item[] {
  if (shown.caption.length === 0) return [];
  const { unit } = context.template.grid;
  const below = { x: frame.x, y: emu(frame.y + frame.cy + unit), cx: width, cy: emu(captionHeight(shown, width, context) - unit) };
  return [textBox(`${id}.caption`, 'Caption', below, [captionText(shown, context)], context.template.styles.caption)];
}
