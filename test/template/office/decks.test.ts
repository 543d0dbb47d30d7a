/** The main deck in company templates of every make. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeScene } from '../../../lib/build.js';
import { writeDeck } from '../../../lib/writers/pptx/index.js';
import { complaints, expectTrusted } from '../../support/deck.js';
import { faults } from '../../support/legible.js';
import { unmarked } from '../../support/marking.js';
import { officeFile } from '../../support/office.js';
import { literals } from '../../support/theme.js';
import { DECK, hostWith } from './host.js';
import { TEMPLATES } from './templates.js';

const path = join(DECK, 'briefing.md');
const text = readFileSync(path, 'utf8');

describe.each(Object.entries(TEMPLATES))('a template %s', (_, spec) => {
  test('takes the main deck: nothing runs over, PowerPoint trusts it', async () => {
    const made = await makeScene({ path, text }, { template: 'corporate.potx', host: hostWith(officeFile(spec)) });
    expect(made.result.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    if (!made.scene) throw new Error('there is no scene');
    expect(faults(made.scene, made.template)).toEqual([]);
    const bytes = await writeDeck(made.scene, made.template);
    expect(complaints(bytes)).toEqual([]);
    expect(unmarked(bytes, 'Public')).toEqual([]);
    // What is theirs may say any colour; what is ours says none.
    expect(literals(bytes, 'Courier New').filter((line) => /^\/ppt\/(?:slides|charts)\//.test(line))).toEqual([]);
    await expectTrusted(bytes);
  });
});
