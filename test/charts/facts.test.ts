/** Tables as the world writes them, each as a chart of the kind that suits it. They lie beside the project and are no part of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildDeck } from '../../lib/index.js';
import { expectSpotless } from '../support/deck.js';

const tables = new URL('../../../shared/facts/', import.meta.url);
const missing = !existsSync(tables);

/** The briefing with each table in it. */
const briefing = (): string =>
  readFileSync(new URL('facts/charts.md', import.meta.url), 'utf8').replace(/^data: (\S+\.csv)$/gm, (_, name: string) => {
    const lines = readFileSync(new URL(name, tables), 'utf8').trimEnd().split(/\r?\n/);
    return `data: |\n${lines.map((line) => `  ${line}`).join('\n')}`;
  });

test.skipIf(missing)(`every table makes a chart${missing ? ' (../shared/facts is not here)' : ''}`, async () => {
  const { diagnostics, pptx } = await buildDeck(briefing());
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ span, message }) => `${span.start.line}: ${message}`)).toEqual(
    [],
  );
  await expectSpotless(pptx ?? new Uint8Array());
});

test.skipIf(missing)('no table is left out', () => {
  const text = readFileSync(new URL('facts/charts.md', import.meta.url), 'utf8');
  const names = readdirSync(tables).filter((name) => name.endsWith('.csv'));
  expect(names.filter((name) => !text.includes(`data: ${name}\n`))).toEqual([]);
});
