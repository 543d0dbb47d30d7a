/** Writing what a command makes. */
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { makeFolder } from '../host/folder.js';
import { hostError } from '../host/node.js';
import type { Io } from './io.js';

/** Whether there is anything of that path. */
export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Writes beside the old file and then takes its place, so that no reader ever sees half of it. Makes the folder. Throws a HostError. */
export async function writeOutput(output: string, data: string | Uint8Array, io: Pick<Io, 'cwd'>): Promise<void> {
  const path = resolve(io.cwd, output);
  try {
    await makeFolder(dirname(path));
    await writeFileAtomic(path, typeof data === 'string' ? data : Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  } catch (error) {
    throw hostError(output, error);
  }
}
