/** `briefdeck check`: all that a build has to say, without the deck. */
import { checkBriefing } from '../build.js';
import type { Settings } from './arguments.js';
import { cacheOf, optionsFor, readBriefing, sourceDateEpoch } from './briefing.js';
import { BRIEFINGS, findInputs } from './inputs.js';
import { type ExitCode, type Io, UsageError } from './io.js';
import { reporter } from './report.js';
import { reportOf, runAll } from './run.js';

/** Prints the diagnostics, claims and sources of all inputs; writes nothing. */
export async function check(settings: Settings, io: Io): Promise<ExitCode> {
  sourceDateEpoch(io.env.SOURCE_DATE_EPOCH);
  const inputs = await findInputs(settings.inputs, BRIEFINGS, io.cwd);
  if (inputs.length > 1 && inputs.some((input) => input.kind === 'stdin')) throw new UsageError('- cannot stand beside other briefings');
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
  const code = await runAll(inputs, reporter(settings, io, telling), async (input) => {
    const briefing = await readBriefing(input, io);
    if ('unreadable' in briefing) return { ...reportOf(input), diagnostics: [briefing.unreadable], findings: { claims: [], sources: [] } };
    if (input.kind === 'stdin') stdinText = briefing.text;
    const { diagnostics, claims, sources, slides } = await checkBriefing(briefing, await optionsFor(input, settings, io, cache));
    return { ...reportOf(input), slides: slides.length, diagnostics, findings: { claims, sources } };
  });
  await cache?.trim();
  return code;
}
