/** `briefdeck template show`: every layout of a template, filled, as one picture or as a deck. */
import { basename, extname } from 'node:path';
import { nodeHost } from '../host/node.js';
import { showTemplate } from '../index.js';
import type { Settings } from './arguments.js';
import { fontAt } from './briefing.js';
import { writeOutput } from './files.js';
import { type ExitCode, type Io, UsageError } from './io.js';
import { emptyReport, reporter } from './report.js';
import { templateFolders } from './template-folders.js';

/** Draws the templates of that name or folder. */
export async function show(names: readonly string[], settings: Settings, io: Io): Promise<ExitCode> {
  const [name, second] = names;
  if (name === undefined) throw new UsageError('template show needs a name or a folder', 'template list names ours');
  if (second !== undefined) throw new UsageError(`template show draws one template, and "${second}" is a second one`);
  const output = settings.output ?? `${basename(name).replace(':', '-')}.png`;
  const format = FORMATS[extname(output).toLowerCase()];
  if (!format) throw new UsageError(`-o ${output} is neither FILE.png nor FILE.pptx`);
  const started = performance.now();
  const host = nodeHost({ root: null, allowDirs: await templateFolders(name, io.cwd), cwd: io.cwd });
  const { bytes, layouts, diagnostics } = await showTemplate(name, {
    format,
    host,
    ...(settings.size === null ? {} : { size: settings.size }),
    fonts: await Promise.all(settings.fonts.map((path) => fontAt(path, io.cwd))),
  });
  if (bytes) await writeOutput(output, bytes, io);
  const written = bytes ? { output, slides: layouts.length, size: bytes.length } : {};
  const telling = {
    diagnosticsTo: 'stderr',
    verb: 'shown',
    noun: 'template',
    deckToStdout: false,
    stdinText: () => null,
    pathWidth: 0,
  } as const;
  const { end, finish } = reporter(settings, io, telling);
  const report = { ...emptyReport(name), ...written, diagnostics, ms: Math.round(performance.now() - started) };
  end(report);
  return finish([report]);
}

const FORMATS: Readonly<Record<string, 'png' | 'pptx'>> = { '.png': 'png', '.pptx': 'pptx' };
