/** The command line as a function: arguments and streams in, exit code out. */
import { readFileSync } from 'node:fs';
import { readArguments, type Settings } from './arguments.js';
import type { Command } from './commands.js';
import { helpText } from './help.js';
import { type ExitCode, type Io, UsageError } from './io.js';
import { colorsOf } from './text.js';

/** Runs a command. Never throws for what a user can type. */
export async function program(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const request = readArguments(argv);
    if (request.ask === 'run') return await run(request.command, request.settings, io);
    io.stdout.write(request.ask === 'help' ? helpText(request.command) : `${version()}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const colors = colorsOf(io.stderr.isTTY && !io.env.NO_COLOR && !argv.includes('--no-color'));
    io.stderr.write(`${colors.red('briefdeck:')} ${error.message}\n`);
    for (const hint of error.hints) io.stderr.write(`   ${colors.cyan('hint:')} ${hint}\n`);
    return 2;
  }
}

/** The library is loaded only here, so that help and version come at once. */
async function run({ name }: Command, settings: Settings, io: Io): Promise<ExitCode> {
  if (name === 'verify') return (await import('./verify.js')).verify(settings, io);
  if (name === 'check') return (await import('./check.js')).check(settings, io);
  return (await import('./build.js')).build(settings, io);
}

function version(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return manifest.version;
}
