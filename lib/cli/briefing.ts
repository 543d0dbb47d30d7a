/** What `build` and `check` share: reading a briefing, and the options of its deck. */
import { access, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { BuildOptions } from '../build.js';
import { type Diagnostic, diagnostic } from '../core/diagnostic.js';
import { sourceText, spanAt } from '../core/source.js';
import { type FolderCache, folderCache, userCacheFolder } from '../host/cache.js';
import { hostError, nodeHost } from '../host/node.js';
import type { Settings } from './arguments.js';
import { type Config, configFor } from './config.js';
import type { Input } from './inputs.js';
import { type Io, UsageError } from './io.js';
import { templateFolders } from './template-folders.js';

/** A briefing's text, or why it has none. */
export type BriefingText = { readonly path: string; readonly text: string } | { readonly unreadable: Diagnostic };

/** Reads a briefing. Throws a HostError where the file cannot be read. */
export async function readBriefing(input: Exclude<Input, { kind: 'missing' }>, io: Io): Promise<BriefingText> {
  const bytes = input.kind === 'stdin' ? await io.stdin.read() : await readNamed(input.path, io.cwd);
  try {
    return { path: input.path, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { unreadable: notUtf8(input.path, bytes) };
  }
}

const readNamed = (path: string, cwd: string): Promise<Uint8Array> =>
  readFile(resolve(cwd, path)).catch((error: unknown) => {
    throw hostError(path, error);
  });

function notUtf8(path: string, bytes: Uint8Array): Diagnostic {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const at = text.indexOf('\ufffd');
  return diagnostic(
    'error',
    'input/not-utf8',
    'the file is not UTF-8 text',
    spanAt(sourceText(path, text), at, at + 1),
    'save it as UTF-8',
  );
}

/** The library's options for one briefing: files are read in its folder, for standard input in the working folder, and in the template's. */
export async function optionsFor(
  input: Exclude<Input, { kind: 'missing' }>,
  settings: Settings,
  io: Io,
  cache: FolderCache | null,
): Promise<BuildOptions> {
  const { templateSlides, allowRemote, pictureDpi } = settings;
  const root = input.kind === 'stdin' ? '.' : dirname(input.path);
  const config = configOf(input, settings, io);
  const [template, size] = [settings.template ?? config.template, settings.size ?? config.size];
  const epoch = sourceDateEpoch(io.env.SOURCE_DATE_EPOCH);
  const allowDirs = [
    ...(template === null ? [] : await templateFolders(template, io.cwd)),
    ...(config.folder === null ? [] : [config.folder]),
  ];
  return {
    host: nodeHost({ root, allowDirs, allowRemote, cwd: io.cwd }),
    ...(cache === null ? {} : { cache }),
    ...(pictureDpi === null ? {} : { pictureDpi }),
    ...(template === null ? {} : { template }),
    ...(templateSlides === null ? {} : { templateSlides }),
    ...(size === null ? {} : { size }),
    ...(settings.audience === null ? {} : { audience: settings.audience }),
    ...(Object.keys(settings.vars).length === 0 ? {} : { vars: settings.vars }),
    ...(Object.keys(config.check).length === 0 ? {} : { check: config.check }),
    ...(epoch === null ? {} : { sourceDateEpoch: epoch }),
    ...(settings.draft ? { draft: true } : {}),
    ...(settings.notes === null ? {} : { notes: await notesIn(settings.notes, io) }),
    fonts: await Promise.all(settings.fonts.map((path) => fontAt(path, io.cwd))),
  };
}

/** The file of speaker notes. Throws a HostError where it cannot be read. */
async function notesIn(path: string, { cwd }: Io): Promise<{ readonly path: string; readonly text: string }> {
  const bytes = await readNamed(path, cwd);
  return { path, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}

/** The path of a font. Throws a HostError where there is none. */
export async function fontAt(path: string, cwd: string): Promise<string> {
  const file = resolve(cwd, path);
  await access(file).catch((error: unknown) => {
    throw hostError(path, error);
  });
  return file;
}

/** The user's cache, unless it is not wanted or there is no place for it. */
export function cacheOf({ cache }: Settings, { env }: Io): FolderCache | null {
  const folder = cache ? userCacheFolder(env) : null;
  return folder === null ? null : folderCache(folder);
}

/** The settings that hold for a briefing. */
export const configOf = (input: Exclude<Input, { kind: 'missing' }>, { config }: Settings, io: Io): Config =>
  configFor(input.kind === 'stdin' ? '.' : dirname(input.path), config, io.cwd);

/** Seconds since 1970, or null where the variable is not set (https://reproducible-builds.org/specs/source-date-epoch/). */
export function sourceDateEpoch(value: string | undefined): number | null {
  if (value === undefined || value === '') return null;
  if (!/^\d{1,12}$/.test(value)) throw new UsageError(`SOURCE_DATE_EPOCH is "${value}", not a whole number of seconds`);
  return Number(value);
}
