/**
 * Pictures of different shapes together: each whole, in reading order, the frame parted into rows, those into columns, and so on. All of a row have
 * one height, all of a column one width, so that every edge inside goes through.
 */
import { type Emu, emu, type Rect } from '../core/units.js';

/** What the rows have to keep. */
export interface RowRules {
  readonly frame: Rect;
  /** Between two pictures. */
  readonly gap: Emu;
  /** Below a picture, by its place and its width. */
  below(index: number, width: Emu): Emu;
}

/** One way to part a frame: pictures side by side, or on top of each other. */
type Way = { readonly picture: number } | { readonly along: 'row' | 'column'; readonly parts: readonly Way[] };

/** The width of a way is `slope` × its height + `start`: each picture keeps its ratio, gaps and captions their size. */
interface Line {
  readonly slope: number;
  readonly start: number;
}

/** A frame for each picture of these ratios (width by height), in reading order: of all ways to part the frame the one that shows them largest, and none small. */
export function inRows(ratios: readonly number[], rules: RowRules): readonly Rect[] {
  const areAlike = Math.max(...ratios) <= ALIKE * Math.min(...ratios);
  const all = waysFor(0, ratios.length).filter((way) => !areAlike || isPlain(way));
  const sound = all.flatMap((way) => {
    const frames = fitted(way, ratios, rules);
    return frames && (!areAlike || areOfOneRank(frames))
      ? [{ frames, worth: worthOf(frames, rules.frame) * (isPlain(way) ? PLAIN : 1) }]
      : [];
  });
  const [first, ...others] = sound;
  if (!first) return emptyRow(ratios.length, rules);
  return others.reduce((best, one) => (one.worth > best.worth ? one : best), first).frames;
}

/** Rows that go through are calmer than a mosaic: it must show the pictures so much larger. */
const PLAIN = 1.1;
/** Whether a way is one row, one column, or rows on top of each other. */
const isPlain = (way: Way): boolean =>
  'picture' in way ||
  way.parts.every((part) => 'picture' in part || (way.along === 'column' && part.parts.every((one) => 'picture' in one)));

/** Of pictures of one shape none has more than so many times the area of another: two above three is calm, one above two makes a large one. */
const RANK = 3;
function areOfOneRank(frames: readonly Rect[]): boolean {
  const areas = frames.map(({ cx, cy }) => cx * cy);
  return Math.max(...areas) <= RANK * Math.min(...areas);
}

/** The geometric mean of the areas, for what makes one picture larger must not make others tiny, and the share of the frame that is filled. */
function worthOf(frames: readonly Rect[], { cx, cy }: Rect): number {
  const areas = frames.map((frame) => frame.cx * frame.cy);
  return Math.exp(sum(areas.map(Math.log)) / areas.length) * (sum(areas) / (cx * cy));
}

/** Pictures of one shape, but for so much, are of one rank: none of them becomes the large one. */
const ALIKE = 1.1;

/** Every way for the pictures from one place up to another; not along `not`, which would be the way that they are a part of. */
function waysFor(from: number, to: number, not: 'row' | 'column' | null = null): readonly Way[] {
  if (to - from === 1) return [{ picture: from }];
  return (['row', 'column'] as const)
    .filter((along) => along !== not)
    .flatMap((along) => partings(from, to, along).map((parts) => ({ along, parts })));
}

/** Every way to part a stretch of pictures along a row or a column; as one part only where it is less than `whole`. */
function partings(from: number, to: number, along: 'row' | 'column', whole = to - from): readonly (readonly Way[])[] {
  if (from === to) return [[]];
  const lengths = Array.from({ length: Math.min(to - from, whole - 1) }, (_, index) => index + 1);
  return lengths.flatMap((length) => {
    const heads = waysFor(from, from + length, along);
    return partings(from + length, to, along, whole).flatMap((tail) => heads.map((head) => [head, ...tail]));
  });
}

/** How often captions are measured at most: their lines depend on widths, and those on the height that captions take. */
const ROUNDS = 8;

/** The frames of a way, as large as the frame allows, at its upper left; null where captions leave them no peace. */
function fitted(way: Way, ratios: readonly number[], { frame, gap, below }: RowRules): readonly Rect[] | null {
  let captions: readonly number[] = ratios.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const line = lineOf(way, ratios, captions, gap);
    const height = Math.min(frame.cy, (frame.cx - line.start) / line.slope);
    const frames = placed(way, { x: frame.x, y: frame.y, width: line.slope * height + line.start, height }, ratios, captions, gap);
    if (frames.some(({ cx, cy }) => cx <= 0 || cy <= 0)) return null;
    const kept = captions;
    captions = frames.map(({ cx }, index) => Math.max(kept[index] ?? 0, below(index, cx)));
    if (captions.every((own, index) => own === kept[index])) return frames;
  }
  return null;
}

function lineOf(way: Way, ratios: readonly number[], captions: readonly number[], gap: number): Line {
  if ('picture' in way) {
    const ratio = ratios[way.picture] ?? 1;
    return { slope: ratio, start: -ratio * (captions[way.picture] ?? 0) };
  }
  const lines = way.parts.map((part) => lineOf(part, ratios, captions, gap));
  const gaps = gap * (lines.length - 1);
  if (way.along === 'row') return { slope: sum(lines.map(({ slope }) => slope)), start: sum(lines.map(({ start }) => start)) + gaps };
  const slope = 1 / sum(lines.map((line) => 1 / line.slope));
  return { slope, start: slope * (sum(lines.map((line) => line.start / line.slope)) - gaps) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function placed(way: Way, box: Box, ratios: readonly number[], captions: readonly number[], gap: number): readonly Rect[] {
  if ('picture' in way) {
    const cy = box.height - (captions[way.picture] ?? 0);
    return [{ x: emu(box.x), y: emu(box.y), cx: emu(box.width), cy: emu(cy) }];
  }
  let at = way.along === 'row' ? box.x : box.y;
  return way.parts.flatMap((part) => {
    const line = lineOf(part, ratios, captions, gap);
    const own =
      way.along === 'row'
        ? { ...box, x: at, width: line.slope * box.height + line.start }
        : { ...box, y: at, height: (box.width - line.start) / line.slope };
    at += gap + (way.along === 'row' ? own.width : own.height);
    return placed(part, own, ratios, captions, gap);
  });
}

/** Where captions leave no room for pictures at all. */
const emptyRow = (count: number, { frame, gap }: RowRules): readonly Rect[] => {
  const cx = Math.max(0, (frame.cx - gap * (count - 1)) / count);
  return Array.from({ length: count }, (_, index) => ({ ...frame, x: emu(frame.x + index * (cx + gap)), cx: emu(cx), cy: emu(0) }));
};
