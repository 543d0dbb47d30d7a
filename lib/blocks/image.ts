/** A picture, shown whole or cropped round its middle, with a caption where the author wrote one. */
import type { Block, FileReference } from '../briefing/briefing.js';
import { citationsIn } from '../briefing/claims.js';
import { type Inline, inlineText } from '../briefing/inline.js';
import { asRead, placeholderText, textBox } from '../briefing/items.js';
import { defineBlock, type FrameKind, type Place, type PlaceContext } from '../briefing/kind.js';
import { diagnostic } from '../core/diagnostic.js';
import { type Emu, emu, inches, type Rect } from '../core/units.js';
import type { Media, PictureItem, TextItem } from '../scene/scene.js';
import { paragraph, run } from '../scene/text.js';

export interface ImageBlock extends Block {
  readonly kind: 'image';
  readonly source: string;
  readonly alt: string;
  readonly caption: readonly Inline[];
  readonly fit: 'contain' | 'cover';
  readonly decorative: boolean;
  /** What the file holds; null where it cannot be shown. */
  readonly picture: Pick<Media, 'id' | 'width' | 'height'> | null;
}

/** A picture less tall than this says nothing. */
const LEAST_HEIGHT = inches(1.5);
const CROP_NONE = { left: 0, top: 0, right: 0, bottom: 0 };

const kind: FrameKind<ImageBlock> = {
  name: 'image',
  flow: 'frame',
  content: 'picture',
  stretches: true,
  parse(node) {
    if (node.type !== 'image') return null;
    const { source, alt, title, attributes, span } = node;
    const fit = attributes.values.fit === 'cover' ? 'cover' : 'contain';
    return { kind: 'image', span, source, alt, caption: title, fit, decorative: attributes.values.decorative === 'true', picture: null };
  },
  files: (block) => [reference(block)],
  resolve(block, context) {
    if (/^(?:https?:)?\/\//i.test(block.source)) {
      context.sink(
        diagnostic(
          'warning',
          'image/remote',
          `the picture "${block.source}" is not on this computer`,
          block.span,
          'save it beside the briefing',
        ),
      );
      return block;
    }
    const file = context.file(reference(block));
    if ('media' in file) return { ...block, picture: { id: file.media.id, width: file.media.width, height: file.media.height } };
    const why = 'failure' in file ? file.failure : 'it holds no picture';
    context.sink(diagnostic('warning', 'image/unreadable', `the picture "${block.source}" cannot be shown: ${why}`, block.span));
    return block;
  },
  citations: (block) => citationsIn(block.caption),
  claims: () => [],
  slots: (block) => (block.caption.length > 0 && block.picture ? 2 : 1),
  subtitle: () => [],
  height: (block, width, context) => emu(LEAST_HEIGHT + captionHeight(block, width, context)),
  place(block, place, context) {
    const [target, caption] = place.placeholders;
    if (!block.picture) return [missing(block, target?.frame ?? place.frame, place.id, context)];
    const placeholder = target && target.type === 'pic' ? { type: target.type, idx: target.idx } : null;
    const frame = target?.frame ?? withoutCaption(block, place, context);
    const picture = asPlaced(pictureItem(block, block.picture, frame, placeholder, place.id), frame, context);
    if (block.caption.length === 0) return [picture];
    const text = [context.paragraph(block.caption, { bullet: { kind: 'none' } })];
    if (caption) return [picture, placeholderText(`${place.id}.caption`, 'Caption', caption, text)];
    const below = captionFrame(block, place, context);
    return [picture, textBox(`${place.id}.caption`, 'Caption', below, text, context.template.styles.caption)];
  },
  split: () => null,
};

const reference = (block: ImageBlock): FileReference => ({ path: block.source, use: 'picture', span: block.span });

function captionHeight(block: ImageBlock, width: Emu, context: PlaceContext): Emu {
  if (block.caption.length === 0) return emu(0);
  const text = context.paragraph(block.caption, { bullet: { kind: 'none' } });
  return emu(context.height([text], context.template.styles.caption, width) + context.template.grid.unit);
}

const withoutCaption = (block: ImageBlock, place: Place, context: PlaceContext): Rect => ({
  ...place.frame,
  cy: emu(place.frame.cy - captionHeight(block, place.frame.cx, context)),
});

function captionFrame(block: ImageBlock, place: Place, context: PlaceContext): Rect {
  const cy = emu(captionHeight(block, place.frame.cx, context) - context.template.grid.unit);
  return { ...place.frame, y: emu(place.frame.y + place.frame.cy - cy), cy };
}

function pictureItem(
  block: ImageBlock,
  media: Pick<Media, 'id' | 'width' | 'height'>,
  frame: Rect,
  placeholder: PictureItem['placeholder'],
  id: string,
): PictureItem {
  const name = block.alt === '' ? 'Picture' : `Picture: ${block.alt}`;
  const base = {
    type: 'picture',
    id: `${id}.picture`,
    name,
    placeholder,
    media: media.id,
    alt: block.alt,
    decorative: block.decorative,
  } as const;
  const ratio = media.width / Math.max(media.height, 1);
  if (placeholder || block.fit === 'cover') return { ...base, frame, crop: cropTo(frame, ratio, block.fit) };
  return { ...base, frame: inside(frame, ratio), crop: CROP_NONE };
}

/** The part of a picture that fills a frame: cut off where it is too long, padded (a negative cut) where it is shown whole. */
function cropTo(frame: Rect, ratio: number, fit: ImageBlock['fit']): PictureItem['crop'] {
  const target = frame.cx / Math.max(frame.cy, 1);
  const wide = ratio > target;
  const acrossHeight = wide === (fit === 'contain');
  const cut = acrossHeight ? (1 - ratio / target) / 2 : (1 - target / ratio) / 2;
  return acrossHeight ? { left: 0, right: 0, top: cut, bottom: cut } : { left: cut, right: cut, top: 0, bottom: 0 };
}

const asPlaced = (picture: PictureItem, frame: Rect, context: PlaceContext): PictureItem => ({
  ...picture,
  frame: asRead(picture.frame, frame, context.template),
});

/** The largest frame of that ratio, at the upper left: pictures stand on the grid's line. */
function inside(frame: Rect, ratio: number): Rect {
  const cx = emu(Math.min(frame.cx, frame.cy * ratio));
  return { ...frame, cx, cy: emu(Math.min(frame.cy, cx / ratio)) };
}

/** A frame that says which picture should stand here. */
function missing(block: ImageBlock, frame: Rect, id: string, context: PlaceContext): TextItem {
  const { styles, palette, grid } = context.template;
  const label = block.alt !== '' ? block.alt : inlineText(block.caption) || block.source;
  const text = paragraph([run(label, context.lang)], { align: 'center', bullet: { kind: 'none' } });
  const insets = { left: grid.unit, top: grid.unit, right: grid.unit, bottom: grid.unit };
  const looks = { anchor: 'middle', insets, fill: { kind: 'solid', color: palette.panel } } as const;
  return textBox(`${id}.missing`, `Missing picture: ${label}`, frame, [text], styles.caption, looks);
}

export const imageKind = defineBlock(kind);
