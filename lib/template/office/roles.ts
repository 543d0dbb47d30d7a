/** Which of a file's layouts serves which role: by its type, then by its name, then by the shape of its placeholders; else the nearest. */
import type { Size } from '../../core/units.js';
import { LAYOUT_ROLES, type LayoutRole, plainName, ROLE_NAMES } from './names.js';
import type { Found, FoundLayout, FoundMaster } from './placeholders.js';
import { area, areBeside, holdsText, isTitle, shared, sorted } from './sorted.js';

/** The layout of a role, and by what it was found. */
export interface Match {
  readonly layout: FoundLayout;
  readonly by: 'type' | 'name' | 'shape' | 'nearest';
}

/** The roles of a file. `main` is the master of the content slides. */
export interface Roles {
  readonly main: number;
  readonly matches: Readonly<Record<LayoutRole, Match | null>>;
}

/** The standard's names of layouts (ISO/IEC 29500-1, 19.7.15) for each role. */
const TYPES: Readonly<Partial<Record<LayoutRole, readonly string[]>>> = {
  cover: ['title'],
  section: ['secHead'],
  content: ['obj', 'tx'],
  two: ['twoObj', 'txAndObj', 'objAndTx', 'twoColTx'],
  comparison: ['twoTxTwoObj'],
  chart: ['chart'],
  chartText: ['chartAndTx', 'txAndChart'],
  table: ['tbl'],
  caption: ['picTx'],
  titleOnly: ['titleOnly'],
  blank: ['blank'],
};

/** What a layout must have, whatever its type and name. Files of other programs give types that say nothing of the placeholders. */
function suits(role: LayoutRole, layout: FoundLayout, size: Size): boolean {
  const { title, contents, headings, subtitle, others } = sorted(layout, size);
  const [first, second] = contents;
  const titled = title !== null;
  const large = first !== undefined && area(first) >= LARGE * size.cx * size.cy;
  const texts = contents.filter(holdsText);
  const one = titled && contents.length === 1;
  switch (role) {
    case 'blank':
      return !titled && contents.length === 0;
    case 'titleOnly':
      return titled && contents.length === 0 && subtitle?.type !== 'subTitle';
    case 'section':
      return titled && contents.length <= 2;
    case 'content':
    case 'agenda':
    case 'sources':
      return one && texts.length === 1 && large;
    case 'two':
      return titled && contents.length === 2 && headings.length === 0 && texts.length > 0 && areBeside(first, second);
    case 'comparison':
      return titled && contents.length === 2 && headings.length === 2;
    case 'chart':
      return one && (first?.type === 'chart' || first?.type === 'obj') && large;
    case 'table':
      return one && (first?.type === 'tbl' || first?.type === 'obj') && large;
    case 'chartText':
      return titled && contents.length === 2 && texts.length > 0 && contents.some(({ type }) => type === 'chart' || type === 'obj');
    case 'picture':
      return one && first?.type === 'pic';
    case 'caption':
      return (
        titled && contents.filter(({ type }) => type === 'pic').length === 1 && [...contents, ...others].filter(holdsText).length === 1
      );
    default:
      return titled;
  }
}

/** Roles that a layout's shape alone tells. */
const SHAPED: ReadonlySet<LayoutRole> = new Set(['content', 'two', 'comparison', 'titleOnly', 'blank', 'caption', 'picture']);

/** A cover's shape: a title with a subtitle under it. */
const looksLikeCover = ({ placeholders }: FoundLayout): boolean =>
  placeholders.some(({ type }) => type === 'ctrTitle') ||
  (placeholders.some(isTitle) && placeholders.some(({ type }) => type === 'subTitle'));

function roleByName(layout: FoundLayout): LayoutRole | null {
  const name = plainName(layout.name);
  return LAYOUT_ROLES.find((role) => ROLE_NAMES[role].test(name)) ?? null;
}

function find(role: LayoutRole, layouts: readonly FoundLayout[], size: Size): Match | null {
  const usable = layouts.filter((layout) => suits(role, layout, size));
  for (const type of TYPES[role] ?? []) {
    const named = usable.filter((layout) => layout.type === type);
    // Of several of one type, the one whose name agrees: programs give new layouts the type of the one that they were copied from.
    const layout = named.find((item) => roleByName(item) === role) ?? named.find((item) => roleByName(item) === null) ?? named[0];
    if (layout) return { layout, by: 'type' };
  }
  const named = usable.find((layout) => roleByName(layout) === role);
  if (named) return { layout: named, by: 'name' };
  const free = usable.filter(
    (layout) =>
      roleByName(layout) === null && !hasOtherType(layout, role, size) && (role === 'caption' || sorted(layout, size).others.length === 0),
  );
  const shaped = role === 'cover' ? free.find(looksLikeCover) : SHAPED.has(role) ? free[0] : undefined;
  return shaped ? { layout: shaped, by: 'shape' } : null;
}

/** Whether its type says, truly, that it is for something else. */
const hasOtherType = (layout: FoundLayout, role: LayoutRole, size: Size): boolean =>
  LAYOUT_ROLES.some((other) => other !== role && TYPES[other]?.includes(layout.type) && suits(other, layout, size));

/** What stands in where a file has no layout for a role, the nearest first. */
const NEAREST: Readonly<Record<LayoutRole, readonly LayoutRole[]>> = {
  cover: ['section', 'titleOnly', 'content'],
  section: ['cover', 'titleOnly', 'content'],
  agenda: ['content', 'two', 'titleOnly'],
  comparison: ['two', 'content', 'titleOnly'],
  caption: ['content', 'titleOnly'],
  picture: ['content', 'titleOnly'],
  two: ['titleOnly', 'content'],
  chartText: ['two', 'content', 'titleOnly'],
  chart: ['content', 'titleOnly'],
  table: ['content', 'titleOnly'],
  figures: ['titleOnly', 'content'],
  quote: ['titleOnly', 'content'],
  statement: ['titleOnly', 'content'],
  timeline: ['content', 'titleOnly'],
  sources: ['content', 'titleOnly'],
  closing: ['content', 'titleOnly'],
  titleOnly: ['content', 'blank'],
  blank: ['titleOnly', 'content'],
  content: ['titleOnly', 'two', 'blank'],
};

/** Whether no art covers half of a layout's title, and what stands on a panel does not end beside it. */
function isFree(layout: FoundLayout): boolean {
  const title = layout.placeholders.find(isTitle);
  const words = layout.placeholders.filter((item) => isTitle(item) || item.type === 'subTitle');
  return title !== undefined && freeShare(title, layout) > 0.5 && words.every((item) => wholeShare(item, layout) > 0.9);
}

/** The share of a placeholder that stands on one ground: all of it, but where a panel ends across it. */
const wholeShare = (item: Found, { grounds }: FoundLayout): number =>
  grounds.reduce((least, ground) => {
    const on = shared(ground, item.frame) / area(item);
    return Math.min(least, Math.max(on, 1 - on));
  }, 1);

/** The share of a slide that the frame of content on a content slide takes, at the least. */
const LARGE = 0.2;

/** The share of a placeholder behind which nothing is drawn. */
const freeShare = (item: Found, { art }: FoundLayout): number =>
  Math.max(0, 1 - art.reduce((sum, other) => sum + shared(other, item.frame), 0) / area(item));

/** The frame of text on a master's content slides, less what is drawn behind it or a panel cuts off; 0 for a master without. */
const room = ({ layouts }: FoundMaster, size: Size): number => {
  const match = find('content', layouts, size);
  const [first] = match ? sorted(match.layout, size).contents : [];
  if (!match || !first) return 0;
  return area(first) * freeShare(first, match.layout) * wholeShare(first, match.layout);
};

/** A master counts for as good as the best where its content has this share of the best one's room. */
const GOOD_ENOUGH = 0.75;

/** The roles of a file's layouts. Content stands on the master that has good room for it and most of the roles; a role that it lacks is looked for on the others. */
export function rolesOf(masters: readonly FoundMaster[], size: Size): Roles {
  const rooms = masters.map((master) => room(master, size));
  const best = Math.max(0, ...rooms);
  const known = masters.map(({ layouts }) => LAYOUT_ROLES.filter((role) => find(role, layouts, size) !== null).length);
  const good = masters.map((_, index) => ((rooms[index] ?? 0) >= best * GOOD_ENOUGH ? (known[index] ?? 0) : -1));
  const main = Math.max(0, good.indexOf(Math.max(...good)));
  const own = masters[main]?.layouts ?? [];
  const others = masters.flatMap(({ layouts }, index) => (index === main ? [] : layouts));
  const elsewhere: ReadonlySet<LayoutRole> = new Set(['section', 'closing']);
  // The first master is often there for the cover alone; one whose title would stand in its art is no cover for words.
  const covers = masters.flatMap(({ layouts }) => find('cover', layouts, size) ?? []);
  const direct = (role: LayoutRole): Match | null =>
    role === 'cover'
      ? (covers.find(({ layout }) => isFree(layout)) ?? covers[0] ?? null)
      : (find(role, own, size) ?? (elsewhere.has(role) ? find(role, others, size) : null));
  const found = Object.fromEntries(LAYOUT_ROLES.map((role) => [role, direct(role)])) as Record<LayoutRole, Match | null>;
  const last = own[0] ?? others[0];
  const nearest = (role: LayoutRole): Match | null => {
    const instead = NEAREST[role].map((other) => found[other]).find((match) => match !== null)?.layout ?? last;
    return instead ? { layout: instead, by: 'nearest' } : null;
  };
  const matches = Object.fromEntries(LAYOUT_ROLES.map((role) => [role, found[role] ?? nearest(role)])) as Record<LayoutRole, Match | null>;
  return { main, matches };
}
