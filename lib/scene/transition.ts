/** How a slide comes in, by the names that authors use. */

/** Where the new slide comes from; null: as the transition has it by itself. */
export type Direction = 'left' | 'right' | 'up' | 'down' | null;

/** A transition of PowerPoint. */
export interface Transition {
  readonly name: TransitionName;
  readonly direction: Direction;
}

/** What each is called, and whether it has directions. Those from `reveal` on came with PowerPoint 2010 and later; older programs fade. */
export const TRANSITIONS = {
  fade: false,
  cut: false,
  push: true,
  wipe: true,
  cover: true,
  uncover: true,
  split: false,
  dissolve: false,
  zoom: false,
  reveal: false,
  flip: false,
  doors: false,
  gallery: false,
  morph: false,
} as const;

export type TransitionName = keyof typeof TRANSITIONS;

const isName = (word: string): word is TransitionName => Object.hasOwn(TRANSITIONS, word);
const DIRECTIONS = ['left', 'right', 'up', 'down'] as const;

/** Every way in which a transition can be written. */
export const transitionNames: readonly string[] = [
  'none',
  ...Object.entries(TRANSITIONS).flatMap(([name, directed]) => [name, ...(directed ? DIRECTIONS.map((way) => `${name}-${way}`) : [])]),
];

/** What an author can write, in a sentence. */
export const transitionHint = `ours are ${['none', ...Object.keys(TRANSITIONS)].join(', ')}`;

/** `push`, `push-left`; `none` is null; undefined where it is none of ours. */
export function readTransition(text: string): Transition | null | undefined {
  if (text === 'none') return null;
  if (!transitionNames.includes(text)) return undefined;
  const [name = '', way] = text.split('-');
  return isName(name) ? { name, direction: DIRECTIONS.find((direction) => direction === way) ?? null } : undefined;
}
