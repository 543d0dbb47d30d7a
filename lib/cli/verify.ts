/** `briefdeck verify`: what would make PowerPoint offer a repair, for any deck. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.js';
import { hostError } from '../host/node.js';
import { verifyDeck } from '../index.js';
import type { Settings } from './arguments.js';
import { DECKS, findInputs } from './inputs.js';
import type { ExitCode, Io } from './io.js';
import { reporter } from './report.js';
import { reportOf, runAll } from './run.js';

/** Prints what is wrong with the packages of all decks. */
export async function verify(settings: Settings, io: Io): Promise<ExitCode> {
  const inputs = await findInputs(settings.inputs, DECKS, io.cwd);
  const telling = {
    diagnosticsTo: 'stdout',
    verb: 'sound',
    noun: 'deck',
    deckToStdout: false,
    stdinText: () => null,
    pathWidth: 0,
  } as const;
  return runAll(inputs, reporter(settings, io, telling), async (input) => {
    const bytes = input.kind === 'stdin' ? await io.stdin.read() : await readDeck(input.path, io.cwd);
    const report = reportOf(input);
    return { ...report, diagnostics: verifyDeck(bytes).map((item) => inDeck(item, report.input)) };
  });
}

/** A part is named behind its deck: `out/rise.pptx!/ppt/slides/slide3.xml`. */
const inDeck = (item: Diagnostic, deck: string): Diagnostic => ({
  ...item,
  span: { ...item.span, file: item.span.file.startsWith('<') ? deck : `${deck}!/${item.span.file}` },
});

const readDeck = (path: string, cwd: string): Promise<Uint8Array> =>
  readFile(resolve(cwd, path)).catch((error: unknown) => {
    throw hostError(path, error);
  });
