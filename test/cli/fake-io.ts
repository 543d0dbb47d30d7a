import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Io } from '../../lib/cli/io.js';
import { program } from '../../lib/cli/program.js';

/** A new folder with these files in it, gone when the test is. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'briefdeck-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

interface World {
  readonly cwd: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the streams are terminals. */
  readonly tty?: boolean;
}

/** Runs the command line in a world of its own. */
export async function briefdeck(argv: readonly string[], { cwd, stdin = '', env = {}, tty = false }: World) {
  const out: Uint8Array[] = [];
  const err: Uint8Array[] = [];
  const into = (chunks: Uint8Array[]) => ({
    isTTY: tty,
    columns: tty ? 80 : 0,
    write: (data: string | Uint8Array) => void chunks.push(Buffer.from(data)),
  });
  const io: Io = { cwd, env, stdin: { isTTY: tty, read: async () => Buffer.from(stdin) }, stdout: into(out), stderr: into(err) };
  const code = await program(argv, io);
  const bytes = Buffer.concat(out);
  return { code, bytes, stdout: bytes.toString(), stderr: Buffer.concat(err).toString() };
}
