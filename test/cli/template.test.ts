import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { briefdeck, folderWith } from './fake-io.js';

test('list prints a line for each template and variant', async () => {
  const { code, stdout } = await briefdeck(['template', 'list'], { cwd: '/' });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^lab +technical.*\nlab:print .*\nledger .*\nmeridian .*Georgia, Calibri.*\nnewsroom .*\n$/);
});

test('list as JSON is one object', async () => {
  const { stdout } = await briefdeck(['template', 'list', '--format', 'json'], { cwd: '/' });
  const { ok, templates } = JSON.parse(stdout);
  expect([ok, templates[2].name]).toEqual([true, 'meridian']);
});

test('show writes a picture or a deck', async () => {
  const cwd = await folderWith({ 'acme/template.yaml': 'extends: ledger\ntitle: Acme\n' });
  expect(await briefdeck(['template', 'show', './acme', '-o', 'out/acme.pptx'], { cwd })).toMatchObject({
    code: 0,
    stderr: '1 template shown\n',
  });
  expect((await readFile(join(cwd, 'out/acme.pptx'))).subarray(0, 2).toString()).toBe('PK');
  expect(await briefdeck(['template', 'show', 'lab:print', '--size', 'A4'], { cwd })).toMatchObject({ code: 0 });
  expect((await readFile(join(cwd, 'lab-print.png'))).subarray(1, 4).toString()).toBe('PNG');
});

test('a template that is not sound is told at its place, and nothing is written', async () => {
  const cwd = await folderWith({ 'acme/template.yaml': 'extends: ledger\ntitle: Acme\ntable: {highlight: pannel}\n' });
  const { code, stdout, stderr } = await briefdeck(['template', 'show', './acme'], { cwd });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/template\.yaml:3:20 error template\/invalid-value: .*pannel[\s\S]*did you mean "panel"\?/);
});

test('a template may extend one that lies beside it, when it is named at the command line', async () => {
  const cwd = await folderWith({
    'base/template.yaml': 'extends: lab\n',
    'acme/template.yaml': 'extends: ../base\ntitle: Acme\n',
    'x/a.md': '## B\n\nWords.\n',
  });
  expect(await briefdeck(['template', 'show', './acme', '-o', 'acme.pptx'], { cwd })).toMatchObject({ code: 0 });
  expect(await briefdeck(['build', 'x/a.md', '--template', './acme'], { cwd })).toMatchObject({ code: 0 });
});

test.each([
  [['template'], 'template needs <action…>'],
  [['template', 'lsit'], 'it can list, show, doctor, import'],
  [['template', 'show'], 'needs a name'],
  [['template', 'show', 'lab', 'ledger'], 'second'],
  [['template', 'show', 'lab', '-o', 'lab.gif'], 'neither'],
  [['template', 'list', 'lab'], 'takes no name'],
])('%j is refused', async (argv, words) => {
  const { code, stderr } = await briefdeck(argv, { cwd: '/' });
  expect(code).toBe(2);
  expect(stderr).toContain(words);
});
