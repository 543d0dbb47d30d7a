/** What a build says of charts: every `name.md` beside a `name.expected`, a line for each diagnostic, with the whole of its place. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../lib/core/diagnostic.js';
import { buildDeck } from '../../lib/index.js';

const folder = new URL('../cases/charts/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

/** `data.csv:2:3-8 warning chart/…: message (hint)`; a place that ends on another line says which: `2:3-4:1`. */
function line({ span, severity, code, message, hints }: Diagnostic): string {
  const { file, start, end } = span;
  const until = end.line === start.line ? end.column : `${end.line}:${end.column}`;
  const hint = hints.length > 0 ? ` (${hints.join('; ')})` : '';
  return `${basename(file)}:${start.line}:${start.column}-${until} ${severity} ${code}: ${message}${hint}`;
}

test.each(names)('%s', async (name) => {
  const { diagnostics } = await buildDeck(pathToFileURL(new URL(name, folder).pathname));
  const expected = readFileSync(new URL(name.replace(/\.md$/, '.expected'), folder), 'utf8');
  expect(`${diagnostics.map(line).join('\n')}\n`).toBe(expected);
});
