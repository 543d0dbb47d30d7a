import { within } from '../../package/view.js';
import { elements, type XmlElement } from '../../package/xml.js';
import type { Deck } from '../deck.js';
import { error, type Finding, type Rule, warning } from '../rule.js';

/** The arguments that each element of math must have, in order, behind its properties (ISO/IEC 29500-1, 22.1.2); `+`: one or more. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  'm:acc': ['m:e'],
  'm:bar': ['m:e'],
  'm:borderBox': ['m:e'],
  'm:box': ['m:e'],
  'm:d': ['m:e+'],
  'm:eqArr': ['m:e+'],
  'm:f': ['m:num', 'm:den'],
  'm:func': ['m:fName', 'm:e'],
  'm:groupChr': ['m:e'],
  'm:limLow': ['m:e', 'm:lim'],
  'm:limUpp': ['m:e', 'm:lim'],
  'm:m': ['m:mr+'],
  'm:mr': ['m:e+'],
  'm:nary': ['m:sub', 'm:sup', 'm:e'],
  'm:phant': ['m:e'],
  'm:rad': ['m:deg', 'm:e'],
  'm:sPre': ['m:sub', 'm:sup', 'm:e'],
  'm:sSub': ['m:e', 'm:sub'],
  'm:sSubSup': ['m:e', 'm:sub', 'm:sup'],
  'm:sSup': ['m:e', 'm:sup'],
};

/** Elements that hold math, one after another. */
const HOLDERS: ReadonlySet<string> = new Set(['m:oMath', 'm:e', 'm:num', 'm:den', 'm:deg', 'm:sub', 'm:sup', 'm:lim', 'm:fName']);

const isProperties = ({ name }: XmlElement): boolean => name.endsWith('Pr');

export const equations: Rule<Deck> = {
  code: 'verify/equation',
  about:
    'Every equation has the parts that its kind needs, in their order, and no empty one that PowerPoint would show as a dotted box; it stands in a14:m inside an alternative, with a fallback for readers that know no equations. The SDK validator looks at neither.',
  *check(deck) {
    for (const part of deck.drawings) {
      const math = deck.named(part, 'a14:m');
      for (const node of math) yield* faults(node, part);
      const inside = new Set(
        deck
          .named(part, 'mc:AlternateContent')
          .filter(hasFallback)
          .flatMap((node) => within(node, 'a14:m')),
      );
      if (math.some((node) => !inside.has(node))) yield warning(part, 'an equation has no fallback for readers that know none');
    }
  },
};

const hasFallback = (node: XmlElement): boolean => elements(node, 'mc:Fallback').some((fallback) => elements(fallback).length > 0);

function* faults(node: XmlElement, part: string): Iterable<Finding> {
  const children = elements(node);
  const wanted = ARGUMENTS[node.name];
  if (
    wanted &&
    !fits(
      children.filter((child) => !isProperties(child)),
      wanted,
    )
  )
    yield error(part, `${node.name} of an equation holds ${list(children)} where ${wanted.join(', ')} must stand`);
  if (children.slice(1).some(isProperties) && node.name !== 'm:r' && !isProperties(node))
    yield error(part, `the properties of ${node.name} stand behind its content`);
  if (HOLDERS.has(node.name)) {
    const strange = children.find(({ name }) => !(name in ARGUMENTS) && name !== 'm:r' && !name.endsWith('Pr'));
    if (strange) yield error(part, `${node.name} of an equation holds ${strange.name}, which is no part of one`);
  }
  if (node.name === 'm:r' && elements(node, 'm:t').length === 0) yield error(part, 'a run of an equation has no text');
  if (node.name === 'm:e' && children.filter((child) => !isProperties(child)).length === 0)
    yield warning(part, 'an equation has an empty place: PowerPoint shows a dotted box');
  for (const child of children) yield* faults(child, part);
}

const list = (children: readonly XmlElement[]): string => children.map(({ name }) => name).join(', ') || 'nothing';

function fits(children: readonly XmlElement[], wanted: readonly string[]): boolean {
  const names = children.map(({ name }) => name);
  const [only = ''] = wanted;
  if (only.endsWith('+')) return names.length > 0 && names.every((name) => `${name}+` === only);
  return names.join() === wanted.join();
}
