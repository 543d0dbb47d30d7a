import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inReadingOrder } from '../../lib/core/diagnostic.js';
import { read } from './support.js';

/** Every `name.md` beside a `name.expected`: one line a diagnostic. */
const folder = new URL('../cases/markdown/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

test.each(names)('%s', (name) => {
  const { diagnostics } = read(readFileSync(new URL(name, folder), 'utf8'));
  const lines = inReadingOrder(diagnostics).map(({ span, severity, code, message, hints }) => {
    const hint = hints.length > 0 ? ` (${hints.join('; ')})` : '';
    return `${span.start.line}:${span.start.column} ${severity} ${code}: ${message}${hint}`;
  });
  expect(lines.join('\n')).toBe(readFileSync(new URL(name.replace(/\.md$/, '.expected'), folder), 'utf8').trim());
});
