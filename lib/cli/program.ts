/** The command line as a function: arguments and streams in, exit code out. */
import { readArguments, type Settings } from './arguments.js';
import type { Command } from './commands.js';
import { helpText } from './help.js';
import { type ExitCode, type Io, UsageError } from './io.js';
import { colorsFor } from './text.js';
import { version } from './version.js';
import { printable } from './width.js';

/** Runs a command. Never throws: a failure that nobody foresaw is the host's. */
export async function program(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const request = readArguments(argv);
    if (request.ask === 'run') return await run(request.command, request.settings, io);
    io.stdout.write(request.ask === 'help' ? helpText(request.command) : `${version()}\n`);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) return refuse(error, argv, io);
    io.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return 3;
  }
}

function refuse({ message, hints }: UsageError, argv: readonly string[], { stderr, env }: Io): ExitCode {
  const color = argv.includes('--color') ? true : argv.includes('--no-color') ? false : null;
  const colors = colorsFor(stderr, { color }, { env });
  stderr.write(`${colors.red('briefdeck:')} ${printable(message)}\n`);
  for (const hint of hints) stderr.write(`   ${colors.cyan('hint:')} ${printable(hint)}\n`);
  return 2;
}

/** The library is loaded only here, so that help and version come at once. */
async function run({ name }: Command, settings: Settings, io: Io): Promise<ExitCode> {
  if (name === 'verify') return (await import('./verify.js')).verify(settings, io);
  if (name === 'check') return (await import('./check.js')).check(settings, io);
  if (name === 'cache') return (await import('./cache.js')).cleanCache(io);
  if (name === 'render') return (await import('./render.js')).render(settings, io);
  if (name === 'template') return (await import('./template.js')).template(settings, io);
  if (name === 'prepare') return (await import('./prepare.js')).prepare(settings, io);
  if (name === 'new') return (await import('./new.js')).newBriefing(settings, io);
  return (await import('./build.js')).build(settings, io);
}
