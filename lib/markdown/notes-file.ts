/** Speaker notes in a file of their own: each heading names a slide by its title or its key, what follows is said there. */
import type { Block, Briefing, Section, Slide } from '../briefing/briefing.js';
import { inlineText } from '../briefing/inline.js';
import type { HeadingNode, Node } from '../briefing/node.js';
import type { SourceText } from '../core/source.js';
import { closest } from '../core/suggest.js';
import { isNotes, type Offers } from './blocks.js';
import { readDocument } from './document.js';
import { splitFrontMatter } from './front-matter.js';
import { givenKey, slugOf } from './keys.js';
import { type Reading, report, startReading } from './reading.js';

/** What a heading can name. */
interface Target {
  /** The slide or section that is meant; null: the cover. */
  readonly owner: Slide | Section | null;
  readonly key: string;
  readonly title: string;
}

/** The briefing with the notes of a file behind its own. What names no slide is told. */
export function withNotes(briefing: Briefing, source: SourceText, from: Reading, offersIn: (reading: Reading) => Offers): Briefing {
  const reading = startReading(source, 'plain', from.sink, from.names);
  reading.lang = from.lang;
  reading.readers = from.readers;
  for (const key of from.absent) reading.absent.add(key);
  const nodes = readDocument(reading, splitFrontMatter(source).body)
    .filter((entry) => entry.type !== 'settings' && entry.type !== 'slot')
    .flatMap((entry) => (entry.type === 'div' && isNotes(entry) ? entry.children : [entry]));
  const said = notesBySlide(reading, nodes, briefing);
  const { texts } = offersIn(reading);
  const more = new Map([...said].map(([owner, own]) => [owner, texts(own)]));
  return noted(briefing, more);
}

function noted(briefing: Briefing, more: ReadonlyMap<Target['owner'], readonly Block[]>): Briefing {
  const add = <T extends Slide | Section>(owner: T): T => ({ ...owner, notes: [...owner.notes, ...(more.get(owner) ?? [])] });
  const sections = briefing.sections.map((section) => ({ ...add(section), slides: section.slides.map(add) }));
  const cover = more.get(null) ?? [];
  const [first, ...others] = sections;
  if (cover.length === 0) return { ...briefing, sections };
  // The cover speaks the notes of what stands before the first section.
  if (first && first.title.length === 0) return { ...briefing, sections: [{ ...first, notes: [...first.notes, ...cover] }, ...others] };
  const { span } = briefing.meta;
  const opening: Section = { key: '', title: [], attributes: { id: '', classes: [], values: {} }, notes: cover, slides: [], span };
  return { ...briefing, sections: [opening, ...sections] };
}

/** The nodes under each heading that names a slide. */
function notesBySlide(reading: Reading, nodes: readonly Node[], briefing: Briefing): ReadonlyMap<Target['owner'], readonly Node[]> {
  const targets = targetsIn(briefing);
  const found = matches(
    nodes.filter((node) => node.type === 'heading'),
    targets,
  );
  const deepest = Math.max(0, ...[...found.keys()].map(({ depth }) => depth));
  const said = new Map<Target['owner'], Node[]>();
  let under: Node[] | null = null;
  for (const node of nodes) {
    const target = node.type === 'heading' ? found.get(node) : undefined;
    if (target) {
      under = said.get(target.owner) ?? [];
      said.set(target.owner, under);
    } else if (node.type === 'heading' && (node.depth <= deepest || under === null)) {
      under = [];
      unmatched(reading, node, targets);
    } else if (under) under.push(node);
    else if (node.type !== 'rule' && node.type !== 'comment') {
      under = [];
      report(
        reading,
        'warning',
        'notes/no-slide',
        'what stands before the first heading belongs to no slide',
        node.span,
        'put the title of its slide above it',
      );
    }
  }
  return said;
}

function targetsIn({ meta, sections, titleKey }: Briefing): readonly Target[] {
  const ofSections = sections.flatMap((section) => [
    ...section.slides.filter(({ continued }) => !continued).map((slide) => targetOf(slide)),
    ...(section.title.length > 0 ? [targetOf(section)] : []),
  ]);
  const title = plain(inlineText(meta.title));
  return title === '' ? ofSections : [...ofSections, { owner: null, key: titleKey || slugOf(inlineText(meta.title)), title }];
}

const targetOf = (owner: Slide | Section): Target => ({ owner, key: owner.key, title: plain(inlineText(owner.title)) });

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** What each heading names: by a key that it gives, by its title, by its words as a key. Of slides with one title the first heading means the first. */
function matches(headings: readonly HeadingNode[], targets: readonly Target[]): ReadonlyMap<HeadingNode, Target> {
  const found = new Map<HeadingNode, Target>();
  const taken = new Map<string, number>();
  for (const heading of headings) {
    const title = plain(inlineText(heading.inlines));
    const key = givenKey(heading.attributes) || title.replace(/^#/, '');
    const named = targets.filter((target) => target.title === title);
    const turn = taken.get(title) ?? 0;
    const given = givenKey(heading.attributes) === '' ? undefined : targets.find((target) => target.key === key);
    const target = given ?? named[turn] ?? named.at(-1) ?? targets.find((one) => one.key.toLowerCase() === key.toLowerCase());
    if (!target) continue;
    taken.set(title, turn + 1);
    found.set(heading, target);
  }
  return found;
}

function unmatched(reading: Reading, heading: HeadingNode, targets: readonly Target[]): void {
  const words = inlineText(heading.inlines).trim();
  if (reading.absent.has(givenKey(heading.attributes) || slugOf(words))) return;
  const near = closest(
    plain(words),
    targets.flatMap(({ title, key }) => [title, key]),
  );
  report(
    reading,
    'warning',
    'notes/no-slide',
    `no slide is called "${words}"`,
    heading.span,
    ...(near === null ? [] : [`did you mean "${near}"?`]),
  );
}
