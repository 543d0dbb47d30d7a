/** `template doctor` and `template import` at the command line. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officeFile, officeLayouts } from '../support/office.js';
import { briefdeck } from './fake-io.js';

let cwd = '';

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'briefdeck-potx-'));
  await writeFile(join(cwd, 'brand.potx'), officeFile({ masters: [{ layouts: officeLayouts() }], slides: 1 }));
  await writeFile(join(cwd, 'broken.potx'), 'PK');
  await writeFile(join(cwd, 'a.md'), '# A\n\nWords.\n');
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

describe('template doctor', () => {
  test('tells layout by layout and role by role', async () => {
    const { stdout, code } = await briefdeck(['template', 'doctor', 'brand.potx'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('13.333 × 7.5 in, 1 master, 8 layouts, 1 slide of its own');
    expect(stdout).toMatch(/two content +Two Content +by its type/);
    expect(stdout).toMatch(/sources +Title and Content +the nearest/);
    expect(stdout).toMatch(/Comparison +twoTxTwoObj +comparison +title, heading, content, heading, content, date/);
  });

  test('as JSON', async () => {
    const { stdout } = await briefdeck(['template', 'doctor', 'brand.potx', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ file: 'brand.potx', slides: 1, fonts: { headings: 'Calibri' } });
  });

  test.each([
    ['broken.potx', 1, /damaged/],
    ['none.potx', 3, /no such file/],
  ])('%s', async (file, code, message) => {
    const told = await briefdeck(['template', 'doctor', file], { cwd });
    expect(told.code).toBe(code);
    expect(told.stderr).toMatch(message);
  });

  test('needs one file', async () => {
    expect((await briefdeck(['template', 'doctor'], { cwd })).code).toBe(2);
    expect((await briefdeck(['template', 'doctor', 'a.potx', 'b.potx'], { cwd })).code).toBe(2);
    expect((await briefdeck(['template', 'cure', 'a.potx'], { cwd })).stderr).toContain('template cannot "cure"');
  });
});

describe('template import', () => {
  test('writes a folder that builds, once', async () => {
    expect((await briefdeck(['template', 'import', 'brand.potx', '-o', 'brand'], { cwd })).code).toBe(0);
    expect(await readFile(join(cwd, 'brand', 'template.yaml'), 'utf8')).toContain('extends: meridian');
    expect((await briefdeck(['build', 'a.md', '--template', './brand'], { cwd })).code).toBe(0);
    const again = await briefdeck(['template', 'import', 'brand.potx', '-o', 'brand'], { cwd });
    expect([again.code, again.stderr]).toEqual([3, expect.stringContaining('is not overwritten')]);
  });
});

test('a deck in the company’s own file, named at the command line or in front matter', async () => {
  expect((await briefdeck(['build', 'a.md', '--template', 'brand.potx', '--template-slides', 'after', '-o', 'x.pptx'], { cwd })).code).toBe(
    0,
  );
  await writeFile(join(cwd, 'b.md'), '---\ntemplate: brand.potx\n---\n\n# B\n\nWords.\n');
  const told = await briefdeck(['build', 'b.md'], { cwd });
  expect([told.code, told.stderr]).toEqual([0, expect.stringContaining('template/nearest-layout')]);
});
