/** `briefdeck template import`: a template folder out of a company's file. */
import { readFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { HostError } from '../core/host.js';
import { isFolder } from '../host/folder.js';
import { nodeHost } from '../host/node.js';
import { importTemplate } from '../index.js';
import type { Settings } from './arguments.js';
import { writeOutput } from './files.js';
import type { ExitCode, Io } from './io.js';
import { readTemplateFile, saying } from './template-file.js';
import { count } from './text.js';
import { printable } from './width.js';

/** The template whose layouts an imported brand stands on. */
const BASE = 'meridian';

/** Writes `template.yaml` and `assets/` into the folder of `-o`, else into one named as the file. A template that is there already is left alone. */
export async function importFile(names: readonly string[], settings: Settings, io: Io): Promise<ExitCode> {
  return saying(names[0] ?? '', settings, io, async () => {
    const { path, bytes } = await readTemplateFile('import', names, io);
    const folder = settings.output ?? basename(path, extname(path));
    await refuseTaken(resolve(io.cwd, folder), folder);
    const host = nodeHost({ root: null, allowDirs: [], cwd: io.cwd });
    const text = new TextDecoder().decode(await host.read(host.builtin(BASE, 'template.yaml')));
    const { files, lost } = importTemplate(bytes, { name: BASE, text });
    for (const file of files) await writeOutput(join(folder, file.path), file.data, io);
    if (settings.quiet) return;
    io.stderr.write(lost.map((what) => `not carried over: ${printable(what)}\n`).join(''));
    io.stdout.write(
      `${printable(folder)}  ${count(files.length, 'file')}; try it: briefdeck build FILE.md --template ./${printable(folder)}\n`,
    );
  });
}

async function refuseTaken(path: string, name: string): Promise<void> {
  if (!(await isFolder(path))) return;
  const taken = await readFile(join(path, 'template.yaml')).then(
    () => true,
    () => false,
  );
  if (taken) throw new HostError('failed', name, `${name}/template.yaml is there already and is not overwritten`);
}
