/** The pipeline, read top to bottom; the only file that names every stage. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { arrangeDeck } from './arrange/index.js';
import { blockKinds } from './blocks/index.js';
import { isBibliography, parseBibliography } from './briefing/bibliography.js';
import { type Block, type Briefing, blocksOf, type FileReference, type Section } from './briefing/briefing.js';
import type { ChartKind } from './briefing/chart.js';
import type { DeckPlan } from './briefing/deck-plan.js';
import { expandedData, type Names, namesOf } from './briefing/expression.js';
import type { FactBook } from './briefing/fact.js';
import { inlineText, type Status } from './briefing/inline.js';
import { headingOf, type Kinds, kindOf } from './briefing/kind.js';
import { inItsLanguage } from './briefing/language.js';
import type { FrontMatter } from './briefing/meta.js';
import type { DeckContext } from './briefing/place-context.js';
import { reportMissing } from './briefing/required.js';
import { titleInlines } from './briefing/title.js';
import { givenVars, tellUnused } from './briefing/vars.js';
import { hasWords, wordsFor } from './briefing/words.js';
import { chartKinds } from './charts/index.js';
import { type Findings, type Fix, holdRules, reportUnknownRules, type SourceFile, sourceFile, type Voice, voiceOf } from './check/index.js';
import { NO_CACHE } from './core/cache.js';
import { collect, type Diagnostic, diagnostic, inReadingOrder, type Sink, type Span } from './core/diagnostic.js';
import { digest } from './core/guid.js';
import type { Host } from './core/host.js';
import { originOf, type SourceText, sourceText } from './core/source.js';
import { drafted } from './draft.js';
import { decode, fromFile, type ReadFiles, readFiles, readOrFail } from './files.js';
import { type Highlighter, loadHighlighter } from './highlight/index.js';
import { readFontAt } from './host/fonts.js';
import { nodeHost } from './host/node.js';
import { withIncludes } from './include.js';
import { frontMatterOf, parseBriefing, parseFacts, parseSources } from './markdown/index.js';
import { readEquations } from './math/index.js';
import { developPictures } from './media/develop.js';
import { type BriefingSource, type BuildOptions, checkOptions, checkSize, checkSource, isLoaded, notesOf, variantOf } from './options.js';
import { tellDoubts } from './plan/doubts.js';
import { claimsOfSlide, numberSources, planDeck } from './plan/index.js';
import { isRightToLeftLanguage } from './scene/language.js';
import { type Scene, wordsIn } from './scene/scene.js';
import { loadDefinition, loadTemplate } from './template/load.js';
import { mirroredTemplate } from './template/mirror.js';
import type { Template } from './template/model.js';
import { isOfficeFile } from './template/office/load.js';
import { givenFonts, tellUnmeasured } from './text/given-fonts.js';
import { writeDeck } from './writers/pptx/index.js';

export { LEVELS, type Levels } from './briefing/levels.js';
export { editsApplied, type Fix, rules as checkRules, unknownRule } from './check/index.js';
export type { Rule } from './check/rule.js';
export type { BriefingSource, BuildOptions } from './options.js';

/** A slide of the finished deck. */
export interface SlideInfo {
  /** From 1. */
  readonly number: number;
  readonly key: string;
  readonly title: string;
  readonly layout: string;
  readonly section: string;
}

/** A statement with a status. */
export interface Claim {
  readonly text: string;
  readonly status: Status;
  readonly by: string;
  readonly source: string;
  /** The slide's number, from 1. */
  readonly slide: number;
  readonly span: Span;
}

/** A source of the briefing. */
export interface SourceInfo {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly url: string;
  /** Its number in the deck; 0 where nothing cites it. */
  readonly number: number;
}

export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly claims: readonly Claim[];
  readonly sources: readonly SourceInfo[];
  readonly slides: readonly SlideInfo[];
  /** What would mend the briefing for certain; of a check only, a build looks for none. */
  readonly fixes: readonly Fix[];
}

export interface BuildResult extends CheckResult {
  /** The deck; left out when there is an error, unless a draft is wanted. */
  readonly pptx?: Uint8Array;
}

/** The template where neither options nor front matter name one. */
const DEFAULT_TEMPLATE = 'meridian';
/** How often a draft is planned again for errors that planning itself finds. */
const MOST_ROUNDS = 3;
/** The oldest date that a zip file can hold: what a deck without a date says of itself. */
const NO_DATE = '1980-01-01T00:00:00Z';

/** Builds a deck. Bad input never throws: it is told in `diagnostics`. Throws a TypeError for options that are not of their type. */
export async function buildDeck(source: BriefingSource, options: BuildOptions = {}): Promise<BuildResult> {
  const made = await makeScene(source, options, false);
  if (!made.scene || (!options.draft && made.result.diagnostics.some((item) => item.severity === 'error'))) return made.result;
  return { ...made.result, pptx: await writeDeck(made.scene, made.template) };
}

/** Does all that a build does but write the deck, and holds every rule against the briefing. */
export const checkBriefing = async (source: BriefingSource, options: BuildOptions = {}): Promise<CheckResult> =>
  (await makeScene(source, options, true)).result;

/** A briefing as far as it could be made: its scene with the template, and what is told of it. */
export type Made =
  | { readonly scene: Scene; readonly template: Template; readonly result: CheckResult }
  | { readonly scene: null; readonly result: CheckResult };

/** All stages but the last. `all`: every rule is held against the briefing, else those that a build tells. */
export async function makeScene(input: BriefingSource, options: BuildOptions, all = false): Promise<Made> {
  checkSource(input);
  checkOptions(options);
  checkSize(options);
  const { sink, diagnostics } = collect();
  const early = collect();
  const { source: own, host } = await open(input, options);
  const source = await withIncludes(own, host, early.sink);
  const charts = [...(options.charts ?? []), ...chartKinds];
  const blocks = [...(options.blocks ?? []), ...blockKinds];
  const kinds: Kinds = new Map([...blocks].reverse().map((kind) => [kind.name, kind]));

  const front = frontMatterOf(source);
  const facts = await readFacts(front, source, host, sink);
  const given = givenVars(options.vars ?? {});
  const { names, used } = namesOf(front?.vars ?? null, facts, given);
  const marked = parseBriefing(source, { sink, blocks, charts, names, audience: options.audience ?? null, notes: notesOf(options) });
  const parsed = await withSources(inItsLanguage(marked, source.text, sink), host, sink);
  const voice = voiceOf(source, parsed, options.check ?? {});
  const upright = await templateFor(parsed, options, host, sink);
  const cache = options.cache ?? NO_CACHE;
  const read = await readFiles(referencesOf(parsed, kinds), source, host, cache);
  const highlighter = await loadHighlighter(languagesOf(parsed, kinds));
  const briefing = resolved(parsed, kinds, { charts, read, names, highlighter, sink });
  tellUnused(given, used, front?.vars ?? null, briefing.meta.span, sink);
  const told = { diagnostics, early: early.diagnostics, source };
  const found = { source, briefing, files: all ? await sourceFiles(briefing, host, sink) : new Map(), facts: facts ?? new Map() };
  const hold = (made: Pick<Findings, 'plan' | 'scene' | 'template'>): readonly Fix[] => {
    if (all) reportUnknownRules(source, briefing, sink);
    const fixes = holdRules({ ...found, ...made }, kinds, { all, voice, sink });
    return source.parts ? fixes.map((fix) => ({ ...fix, span: originOf(source, fix.span) })) : fixes;
  };
  if (!upright) {
    const fixes = hold({ plan: null, scene: null, template: null });
    return { scene: null, result: { ...report(told, voice, briefing, null, null, kinds), fixes } };
  }
  const fonts = await givenFonts(options.fonts ?? [], readFontAt, briefing.meta.span, sink);
  const template = inDirection(
    fonts.faces.length === 0 ? upright : { ...upright, fonts: { ...upright.fonts, files: fonts.faces } },
    briefing.meta.lang,
  );
  reportMissing(briefing.meta, template.required, template.title, sink);

  const { lang } = briefing.meta;
  if (!hasWords(lang)) {
    const message = `the words that we add are not translated to "${lang}"; they stand in English`;
    sink(diagnostic('info', 'lang/no-words', message, briefing.meta.span));
  }
  const { absent, keyed } = briefing;
  const slideKeys = new Set(
    [briefing.titleKey, ...briefing.sections.flatMap((section) => slideKeysOf(section, briefing.meta.sectionSlides, kinds))].filter(
      (key) => key !== '',
    ),
  );
  const pictureDpi = options.pictureDpi ?? briefing.meta.pictureDpi;
  const extras = {
    date: dateOf(briefing, options),
    hash: digest(template.name, String(pictureDpi), source.text, ...variantOf(options), ...read.hashes, ...fonts.hashes),
  };
  const equations = await readEquations(briefing.equations, sink);
  const arrangedOf = (shown: Briefing) => {
    const cited = numberSources(shown, kinds);
    tellDoubts(shown, kinds, sink);
    const deck: DeckContext = { template, lang, words: wordsFor(lang), sink, charts, cited, slideKeys, absent, keyed, equations };
    const plan = planDeck(shown, deck, kinds);
    return { deck, plan, arranged: arrangeDeck(plan, shown, deck, kinds, extras) };
  };
  const errors = (): readonly Diagnostic[] => inTheirFiles(told, voice).filter(({ severity }) => severity === 'error');
  /** In a draft what planning finds stands on the slides too. */
  const shownBy = (told: readonly Diagnostic[]): Briefing => (options.draft ? drafted(briefing, told, { source, kinds, read }) : briefing);
  let known = errors();
  let made = arrangedOf(shownBy(known));
  for (let round = 0; options.draft && round < MOST_ROUNDS && errors().length > known.length; round++) {
    known = errors();
    made = arrangedOf(shownBy(known));
  }
  const { deck, plan, arranged } = made;
  const showing = (id: string): readonly FileReference[] => picturesNamed(id, briefing, kinds, read);
  tellUnmeasured(wordsIn(arranged), template.fonts, briefing.meta.span, sink);
  const scene = await developPictures(arranged, read.originals, {
    dpi: pictureDpi,
    cache,
    onFailure: (id, why) => tellUnreadable(showing(id), why, sink),
    onLavish: (id, width, needed) => tellLavish(showing(id), width, needed, pictureDpi, sink),
  });
  const fixes = hold({ plan, scene, template });
  return { scene, template, result: { ...report(told, voice, briefing, plan, deck, kinds), fixes } };
}

/** The template as the language is read; a company's own stands as it is. */
const inDirection = (template: Template, lang: string): Template =>
  isRightToLeftLanguage(lang) && !template.file ? mirroredTemplate(template) : template;

/** The keys that lead to a slide of the section: its own, and those of the headings on it. */
function slideKeysOf({ key, slides }: Section, sectionSlides: boolean, kinds: Kinds): readonly string[] {
  const keys = slides.flatMap((slide) => [slide.key, ...blocksOf(slide).flatMap((block) => headingOf(block, kinds)?.anchor || [])]);
  return sectionSlides || keys.length === 0 ? [key, ...keys] : keys;
}

const languagesOf = (briefing: Briefing, kinds: Kinds): readonly string[] =>
  allBlocks(briefing).flatMap((block) => kindOf(block, kinds).language?.(block) || []);

const referencesOf = (briefing: Briefing, kinds: Kinds): readonly FileReference[] =>
  allBlocks(briefing).flatMap((block) => kindOf(block, kinds).files?.(block) ?? []);

const allBlocks = ({ sections }: Briefing): readonly Block[] => sections.flatMap((section) => section.slides).flatMap(blocksOf);

/** Where a briefing names a picture. */
const picturesNamed = (id: string, briefing: Briefing, kinds: Kinds, read: ReadFiles): readonly FileReference[] =>
  referencesOf(briefing, kinds).filter((reference) => {
    const file = read.file(reference);
    return 'picture' in file && file.picture.id === id;
  });

/** Says of each place that shows a picture why it does not. */
function tellUnreadable(references: readonly FileReference[], why: string, sink: Sink): void {
  for (const { path, span } of references)
    sink(diagnostic('warning', 'image/unreadable', `the picture "${path}" cannot be shown: ${why}`, span));
}

/** Says, where a picture is named first, that its file is far larger than the deck can show. */
function tellLavish([first]: readonly FileReference[], width: number, needed: number, dpi: number, sink: Sink): void {
  if (!first) return;
  const print = (pixels: number): string => new Intl.NumberFormat('en').format(pixels);
  const message = `the picture "${first.path}" is ${print(width)} pixels wide; at ${dpi} to the inch the deck needs ${print(needed)}`;
  sink(diagnostic('info', 'image/fine', message, first.span, 'the deck keeps no more of them; a smaller file only builds faster'));
}

/** The briefing's text, and the host that reads what it names. A host that cannot read the briefing itself fails the build with a HostError. */
async function open(input: BriefingSource, options: BuildOptions): Promise<{ readonly source: SourceText; readonly host: Host }> {
  const path = typeof input === 'string' ? null : input instanceof URL ? fileURLToPath(input) : input.path;
  const host =
    options.host ??
    nodeHost({
      root: path === null ? null : dirname(path),
      allowDirs: options.allowDirs ?? [],
      allowRemote: options.allowRemote ?? [],
    });
  if (typeof input === 'string') return { source: sourceText('<briefing>', input), host };
  if (!(input instanceof URL)) return { source: sourceText(input.path, input.text), host };
  const file = host.resolve(null, input.href);
  return { source: sourceText(file, decode(await host.read(file))), host };
}

/** The book of facts that the briefing names; null where it names none. */
async function readFacts(front: FrontMatter | null, source: SourceText, host: Host, sink: Sink): Promise<FactBook | null> {
  const reference = front?.factsFile;
  if (!reference) return null;
  const path = host.resolve(fromFile(source), reference.path);
  const bytes = await readOrFail(() => host.read(path));
  if (typeof bytes !== 'string') return parseFacts(decode(bytes), path, sink);
  sink(diagnostic('error', 'facts/unreadable-file', `the facts "${reference.path}" cannot be read: ${bytes}`, reference.span));
  return new Map();
}

/** The files in which figures are looked up, by the ids of their sources. */
async function sourceFiles({ sources }: Briefing, host: Host, sink: Sink): Promise<ReadonlyMap<string, SourceFile>> {
  const files = new Map<string, SourceFile>();
  for (const { id, path, pathSpan, span } of sources) {
    if (path === '') continue;
    const bytes = await readOrFail(() => host.read(host.resolve(fromFile(span), path)));
    const file = typeof bytes === 'string' ? null : sourceFile(path, bytes);
    if (file) files.set(id, file);
    else {
      const why = typeof bytes === 'string' ? bytes : 'it is no text';
      sink(diagnostic('warning', 'source/no-file', `figures cannot be looked up in "${path}": ${why}`, pathSpan));
    }
  }
  return files;
}

/** The briefing with the sources of the file that its front matter names. */
async function withSources(briefing: Briefing, host: Host, sink: Sink): Promise<Briefing> {
  const reference = briefing.sourcesFile;
  if (!reference) return briefing;
  const path = host.resolve(fromFile(briefing), reference.path);
  const bytes = await readOrFail(() => host.read(path));
  if (typeof bytes !== 'string') {
    const read = isBibliography(path) ? await parseBibliography(decode(bytes), path, sink) : parseSources(decode(bytes), path, sink);
    return { ...briefing, sources: [...briefing.sources, ...read] };
  }
  sink(diagnostic('error', 'source/unreadable-file', `the sources "${reference.path}" cannot be read: ${bytes}`, reference.span));
  return briefing;
}

/** The template that the options or the front matter name. An unknown one is an error in the options, a warning in front matter. */
async function templateFor(briefing: Briefing, options: BuildOptions, host: Host, sink: Sink): Promise<Template | null> {
  const size = options.size ?? briefing.meta.size;
  const { span } = briefing.meta;
  const slides = options.templateSlides ?? 'none';
  if (options.size !== undefined && typeof options.template === 'string' && isOfficeFile(options.template)) {
    const message = `the size ${options.size} is not used: the template's slides have a size of their own`;
    sink(diagnostic('warning', 'template/own-size', message, span));
  }
  if (typeof options.template === 'string') return loadTemplate(options.template, { host, size, sink, span, slides });
  if (options.template !== undefined)
    return isLoaded(options.template) ? options.template : loadDefinition(options.template, { host, size, sink });
  const wish = briefing.meta.template;
  if (wish === '') return loadTemplate(DEFAULT_TEMPLATE, { host, size, sink, span });
  const named = briefing.meta.templateSpan;
  const softened: Sink = (item) => sink(item.severity === 'error' ? { ...item, severity: 'warning' } : item);
  const path = /[\\/]|^\./.test(wish) || isOfficeFile(wish) ? host.resolve(fromFile(briefing), wish) : wish;
  return (
    (await loadTemplate(path, { host, size, sink: softened, span: named, slides })) ??
    loadTemplate(DEFAULT_TEMPLATE, { host, size, sink, span })
  );
}

/** What blocks are completed with. */
interface Found {
  readonly charts: readonly ChartKind[];
  readonly read: ReadFiles;
  readonly names: Names | null;
  readonly highlighter: Highlighter;
  readonly sink: Sink;
}

/** The briefing with what its files hold. */
function resolved(briefing: Briefing, kinds: Kinds, { charts, read, names, highlighter, sink }: Found): Briefing {
  const expand = (text: string, span: Span): string =>
    names ? expandedData(text, names, (why, code) => sink(diagnostic('error', code, why, span))) : text;
  const context = { sink, lang: briefing.meta.lang, charts, file: read.file, expand, highlighter };
  const inSection = (section: Section): Section => ({
    ...section,
    slides: section.slides.map((slide) => ({
      ...slide,
      columns: slide.columns.map((column) => ({
        ...column,
        blocks: column.blocks.map((block) => kindOf(block, kinds).resolve?.(block, context) ?? block),
      })),
    })),
  });
  return { ...briefing, sections: briefing.sections.map(inSection) };
}

/** The date of the document properties. */
function dateOf(briefing: Briefing, options: BuildOptions): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(briefing.meta.date)) return `${briefing.meta.date}T00:00:00Z`;
  if (options.sourceDateEpoch === undefined) return NO_DATE;
  return `${new Date(options.sourceDateEpoch * 1000).toISOString().slice(0, 19)}Z`;
}

/** What was told, and of which text; `early`: before that was put together, in the places of its files. */
interface Told {
  readonly diagnostics: readonly Diagnostic[];
  readonly early: readonly Diagnostic[];
  readonly source: SourceText;
}

/** Diagnostics in the files that they are about, in reading order. */
function inTheirFiles({ diagnostics, early, source }: Told, voice: Voice): readonly Diagnostic[] {
  const spoken = inReadingOrder(diagnostics.flatMap((item) => voice(item) ?? []));
  if (!source.parts) return inReadingOrder([...spoken, ...early]);
  const placed = collect();
  for (const item of [...spoken.map((item) => ({ ...item, span: originOf(source, item.span) })), ...early]) placed.sink(item);
  return inReadingOrder(placed.diagnostics);
}

/** What a build tells besides the deck. */
function report(
  told: Told,
  voice: Voice,
  briefing: Briefing,
  plan: DeckPlan | null,
  deck: DeckContext | null,
  kinds: Kinds,
): Omit<CheckResult, 'fixes'> {
  const slides = plan && deck ? slideInfos(plan, deck) : [];
  const numbers = new Map(slides.map((slide) => [slide.key, slide.number]));
  const claims = briefing.sections
    .flatMap((section) => section.slides)
    .flatMap((slide) =>
      claimsOfSlide(slide, kinds).map((claim) => ({
        ...claim,
        span: originOf(told.source, claim.span),
        slide: numbers.get(slide.key) ?? 0,
      })),
    );
  const sources = briefing.sources.map(({ id, title, publisher, date, url }) => ({
    id,
    title,
    publisher,
    date,
    url,
    number: (deck?.cited.indexOf(id) ?? -1) + 1,
  }));
  return { diagnostics: inTheirFiles(told, voice), claims, sources, slides };
}

const slideInfos = (plan: DeckPlan, deck: DeckContext): readonly SlideInfo[] =>
  plan.sections
    .flatMap((section) => section.slides.map((slide) => ({ slide, section: section.name })))
    .map(({ slide, section }, index) => ({
      number: index + 1,
      key: slide.key,
      title: inlineText(titleInlines(slide, deck)).trim(),
      layout: slide.layout,
      section,
    }));
