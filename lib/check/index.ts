/** Whether a briefing can be trusted: rules over plain data, each in a file of its own. */
import type { Briefing } from '../briefing/briefing.js';
import type { Kinds } from '../briefing/kind.js';
import type { Levels } from '../briefing/levels.js';
import { type Diagnostic, diagnostic, type Sink } from '../core/diagnostic.js';
import { originOf, type SourceText } from '../core/source.js';
import { closest } from '../core/suggest.js';
import type { Edit } from './rule.js';
import { rules } from './rules/index.js';
import { type Findings, subjectOf } from './subject.js';
import { leveled, silenceOf, silencesOf } from './switches.js';

export { editsApplied } from './fix.js';
export type { Edit } from './rule.js';
export { rules } from './rules/index.js';
export type { SourceFile } from './subject.js';

/** How rules are held against a briefing. */
export interface CheckSettings {
  /** A build says only what a reader of the deck would miss; a check says all. */
  readonly all: boolean;
  readonly voice: Voice;
  readonly sink: Sink;
}

/** What mends a briefing for certain, with the rule that is. */
export interface Fix extends Edit {
  readonly code: string;
}

/** Holds the rules against a briefing and tells the sink what they find. Gives what would mend it for certain. */
export function holdRules(found: Findings, kinds: Kinds, { all, voice, sink }: CheckSettings): readonly Fix[] {
  const subject = subjectOf(found, kinds);
  return rules
    .filter((rule) => all || rule.builds)
    .flatMap(({ code, level, check }) =>
      [...check(subject)].flatMap(({ span, message, hints, edit }) => {
        const item = diagnostic(level, code, message, span, ...hints);
        sink(item);
        return edit && voice({ ...item, span: originOf(found.source, span) }) ? { code, ...edit } : [];
      }),
    );
}

/** A diagnostic in its own file at the level that is set for it; null where it is silent. */
export type Voice = (item: Diagnostic) => Diagnostic | null;

/**
 * The levels that comments, front matter and options set; options give way to front matter, and that to comments. `shared`: the files besides
 * the briefing in which comments count.
 */
export function voiceOf(source: SourceText, shared: readonly SourceText[], { meta }: Pick<Briefing, 'meta'>, options: Levels): Voice {
  const silences = silencesOf(source, shared);
  const levels = { ...options, ...Object.fromEntries(meta.checks.map(({ code, level }) => [code, level])) };
  return (item) => leveled(item, levels, silences);
}

/** The stages whose diagnostics can be switched too; their codes are not listed anywhere. */
const STAGES = [
  'audience',
  'chart',
  'facts',
  'front-matter',
  'image',
  'kpi',
  'lang',
  'link',
  'markdown',
  'notes',
  'slide',
  'sources',
  'table',
  'template',
  'picture',
  'text',
  'vars',
];

/** Says which switches name no rule. */
export function reportUnknownRules(source: SourceText, shared: readonly SourceText[], { meta }: Pick<Briefing, 'meta'>, sink: Sink): void {
  const named = [
    ...meta.checks.map(({ code, span }) => ({ name: code, span })),
    ...[source, ...shared].flatMap((text) => silenceOf(text).named),
  ];
  for (const { name, span } of named) {
    const message = unknownRule(name);
    if (message !== null) sink(diagnostic('warning', 'check/unknown-rule', message.text, span, ...message.hints));
  }
}

/** Why a name is none of a rule; null where it is one. */
export function unknownRule(name: string): { readonly text: string; readonly hints: readonly string[] } | null {
  const codes = rules.map(({ code }) => code);
  if (codes.includes(name)) return null;
  const near = closest(name, codes);
  const [area = '', what] = name.split('/');
  if (what !== undefined && near === null && STAGES.includes(area)) return null;
  return { text: `no rule is called "${name}"`, hints: near === null ? [] : [`did you mean "${near}"?`] };
}

export { sourceFile } from './source-file.js';
export type { Findings } from './subject.js';
