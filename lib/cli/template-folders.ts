/** Folders that a template named at the command line is read from: its own, and those of the templates that it extends. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Longer chains go round in circles, which is told when they are loaded. */
const MOST = 16;

/** The folders, its own first. What the user named may lead to what lies beside it; a briefing's own template may not. */
export async function templateFolders(name: string, cwd: string): Promise<readonly string[]> {
  const own = name.replace(/:[A-Za-z][\w-]*$/, '');
  const folders = [...new Set([name, own])];
  let folder: string | null = resolve(cwd, own);
  for (let n = 0; folder !== null && n < MOST; n++) {
    const text: string = await readFile(resolve(folder, 'template.yaml'), 'utf8').catch(() => '');
    const base: string | undefined = /^extends:\s*["']?([^"'#\r\n]*[^"'#\s])/m.exec(text)?.[1];
    folder = base !== undefined && /[\\/.]/.test(base) ? resolve(folder, base) : null;
    if (folder !== null) folders.push(folder);
  }
  return folders;
}
