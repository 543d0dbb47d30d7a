/** `briefdeck new`: a starter briefing that builds at once. */
import { join, resolve } from 'node:path';
import type { Settings } from './arguments.js';
import { exists, writeOutput } from './files.js';
import { type ExitCode, type Io, UsageError } from './io.js';
import { DATA, starter } from './starter.js';

/** Writes the starter: one file for a name that ends in `.md`, else a folder with the briefing and its data. What is there is never replaced. */
export async function newBriefing({ inputs, quiet, format }: Settings, io: Io): Promise<ExitCode> {
  if (inputs.length > 1) throw new UsageError(`new takes one name, not ${inputs.length}`);
  const name = inputs[0] ?? 'briefing.md';
  if (name === '-' || name.trim() === '') throw new UsageError(`"${name}" is no name for a briefing`);
  const files = filesOf(name);
  for (const { path } of files) {
    if (await exists(resolve(io.cwd, path))) throw new UsageError(`${path} is there already`, 'give another name: briefdeck new NAME');
  }
  for (const { path, text } of files) await writeOutput(path, text, io);
  const [briefing = { path: name }] = files;
  if (format !== 'text') io.stdout.write(`${JSON.stringify({ ok: true, files: files.map(({ path }) => path) })}\n`);
  else {
    io.stdout.write(files.map(({ path }) => `${path}\n`).join(''));
    if (!quiet) io.stderr.write(`next: briefdeck build ${briefing.path}\n`);
  }
  return 0;
}

interface StarterFile {
  readonly path: string;
  readonly text: string;
}

/** The briefing first. */
function filesOf(name: string): readonly StarterFile[] {
  if (/\.(?:md|markdown)$/i.test(name)) return [{ path: name, text: starter(null) }];
  if (/\.[a-z0-9]{2,5}$/i.test(name) && !/^\.{1,2}$/.test(name))
    throw new UsageError(`${name} is no Markdown file`, 'end the name in .md, or give a folder');
  const data = 'data/visits.csv';
  return [
    { path: join(name, 'briefing.md'), text: starter(data) },
    { path: join(name, data), text: DATA },
  ];
}
