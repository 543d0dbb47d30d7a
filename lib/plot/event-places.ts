/** Where the words of events stand: on the fewest levels above and below a line of time at which none covers another. */
import { GAP } from './axes.js';

/** More events than these in a stretch as long as words are wide have no room beside each other, on any number of levels. */
const MOST_TOGETHER = 6;
/** Of the whole line. */
const STRETCH = 0.15;

/** Whether events stand so close in time that their words would have no place on a true scale. Days, in rising order. */
export const isCrowded = (days: readonly number[]): boolean => {
  const length = ((days.at(-1) ?? 0) - (days[0] ?? 0)) * STRETCH;
  return days.some((day, index) => (days[index + MOST_TOGETHER] ?? Number.POSITIVE_INFINITY) - day < length);
};

/** EMU: what the dot of an event takes. */
export const DOT = 9 * 12_700;

/** Where the words of an event stand at its dot. */
export type Side = 't' | 'b' | 'l' | 'r';

/** An event before its words have a place: where it stands, and how large they are. EMU. */
export interface Event {
  readonly x: number;
  readonly w: number;
  readonly h: number;
  /** Its words are the last to be left out. */
  readonly leading: boolean;
}

/** The level and side at which the words of an event stand. */
export interface Place {
  /** Above the line, or with a minus below; 0: on it, without words. */
  readonly level: number;
  readonly side: Side;
  /** Whether a stem passes behind the words. */
  readonly crossed: boolean;
}

/** Places for all events, and how much of their words had none. */
export interface Placed {
  readonly places: readonly Place[];
  /** EMU² of words that would cover others or stand outside the frame. */
  readonly covered: number;
}

/** What the plot has for events: its height, and what stands free above and below it. EMU. */
export interface Room {
  readonly cx: number;
  readonly height: number;
  readonly tallest: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A level and a side that an event could take. */
interface Option {
  readonly level: number;
  readonly side: Side;
  readonly label: Box;
  readonly stem: Box;
  readonly dot: Box;
}

const DEPTHS = [1, 2, 3, 4, 5, 6];
/** Words over words are worse than a stem behind words. */
const WORSE = 20;

/** Events of no size have no words. */
export function placeEvents(events: readonly Event[], room: Room): Placed {
  const tries = DEPTHS.map((depth) => tryLevels(events, room, depth));
  const best = tries.find(({ cost }) => cost === 0) ?? tries.reduce((a, b) => (b.cost < a.cost ? b : a));
  const kept = withoutCovered(events, best.options, room);
  return {
    covered: best.covered,
    places: best.options.map((option, index) => {
      if (!option || !kept.has(index)) return { level: 0, side: 't', crossed: false };
      const others = best.options.flatMap((other, at) => (other && at !== index && kept.has(at) ? [other.stem] : []));
      return { level: option.level, side: option.side, crossed: overlap(option.label, others) > 0 };
    }),
  };
}

interface Try {
  readonly options: readonly (Option | null)[];
  readonly cost: number;
  readonly covered: number;
}

/** Each event at the level and side that cover least of what stands already, near the line and above or below its dot where all are alike. */
function tryLevels(events: readonly Event[], room: Room, depth: number): Try {
  const step = room.height / 2 / depth;
  const taken: Option[] = [];
  let [cost, covered] = [0, 0];
  const options = events.map((event, index): Option | null => {
    if (event.h === 0) return null;
    const solids = taken.flatMap(({ label, dot }) => [label, dot]);
    const stems = taken.map(({ stem }) => stem);
    const hidden = ({ label, dot }: Option): number => overlap(label, solids) + overlap(dot, solids) + outside(label, room);
    const costOf = (option: Option): number =>
      hidden(option) * WORSE +
      overlap(option.label, [...stems, ...futureStems(events, index, option.label)]) +
      overlap(
        option.stem,
        taken.map(({ label }) => label),
      );
    const all = optionsOf(event, index, depth, step).map((option) => ({ option, cost: costOf(option) }));
    const best = all.reduce((a, b) => (b.cost < a.cost - 1 ? b : a));
    cost += Math.round(best.cost);
    covered += Math.round(hidden(best.option));
    taken.push(best.option);
    return best.option;
  });
  return { options, cost, covered };
}

const optionsOf = (event: Event, index: number, depth: number, step: number): readonly Option[] => {
  const start = index % 2 === 0 ? 1 : -1;
  return Array.from({ length: depth }, (_, at) => at + 1).flatMap((level) =>
    [start * level, -start * level].flatMap((signed) =>
      ([signed > 0 ? 't' : 'b', 'r', 'l'] as const).map((side) => optionAt(event, signed, side, step)),
    ),
  );
};

/** Where the words, the stem and the dot of an event lie; y counts downwards from the line of time. */
function optionAt({ x, w, h }: Event, level: number, side: Side, step: number): Option {
  const at = level * step;
  const reach = DOT / 2 + GAP / 2;
  const top = { t: -at - reach - h, b: -at + reach, l: -at - h / 2, r: -at - h / 2 }[side];
  const left = { t: x - w / 2, b: x - w / 2, l: x - reach - w, r: x + reach }[side];
  return {
    level,
    side,
    label: { x: left, y: top, w, h },
    stem: { x: x - GAP / 3, y: Math.min(0, -at), w: (2 * GAP) / 3, h: Math.abs(at) },
    dot: { x: x - DOT / 2, y: -at - DOT / 2, w: DOT, h: DOT },
  };
}

/** Events that come next stand close to the line: at least there words would lie in their way. */
const futureStems = (events: readonly Event[], index: number, { y, h }: Box): readonly Box[] =>
  Math.min(Math.abs(y), Math.abs(y + h)) > h * 2
    ? []
    : events.slice(index + 1).map(({ x }) => ({ x: x - GAP / 3, y: y < 0 ? -h : 0, w: 1, h }));

/** The events whose words cover no others': the leading first, then in their order. */
function withoutCovered(events: readonly Event[], options: readonly (Option | null)[], room: Room): ReadonlySet<number> {
  const kept = new Map<number, Option>();
  const order = events.map((_, index) => index).sort((a, b) => Number(events[b]?.leading) - Number(events[a]?.leading) || a - b);
  for (const index of order) {
    const option = options[index];
    if (!option) continue;
    const others = [...kept.values()].flatMap(({ label, dot }) => [label, dot]);
    const own = events[index];
    const free = overlap(option.label, others) === 0 && outside(option.label, room) < (own?.w ?? 0) * GAP;
    if (free || own?.leading) kept.set(index, option);
  }
  return new Set(kept.keys());
}

const overlap = (box: Box, others: readonly Box[]): number =>
  others.reduce((sum, other) => {
    const across = Math.min(box.x + box.w, other.x + other.w) - Math.max(box.x, other.x);
    const down = Math.min(box.y + box.h, other.y + other.h) - Math.max(box.y, other.y);
    return across > 0 && down > 0 ? sum + across * down : sum;
  }, 0);

/** How much of a text lies outside the frame. */
const outside = ({ x, y, w, h }: Box, { cx, height, tallest }: Room): number => {
  const half = height / 2 + tallest;
  const across = Math.max(0, -x) + Math.max(0, x + w - cx);
  const down = Math.max(0, -half - y) + Math.max(0, y + h - half);
  return across * h + down * w;
};
