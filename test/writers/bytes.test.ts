import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { digest } from '../../lib/core/guid.js';
import { writeDeck } from '../../lib/writers/pptx/index.js';
import { sample } from '../support/sample.js';
import { testTemplate } from '../support/template.js';

const hash = async (): Promise<string> => digest(await writeDeck(sample, testTemplate));

/** The hash of the same deck, written by a process of its own in another time zone. */
async function hashElsewhere(zone: string): Promise<string> {
  const module = fileURLToPath(new URL('../support/sample-hash.ts', import.meta.url));
  const options = { configFile: false, logLevel: 'error' };
  const script = `
    const { runnerImport } = await import('vite');
    process.stdout.write((await runnerImport(${JSON.stringify(module)}, ${JSON.stringify(options)})).module.hash);
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TZ: zone },
  });
  return stdout;
}

describe('the same scene gives the same bytes', () => {
  test('one after the other and at once', async () => {
    const first = await hash();
    expect(await Promise.all([hash(), hash()])).toEqual([first, first]);
  });

  test('in other processes and time zones', async () => {
    expect(await Promise.all(['Pacific/Kiritimati', 'America/Los_Angeles'].map(hashElsewhere))).toEqual([await hash(), await hash()]);
  });
});
