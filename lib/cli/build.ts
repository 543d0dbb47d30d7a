/** `briefdeck build`: briefings in, decks out. */

import { resolve } from 'node:path';
import { buildDeck } from '../build.js';
import { isFolder } from '../host/folder.js';
import type { Settings } from './arguments.js';
import { cacheOf, optionsFor, readBriefing, sourceDateEpoch } from './briefing.js';
import { writeOutput } from './files.js';
import { BRIEFINGS, findInputs, type Input } from './inputs.js';
import { type ExitCode, type Io, UsageError } from './io.js';
import { outputPaths, readTarget, withMark } from './outputs.js';
import { type Report, reporter } from './report.js';
import { reportOf, runAll } from './run.js';

/** Builds the decks of all inputs. A deck with errors is not written, unless as a draft under a name of its own, and one that was there stays. */
export async function build(settings: Settings, io: Io): Promise<ExitCode> {
  sourceDateEpoch(io.env.SOURCE_DATE_EPOCH);
  const inputs = await findInputs(settings.inputs, BRIEFINGS, io.cwd);
  const outputs = await outputsOf(inputs, settings, io);
  let stdinText: string | null = null;
  const cache = cacheOf(settings, io);
  const telling = {
    diagnosticsTo: 'stderr',
    verb: 'built',
    noun: 'deck',
    deckToStdout: outputs.includes('-'),
    stdinText: () => stdinText,
    pathWidth: Math.max(0, ...outputs.map((path) => path.length)),
  } as const;
  const code = await runAll(inputs, reporter(settings, io, telling), async (input, index) => {
    const briefing = await readBriefing(input, io);
    if ('unreadable' in briefing) return { ...reportOf(input), diagnostics: [briefing.unreadable] };
    if (input.kind === 'stdin') stdinText = briefing.text;
    const { pptx, slides, diagnostics } = await buildDeck(briefing, await optionsFor(input, settings, io, cache));
    const report: Report = { ...reportOf(input), slides: slides.length, diagnostics };
    if (pptx === undefined) return report;
    const isDraft = diagnostics.some(({ severity }) => severity === 'error');
    const named = outputs[index] ?? '';
    const output = isDraft && named !== '-' ? withMark(named, 'draft') : named;
    if (output === '-') io.stdout.write(pptx);
    else await writeOutput(output, pptx, io);
    return { ...report, output, size: pptx.length };
  });
  await cache?.trim();
  return code;
}

/** The path of each input's deck; `-` for standard output. */
async function outputsOf(inputs: readonly Input[], { output, format, audience }: Settings, io: Io): Promise<readonly string[]> {
  const fromStdin = inputs.some((input) => input.kind === 'stdin');
  if (fromStdin && inputs.length > 1) throw new UsageError('- cannot stand beside other briefings');
  if (output === '-' || (fromStdin && output === null)) {
    if (inputs.length > 1) throw new UsageError(`standard output takes one deck, not ${inputs.length}`, 'name a folder: -o DIR/');
    if (io.stdout.isTTY) throw new UsageError('a deck is not written to a terminal', 'name a file: -o FILE.pptx');
    if (format !== 'text')
      throw new UsageError(`--format ${format} and the deck cannot both go to standard output`, 'name a file: -o FILE.pptx');
    return ['-'];
  }
  const target = readTarget(output, output !== null && (await isFolder(resolve(io.cwd, output))));
  if (fromStdin && target.kind !== 'file') throw new UsageError('the deck of standard input has no name', 'name a file: -o FILE.pptx');
  const briefings = inputs.map((input) => input.path);
  return outputPaths(briefings, target, io.cwd, audience);
}
