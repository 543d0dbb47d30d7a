/** What comes by a click (ISO/IEC 29500-1, 19.5.87 timing), in the form in which PowerPoint itself writes "Appear". */
import { element, type XmlElement } from '../../../package/xml.js';

/** A shape, or a paragraph of it, that is not there from the start. */
export interface Entrance {
  /** The shape's id on its slide. */
  readonly shape: string;
  /** From 0; null: the shape as a whole. */
  readonly paragraph: number | null;
  /** Whether a click brings it, or it comes with what stands before it. */
  readonly start: 'click' | 'with';
  /** How the list of builds has to name the shape; null: not at all. */
  readonly build: 'paragraphs' | 'text' | 'shape' | 'chart' | null;
}

/** `p:timing` for entrances in their order; null where there are none. */
export function timingXml(entrances: readonly Entrance[]): XmlElement | null {
  if (entrances.length === 0) return null;
  let id = 0;
  const node = (attributes: Readonly<Record<string, string | number>>, ...children: readonly (XmlElement | null)[]): XmlElement =>
    element('p:cTn', { id: ++id, ...attributes }, ...children);
  // Ids count in the order in which the elements start, so each is made before what it holds.
  const root = node({ dur: 'indefinite', restart: 'never', nodeType: 'tmRoot' });
  const main = node({ dur: 'indefinite', nodeType: 'mainSeq' });
  main.children = [
    children(
      'p:childTnLst',
      clicks(entrances).map((group) => clickXml(group, node)),
    ),
  ];
  const sequence = element(
    'p:seq',
    { concurrent: 1, nextAc: 'seek' },
    main,
    element('p:prevCondLst', {}, slideEvent('onPrev')),
    element('p:nextCondLst', {}, slideEvent('onNext')),
  );
  root.children = [element('p:childTnLst', {}, sequence)];
  return element('p:timing', {}, element('p:tnLst', {}, element('p:par', {}, root)), buildListXml(entrances));
}

type Node = (attributes: Readonly<Record<string, string | number>>, ...children: readonly (XmlElement | null)[]) => XmlElement;

const children = (name: string, items: readonly XmlElement[]): XmlElement => element(name, {}, ...items);

const slideEvent = (event: string): XmlElement => element('p:cond', { evt: event, delay: 0 }, element('p:tgtEl', {}, element('p:sldTgt')));

/** Entrances by clicks; the first of all comes by one. */
function clicks(entrances: readonly Entrance[]): readonly (readonly Entrance[])[] {
  const groups: Entrance[][] = [];
  for (const entrance of entrances) {
    const last = groups.at(-1);
    if (entrance.start === 'click' || !last) groups.push([entrance]);
    else last.push(entrance);
  }
  return groups;
}

const startsAt = (delay: 'indefinite' | 0): XmlElement => element('p:stCondLst', {}, element('p:cond', { delay }));

function clickXml(group: readonly Entrance[], node: Node): XmlElement {
  const outer = node({ fill: 'hold' });
  const inner = node({ fill: 'hold' });
  inner.children = [
    startsAt(0),
    children(
      'p:childTnLst',
      group.map((entrance, index) => effectXml(entrance, index === 0, node)),
    ),
  ];
  outer.children = [startsAt('indefinite'), element('p:childTnLst', {}, element('p:par', {}, inner))];
  return element('p:par', {}, outer);
}

/** "Appear": preset 1 of the entrances. */
function effectXml({ shape, paragraph, build }: Entrance, first: boolean, node: Node): XmlElement {
  const group = build === null ? {} : { grpId: 0 };
  const effect = node({
    presetID: 1,
    presetClass: 'entr',
    presetSubtype: 0,
    fill: 'hold',
    ...group,
    nodeType: first ? 'clickEffect' : 'withEffect',
  });
  const range = paragraph === null ? null : element('p:txEl', {}, element('p:pRg', { st: paragraph, end: paragraph }));
  const behavior = element(
    'p:cBhvr',
    {},
    node({ dur: 1, fill: 'hold' }, startsAt(0)),
    element('p:tgtEl', {}, element('p:spTgt', { spid: shape }, range)),
    element('p:attrNameLst', {}, element('p:attrName', {}, 'style.visibility')),
  );
  const set = element('p:set', {}, behavior, element('p:to', {}, element('p:strVal', { val: 'visible' })));
  effect.children = [startsAt(0), element('p:childTnLst', {}, set)];
  return element('p:par', {}, effect);
}

/** A shape with a fill or a line comes with it. */
const BUILD = { paragraphs: { build: 'p' }, text: {}, shape: { animBg: 1 } } as const;

/** Each shape once that is built of paragraphs, is text, or is a chart; pictures, tables and groups are not named. */
function buildListXml(entrances: readonly Entrance[]): XmlElement | null {
  const builds = new Map(entrances.map(({ shape, build }) => [shape, build]));
  const items = [...builds].flatMap(([spid, build]): readonly XmlElement[] => {
    if (build === null) return [];
    if (build === 'chart') return [element('p:bldGraphic', { spid, grpId: 0 }, element('p:bldAsOne'))];
    return [element('p:bldP', { spid, grpId: 0, ...BUILD[build] })];
  });
  return items.length === 0 ? null : element('p:bldLst', {}, ...items);
}
