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
  panel,
  plainPicture,
  type Shown,
  shownRatio,
  wishedSize,
} from '../briefing/pictures.js';
import { statement } from '../briefing/statement.js';
import { diagnostic } from '../core/diagnostic.js';
import { type Emu, emu, inches, type Rect, type Size } from '../core/units.js';
import { centred, inside } from '../media/crop.js';
import { inRows } from '../media/rows.js';
import type { Item } from '../scene/scene.js';
import { backing } from '../template/ground.js';

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
    if (isBehind || (only.standing && others.length > 0)) return strips(block, place, context);
    if (block.look === 'logos') return logos(block, place, context);
    if (others.length > 0) return gallery(block, place, context);
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

const isCut = ({ fit, standing }: Shown): boolean => fit === 'cover' || (fit === null && standing !== null);
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
  if (look === 'logos')
    return emu(logoRows(block, width, context).reduce((total, row) => total + row.height + 2 * context.template.grid.unit, 0));
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
  const items = freePicture({ ...shown, fit: isCut(shown) ? 'cover' : 'contain' }, wishedIn(room, shown, region, context), id, context);
  return [...items, ...captionBelow(shown, { ...(items[0]?.frame ?? room), x: frame.x }, frame.cx, id, context)];
}

/** The wished size; in a column of a layout a share is one of the slide's content, for the author knows no columns. */
function wishedIn(room: Rect, shown: Shown, region: Place['region'], { template }: PlaceContext): Rect {
  if (!region || !shown.width || !('share' in shown.width)) return wishedSize(room, shown);
  const { columns, columnWidth, gutter } = template.grid;
  const width = (columns * columnWidth + (columns - 1) * gutter) * shown.width.share;
  return wishedSize(room, { ...shown, width: { length: emu(width) } });
}

/** Several pictures: each whole in rows, or where all are to be cut, in equal cells of the grid. */
function gallery(block: ImageBlock, { frame, id }: Place, context: PlaceContext): readonly Item[] {
  const { pictures } = block;
  const frames = pictures.every(isCut) ? cells(pictures, frame, context) : rows(pictures, frame, context);
  return pictures.flatMap((shown, index) => {
    const placed = frames[index];
    if (!placed) return [];
    const own = asRead(placed, frame, context.template);
    const name = `${id}.${index + 1}`;
    const fit = pictures.every(isCut) ? 'cover' : 'contain';
    return [...freePicture({ ...shown, fit }, own, name, context), ...captionBelow(shown, own, own.cx, name, context)];
  });
}

function rows(pictures: readonly Shown[], frame: Rect, context: PlaceContext): readonly Rect[] {
  const below = (index: number, width: Emu): Emu => {
    const shown = pictures[index];
    return shown ? captionHeight(shown, width, context) : emu(0);
  };
  return inRows(pictures.map(shownRatio), { frame, gap: context.template.grid.gutter, below });
}

/** Equal cells: up to three in a row, four in two rows of two, six in two rows of three. */
function cells(pictures: readonly Shown[], frame: Rect, context: PlaceContext): readonly Rect[] {
  const across = pictures.length <= 3 ? pictures.length : Math.ceil(pictures.length / 2);
  const down = Math.ceil(pictures.length / across);
  const gap = context.template.grid.gutter;
  const cx = emu((frame.cx - gap * (across - 1)) / across);
  const captions = Math.max(...pictures.map((shown) => captionHeight(shown, cx, context)));
  const cy = emu((frame.cy - gap * (down - 1)) / down - captions);
  return pictures.map((_, index) => ({
    x: emu(frame.x + (index % across) * (cx + gap)),
    y: emu(frame.y + Math.floor(index / across) * (cy + captions + gap)),
    cx,
    cy: emu(Math.max(cy, 0)),
  }));
}

/** Pictures from edge to edge, side by side over the whole frame or on top of each other. What cannot be shown leaves no hole. */
function strips(block: ImageBlock, { frame, id }: Place, context: PlaceContext): readonly Item[] {
  const there = block.pictures.filter(({ picture }) => picture);
  const vertical = block.pictures.some(({ standing }) => standing?.vertical);
  const edge = (length: Emu, index: number): Emu => emu((length * index) / there.length);
  return there.flatMap((shown, index) => {
    const [x, y] = [edge(frame.cx, index), edge(frame.cy, index)];
    const strip = vertical
      ? { ...frame, y: emu(frame.y + y), cy: emu(edge(frame.cy, index + 1) - y) }
      : asRead({ ...frame, x: emu(frame.x + x), cx: emu(edge(frame.cx, index + 1) - x) }, frame, context.template);
    const name = `${id}.${index + 1}`;
    if (shown.fit !== 'contain') return freePicture({ ...shown, fit: 'cover' }, strip, name, context);
    // Beside a picture that does not fill its place nothing of the master shows through.
    const own = centred(inside(strip, shownRatio(shown)), strip);
    return [panel(strip, context.template.palette.paper, name), ...plainPicture(shown, own, name, context)];
  });
}

/** A logo is this large, its area a square's; none is higher, or wider than its share of a cell. */
const LOGO = { area: inches(1) * inches(1), height: inches(1), share: 0.8 } as const;

interface LogoRow {
  readonly logos: readonly { readonly shown: Shown; readonly size: Size }[];
  /** Of the logos. */
  readonly band: Emu;
  /** With captions and the gap to the next row. */
  readonly height: Emu;
}

/** Logos in rows of cells of one width, as large to the eye as each other. */
function logoRows({ pictures }: ImageBlock, width: Emu, context: PlaceContext): readonly LogoRow[] {
  const across = pictures.length <= 6 ? pictures.length : Math.ceil(pictures.length / 2);
  const cell = logoCell(across, width, context);
  const rows = Array.from({ length: Math.ceil(pictures.length / across) }, (_, row) => pictures.slice(row * across, (row + 1) * across));
  return rows.map((row) => {
    const logos = row.map((shown) => ({ shown, size: logoSize(shownRatio(shown), cell) }));
    const band = emu(Math.max(...logos.map(({ size }) => size.cy)));
    const captions = Math.max(...row.map((shown) => captionHeight(shown, cell, context)));
    return { logos, band, height: emu(band + captions + 4 * context.template.grid.unit) };
  });
}

const logoCell = (across: number, width: Emu, { template }: PlaceContext): Emu =>
  emu((width - template.grid.gutter * (across - 1)) / across);

function logoSize(ratio: number, cell: Emu): Size {
  const cx = Math.min(Math.sqrt(LOGO.area * ratio), cell * LOGO.share, LOGO.height * ratio);
  return { cx: emu(cx), cy: emu(cx / ratio) };
}

/** Logos in rows; where one of them would not be seen on the slide all of them stand on a panel. */
function logos(block: ImageBlock, { frame, id }: Place, context: PlaceContext): readonly Item[] {
  const rows = logoRows(block, frame.cx, context);
  const { template } = context;
  const cell = logoCell(rows[0]?.logos.length ?? 1, frame.cx, context);
  const [color] = block.pictures.flatMap(({ picture }) => backing(picture?.tone ?? null, template.palette.paper, template) ?? []);
  const margin = color ? template.grid.unit : 0;
  let y: number = frame.y;
  return rows.flatMap(({ logos, band, height }, row) => {
    const top = y;
    y += height + 2 * margin;
    const items = logos.flatMap(({ shown, size }, column) => {
      const x = frame.x + margin + column * (cell + template.grid.gutter);
      const own = { x: emu(x), y: emu(top + margin + (band - size.cy) / 2), ...size };
      const line = { x: emu(x), y: emu(top), cx: emu(cell - margin), cy: emu(band + 2 * margin) };
      const name = `${id}.${row + 1}.${column + 1}`;
      return [
        ...plainPicture(shown, asRead(own, frame, template), name, context),
        ...captionBelow(shown, asRead(line, frame, template), line.cx, name, context),
      ];
    });
    const ground = { ...frame, y: emu(top), cy: emu(band + 2 * margin) };
    return color ? [panel(ground, color, `${id}.${row + 1}`), ...items] : items;
  });
}

export const imageKind = defineBlock(kind);
