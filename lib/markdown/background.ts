/** The picture behind a slide that pandoc and reveal.js name in its heading: `## Title {background-image="photo.jpg"}`. */
import type { Attributes } from '../briefing/inline.js';
import type { ImageNode } from '../briefing/node.js';
import type { Span } from '../core/diagnostic.js';
import { type Reading, report } from './reading.js';

/** The picture (https://pandoc.org/MANUAL.html#background-in-reveal.js-beamer-and-pptx) as `![bg](…)` would be read; none where none is named. */
export function backgroundOf(reading: Reading, { values }: Attributes, span: Span): readonly ImageNode[] {
  const asked = backgrounds(values);
  const source = /^(?:url\(\s*)?["']?(.*?)["']?(?:\s*\))?$/i.exec(asked.get('image') ?? '')?.[1] ?? '';
  const size = asked.get('size');
  const fit = size === 'contain' || size === 'cover' ? { fit: size } : {};
  const drawn = ['image', ...(size === undefined || 'fit' in fit ? ['size'] : []), 'position'];
  tellOthers(reading, source === '' ? asked.keys() : [...asked.keys()].filter((name) => !drawn.includes(name)), span);
  if (source === '') return [];
  const focus = asked.has('position') ? { focus: asked.get('position') ?? '' } : {};
  const attributes = { id: '', classes: [], values: { bg: 'true', ...fit, ...focus } };
  return [{ type: 'image', source, alt: '', title: [], attributes, link: null, span }];
}

/** Says that the heading of a section, or of the deck, names no picture. */
export function tellNoBackground(reading: Reading, { values }: Attributes, span: Span): void {
  for (const name of backgrounds(values).keys()) {
    const hints = name === 'image' ? ['write ![bg](…) on a line of its own below the heading'] : [];
    report(reading, 'info', 'image/background', nothing(name), span, ...hints);
  }
}

const nothing = (name: string): string => `"background-${name}" means nothing here`;

/** `background-size` and `data-background-size` as `size`. */
const backgrounds = (values: Attributes['values']): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(values).flatMap(([name, value]) => {
      const own = /^(?:data-)?background-(\w+)$/.exec(name)?.[1];
      return own === undefined ? [] : [[own, value] as const];
    }),
  );

function tellOthers(reading: Reading, names: Iterable<string>, span: Span): void {
  for (const name of names) report(reading, 'info', 'image/background', nothing(name), span);
}
