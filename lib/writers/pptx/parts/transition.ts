/** How a slide comes in (ISO/IEC 29500-1, 19.3.1.50 transition). */
import { namespaces } from '../../../package/names.js';
import { element, type XmlElement } from '../../../package/xml.js';
import type { Direction, Transition, TransitionName } from '../../../scene/transition.js';

const WAY = { left: 'l', right: 'r', up: 'u', down: 'd' } as const;
const way = (direction: Direction): { readonly dir?: string } => (direction ? { dir: WAY[direction] } : {});

type Simple = Exclude<TransitionName, 'reveal' | 'flip' | 'doors' | 'gallery' | 'morph'>;

/** Those that every reader of the format knows. */
const SIMPLE: Readonly<Record<Simple, (direction: Direction) => XmlElement>> = {
  fade: () => element('p:fade'),
  cut: () => element('p:cut'),
  push: (direction) => element('p:push', way(direction)),
  wipe: (direction) => element('p:wipe', way(direction)),
  cover: (direction) => element('p:cover', way(direction)),
  uncover: (direction) => element('p:pull', way(direction)),
  split: () => element('p:split', { orient: 'vert' }),
  dissolve: () => element('p:dissolve'),
  zoom: () => element('p:zoom'),
};

const isSimple = (name: TransitionName): name is Simple => Object.hasOwn(SIMPLE, name);

/** Of PowerPoint 2010 ([MS-PPTX] 2.2.2) and, for `morph`, of 2016 ([MS-PPTX] 2.2.13): the namespace that a reader must know. */
const NEWER: Readonly<Record<Exclude<TransitionName, Simple>, { readonly requires: 'p14' | 'p159'; readonly effect: () => XmlElement }>> = {
  reveal: { requires: 'p14', effect: () => element('p14:reveal') },
  flip: { requires: 'p14', effect: () => element('p14:flip', { dir: 'r' }) },
  doors: { requires: 'p14', effect: () => element('p14:doors', { dir: 'vert' }) },
  gallery: { requires: 'p14', effect: () => element('p14:gallery', { dir: 'l' }) },
  morph: { requires: 'p159', effect: () => element('p159:morph', { option: 'byObject' }) },
};

/** `p:transition`; a newer one for readers that know it, beside a fade for all others. */
export function transitionXml({ name, direction }: Transition): XmlElement {
  if (isSimple(name)) return element('p:transition', { spd: 'med' }, SIMPLE[name](direction));
  const { requires, effect } = NEWER[name];
  return element(
    'mc:AlternateContent',
    { 'xmlns:mc': namespaces.mc },
    element(
      'mc:Choice',
      { [`xmlns:${requires}`]: namespaces[requires], Requires: requires },
      element('p:transition', { spd: 'slow' }, effect()),
    ),
    element('mc:Fallback', {}, element('p:transition', { spd: 'slow' }, element('p:fade'))),
  );
}
