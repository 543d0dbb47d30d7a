/** Pictures: one with its caption, several together, logos in a row, one behind a slide's text or beside it. */
import type { Block, FileReference } from '../briefing/briefing.js';
import { citationsIn } from '../briefing/claims.js';
import { inlineText } from '../briefing/inline.js';
import { asRead, placeholderText, referenceTo } from '../briefing/items.js';
import { defineBlock, type FrameKind, type ParseContext, type Place, type PlaceContext, type ResolveContext } from '../briefing/kind.js';
import type { DivNode, ImageNode } from '../briefing/node.js';
import { readWish } from '../briefing/picture-wish.js';
import {
  captionBelow,
  captionHeight,
  captionText,
  framedPicture,
  freePicture,
  isCut,
  type Shown,
  shownRatio,
  wishedSize,
} from '../briefing/pictures.js';
import { statement } from '../briefing/statement.js';
import { diagnostic } from '../core/diagnostic.js';
import { type Emu, emu, inches, type Rect } from '../core/units.js';
import type { Item } from '../scene/scene.js';
import { gallery, strips } from './image-group.js';
import { logos, logosHeight } from './image-logos.js';

export interface ImageBlock extends Block {
  readonly kind: 'image';
  /** At least one. */
  readonly pictures: readonly [Shown, ...Shown[]];
  readonly look: 'pictures' | 'logos';
  /** Whether it shares the slide with other content. */
  readonly among?: true;
}

/** A picture less tall than this says nothing. */
const LEAST_HEIGHT = inches(1.5);
/** More pictures go on to the next slide. */
const MOST: Readonly<Record<ImageBlock['look'], number>> = { pictures: 6, logos: 12 };

const kind: FrameKind<ImageBlock> = {
  name: 'image',
  flow: 'frame',
  content: 'picture',
  stretches: true,
  parse(node, context) {
    if (node.type === 'image') return { kind: 'image', span: node.span, pictures: [shownOf(node, context)], look: 'pictures' };
    return node.type === 'div' ? parseGroup(node, context) : null;
  },
  files: (block) => block.pictures.map(reference),
  resolve: (block, context) => {
    const [first, ...rest] = block.pictures;
    return { ...block, pictures: [resolved(first, context), ...rest.map((shown) => resolved(shown, context))] };
  },
  join(one, next) {
    const [a, b] = [one.pictures[0].standing, next.pictures[0].standing];
    const alike = one.look === 'pictures' && next.look === 'pictures' && a?.place === b?.place;
    if (!alike) return null;
    return { ...one, span: { ...one.span, end: next.span.end }, pictures: [...one.pictures, ...next.pictures] };
  },
  standing: (block) => (block.pictures.some(({ picture }) => picture) ? block.pictures[0].standing : null),
  citations: (block) => block.pictures.flatMap(({ caption }) => citationsIn(caption)),
  claims: () => [],
  statements: (block) => block.pictures.flatMap(({ caption, span }) => (caption.length === 0 ? [] : [statement('caption', caption, span)])),
  alts: (block) => block.pictures.map(({ alt, decorative, span }) => ({ text: alt, decorative, span })),
  slots: (block) => {
    const [only, ...others] = block.pictures;
    if (only.standing && others.length > 0) return 1;
    if (others.length > 0 || block.look === 'logos') return 0;
    if (!only.standing && (only.width || only.height)) return block.among && !isWide(only) ? 1 : 0;
    return only.caption.length > 0 && only.picture && !block.among ? 2 : 1;
  },
  among: (block) => ({ ...block, among: true }),
  subtitle: () => [],
  fills: ({ pictures: [first] }, frame) => (isCut(first) ? 1 : overlap(shownRatio(first), frame.cx / Math.max(frame.cy, 1))),
  height: (block, width, context) => leastHeight(block, width, context),
  place(block, place, context) {
    const [only, ...others] = block.pictures;
    const isBehind = only.standing?.place === 'behind' && place.region === null;
    if (isBehind || (only.standing && others.length > 0)) return strips(block.pictures, place, context);
    if (block.look === 'logos') return logos(block.pictures, place, context);
    if (others.length > 0) return gallery(block.pictures, place, block.among !== true, context);
    const [target, caption] = place.placeholders;
    const isPlain = (only.standing !== null || (!only.width && !only.height)) && (caption || only.caption.length === 0);
    return target?.type === 'pic' && (isPlain || !only.picture) ? inPlaceholder(only, place, context) : alone(only, place, context);
  },
  split(block) {
    const most = MOST[block.look];
    if (block.pictures.length <= most) return null;
    const slides = Math.ceil(block.pictures.length / most);
    const at = Math.ceil(block.pictures.length / slides);
    const [head, ...tail] = block.pictures;
    const [next, ...rest] = block.pictures.slice(at);
    return next
      ? [
          { ...block, pictures: [head, ...tail.slice(0, at - 1)] },
          { ...block, pictures: [next, ...rest] },
        ]
      : null;
  },
};

/** A picture that is to be wider than this beside text stands below it. */
const WIDEST_BESIDE = { share: 0.65, length: inches(8) } as const;
const isWide = ({ width }: Shown): boolean =>
  width !== null && ('share' in width ? width.share > WIDEST_BESIDE.share : width.length > WIDEST_BESIDE.length);

/** The share of a frame that a picture of another ratio fills. */
const overlap = (a: number, b: number): number => Math.min(a / b, b / a);

function shownOf(node: ImageNode, context: ParseContext): Shown {
  const { source, alt, title, attributes, span } = node;
  const wish = readWish(attributes, span, context.sink);
  // A picture behind the text that has no words of its own is there for its looks.
  const decorative = wish.decorative || (alt === '' && title.length === 0 && wish.standing !== null);
  if (alt === '' && title.length === 0 && !decorative)
    context.sink(
      diagnostic(
        'warning',
        'image/no-alt',
        `the picture "${source}" has no words for those who cannot see it`,
        span,
        'write ![what it shows](…), or {decorative} behind one that says nothing',
      ),
    );
  const behind = wish.standing?.place === 'behind';
  if (behind && title.length > 0)
    context.sink(diagnostic('info', 'image/caption', 'a picture behind the text shows no caption', span, 'write it as text of the slide'));
  return {
    ...wish,
    source,
    alt: alt === '' && behind ? inlineText(title) : alt,
    caption: behind ? [] : title,
    span,
    decorative,
    picture: null,
  };
}

/** `::: logos` and `::: gallery` around pictures. */
function parseGroup(node: DivNode, context: ParseContext): ImageBlock | null {
  const is = (name: string): boolean => node.name === name || node.attributes.classes.includes(name);
  if (!is('logos') && !is('gallery')) return null;
  if (!node.children.every((child) => child.type === 'image')) return null;
  const [first, ...rest] = node.children.filter((child) => child.type === 'image').map((child) => shownOf(child, context));
  return first ? { kind: 'image', span: node.span, pictures: [first, ...rest], look: is('logos') ? 'logos' : 'pictures' } : null;
}

const reference = ({ source, span }: Pick<Shown, 'source' | 'span'>): FileReference => ({ path: source, use: 'picture', span });

function resolved(shown: Shown, context: ResolveContext): Shown {
  const file = context.file(reference(shown));
  if ('picture' in file) {
    if (file.picture.short)
      context.sink(
        diagnostic(
          'warning',
          'image/short',
          `the file of the picture "${shortened(shown.source)}" breaks off: what is missing of it is not shown`,
          shown.span,
          'copy or download it again',
        ),
      );
    return { ...shown, picture: file.picture };
  }
  const why = 'failure' in file ? file.failure : 'it holds no picture';
  const message = `the picture "${shortened(shown.source)}" cannot be shown: ${why}`;
  const isElsewhere = /^(?:https?:)?\/\//i.test(shown.source);
  if (!isElsewhere) context.sink(diagnostic('warning', 'image/unreadable', message, shown.span));
  else {
    const allow = 'failure' in file && file.allowable !== null ? `, or allow its host: --allow-remote ${file.allowable}` : '';
    context.sink(diagnostic('warning', 'image/remote', message, shown.span, `save it beside the briefing${allow}`));
  }
  return shown;
}

const shortened = (source: string): string => (source.length > 100 ? `${source.slice(0, 97)}…` : source);

function leastHeight(block: ImageBlock, width: Emu, context: PlaceContext): Emu {
  const { pictures, look } = block;
  if (pictures.length > MOST[look]) return emu(Number.POSITIVE_INFINITY);
  if (look === 'logos') return logosHeight(pictures, width, context);
  const [only, ...others] = pictures;
  if (others.length === 0) return emu(Math.min(LEAST_HEIGHT, wishedHeight(only, width)) + captionHeight(only, width, context));
  const across = Math.ceil(pictures.length / Math.ceil(pictures.length / 3));
  const captions = Math.max(...pictures.map((shown) => captionHeight(shown, emu(width / across), context)));
  return emu(Math.ceil(pictures.length / 3) * (LEAST_HEIGHT + captions));
}

/** The height of a picture of a wished size; infinite where none is wished. */
function wishedHeight(shown: Shown, width: Emu): number {
  if (!shown.width && !shown.height) return Number.POSITIVE_INFINITY;
  const box = wishedSize({ x: emu(0), y: emu(0), cx: width, cy: emu(Number.MAX_SAFE_INTEGER) }, shown);
  return Math.min(box.cy, box.cx / shownRatio(shown));
}

function inPlaceholder(shown: Shown, { placeholders, frame, id }: Place, context: PlaceContext): readonly Item[] {
  const [target, caption] = placeholders;
  const ref = target ? referenceTo(target) : null;
  const cut: Shown = { ...shown, fit: isCut(shown) ? 'cover' : 'contain' };
  const items = framedPicture(cut, target?.frame ?? frame, ref, id, context);
  if (shown.caption.length === 0 || !shown.picture) return items;
  if (caption) return [...items, placeholderText(`${id}.caption`, 'Caption', caption, [captionText(shown, context)])];
  return [...items, ...captionBelow(shown, target?.frame ?? frame, frame.cx, id, context)];
}

/** A picture in a free frame, its caption below it. */
function alone(shown: Shown, { frame, id, region }: Place, context: PlaceContext): readonly Item[] {
  const room = { ...frame, cy: emu(frame.cy - captionHeight(shown, frame.cx, context)) };
  const own = asRead(wishedIn(room, shown, region, context), room, context.template);
  const items = freePicture({ ...shown, fit: isCut(shown) ? 'cover' : 'contain' }, own, id, context);
  return [...items, ...captionBelow(shown, { ...(items[0]?.frame ?? room), x: frame.x }, frame.cx, id, context)];
}

/** The wished size; in a column of a layout a share is one of the slide's content, for the author knows no columns. */
function wishedIn(room: Rect, shown: Shown, region: Place['region'], { template }: PlaceContext): Rect {
  if (!region || !shown.width || !('share' in shown.width)) return wishedSize(room, shown);
  const { columns, columnWidth, gutter } = template.grid;
  const width = (columns * columnWidth + (columns - 1) * gutter) * shown.width.share;
  return wishedSize(room, { ...shown, width: { length: emu(width) } });
}

export const imageKind = defineBlock(kind);
