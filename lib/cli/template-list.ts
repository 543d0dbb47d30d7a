/** `briefdeck template list`: the templates that ship with the library. */
import { listTemplates } from '../index.js';
import type { Settings } from './arguments.js';
import { type ExitCode, type Io, UsageError } from './io.js';
import { colorsFor, tableText } from './text.js';

/** Prints a line for each template: its name and variants, what it is for, its fonts. */
export async function list(names: readonly string[], settings: Settings, io: Io): Promise<ExitCode> {
  if (names.length > 0)
    throw new UsageError(`template list takes no name, but was given "${names[0]}"`, `template show ${names[0]} draws it`);
  const templates = await listTemplates();
  if (settings.format !== 'text') {
    const lines = settings.format === 'json' ? [{ ok: true, templates }] : templates;
    for (const line of lines) io.stdout.write(`${JSON.stringify(line)}\n`);
    return 0;
  }
  const colors = colorsFor(io.stdout, settings, io);
  const rows = templates.flatMap(({ name, description, fonts, variants }) => [
    [colors.bold(name), description, fonts.join(', ')],
    ...variants.map((variant) => [colors.bold(`${name}:${variant}`), `${name} in other colours`, '']),
  ]);
  io.stdout.write(tableText(rows, ''));
  return 0;
}
