/**
 * Holds a deck against the rules behind PowerPoint's repair prompt, whatever wrote it.
 * Run it with Node 24 or later, or any TypeScript runner: `node verify.ts deck.pptx`; it exits with 1 where PowerPoint would complain.
 */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { verifyDeck } from '../../lib/index.js';

/** What is wrong with a deck, a line each; nothing for a sound one, and for bytes that are no deck a line that says so. */
export const faultsIn = (deck: Uint8Array): readonly string[] =>
  verifyDeck(deck)
    .filter(({ severity }) => severity === 'error')
    .map(({ span, code, message }) => `${span.file}: ${message} (${code})`);

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const faults = faultsIn(await readFile(process.argv[2] ?? 'deck.pptx'));
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
