/** `briefdeck cache clean`: the pictures that earlier runs have prepared. */
import { folderCache, userCacheFolder } from '../host/cache.js';
import { hostError } from '../host/node.js';
import type { ExitCode, Io } from './io.js';
import { count } from './text.js';

/** Removes them, and says how much that was. */
export async function cleanCache(io: Io): Promise<ExitCode> {
  const folder = userCacheFolder(io.env);
  if (folder === null) {
    io.stdout.write('there is no cache: the environment names no home\n');
    return 0;
  }
  try {
    const { files, bytes } = await folderCache(folder).clean();
    io.stdout.write(`${count(files, 'file')} removed, ${(bytes / 1e6).toFixed(1)} MB\n`);
    return 0;
  } catch (error) {
    io.stderr.write(`${hostError(folder, error).message}: ${folder}\n`);
    return 3;
  }
}
