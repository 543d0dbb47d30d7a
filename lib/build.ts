/** The pipeline, read top to bottom; the only file that names every stage. */
import { arrangeDeck } from './arrange/index.js';
import { blockKinds } from './blocks/index.js';
import { open, readFacts, sourceFiles, withSources } from './books.js';
import { inDirection, templateFor } from './brand.js';
import { type Briefing, blocksOf, type FileReference, type Section } from './briefing/briefing.js';
import type { ChartKind } from './briefing/chart.js';
import { namesOf } from './briefing/expression.js';
import { headingOf, type Kinds } from './briefing/kind.js';
import { inItsLanguage } from './briefing/language.js';
import type { DeckContext } from './briefing/place-context.js';
import { reportMissing } from './briefing/required.js';
import { givenVars, tellUnused } from './briefing/vars.js';
import { hasWords, wordsFor } from './briefing/words.js';
import { chartKinds } from './charts/index.js';
import { type Findings, type Fix, holdRules, reportUnknownRules, voiceOf } from './check/index.js';
import { NO_CACHE } from './core/cache.js';
import { collect, type Diagnostic, diagnostic, type Sink } from './core/diagnostic.js';
import { digest } from './core/guid.js';
import { originOf, type SourceText } from './core/source.js';
import { readDiagrams } from './diagram/index.js';
import { drafted } from './draft.js';
import { type ReadFiles, readFiles } from './files.js';
import { loadHighlighter } from './highlight/index.js';
import { readFontAt } from './host/fonts.js';
import { withIncludes } from './include.js';
import { frontMatterOf, parseBriefing } from './markdown/index.js';
import { readEquations } from './math/index.js';
import { developPictures } from './media/develop.js';
import { type BriefingSource, type BuildOptions, checkOptions, checkSize, checkSource, notesOf, variantOf } from './options.js';
import { picturesNamed, tellLavish, tellUnreadable } from './pictures.js';
import { numberSources, planDeck } from './plan/index.js';
import { type BuildResult, type CheckResult, inTheirFiles, report, type Told } from './report.js';
import { diagramsOf, languagesOf, referencesOf, resolved } from './resolve.js';
import { type Scene, wordsIn } from './scene/scene.js';
import type { Template } from './template/model.js';
import { givenFonts, tellUnmeasured } from './text/given-fonts.js';
import { writeDeck } from './writers/pptx/index.js';

export { LEVELS, type Levels } from './briefing/levels.js';
export { editsApplied, type Fix, rules as checkRules, unknownRule } from './check/index.js';
export type { Rule } from './check/rule.js';
export type { BriefingSource, BuildOptions } from './options.js';
export type { BuildResult, CheckResult, Claim, SlideInfo, SourceInfo } from './report.js';

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
  const work = await read(input, options, all);
  const { briefing, kinds, told, sink, hold } = work;
  const dress = await dressed(work, options);
  if (!dress) {
    const fixes = hold({ plan: null, scene: null, template: null });
    return { scene: null, result: { ...report(told, briefing, null, null, kinds), fixes } };
  }
  const { template } = dress;
  const { deck, plan, arranged } = await arranging(work, dress, options);
  tellUnmeasured(wordsIn(arranged), template.fonts, briefing.meta.span, sink);
  const showing = (id: string): readonly FileReference[] => picturesNamed(id, briefing, kinds, work.files);
  const dpi = dpiOf(briefing, options);
  const scene = await developPictures(arranged, work.files.originals, {
    dpi,
    cache: options.cache ?? NO_CACHE,
    onFailure: (id, why) => tellUnreadable(showing(id), why, sink),
    onLavish: (id, width, needed) => tellLavish(showing(id), width, needed, dpi, sink),
  });
  const fixes = hold({ plan, scene, template });
  return { scene, template, result: { ...report(told, briefing, plan, deck, kinds), fixes } };
}

/** A briefing that was read with all that it names. */
interface Work {
  readonly source: SourceText;
  readonly briefing: Briefing;
  readonly kinds: Kinds;
  readonly charts: readonly ChartKind[];
  readonly files: ReadFiles;
  /** The template before its fonts and its direction; null: it cannot be had. */
  readonly upright: Template | null;
  readonly told: Told;
  readonly sink: Sink;
  /** Holds the rules against it and what was made of it. */
  hold(made: Pick<Findings, 'plan' | 'scene' | 'template'>): readonly Fix[];
}

async function read(input: BriefingSource, options: BuildOptions, all: boolean): Promise<Work> {
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
  const { names, used } = namesOf(front?.vars ?? null, facts.holds, given);
  const notes = notesOf(options);
  const marked = parseBriefing(source, { sink, blocks, charts, names, audience: options.audience ?? null, notes });
  const sources = await withSources(inItsLanguage(marked, source.text, sink), host, sink);
  const parsed = sources.holds;
  const shared = [facts.text, sources.text, notes].flatMap((text) => text ?? []);
  const voice = voiceOf(source, shared, parsed, options.check ?? {});
  const upright = await templateFor(parsed, options, host, sink);
  const files = await readFiles(referencesOf(parsed, kinds), source, host, options.cache ?? NO_CACHE);
  const highlighter = await loadHighlighter(languagesOf(parsed, kinds));
  const diagrams = await readDiagrams(diagramsOf(parsed, kinds), sink);
  const briefing = resolved(parsed, kinds, { charts, read: files, names, highlighter, diagrams, sink });
  tellUnused(given, used, front?.vars ?? null, briefing.meta.span, sink);
  const found = { source, briefing, files: all ? await sourceFiles(briefing, host, sink) : new Map(), facts: facts.holds ?? new Map() };
  const hold = (made: Pick<Findings, 'plan' | 'scene' | 'template'>): readonly Fix[] => {
    if (all) reportUnknownRules(source, shared, briefing, sink);
    const fixes = holdRules({ ...found, ...made }, kinds, { all, voice, sink });
    return fixes.map((fix) => ({ ...fix, span: originOf(source, fix.span) }));
  };
  return { source, briefing, kinds, charts, files, upright, told: { diagnostics, early: early.diagnostics, source, voice }, sink, hold };
}

/** A template, and the hashes of the font files that came to it. */
interface Dress {
  readonly template: Template;
  readonly fonts: readonly string[];
}

/** The template with the fonts that the user names, as its language is read; null where there is none. */
async function dressed({ briefing: { meta }, upright, sink }: Work, options: BuildOptions): Promise<Dress | null> {
  if (!upright) return null;
  const { faces, hashes } = await givenFonts(options.fonts ?? [], readFontAt, meta.span, sink);
  const template = inDirection(faces.length === 0 ? upright : { ...upright, fonts: { ...upright.fonts, files: faces } }, meta.lang);
  reportMissing(meta, template.required, template.title, sink);
  return { template, fonts: hashes };
}

/** The deck planned and arranged; a draft again and again, until what planning finds stands on the slides too. */
async function arranging(work: Work, dress: Dress, options: BuildOptions) {
  const { template } = dress;
  const { briefing, source, kinds, charts, files, told, sink } = work;
  const { lang } = briefing.meta;
  if (!hasWords(lang)) {
    const message = `the words that we add are not translated to "${lang}"; they stand in English`;
    sink(diagnostic('info', 'lang/no-words', message, briefing.meta.span));
  }
  const { absent, keyed } = briefing;
  const slideKeys = keysIn(briefing, kinds);
  const extras = { date: dateOf(briefing, options), hash: hashOf(work, dress, options) };
  const equations = await readEquations(briefing.equations, sink);
  const arrangedOf = (shown: Briefing) => {
    const cited = numberSources(shown, kinds);
    const deck: DeckContext = { template, lang, words: wordsFor(lang), sink, charts, cited, slideKeys, absent, keyed, equations };
    const plan = planDeck(shown, deck, kinds);
    return { deck, plan, arranged: arrangeDeck(plan, shown, deck, kinds, extras) };
  };
  if (!options.draft) return arrangedOf(briefing);
  const errors = (): readonly Diagnostic[] => inTheirFiles(told).filter(({ severity }) => severity === 'error');
  const shownBy = (known: readonly Diagnostic[]): Briefing => drafted(briefing, known, { source, kinds, read: files });
  let known = errors();
  let made = arrangedOf(shownBy(known));
  for (let round = 0; round < MOST_ROUNDS && errors().length > known.length; round++) {
    known = errors();
    made = arrangedOf(shownBy(known));
  }
  return made;
}

const dpiOf = ({ meta }: Briefing, { pictureDpi }: BuildOptions): number => pictureDpi ?? meta.pictureDpi;

/** What makes this deck another one than those of other inputs. */
const hashOf = ({ briefing, source, files }: Work, { template, fonts }: Dress, options: BuildOptions): string =>
  digest(template.name, String(dpiOf(briefing, options)), source.text, ...variantOf(options), ...files.hashes, ...fonts);

/** The keys that lead to a slide. */
const keysIn = ({ titleKey, sections, meta }: Briefing, kinds: Kinds): ReadonlySet<string> =>
  new Set([titleKey, ...sections.flatMap((section) => slideKeysOf(section, meta.sectionSlides, kinds))].filter((key) => key !== ''));

/** The keys that lead to a slide of the section: its own, and those of the headings on it. */
function slideKeysOf({ key, slides }: Section, sectionSlides: boolean, kinds: Kinds): readonly string[] {
  const keys = slides.flatMap((slide) => [slide.key, ...blocksOf(slide).flatMap((block) => headingOf(block, kinds)?.anchor || [])]);
  return sectionSlides || keys.length === 0 ? [key, ...keys] : keys;
}

/** The date of the document properties. */
function dateOf(briefing: Briefing, options: BuildOptions): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(briefing.meta.date)) return `${briefing.meta.date}T00:00:00Z`;
  if (options.sourceDateEpoch === undefined) return NO_DATE;
  return `${new Date(options.sourceDateEpoch * 1000).toISOString().slice(0, 19)}Z`;
}
