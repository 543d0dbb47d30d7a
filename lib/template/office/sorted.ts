/** What the placeholders of a layout are there for, by where they stand: title, content, and the small text around it. */
import { type Rect, rect, type Size } from '../../core/units.js';
import type { Found, FoundLayout } from './placeholders.js';

/** The placeholders of a layout, sorted. */
export interface SortedPlaceholders {
  readonly title: Found | null;
  /** What holds a slide's content, in the order in which a reader takes it. */
  readonly contents: readonly Found[];
  /** The small text over each of two contents; empty where it is not over both. */
  readonly headings: readonly Found[];
  /** Small text between title and content. */
  readonly subtitle: Found | null;
  /** Small text at the foot, for sources and notes. */
  readonly sources: Found | null;
  readonly footers: readonly Found[];
  /** Small text elsewhere. */
  readonly others: readonly Found[];
}

export const isTitle = ({ type, turned }: Found): boolean => (type === 'title' || type === 'ctrTitle') && !turned;
export const isFooter = ({ type }: Found): boolean => type === 'dt' || type === 'ftr' || type === 'sldNum';
export const holdsText = ({ type }: Found): boolean => type === 'body' || type === 'obj';
export const area = ({ frame }: Pick<Found, 'frame'>): number => frame.cx * frame.cy;

export const bottom = ({ y, cy }: Rect): number => y + cy;
export const right = ({ x, cx }: Rect): number => x + cx;
const across = (a: Rect, b: Rect): number => Math.max(0, Math.min(right(a), right(b)) - Math.max(a.x, b.x));
const down = (a: Rect, b: Rect): number => Math.max(0, Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y));

/** The area that two frames share. */
export const shared = (a: Rect, b: Rect): number => across(a, b) * down(a, b);

/** A frame without its insets: where its text stands. */
export const innerFrame = ({ frame, insets }: Pick<Found, 'frame' | 'insets'>): Rect =>
  rect(
    frame.x + insets.left,
    frame.y + insets.top,
    Math.max(0, frame.cx - insets.left - insets.right),
    Math.max(0, frame.cy - insets.top - insets.bottom),
  );

/** Two contents side by side, neither much smaller than the other. */
export function areBeside(a: Found | undefined, b: Found | undefined): boolean {
  if (!a || !b) return false;
  const ratio = area(a) / area(b);
  return across(a.frame, b.frame) < 0.1 * Math.min(a.frame.cx, b.frame.cx) && ratio > 0.4 && ratio < 2.5;
}

/** Text lower than this share of the slide is no content. */
const SMALL = 0.13;
/** Below this share of the slide lies its foot. */
const FOOT = 0.8;
/** Frames may overlap by this share of the slide and still stand one above the other. */
const SLACK = 0.03;

/** Sorts a layout's placeholders. Turned ones, pictures of clip art and the like are in none of the lists. */
export function sorted(layout: FoundLayout, size: Size): SortedPlaceholders {
  const upright = layout.placeholders.filter(({ turned }) => !turned);
  const isSmall = (item: Found): boolean => holdsText(item) && item.frame.cy < SMALL * size.cy;
  const title = upright.find(isTitle) ?? null;
  const contents = inOrder(upright.filter((item) => /^(?:body|obj|chart|tbl|pic)$/.test(item.type) && !isSmall(item)));
  const small = upright.filter((item) => item.type === 'subTitle' || isSmall(item));
  const sources = widest(small.filter(({ frame }) => frame.y > FOOT * size.cy));
  const above = small.filter((item) => item !== sources && contents.some(({ frame }) => bottom(item.frame) <= frame.y + SLACK * size.cy));
  const headings =
    contents.length === 2 && areBeside(contents[0], contents[1]) ? contents.flatMap((content) => headingOf(content, above) ?? []) : [];
  const both = headings.length === 2 && headings[0] !== headings[1] ? headings : [];
  const under = above.filter(({ frame }) => !title || frame.y >= title.frame.y + title.frame.cy / 2);
  const subtitle = both.length > 0 ? null : widest(contents.length > 0 ? under : small.filter(({ type }) => type === 'subTitle'));
  const used: ReadonlySet<Found | null> = new Set([sources, subtitle, ...both]);
  return {
    title,
    contents,
    headings: both,
    subtitle,
    sources,
    footers: upright.filter(isFooter),
    others: small.filter((item) => !used.has(item)),
  };
}

const widest = (items: readonly Found[]): Found | null => [...items].sort((a, b) => b.frame.cx - a.frame.cx)[0] ?? null;

/** The small text right over a content, about as wide. */
const headingOf = ({ frame }: Found, above: readonly Found[]): Found | undefined =>
  above
    .filter((item) => item.frame.cx < 1.3 * frame.cx && across(item.frame, frame) > 0.6 * item.frame.cx)
    .sort((a, b) => bottom(b.frame) - bottom(a.frame))[0];

/** Line by line. */
const inOrder = (contents: readonly Found[]): readonly Found[] =>
  [...contents].sort((a, b) =>
    down(a.frame, b.frame) > 0.3 * Math.min(a.frame.cy, b.frame.cy) ? a.frame.x - b.frame.x : a.frame.y - b.frame.y,
  );
