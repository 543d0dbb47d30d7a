/** `briefdeck render`: briefings in, pictures of their slides out. */
import { renderSlides } from '../render.js';
import type { Settings } from './arguments.js';
import { cacheOf, optionsFor, readBriefing, sourceDateEpoch } from './briefing.js';
import { writeOutput } from './files.js';
import { BRIEFINGS, findInputs, type Input } from './inputs.js';
import { type ExitCode, type Io, UsageError } from './io.js';
import { outputPaths } from './outputs.js';
import { type Report, reporter } from './report.js';
import { reportOf, runAll } from './run.js';

/** Draws the slides of all inputs. Of a briefing with errors nothing is drawn. */
export async function render(settings: Settings, io: Io): Promise<ExitCode> {
  sourceDateEpoch(io.env.SOURCE_DATE_EPOCH);
  const format = settings.pictures ?? 'png';
  const inputs = await findInputs(settings.inputs, BRIEFINGS, io.cwd);
  const decks = namesOf(inputs, settings, io);
  let stdinText: string | null = null;
  const cache = cacheOf(settings, io);
  const telling = {
    diagnosticsTo: 'stderr',
    verb: 'drawn',
    noun: 'deck',
    deckToStdout: false,
    stdinText: () => stdinText,
    pathWidth: Math.max(0, ...decks.map((deck) => pathOf(deck, '*', format).length)),
  } as const;
  const code = await runAll(inputs, reporter(settings, io, telling), async (input, index) => {
    const briefing = await readBriefing(input, io);
    if ('unreadable' in briefing) return { ...reportOf(input), diagnostics: [briefing.unreadable] };
    if (input.kind === 'stdin') stdinText = briefing.text;
    const { pictures, slides, diagnostics } = await renderSlides(briefing, { ...(await optionsFor(input, settings, io, cache)), format });
    const report: Report = { ...reportOf(input), slides: slides.length, diagnostics };
    const deck = decks[index] ?? '';
    const digits = String(pictures.length).length;
    for (const [at, picture] of pictures.entries()) {
      await writeOutput(pathOf(deck, String(at + 1).padStart(digits, '0'), format), picture, io);
    }
    const size = pictures.reduce((sum, picture) => sum + Buffer.byteLength(picture), 0);
    return pictures.length === 0 ? report : { ...report, output: pathOf(deck, '*', format), size };
  });
  await cache?.trim();
  return code;
}

/** `out/rise-07.png`; `out/rise.png` for the sheet. */
const pathOf = (deck: string, number: string, format: NonNullable<Settings['pictures']>): string =>
  format === 'sheet' ? `${deck}.png` : `${deck}-${number}.${format}`;

/** The paths of the decks that the pictures stand for, without extension; `slides` for standard input. */
function namesOf(inputs: readonly Input[], { output, audience }: Settings, io: Io): readonly string[] {
  if (inputs.some((input) => input.kind === 'stdin') && inputs.length > 1) throw new UsageError('- cannot stand beside other briefings');
  const briefings = inputs.map((input) => (input.kind === 'stdin' ? 'slides.md' : input.path));
  const target = output === null ? ({ kind: 'beside' } as const) : ({ kind: 'folder', path: output } as const);
  return outputPaths(briefings, target, io.cwd, audience).map((path) => path.replace(/\.pptx$/, ''));
}
