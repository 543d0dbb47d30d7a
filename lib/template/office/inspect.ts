/** What a company's template holds, what it lacks, and which of its layouts each role takes: for people and, as plain data, for programs. */
import { toInches } from '../../core/units.js';
import { isTabulated } from '../../text/families.js';
import { contrast, hexOf } from '../contrast.js';
import { type OfficeTemplate, readOfficeTemplate } from './index.js';
import { LAYOUT_ROLES, type LayoutRole } from './names.js';
import type { Found, FoundLayout } from './placeholders.js';
import { type SortedPlaceholders, sorted } from './sorted.js';

/** How a layout was found for a role. */
export type MatchedBy = 'type' | 'name' | 'shape' | 'nearest';

/** A layout of the file. */
export interface LayoutReport {
  readonly name: string;
  /** ISO/IEC 29500-1, 19.7.15; empty where the file gives none. */
  readonly type: string;
  /** The theme of its master. */
  readonly master: string;
  /** What its placeholders are taken for: `title`, `content`, `heading`, `subtitle`, `sources`, `date` … */
  readonly placeholders: readonly string[];
  /** The roles that it serves. */
  readonly roles: readonly string[];
}

/** What `template doctor` tells. */
export interface TemplateReport {
  /** Inches. */
  readonly size: { readonly width: number; readonly height: number };
  readonly masters: readonly string[];
  /** Slides of its own, which decks leave out unless they are asked for. */
  readonly slides: number;
  readonly fonts: { readonly headings: string; readonly body: string };
  /** `RRGGBB`. */
  readonly colors: Readonly<Record<string, string>>;
  /** The id of its table style; null where it names none. */
  readonly tableStyle: string | null;
  readonly roles: readonly { readonly role: string; readonly layout: string; readonly by: MatchedBy }[];
  readonly layouts: readonly LayoutReport[];
  /** What a deck would miss, one sentence each. */
  readonly missing: readonly string[];
  /** What decks are made without: macros, controls, links. */
  readonly removed: readonly { readonly what: string; readonly which: string }[];
}

/** Inspects a `.potx` or `.pptx`. Throws an Error with a plain sentence where it cannot be a template. */
export function inspectTemplate(bytes: Uint8Array): TemplateReport {
  const read = readOfficeTemplate('template', bytes, 'none');
  const { template, masters, themes, roles, removals, slides } = read;
  const matched = LAYOUT_ROLES.flatMap((role) => {
    const match = roles.matches[role];
    return match ? [{ role, layout: match.layout.name, by: match.by, part: match.layout.part }] : [];
  });
  return {
    size: { width: rounded(toInches(template.size.cx)), height: rounded(toInches(template.size.cy)) },
    masters: themes.map(({ name }, index) => name || `Master ${index + 1}`),
    slides,
    fonts: { headings: template.fonts.major.latin, body: template.fonts.minor.latin },
    colors: template.colors,
    tableStyle: template.table.styled ? template.table.styleId : null,
    roles: matched.map(({ role, layout, by }) => ({ role: ROLE_TITLES[role], layout, by })),
    layouts: masters.flatMap(({ layouts }, index) =>
      layouts.map((layout) => ({
        name: layout.name,
        type: layout.type,
        master: themes[index]?.name ?? '',
        placeholders: wordsFor(layout, sorted(layout, template.size)),
        roles: matched.filter(({ part }) => part === layout.part).map(({ role }) => ROLE_TITLES[role]),
      })),
    ),
    missing: missingIn(read),
    removed: removals.map(({ what, which }) => ({ what, which: which.replace(/^\//, '') })),
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** Roles as the specification of templates names them. */
export const ROLE_TITLES: Readonly<Record<LayoutRole, string>> = {
  cover: 'title',
  section: 'section',
  agenda: 'agenda',
  content: 'title and content',
  two: 'two content',
  comparison: 'comparison',
  chart: 'chart',
  chartText: 'chart and text',
  figures: 'key figures',
  quote: 'quote',
  statement: 'statement',
  table: 'table',
  picture: 'picture full',
  caption: 'picture with caption',
  timeline: 'timeline',
  sources: 'sources',
  closing: 'closing',
  titleOnly: 'title only',
  blank: 'blank',
};

const CONTENT_WORDS: Readonly<Record<string, string>> = { obj: 'content', body: 'text', chart: 'chart', tbl: 'table', pic: 'picture' };
const FOOTER_WORDS: Readonly<Record<string, string>> = { dt: 'date', ftr: 'footer', sldNum: 'slide number' };

function wordsFor(
  { placeholders }: FoundLayout,
  { title, contents, headings, subtitle, sources, others }: SortedPlaceholders,
): readonly string[] {
  const word = (item: Found): string => {
    if (item.turned) return 'turned text (not used)';
    if (item === title) return 'title';
    if (headings.includes(item)) return 'heading';
    if (item === subtitle) return 'subtitle';
    if (item === sources) return 'sources';
    if (others.includes(item)) return 'small text (not used)';
    return FOOTER_WORDS[item.type] ?? (contents.includes(item) ? (CONTENT_WORDS[item.type] ?? item.type) : `${item.type} (not used)`);
  };
  return placeholders.map((item) => (item.repeated ? `${word(item)} (as a box)` : word(item)));
}

/** A designer's list: each with what a deck does instead. */
function missingIn({ template, roles, removals }: OfficeTemplate): readonly string[] {
  const near = LAYOUT_ROLES.flatMap((role) => {
    const match = roles.matches[role];
    return match?.by === 'nearest' ? [`no layout for ${ROLE_TITLES[role]}: "${match.layout.name}" is the nearest`] : [];
  });
  const content = roles.matches.content?.layout;
  const { title, footers, sources } = content ? sorted(content, template.size) : { title: null, footers: [], sources: null };
  const has = (type: string): boolean => footers.some((item) => item.type === type);
  const on = `on "${content?.name ?? ''}"`;
  const { ink, paper } = template.palette;
  const ratio = contrast(ink, paper, template);
  const families = [...new Set([template.fonts.major.latin, template.fonts.minor.latin])].filter((family) => !isTabulated(family));
  return [
    ...near,
    ...(title ? [] : [`no title ${on}: each slide places its own`]),
    ...(has('ftr') ? [] : [`no footer ${on}: footer and marking stand in a box beside the sources`]),
    ...(has('sldNum') ? [] : [`no slide number ${on}: slides have none`]),
    ...(has('dt') ? [] : [`no date ${on}: the date stands on the title slide only`]),
    ...(sources ? [] : [`no place for sources ${on}: they stand in a box over the footer`]),
    ...(template.table.styled ? [] : ['no table style of its own: tables have rules in theme colours']),
    ...(ratio >= 4.5
      ? []
      : [
          `text ${hexOf(ink, template)} on ${hexOf(paper, template)} has a contrast of ${ratio.toFixed(1)}; 4.5 is the least that can be read`,
        ]),
    ...families.map((family) => `the widths of "${family}" are not known: its text is given a sixth more room`),
    ...(removals.length === 0 ? [] : ['what it runs or loads is removed from every deck; see below']),
  ];
}
