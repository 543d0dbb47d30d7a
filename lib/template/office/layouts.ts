/** The file's layouts as a template's: placeholders with roles, regions that take content, and room for sources at the foot. */
import { type Emu, emu, inches, points, type Rect, rect, type Size } from '../../core/units.js';
import type { PlaceholderType } from '../../scene/scene.js';
import { NO_INSETS, type TextStyle } from '../../scene/text.js';
import type { Content, Layout, LayoutPurpose, Placeholder, Region, Role, Styles, Template } from '../model.js';
import { contentArea } from './content-area.js';
import { type Colored, followingTheme, rungsOf, scaled, scaleOf } from './looks.js';
import { LAYOUT_ROLES, type LayoutRole } from './names.js';
import type { Found, FoundLayout, FoundMaster } from './placeholders.js';
import type { Roles } from './roles.js';
import { bottom, holdsText, innerFrame, isFooter, isTitle, right, type SortedPlaceholders, sorted } from './sorted.js';

/** What all layouts of a file are made with. */
interface LayoutContext {
  readonly size: Size;
  readonly scale: number;
  readonly styles: Styles;
  readonly theme: Colored;
  /** Where content stands on the slides of a deck. */
  readonly body: Rect;
  /** How the title of a content slide looks where a layout has none. */
  readonly title: TextStyle;
  /** Names and keys that are taken. */
  readonly names: Set<string>;
  readonly keys: Set<string>;
}

/** Roles whose layouts are chosen by what a slide holds; the first is that of most slides. */
const CHOSEN: readonly LayoutRole[] = ['content', 'titleOnly', 'two', 'comparison', 'chart', 'chartText', 'table', 'picture', 'caption'];

/**
 * All layouts. Those of the chosen roles are taken by what a slide holds, every other one where its author names it. Where the file has none
 * for an agenda or for sources, the nearest serves under a second name.
 */
export function layoutsOf(
  masters: readonly FoundMaster[],
  roles: Roles,
  brand: Pick<Template, 'styles' | 'master' | 'colors' | 'colorMap'>,
  size: Size,
): Pick<Template, 'layouts'> {
  const { matches } = roles;
  const start = {
    size,
    scale: scaleOf(size),
    styles: brand.styles,
    theme: brand,
    title: brand.master.title,
    names: new Set<string>(),
    keys: new Set<string>(),
  };
  const most = matches.content;
  if (!most) throw new TypeError('a file without layouts has no roles');
  const context = { ...start, body: contentArea(roles, size) };
  const first = toLayout(most.layout, 'content', most.by === 'nearest' ? null : 'content', context);
  const used = new Set([most.layout.part]);
  const take = (layout: FoundLayout): boolean => !used.has(layout.part) && used.add(layout.part) !== undefined;
  const chosen = CHOSEN.flatMap((role) => {
    const match = matches[role];
    const fits = match && match.by !== 'nearest' && hasRoomyTitle(match.layout, most.layout);
    return fits && take(match.layout) ? [toLayout(match.layout, 'content', role, context)] : [];
  });
  const special = (['cover', 'section', 'agenda', 'sources', 'closing'] as const).flatMap((role) => {
    const match = matches[role];
    if (!match || (role === 'closing' && match.by === 'nearest')) return [];
    used.add(match.layout.part);
    return [toLayout(match.layout, role, role, context)];
  });
  const others = masters
    .flatMap(({ layouts }) => layouts)
    .filter(take)
    .map((layout) => toLayout(layout, layout.placeholders.some(isTitle) ? 'named' : 'blank', null, context));
  const all = [first, ...chosen, ...special, ...others];
  return {
    layouts: all.map((layout) => ({
      ...layout,
      serves: all.find(({ origin }) => origin?.part === layout.origin?.part) === layout ? servesFor(layout, roles) : [],
    })),
  };
}

/** Whether the title of a content slide would stand in a layout's title as well: where it would not, the layout is for its author to choose. */
function hasRoomyTitle(layout: FoundLayout, usual: FoundLayout): boolean {
  const [own, other] = [layout, usual].map(({ placeholders }) => placeholders.find(isTitle));
  if (!own || !other) return !other;
  return (
    own.frame.cx >= 0.85 * other.frame.cx &&
    own.frame.cy >= 0.8 * other.frame.cy &&
    (own.style[0]?.size ?? 0) <= (other.style[0]?.size ?? 0) * 1.25
  );
}

const outerFrame = (inner: Rect, { insets }: Pick<Found, 'insets'>): Rect =>
  rect(inner.x - insets.left, inner.y - insets.top, inner.cx + insets.left + insets.right, inner.cy + insets.top + insets.bottom);

const crosses = (a: Rect, b: Rect): boolean => a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);

/** A layout for a purpose. A second layout of the same part takes another name. */
export function toLayout(found: FoundLayout, purpose: LayoutPurpose, role: LayoutRole | null, context: LayoutContext): Layout {
  const items = sorted(found, context.size);
  const takesContent = purpose !== 'cover' && purpose !== 'section' && purpose !== 'blank';
  const foot = footOf(found, takesContent ? items : { ...items, contents: [] }, context);
  const lists = purpose === 'agenda' || purpose === 'sources';
  const drafts = [
    ...titleDraft(items, purpose, context),
    ...(lists && !items.contents.some(holdsText) ? [listDraft(purpose, foot.limit, context)] : []),
    ...(takesContent ? contentDrafts(items, role, foot.limit, purpose, context) : coverDrafts(items, purpose, context)),
    ...foot.drafts.filter(({ role: of }) => of !== 'sources' || (takesContent && !lists)),
  ];
  const placeholders = numbered(drafts);
  const regions = takesContent ? regionsOf(placeholders, role) : [];
  return {
    name: uniqueName(found, purpose, context),
    key: uniqueKey(
      role && role !== 'content' && purpose === 'content'
        ? KEYS[role]
        : purpose === 'named'
          ? slug(found.name)
          : purpose === 'cover'
            ? 'title'
            : purpose,
      context,
    ),
    purpose,
    type: found.type || 'cust',
    placeholders: placeholders.map(({ placeholder }) => placeholder),
    regions,
    body: bodyOf(
      placeholders.map(({ placeholder }) => placeholder),
      foot.limit,
      context,
    ),
    art: [],
    background: null,
    masterArt: true,
    serves: [],
    origin: { part: found.part, colorMap: found.colorMap },
  };
}

/** Keys of ours for whose roles a layout is the nearest. */
const servesFor = ({ origin }: Layout, { matches }: Roles): readonly string[] =>
  LAYOUT_ROLES.flatMap((role) => {
    const match = matches[role];
    return match?.by === 'nearest' && match.layout.part === origin?.part ? [KEYS[role] ?? role] : [];
  });

/** As briefings name our own layouts. */
const KEYS: Readonly<Partial<Record<LayoutRole, string>>> = {
  two: 'two-content',
  comparison: 'comparison',
  chart: 'chart',
  chartText: 'chart-text',
  table: 'table',
  picture: 'picture',
  caption: 'picture-caption',
  titleOnly: 'title-only',
};

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '') || 'layout';

const unique = (wish: string, taken: Set<string>, next: (n: number) => string): string => {
  let name = wish;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = next(n);
  taken.add(name.toLowerCase());
  return name;
};
/** A layout's own name; one that serves a second time, or has the name of another, says so. */
function uniqueName(found: FoundLayout, purpose: LayoutPurpose, { names }: LayoutContext): string {
  const name = found.name || found.part.slice(found.part.lastIndexOf('/') + 1, -'.xml'.length);
  const wish =
    names.has(name.toLowerCase()) && (purpose === 'agenda' || purpose === 'sources' || purpose === 'section')
      ? `${name} (${purpose})`
      : name;
  return unique(wish, names, (n) => `${wish} (${n})`);
}
const uniqueKey = (key: string | undefined, { keys }: LayoutContext): string =>
  unique(key ?? 'layout', keys, (n) => `${key ?? 'layout'}-${n}`);

/** A placeholder before it has its number. */
interface Draft {
  readonly role: Role;
  readonly found: Found | null;
  readonly placeholder: Omit<Placeholder, 'idx'>;
}

/** Numbers from here on stand for placeholders whose own number does not tell them apart. */
const OWN_NUMBERS = 1_000_000;

function numbered(drafts: readonly Draft[]): readonly (Draft & { readonly placeholder: Placeholder })[] {
  const taken = new Set<number>();
  return drafts.map((draft, index) => {
    const own = Number(draft.found?.mark.idx ?? Number.NaN);
    const idx = draft.role === 'title' && !taken.has(0) ? 0 : own > 0 && !taken.has(own) ? own : OWN_NUMBERS + index;
    taken.add(idx);
    return { ...draft, placeholder: { ...draft.placeholder, idx } };
  });
}

/** A placeholder of the file in a role; `frame` is the part of its inner frame that we keep to. */
function draftOf(
  found: Found,
  role: Role,
  context: LayoutContext,
  marks: { readonly frame?: Rect; readonly style?: TextStyle } = {},
): Draft {
  const inner = innerFrame(found);
  const { frame = inner, style: own = found.style } = marks;
  const style = found.inherits ? own : followingTheme(own, context.theme);
  const whole = found.type === 'pic' ? found.frame : frame;
  const same = frame.cy === inner.cy && frame.cx === inner.cx && frame.x === inner.x && frame.y === inner.y;
  // Without a number of its own, programs find it in different ways: then the slide says where it stands.
  const said =
    found.clipped || !same || (role !== 'title' && found.mark.idx === undefined)
      ? found.type === 'pic'
        ? whole
        : outerFrame(frame, found)
      : null;
  // LibreOffice forgets the looks of a date or a footer whose master holds no words, unless the slide says a size.
  const unsaid = isFooter(found) ? found.style.map((level) => ({ ...level, size: 0 })) : found.style;
  return {
    role,
    found,
    placeholder: {
      name: found.name,
      role,
      type: found.type as PlaceholderType,
      frame: whole,
      style,
      anchor: found.anchor,
      insets: NO_INSETS,
      prompt: '',
      box: found.repeated,
      rungs: role === 'body' ? rungsOf(style, context.scale) : null,
      origin: found.repeated
        ? null
        : { mark: found.mark, style: unsaid, inherits: found.inherits, frame: said, body: found.body, scaled: found.scaled },
    },
  };
}

/** Text that the layout has no placeholder for. */
const boxDraft = (
  name: string,
  role: Role,
  type: PlaceholderType,
  frame: Rect,
  style: TextStyle,
  anchor: Placeholder['anchor'],
): Draft => ({
  role,
  found: null,
  placeholder: { name, role, type, frame, style, anchor, insets: NO_INSETS, prompt: '', box: true, rungs: null, origin: null },
});

/** The part of a title's frame that ends where a subtitle in it begins. */
const above = (title: Rect, subtitle: Found | null): Rect =>
  subtitle && crosses(title, subtitle.frame) && subtitle.frame.y > title.y ? { ...title, cy: emu(subtitle.frame.y - title.y) } : title;

/** Room for a list where a layout has a title only. */
function listDraft(purpose: LayoutPurpose, limit: Emu, { body, styles, scale }: LayoutContext): Draft {
  const style = purpose === 'sources' ? smaller(styles.body, scaled(12, scale)) : styles.body;
  return boxDraft('Text', 'body', 'body', { ...body, cy: emu(Math.max(0, Math.min(body.cy, limit - body.y))) }, style, 'top');
}

/** The title. A slide must have one, so where the layout has none it is a title that the slide places itself. */
function titleDraft({ title, subtitle }: SortedPlaceholders, purpose: LayoutPurpose, context: LayoutContext): readonly Draft[] {
  if (title) return [draftOf(title, 'title', context, { frame: above(innerFrame(title), subtitle) })];
  if (purpose === 'blank') return [];
  const { scale } = context;
  const frame = rect(context.body.x, inches(0.4 * scale), context.body.cx, inches(0.9 * scale));
  const box = boxDraft('Title', 'title', 'title', frame, context.title, 'middle');
  const inherited = context.title.map((level) => ({ ...level, size: 0 }));
  const origin = {
    mark: { type: 'title' },
    style: inherited,
    inherits: false,
    frame,
    body: { lIns: '0', tIns: '0', rIns: '0', bIns: '0', anchor: 'ctr' },
    scaled: true,
  };
  return [{ ...box, placeholder: { ...box.placeholder, box: false, origin } }];
}

/** What stands under a cover's or a section's title. */
function coverDrafts(
  { title, contents, subtitle, others }: SortedPlaceholders,
  purpose: LayoutPurpose,
  context: LayoutContext,
): readonly Draft[] {
  if (purpose !== 'cover') return [];
  const text = subtitle ?? [...others, ...contents].find(({ type }) => type === 'subTitle' || type === 'body' || type === 'obj');
  if (text) return [draftOf(text, 'subtitle', context)];
  if (!title) return [];
  const inner = innerFrame(title);
  const top = Math.min(bottom(inner) + inches(0.125 * context.scale), context.size.cy - inches(1.2 * context.scale));
  const frame = rect(inner.x, top, inner.cx, inches(0.9 * context.scale));
  const align = title.style[0]?.align ?? 'left';
  return [
    boxDraft(
      'Subtitle',
      'subtitle',
      'subTitle',
      frame,
      context.styles.attribution.map((level) => ({ ...level, align })),
      'top',
    ),
  ];
}

const CONTENT: ReadonlySet<Role> = new Set(['body', 'chart', 'table', 'picture', 'caption']);
const ROLES: Readonly<Record<string, Role>> = { chart: 'chart', tbl: 'table', pic: 'picture' };

/** Content, which ends where the foot begins, each half of a comparison behind its heading. */
function contentDrafts(
  { contents, headings, subtitle, others }: SortedPlaceholders,
  role: LayoutRole | null,
  limit: Emu,
  purpose: LayoutPurpose,
  context: LayoutContext,
): readonly Draft[] {
  const captions = role === 'caption' ? others.filter(({ type }) => type === 'body' || type === 'obj') : [];
  const content = [...contents, ...captions].flatMap((found, index) => {
    const inner = innerFrame(found);
    const frame = inner.y < limit && bottom(inner) > limit ? { ...inner, cy: emu(limit - inner.y) } : inner;
    const below = role === 'caption' && found.type !== 'pic';
    const style = purpose === 'sources' ? smaller(found.style, scaled(12, context.scale)) : found.style;
    const heading = headings[index];
    return [
      ...(heading ? [draftOf(heading, 'heading', context)] : []),
      draftOf(found, below ? 'caption' : (ROLES[found.type] ?? 'body'), context, { frame, style }),
    ];
  });
  return [...(subtitle ? [draftOf(subtitle, 'subtitle', context)] : []), ...content];
}

/** A style in smaller type, its paragraphs as much nearer to each other. */
const smaller = (style: TextStyle, size: number): TextStyle =>
  style.map((level) => {
    const ratio = Math.min(1, size / level.size);
    return { ...level, size: level.size * ratio, spaceBefore: level.spaceBefore * ratio, spaceAfter: level.spaceAfter * ratio };
  });

const ACCEPTS: Readonly<Record<string, readonly Content[]>> = {
  obj: ['text', 'chart', 'table', 'picture'],
  body: ['text'],
  chart: ['chart'],
  tbl: ['table'],
  pic: ['picture'],
};

function regionsOf(placeholders: readonly (Draft & { readonly placeholder: Placeholder })[], role: LayoutRole | null): readonly Region[] {
  const contents = placeholders.filter(({ role: of }) => CONTENT.has(of));
  const headed = placeholders.some(({ role: of }) => of === 'subtitle');
  if (role === 'caption' && contents.length === 2) {
    const pair = [...contents]
      .sort((a, b) => Number(b.role === 'picture') - Number(a.role === 'picture'))
      .map(({ placeholder }) => placeholder);
    const [picture] = pair;
    return picture ? [{ accepts: ['picture'], frame: picture.frame, placeholders: pair.map(({ idx }) => idx), headroom: false }] : [];
  }
  return contents.map(({ found, placeholder }) => ({
    accepts: ACCEPTS[found?.type ?? 'body'] ?? [],
    frame: placeholder.frame,
    placeholders: [placeholder.idx],
    headroom: !headed && (found?.type === 'obj' || found?.type === 'chart'),
  }));
}

/** The foot of a layout: its footers, room for the sources over them, and where content ends. */
interface Foot {
  readonly drafts: readonly Draft[];
  readonly limit: Emu;
}

/** Lines of sources, where there is room for so many. */
const SOURCE_LINES = 2;
const LINE = 1.25;

function footOf(found: FoundLayout, { contents, footers, sources: own }: SortedPlaceholders, context: LayoutContext): Foot {
  const { size, scale, styles } = context;
  const low = footers.filter(({ frame }) => frame.y > 0.6 * size.cy && frame.cy < 0.2 * size.cy);
  // Sources stand on what the content stands on: a panel that ends above the footers ends them too.
  const standing = Math.max(0, ...found.placeholders.filter((item) => !isFooter(item)).map(({ frame }) => bottom(frame)));
  const ends = (item: Rect): boolean => bottom(item) > 0.6 * size.cy && (contents.length > 0 || bottom(item) >= standing);
  const under = found.grounds.filter(ends).map((item) => bottom(item) - inches(0.06 * scale));
  // A logo in the corner of the content, a bar under it: content ends over them.
  const corners = found.art.filter((item) => item.y > 0.75 * size.cy && crosses(item, context.body)).map(({ y }) => y);
  const end = Math.min(...low.map(({ frame }) => frame.y), ...under, ...corners, size.cy - inches(0.2 * scale));
  const line = points((styles.sources[0]?.size ?? 10) * LINE);
  const gap = inches(0.04 * scale);
  const content = Math.max(0, ...contents.map((item) => bottom(innerFrame(item))), bottom(context.body));
  const free = end - Math.min(content, end) - 2 * gap;
  const height = free >= SOURCE_LINES * line ? SOURCE_LINES * line : free >= line ? line : SOURCE_LINES * line;
  const top = end - height - gap;
  const band = clear(rect(context.body.x, top, context.body.cx, height), found.art);
  const marked = footers.some(({ type }) => type === 'ftr');
  const sources = marked ? band : { ...band, cx: emu(band.cx * 0.66) };
  const footer = rect(right(band) - band.cx * 0.32, top, band.cx * 0.32, height);
  return {
    limit: emu(own ? Math.min(own.frame.y, end) : top - gap),
    drafts: [
      own ? draftOf(own, 'sources', context) : boxDraft('Sources', 'sources', 'body', sources, styles.sources, 'bottom'),
      ...footers.map((item) => draftOf(item, FOOTER_ROLES[item.type] ?? 'footer', context)),
      ...(marked
        ? []
        : [
            boxDraft(
              'Footer',
              'footer',
              'ftr',
              footer,
              styles.sources.map((level) => ({ ...level, align: 'right' as const })),
              'bottom',
            ),
          ]),
    ],
  };
}

const FOOTER_ROLES: Readonly<Record<string, Role>> = { dt: 'date', ftr: 'footer', sldNum: 'slideNumber' };

/** The widest part of a band that no art stands in. */
function clear(band: Rect, art: readonly Rect[]): Rect {
  let parts: readonly Rect[] = [band];
  for (const item of art) {
    parts = parts.flatMap((part) => {
      if (!crosses(part, item) || item.cy <= 25_400) return [part];
      const left = { ...part, cx: emu(item.x - part.x) };
      const from = emu(right(item));
      const rest = { ...part, x: from, cx: emu(right(part) - from) };
      return [left, rest].filter(({ cx }) => cx > 0);
    });
  }
  const widest = [...parts].sort((a, b) => b.cx - a.cx)[0];
  return widest && widest.cx > 0.4 * band.cx ? widest : band;
}

/** Where free blocks stand, and against what the waste of a layout is reckoned: where content stands on all slides, unless this layout's title is there. */
function bodyOf(placeholders: readonly Placeholder[], limit: Emu, context: LayoutContext): Rect {
  const title = placeholders.find(({ role }) => role === 'title')?.frame;
  const usual = context.body;
  if (!(title && crosses(title, usual))) return { ...usual, cy: emu(Math.min(usual.cy, limit - usual.y)) };
  const { size, scale } = context;
  const gap = inches(0.2 * scale);
  const below = bottom(title) + gap;
  if (limit - below > 0.45 * size.cy || below < 0.5 * size.cy) return { ...usual, y: emu(below), cy: emu(Math.max(0, limit - below)) };
  return { ...usual, y: emu(gap * 2), cy: emu(title.y - gap * 3) };
}
