/** Layouts: placeholders on the grid, the regions that take content, and the art behind them. */
import { type Emu, emu, type Rect, rect } from '../core/units.js';
import type { Item } from '../scene/scene.js';
import { artItems, namedArt } from './art.js';
import { type Context, colorOf, insetsOf, lookUp, namedStyle, type Path, resolveFrame } from './context.js';
import { bandFrame, toEmu } from './grid.js';
import type { Content, Layout, Placeholder, Region } from './model.js';
import type { LayoutData, PlaceholderData, UseData } from './schema.js';

/** Placeholders before the free numbers are given out; `idx` null: the next. */
interface Draft {
  readonly placeholder: Omit<Placeholder, 'idx'>;
  readonly idx: number | null;
}

/** What one entry of a layout's list comes to. */
interface Entry {
  readonly drafts: readonly Draft[];
  readonly art: readonly Item[];
  readonly accepts: readonly Content[] | null;
}

/** A layout. */
export function resolveLayout(key: string, data: LayoutData, context: Context): Layout {
  const path = ['layouts', key];
  const entries = data.placeholders.map((use, index) => resolveUse(use, [...path, 'placeholders', index], context));
  const shared = (key: 'head' | 'foot'): readonly Entry[] =>
    (data[key] ?? context.data[key]).map((name, index) =>
      resolveUse({ use: name }, data[key] ? [...path, key, index] : [key, index], context),
    );
  const all = [...shared('head'), ...entries, ...shared('foot')];
  const numbered = number(all);
  if (new Set(numbered.flat().map(({ idx }) => idx)).size < numbered.flat().length)
    context.fault(path, 'two placeholders have the same idx');
  return {
    name: data.name,
    key,
    purpose: data.purpose,
    type: data.type,
    placeholders: numbered.flat(),
    regions: all.flatMap((entry, index) => toRegion(entry, numbered[index] ?? [])),
    body: bandFrame(context.geometry, context.data.bands.body),
    art: [...namedArt(data.art, [...path, 'art'], context), ...all.flatMap(({ art }) => art)],
    background: data.background === undefined ? null : colorOf(data.background, [...path, 'background'], context),
    masterArt: data.masterArt,
    serves: [],
    origin: null,
  };
}

/** The placeholders of the master. */
export const masterPlaceholders = (context: Context): readonly Placeholder[] =>
  number(context.data.master.placeholders.map((use, index) => resolveUse(use, ['master', 'placeholders', index], context))).flat();

/** Gives each placeholder its number: its own, or from 1 on what nobody else has. */
function number(entries: readonly Entry[]): readonly (readonly Placeholder[])[] {
  const taken = new Set(entries.flatMap(({ drafts }) => drafts.flatMap(({ idx }) => idx ?? [])));
  let next = 1;
  const free = (): number => {
    while (taken.has(next)) next++;
    return next++;
  };
  return entries.map(({ drafts }) => drafts.map(({ placeholder, idx }) => ({ ...placeholder, idx: idx ?? free() })));
}

function resolveUse(use: UseData, path: Path, context: Context): Entry {
  const accepts = use.accepts ?? null;
  if (Object.hasOwn(context.data.groups, use.use)) return { ...resolveGroup(use, path, context), accepts };
  const shared = lookUp(context.data.placeholders, use.use, 'placeholder', [...path, 'use'], context);
  return { drafts: shared ? [draft(shared, use, path, context)] : [], art: [], accepts };
}

function resolveGroup(use: UseData, path: Path, context: Context): Omit<Entry, 'accepts'> {
  const group = context.data.groups[use.use];
  const places = use.at ?? [];
  if (places.length === 0) context.fault(path, `"${use.use}" is a group and needs "at"`, 'write at: [{columns: [1, 3], y: 1.625}]');
  const members = places.flatMap(({ columns, y }, n) => {
    const top = toEmu(y);
    const suffix = places.length > 1 ? ` ${n + 1}` : '';
    const at = ['groups', use.use];
    const drafts = (group?.placeholders ?? []).flatMap((member, index) => {
      const memberPath = [...at, 'placeholders', index];
      const shared = lookUp(context.data.placeholders, member.use, 'placeholder', [...memberPath, 'use'], context);
      return shared ? [draft(shared, { columns, ...member }, memberPath, context, top, suffix)] : [];
    });
    const art = (group?.art ?? []).flatMap((item, index) =>
      artItems({ columns, ...item }, `art.${use.use}.${n + 1}.${index + 1}`, [...at, 'art', index], context, top),
    );
    return { drafts, art };
  });
  return { drafts: members.flatMap(({ drafts }) => drafts), art: members.flatMap(({ art }) => art) };
}

function draft(shared: PlaceholderData, use: UseData, path: Path, context: Context, top: Emu = emu(0), suffix = ''): Draft {
  const own = Object.fromEntries(Object.entries(use).filter(([, value]) => value !== undefined));
  const data: PlaceholderData = { ...shared, ...own };
  return {
    idx: data.idx ?? null,
    placeholder: {
      name: data.name + suffix,
      role: data.role,
      type: data.type,
      frame: resolveFrame(data, path, context, top),
      style: namedStyle(data.style, use.style === undefined ? ['placeholders', use.use, 'style'] : [...path, 'style'], context),
      anchor: data.anchor,
      insets: insetsOf(data.insets),
      prompt: data.prompt,
      box: false,
      rungs: null,
      origin: null,
    },
  };
}

const toRegion = ({ accepts, art }: Entry, placeholders: readonly Placeholder[]): readonly Region[] =>
  accepts === null || placeholders.length === 0
    ? []
    : [
        {
          accepts,
          frame: around([...placeholders, ...art].map(({ frame }) => frame)),
          placeholders: placeholders.map(({ idx }) => idx),
          headroom: false,
        },
      ];

/** The least frame around frames. */
function around(frames: readonly Rect[]): Rect {
  const left = Math.min(...frames.map(({ x }) => x));
  const top = Math.min(...frames.map(({ y }) => y));
  const right = Math.max(...frames.map(({ x, cx }) => x + cx));
  const bottom = Math.max(...frames.map(({ y, cy }) => y + cy));
  return rect(left, top, right - left, bottom - top);
}
