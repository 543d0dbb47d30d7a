/** What a command sees of the process; the tests give it their own. */
import { hostError } from '../host/node.js';

/** Standard output or standard error. */
export interface Output {
  readonly isTTY: boolean;
  /** Of the terminal; 0 where there is none. */
  readonly columns: number;
  write(data: string | Uint8Array): void;
}

export interface Io {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: { readonly isTTY: boolean; read(): Promise<Uint8Array> };
  readonly stdout: Output;
  readonly stderr: Output;
}

/** The process's own. */
export const processIo = (): Io => ({
  cwd: process.cwd(),
  env: process.env,
  stdin: { isTTY: process.stdin.isTTY === true, read: readStdin },
  stdout: output(process.stdout),
  stderr: output(process.stderr),
});

const output = (stream: NodeJS.WriteStream): Output => ({
  isTTY: stream.isTTY === true,
  columns: stream.columns ?? 0,
  write: (data) => {
    stream.write(data);
  },
});

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of process.stdin) chunks.push(chunk);
  } catch (error) {
    throw hostError('<stdin>', error);
  }
  return Buffer.concat(chunks);
}

/** The command line is not what we understand: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly hints: readonly string[];
  constructor(message: string, ...hints: readonly string[]) {
    super(message);
    this.hints = hints;
  }
}

/** Where a failure inside a command ends: 0 ok, 1 the input has errors, 2 usage, 3 the host failed. */
export type ExitCode = 0 | 1 | 2 | 3;
