import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { briefdeck, folderWith } from './fake-io.js';

const FAULTY = `---
sources:
  report: {title: A report, date: 2025, url: www.report.org/a}
---\r

## It grew, by 17% [@repotr]

- A share of 12%
- [50,000 chips]{status=disputed by="=MIT, 1" source=report}
`;

describe('formats', () => {
  test('SARIF 2.1.0: rules with their texts, results with their regions', async () => {
    const cwd = await folderWith({ 'a b.md': FAULTY });
    const { code, stdout } = await briefdeck(['check', 'a b.md', '--format', 'sarif'], { cwd });
    const log = JSON.parse(stdout);
    const [run] = log.runs;
    expect({ code, version: log.version, runs: log.runs.length, name: run.tool.driver.name }).toEqual({
      code: 0,
      version: '2.1.0',
      runs: 1,
      name: 'briefdeck',
    });
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'figure/no-source')).toMatchObject({
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%20b.md' },
            region: { startLine: 8, startColumn: 14, endLine: 8, endColumn: 17 },
          },
        },
      ],
    });
  });

  test('annotations of GitHub: commas and colons of a property escaped', async () => {
    const cwd = await folderWith({ 'a,b.md': FAULTY });
    const { stdout } = await briefdeck(['check', 'a,b.md', '--format', 'github'], { cwd });
    expect(stdout).toContain(
      '::warning file=a%2Cb.md,line=8,endLine=8,col=14,endColumn=17,title=figure/no-source::"12%25" names no source%0Acite one: [@id]\n',
    );
  });

  test('text with the excerpt and a caret under the figure', async () => {
    const cwd = await folderWith({ 'a.md': FAULTY });
    const { stdout } = await briefdeck(['check', 'a.md'], { cwd });
    expect(stdout).toContain('    8 | - A share of 12%\n      |              ^^^\n');
  });
});

test('--fix mends what is certain and keeps the rest byte for byte; then the rest is told', async () => {
  const cwd = await folderWith({ 'a.md': FAULTY });
  const { code, stdout, stderr } = await briefdeck(['check', 'a.md', '--fix', '--strict'], { cwd });
  expect(await readFile(join(cwd, 'a.md'), 'utf8')).toBe(FAULTY.replace('url: www', 'url: https://www'));
  expect(stderr).toContain('a.md: 1 mended (source/bad-address)\n');
  expect(code).toBe(1);
  expect(stdout).toContain('source/unknown');
  expect(stdout).not.toContain('bad-address');
  expect((await briefdeck(['check', '-', '--fix'], { cwd, stdin: FAULTY })).code).toBe(2);
});

test('an id with one wrong letter is mended; one with another reading is not', async () => {
  const text =
    '---\nsources:\n  report: {title: A, date: 2025}\n  ledger: {title: B, date: 2025}\n---\n\n## Said\n\n[@reporl, p. 4] [@ledgers] [@rdport; @nobody]\n';
  const cwd = await folderWith({ 'a.md': text });
  await briefdeck(['check', 'a.md', '--fix'], { cwd });
  expect(await readFile(join(cwd, 'a.md'), 'utf8')).toContain('[@report, p. 4] [@ledger] [@report; @nobody]\n');
});

test('--claims writes every claim of every briefing into one table', async () => {
  const cwd = await folderWith({ 'a.md': FAULTY, 'b.md': '## B\n\n[so]{status=claimed}\n' });
  await briefdeck(['check', 'a.md', 'b.md', '--claims', 'out/claims.csv'], { cwd });
  expect(await readFile(join(cwd, 'out/claims.csv'), 'utf8')).toBe(
    `\ufeffbriefing,slide,line,status,claim,by,source\r\na.md,1,9,disputed,"50,000 chips","'=MIT, 1",report\r\nb.md,1,3,claimed,so,,\r\n`,
  );
  expect((await readdir(cwd)).sort()).toEqual(['a.md', 'b.md', 'out']);
});

describe('briefdeck.config.yaml', () => {
  const CONFIG = 'check:\n  figure/no-source: off\n  source/bad-address: error\n  figure/no-sauce: off\nsiez: A4\n';

  test('is found above the briefing; levels hold, and what is wrong in it is told once', async () => {
    const cwd = await folderWith({ 'briefdeck.config.yaml': CONFIG, 'x/a.md': FAULTY, 'x/b.md': FAULTY });
    const { code, stdout } = await briefdeck(['check', 'x/a.md', 'x/b.md', '--format', 'json'], { cwd });
    const decks: { diagnostics: { code: string; severity: string; file: string }[] }[] = JSON.parse(stdout).decks;
    const codes = decks.map(({ diagnostics }) => diagnostics.map((item) => `${item.severity} ${item.code} ${item.file}`));
    expect(code).toBe(1);
    expect(codes[0]).toEqual(
      expect.arrayContaining([
        'warning check/unknown-rule briefdeck.config.yaml',
        'warning config/unknown-key briefdeck.config.yaml',
        'error source/bad-address x/a.md',
      ]),
    );
    expect(codes.flat().filter((line) => line.includes('config.yaml'))).toHaveLength(2);
    expect(codes.flat().some((line) => line.includes('no-source'))).toBe(false);
  });

  test('its folder may be read from: a book of facts for several briefings', async () => {
    const briefing = '---\nfacts: ../facts.yaml\n---\n\n## It cost {{facts.a.value}}\n';
    const files = { 'facts.yaml': 'a: {value: $5m}\n', 'x/a.md': briefing };
    const outside = await briefdeck(['check', 'x/a.md'], { cwd: await folderWith(files) });
    expect(outside.stdout).toContain('facts/unreadable-file');
    const inside = await briefdeck(['check', 'x/a.md'], { cwd: await folderWith({ ...files, 'briefdeck.config.yaml': '' }) });
    expect(inside.stdout).not.toContain('facts/');
  });

  test('--config names another; one that is not there is the host’s failure', async () => {
    const cwd = await folderWith({ 'a.md': FAULTY, 'other.yaml': 'check: {figure/no-source: off}\n' });
    expect((await briefdeck(['check', 'a.md', '--config', 'other.yaml'], { cwd })).stdout).not.toContain('figure/no-source');
    expect((await briefdeck(['check', 'a.md', '--config', 'none.yaml'], { cwd })).code).toBe(3);
  });
});
