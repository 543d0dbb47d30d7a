/** Whether a deck is one that PowerPoint trusts. */
import { expect } from 'vitest';
import { verifyDeck } from '../../lib/verify/index.js';
import { inSample, validate, validatorMissing } from './validator.js';

/** What `verifyDeck` says of a deck, a line each, without the asides. */
export const complaints = (bytes: Uint8Array): readonly string[] =>
  verifyDeck(bytes)
    .filter((item) => item.severity !== 'info')
    .map((item) => `${item.severity} ${item.code} ${item.span.file}: ${item.message}`);

/**
 * Fails unless a deck has no error of `verifyDeck` and, in the sample or `always`, none of the Open XML SDK's validator.
 * Where there is no validator for the platform (`validatorMissing` says so), `verifyDeck` alone must do.
 */
export async function expectTrusted(bytes: Uint8Array, always = false): Promise<void> {
  const errors = complaints(bytes).filter((line) => line.startsWith('error'));
  const more = validatorMissing === null && (always || inSample(bytes)) ? await validate(bytes) : [];
  expect([...errors, ...more].join('\n')).toBe('');
}

/** As expectTrusted, and `verifyDeck` has no warning either. */
export async function expectSpotless(bytes: Uint8Array): Promise<void> {
  expect(complaints(bytes).join('\n')).toBe('');
  await expectTrusted(bytes);
}
