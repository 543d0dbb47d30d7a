/** `briefdeck prepare`: articles and reports in, the draft of a briefing out. */

import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.js';
import { isFolder } from '../host/folder.js';
import { hostError } from '../host/node.js';
import { type ModelOptions, type PrepareSource, prepareBriefing } from '../index.js';
import type { Settings } from './arguments.js';
import { exists, writeOutput } from './files.js';
import { type FolderRule, findInputs, type Input } from './inputs.js';
import { type ExitCode, type Io, UsageError } from './io.js';
import { failedReport, type Report, reporter } from './report.js';
import { reportOf, runAll } from './run.js';

/** What a folder of sources holds. */
const SOURCES: FolderRule = {
  patterns: ['**/*.{txt,md,markdown,html,htm,docx}'],
  except: ['**/briefing*.md', '**/README.md', '**/~$*'],
  noun: 'source (text, Markdown, HTML or DOCX)',
};

/** Drafts one briefing out of all sources. Nothing is written where one of them cannot be read. */
export async function prepare(settings: Settings, io: Io): Promise<ExitCode> {
  const model = modelOf(settings, io);
  for (const word of settings.inputs)
    if (/^https?:\/\//i.test(word))
      throw new UsageError(`${word} is an address`, 'prepare works offline: save the page, then name the file');
  const inputs = await findInputs(settings.inputs, SOURCES, io.cwd);
  const output = await outputOf(settings, inputs, io);
  let stdinText: string | null = null;
  const telling = {
    diagnosticsTo: 'stderr',
    verb: 'prepared',
    noun: 'briefing',
    deckToStdout: output === '-',
    stdinText: () => stdinText,
    pathWidth: output.length,
  } as const;
  const whole: Input = { kind: 'file', path: settings.inputs.join(' ') };
  return runAll([whole], reporter(settings, io, telling), async () => {
    const { sources, missing } = await readSources(inputs, io);
    const stdin = sources.find(({ path }) => path === '<stdin>');
    if (stdin) stdinText = new TextDecoder().decode(stdin.content);
    if (missing.length > 0) return { ...reportOf(whole), diagnostics: missing, hostFailed: true };
    const folder = output === '-' ? io.cwd : dirname(resolve(io.cwd, output));
    const pathOf = (path: string): string => relative(folder, resolve(io.cwd, path)).replaceAll('\\', '/');
    const { briefing, diagnostics } = await prepareBriefing(sources, { pathOf, ...(model ? { model } : {}) });
    const report: Report = { ...reportOf(whole), diagnostics };
    if (briefing === undefined) return report;
    if (output === '-') io.stdout.write(briefing);
    else await writeOutput(output, briefing, io);
    return { ...report, output, size: Buffer.byteLength(briefing) };
  });
}

async function readSources(
  inputs: readonly Input[],
  io: Io,
): Promise<{ readonly sources: readonly ReadSource[]; readonly missing: readonly Diagnostic[] }> {
  const sources: ReadSource[] = [];
  const missing: Diagnostic[] = [];
  for (const input of inputs) {
    if (input.kind === 'stdin') sources.push({ path: input.path, content: await io.stdin.read() });
    else if (input.kind === 'missing') missing.push(...failedReport(input.path, input.error).diagnostics);
    else {
      const bytes = await readFile(resolve(io.cwd, input.path)).catch((error: unknown) => hostError(input.path, error));
      if (bytes instanceof Error) missing.push(...failedReport(input.path, bytes).diagnostics);
      else sources.push({ path: input.path, content: bytes });
    }
  }
  return { sources, missing };
}

type ReadSource = PrepareSource & { readonly content: Uint8Array };

/** Where the briefing goes: never over a source, and over what else is there only under --force. */
async function outputOf({ output, force, format }: Settings, inputs: readonly Input[], io: Io): Promise<string> {
  if (output === null || output === '-') {
    if (format !== 'text')
      throw new UsageError(`--format ${format} and the briefing cannot both go to standard output`, 'name a file: -o briefing.md');
    return '-';
  }
  const path = resolve(io.cwd, output);
  if (/[\\/]$/.test(output) || (await isFolder(path))) throw new UsageError(`-o ${output} is a folder`, 'name a file: -o briefing.md');
  if (!/\.(?:md|markdown)$/i.test(output)) throw new UsageError(`-o ${output} is no Markdown file`, 'name a file: -o briefing.md');
  if (inputs.some((input) => resolve(io.cwd, input.path) === path)) throw new UsageError(`${output} is a source and would be overwritten`);
  if (!force && (await exists(path))) throw new UsageError(`${output} is there already`, 'name another file, or say --force to replace it');
  return output;
}

/** The address has no default: no document leaves the machine unless somebody said where to. */
function modelOf({ model }: Settings, { env }: Io): ModelOptions | null {
  if (model === null) return null;
  const url = env.OPENAI_BASE_URL ?? '';
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    const message = url === '' ? '--model needs an address' : `OPENAI_BASE_URL is "${url}", which is no http address`;
    throw new UsageError(message, 'set OPENAI_BASE_URL, and OPENAI_API_KEY where the service wants a key');
  }
  return { name: model, url, ...(env.OPENAI_API_KEY ? { key: env.OPENAI_API_KEY } : {}) };
}
