/** The presentation that an action of `template` works on. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { hostError } from '../host/node.js';
import type { Settings } from './arguments.js';
import { type ExitCode, type Io, UsageError } from './io.js';
import { colorsFor } from './text.js';
import { printable } from './width.js';

/** The bytes of the one file that is named. Throws a UsageError where there is none or more. */
export async function readTemplateFile(
  action: string,
  names: readonly string[],
  io: Io,
): Promise<{ readonly path: string; readonly bytes: Uint8Array }> {
  const [path, ...others] = names;
  if (path === undefined) throw new UsageError(`template ${action} needs a .potx or .pptx`);
  if (others.length > 0) throw new UsageError(`template ${action} takes one file, not ${names.length}`);
  const bytes = await readFile(resolve(io.cwd, path)).catch((error: unknown) => {
    throw hostError(path, error);
  });
  return { path, bytes };
}

/** Does the work; what is wrong with the file is said in one line, and the exit code is 1; 3 where the machine is at fault. */
export async function saying(path: string, settings: Settings, io: Io, work: () => Promise<void>): Promise<ExitCode> {
  try {
    await work();
    return 0;
  } catch (error) {
    if (!(error instanceof Error) || error instanceof UsageError || error instanceof TypeError) throw error;
    const failed = error.name === 'HostError';
    const colors = colorsFor(io.stderr, settings, io);
    io.stderr.write(`${colors.bold(printable(path))} ${colors.red('error')}: ${printable(error.message)}\n`);
    return failed ? 3 : 1;
  }
}
