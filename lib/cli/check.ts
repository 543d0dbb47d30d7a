/** `briefdeck check`: whether briefings can be trusted, without their decks. */
import { type BuildOptions, type CheckResult, checkBriefing, editsApplied } from '../build.js';
import type { Settings } from './arguments.js';
import { cacheOf, configOf, optionsFor, readBriefing, sourceDateEpoch } from './briefing.js';
import { type Claimed, claimsTable } from './claims.js';
import { writeOutput } from './files.js';
import { BRIEFINGS, findInputs } from './inputs.js';
import { type ExitCode, type Io, UsageError } from './io.js';
import { reporter } from './report.js';
import { reportOf, runAll } from './run.js';

/** Prints the diagnostics, claims and sources of all inputs; writes nothing but what `--fix` mends and the table of `--claims`. */
export async function check(settings: Settings, io: Io): Promise<ExitCode> {
  sourceDateEpoch(io.env.SOURCE_DATE_EPOCH);
  const inputs = await findInputs(settings.inputs, BRIEFINGS, io.cwd);
  const fromStdin = inputs.some((input) => input.kind === 'stdin');
  if (inputs.length > 1 && fromStdin) throw new UsageError('- cannot stand beside other briefings');
  if (fromStdin && settings.fix) throw new UsageError('--fix mends files, and standard input is none', 'name a file');
  let stdinText: string | null = null;
  const cache = cacheOf(settings, io);
  const telling = {
    diagnosticsTo: 'stdout',
    verb: 'checked',
    noun: 'briefing',
    deckToStdout: false,
    stdinText: () => stdinText,
    pathWidth: 0,
  } as const;
  const claimed: Claimed[] = [];
  const told = new Set<string>();
  const code = await runAll(inputs, reporter(settings, io, telling), async (input) => {
    const briefing = await readBriefing(input, io);
    if ('unreadable' in briefing) return { ...reportOf(input), diagnostics: [briefing.unreadable], findings: { claims: [], sources: [] } };
    if (input.kind === 'stdin') stdinText = briefing.text;
    const { diagnostics, claims, sources, slides } = await checked(briefing, await optionsFor(input, settings, io, cache), settings, io);
    claimed.push({ briefing: input.kind === 'stdin' ? '-' : input.path, claims });
    const own = configOf(input, settings, io).diagnostics.filter(({ span }) => !told.has(span.file));
    for (const { span } of own) told.add(span.file);
    return { ...reportOf(input), slides: slides.length, diagnostics: [...own, ...diagnostics], findings: { claims, sources } };
  });
  await cache?.trim();
  if (settings.claims !== null) await writeOutput(settings.claims, claimsTable(claimed), io);
  return code;
}

type Briefing = { readonly path: string; readonly text: string };

/** What is found in a briefing; with `--fix`, after what is certain was mended in its file. */
async function checked(briefing: Briefing, options: BuildOptions, settings: Settings, io: Io): Promise<CheckResult> {
  const first = await checkBriefing(briefing, options);
  if (!settings.fix || first.fixes.length === 0) return first;
  const own = first.fixes.filter(({ span }) => span.file === briefing.path);
  const text = editsApplied(briefing.text, own);
  if (text === briefing.text) return first;
  await writeOutput(briefing.path, text, io);
  if (!settings.quiet)
    io.stderr.write(`${briefing.path}: ${own.length} mended (${[...new Set(own.map(({ code }) => code))].join(', ')})\n`);
  return checkBriefing({ ...briefing, text }, options);
}
