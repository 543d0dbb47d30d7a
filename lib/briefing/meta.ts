/** Front matter, read once into Meta: what is missing or wrong has its default. */
import { z } from 'zod';
import { diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { closest } from '../core/suggest.js';
import { readYaml, type YamlText, type YamlValue } from '../core/yaml.js';
import { readTransition, type Transition, transitionHint, transitionNames } from '../scene/transition.js';
import { type Audience, type FileReference, type Meta, NUMBERINGS, OVERFLOWS, SIZES, type Source } from './briefing.js';
import { isoDay } from './dates.js';
import { type Inline, inlineText } from './inline.js';
import { LEVELS } from './levels.js';
import { sourcesOf, sourcesSchema } from './sources.js';
import { type Vars, varsOf } from './vars.js';

/** What front matter says. */
export interface FrontMatter {
  readonly meta: Meta;
  /** The heading level that starts a slide. */
  readonly slideLevel: 'auto' | number;
  readonly sources: readonly Source[];
  /** The YAML file that holds the sources; null where they stand in the front matter itself or there are none. */
  readonly sourcesFile: FileReference | null;
  /** The book of facts that the briefing prints from; null where it names none. */
  readonly factsFile: FileReference | null;
  /** What `{{…}}` prints besides facts; null where the briefing has no `vars:`. */
  readonly vars: Vars | null;
  /** Markdown files that follow the text. */
  readonly include: readonly FileReference[];
}

/** Keys of Marp, Slidev, reveal-md, pandoc, Jekyll and their like: known, and without meaning here. */
const FOREIGN = [
  'marp theme class style header paginate math headingDivider backgroundColor backgroundImage backgroundPosition backgroundRepeat backgroundSize color',
  '_class _header _footer _paginate _color _backgroundColor _backgroundImage _backgroundPosition _backgroundRepeat _backgroundSize',
  'layout highlighter drawings mdc colorSchema routerMode aspectRatio canvasWidth themeConfig monaco lineNumbers addons fonts favicon download info',
  'revealOptions verticalSeparator separator highlightTheme scripts css background hideInToc level clicks src download exportFilename record selectable',
  'output format bibliography csl header-includes geometry fontsize documentclass toc numbersections linkcolor abstract institute logo titlegraphic thanks',
  'permalink published categories tags slug parent nav_order has_children draft weight aliases url image description subject status version license',
].flatMap((line) => line.split(' '));

const words = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
const optional = words.nullish().transform((value) => value ?? '');
const person = z.union([words, z.looseObject({ name: words }).transform(({ name }) => name)]);
const people = z.union([person.transform((name) => [name]), z.array(person)]).nullish();
/** Lines as one text, or one by one. */
const lines = z.union([words, z.array(words)]).nullish();
const keywords = z.union([words.transform((text) => text.split(/\s*[,;，、]\s*/)), z.array(words)]).nullish();
const unknowns = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, z.unknown().optional()]));

/** The keys that are ours, each with what it says. */
const own = {
  title: optional.describe('of the deck; else its first heading'),
  subtitle: optional.describe('below the title, on the cover'),
  author: people.describe('one name or several'),
  authors: people.describe('the same as author'),
  date: optional.describe("a day: 2025-01-20; on the cover, and in the document's properties"),
  lang: optional.describe(
    "the language, as en, de or zh-CN: of the words that are added, of numbers and dates, of line breaks and spelling; default: the text's own",
  ),
  audience: optional.describe('for whom the deck is; one of `audiences` chooses what is built'),
  marking: optional.describe('on every slide, its notes and in the properties: Internal'),
  'as-of': optional.describe('the day up to which the figures stand, on the closing slide'),
  contact: lines.describe('whom to ask, a line each, on the closing slide'),
  disclaimer: lines.describe('small print on the closing slide'),
  footer: optional.describe("at the foot of every slide; default: the template's"),
  template: optional.describe("a name, a folder (./acme), or the company's own .potx or .pptx; default: meridian"),
  size: z.enum(SIZES).nullish().describe('of the slides; default: 16:9'),
  agenda: z.boolean().nullish().describe('a slide that lists the sections, and shows before each where the deck stands; default: false'),
  'section-slides': z.boolean().nullish().describe('whether each section has a slide of its own; default: true'),
  overflow: z.enum(OVERFLOWS).nullish().describe('what happens where text does not fit; default: split'),
  'slide-numbers': z.enum(NUMBERINGS).nullish().describe('3, 3 / 18 or none; default: plain'),
  keywords: keywords.describe('for the document’s properties'),
  'picture-dpi': z.number().min(72).max(600).nullish().describe('pixels an inch that the deck keeps of pictures, 72 to 600; default: 220'),
  'slide-level': z
    .union([z.literal('auto'), z.int().min(1).max(6)])
    .nullish()
    .describe('the level of headings that starts a slide; default: auto'),
  sources: z.union([z.string(), sourcesSchema]).nullish().describe('what is cited, by id, or a file of them: YAML, BibTeX or CSL-JSON'),
  facts: optional.describe('a book of figures that several briefings share: facts.yaml'),
  vars: z.record(z.string(), z.unknown()).nullish().describe('values that {{…}} prints in the text'),
  audiences: z
    .union([words.transform((name) => name.split(/\s*[,;]\s*|\s+/)), z.array(words)])
    .nullish()
    .describe('the readers for whom parts may be set apart: [exec, full]'),
  include: z
    .union([words.transform((path) => [path]), z.array(words)])
    .nullish()
    .describe('Markdown files that follow the text'),
  duration: optional.describe('of the talk: 20 min; check holds the reading time against it'),
  claims: z.boolean().nullish().describe('a slide at the end that lists every claim; default: false'),
  incremental: z.boolean().nullish().describe('all lists come item by item; default: false'),
  transition: z.unknown().optional().describe('from slide to slide: fade, push-left …; default: none'),
  check: z
    .record(
      z.string(),
      z.preprocess((level) => (level === false ? 'off' : level), z.enum(LEVELS)),
    )
    .nullish()
    .describe('levels of the rules of check: {figure/no-source: off}'),
};
/** Front matter of ours, for editors and the reference page. */
export const frontMatterSchema = z.strictObject(own);
const schema = z.strictObject({ ...unknowns(FOREIGN), ...own });

/** Whether a key of front matter is known, ours or another tool's. */
export const isFrontMatterKey = (key: string): boolean => Object.hasOwn(schema.shape, key);

type Values = z.infer<typeof schema>;
type Read = YamlValue<Values>;

/** How text of the front matter is read; it stands in the file at `span`. */
export interface TextReader {
  /** Inline Markdown. */
  inlines(text: string, span: Span): readonly Inline[];
  /** A plain value, with what its expressions come to. */
  data(text: string, span: Span): string;
}

/** Reads front matter; `yaml` null where a briefing has none. Everything wrong in it is a warning. */
export function readFrontMatter(yaml: YamlText | null, span: Span, sink: Sink, { inlines, data }: TextReader): FrontMatter {
  const read = yaml && readYaml(yaml, schema, { area: 'front-matter', severity: 'warning', sink });
  const values = read?.value ?? schema.parse({});
  const spanOf = (key: string): Span => read?.spanOf([key]) ?? span;
  if (read) reportForeign(read, sink);
  const { sources } = values;
  const text = (key: 'title' | 'subtitle'): readonly Inline[] => (values[key] === '' ? [] : inlines(values[key], spanOf(key)));
  const plain = (value: string, key: string): string => (value.includes('{{') ? inlineText(inlines(value, spanOf(key))).trim() : value);
  return {
    meta: {
      title: text('title'),
      subtitle: text('subtitle'),
      authors: (values.authors ?? values.author ?? [])
        .filter((name) => name !== '')
        .map((name) => plain(name, values.authors ? 'authors' : 'author')),
      date: dateOf(data(values.date, spanOf('date')), spanOf('date'), sink),
      lang: langOf(values.lang, spanOf('lang'), sink),
      langGiven: values.lang !== '',
      audience: plain(values.audience, 'audience'),
      audiences: read ? audiencesOf(read, sink) : [],
      marking: plain(values.marking, 'marking'),
      asOf: dateOf(data(values['as-of'], spanOf('as-of')), spanOf('as-of'), sink),
      contact: parted(values.contact, /\n/).map((line) => inlines(line, spanOf('contact'))),
      disclaimer: parted(values.disclaimer, /\n\s*\n/).map((text) => inlines(text.replace(/\s*\n\s*/g, ' '), spanOf('disclaimer'))),
      footer: plain(values.footer, 'footer'),
      template: values.template,
      templateSpan: spanOf('template'),
      size: values.size ?? '16:9',
      agenda: values.agenda ?? false,
      sectionSlides: values['section-slides'] ?? true,
      overflow: values.overflow ?? 'split',
      numbering: values['slide-numbers'] ?? 'plain',
      keywords: (values.keywords ?? []).filter((word) => word !== ''),
      pictureDpi: values['picture-dpi'] ?? 220,
      duration: durationOf(values.duration, spanOf('duration'), sink),
      durationSpan: spanOf('duration'),
      claims: values.claims ?? false,
      incremental: values.incremental ?? false,
      transition: transitionOf(values.transition, spanOf('transition'), sink),
      checks: Object.entries(values.check ?? {}).map(([code, level]) => ({
        code,
        level,
        span: read?.spanOfKey(['check', code]) ?? span,
      })),
      span,
    },
    slideLevel: values['slide-level'] ?? 'auto',
    sources: read && typeof sources === 'object' && sources ? sourcesOf(sources, read, ['sources']) : [],
    factsFile: values.facts === '' ? null : { path: values.facts, use: 'facts', span: spanOf('facts') },
    vars: read && values.vars ? varsOf(values.vars, read, sink) : null,
    include: (values.include ?? []).flatMap((path, index) =>
      path === ''
        ? []
        : [{ path, use: 'include', span: read?.spanOf(Array.isArray(read.value.include) ? ['include', index] : ['include']) ?? span }],
    ),
    sourcesFile: typeof sources === 'string' ? { path: sources, use: 'sources', span: spanOf('sources') } : null,
  };
}

/** The pieces of a text, or the entries of a list, without those that say nothing. */
const parted = (given: string | readonly string[] | null | undefined, at: RegExp): readonly string[] =>
  (typeof given === 'string' ? given.split(at) : (given ?? [])).map((text) => text.trim()).filter((text) => text !== '');

/** Names of readers: words without blanks, as they stand behind `::: only`. */
function audiencesOf(read: Read, sink: Sink): readonly Audience[] {
  return (read.value.audiences ?? []).flatMap((name, index) => {
    const span = read.spanOf(['audiences', index]);
    if (/[\s,;{}]/.test(name))
      sink(diagnostic('warning', 'front-matter/audience', `"${name}" is no name of an audience`, span, 'write it in one word: all-staff'));
    return /^[^\s,;{}]+$/.test(name) ? [{ name, span }] : [];
  });
}

function reportForeign(read: Read, sink: Sink): void {
  const known: Readonly<Record<string, unknown>> = read.value;
  const given = (key: string): boolean => known[key] !== undefined;
  for (const key of new Set(FOREIGN.filter(given)))
    sink(diagnostic('info', 'front-matter/foreign-key', `"${key}" is another tool's key and means nothing here`, read.spanOfKey([key])));
}

function dateOf(text: string, span: Span, sink: Sink): string {
  if (text === '') return '';
  const day = isoDay(text);
  if (day === null) sink(diagnostic('warning', 'front-matter/date', `"${text}" names no single day`, span, 'write it as 2025-01-20'));
  return day ?? '';
}

/** Minutes of `20`, `20 min`, `1 h 15 min`, `1:15`. */
function durationOf(text: string, span: Span, sink: Sink): number | null {
  if (text === '') return null;
  const [, hours = '0', minutes = '0'] =
    /^(?:(\d+)\s*(?:h|hours?|:)\s*)?(?:(\d+)\s*(?:m|min|mins|minutes?)?)?$/i.exec(text.replace(/\s+and\s+/, ' ')) ?? [];
  const all = Number(hours) * 60 + Number(minutes);
  if (all > 0) return all;
  sink(diagnostic('warning', 'front-matter/duration', `"${text}" is no length of time`, span, 'write it in minutes: 20, or as 1 h 15 min'));
  return null;
}

/** A transition of ours; one of another tool means nothing. */
function transitionOf(value: unknown, span: Span, sink: Sink): Transition | null {
  if (value === undefined || value === null || value === false) return null;
  const text = String(value);
  const found = readTransition(text);
  if (found !== undefined) return found;
  const near = typeof value === 'string' ? closest(text, transitionNames) : null;
  if (near === null) {
    sink(diagnostic('info', 'front-matter/foreign-key', `"transition" is another tool's here and means nothing: ${transitionHint}`, span));
  } else sink(diagnostic('warning', 'front-matter/transition', `"${text}" is no transition`, span, `did you mean "${near}"?`));
  return null;
}

function langOf(text: string, span: Span, sink: Sink): string {
  if (text === '') return 'en';
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    sink(diagnostic('warning', 'front-matter/lang', `"${text}" is no language tag`, span, 'write it as en, zh-CN or ar'));
    return 'en';
  }
}
