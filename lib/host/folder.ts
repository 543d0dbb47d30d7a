/** Folders of Node's file system. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Whether there is a folder of that path. */
export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  );

/** Makes a folder and those above it. Node's own `recursive` never ends where a file system has no place for folders (`/proc`). */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  if (await isFolder(path)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path), mode);
  await mkdir(path, { mode }).catch(async (error: unknown) => {
    if (!(await isFolder(path))) throw error;
  });
}
