import { expect, test } from 'vitest';
import { parseBibliography } from '../../lib/briefing/bibliography.js';
import { collect } from '../../lib/core/diagnostic.js';

const BIB = `% of the office
@article{v3,
  title = {{DeepSeek-V3} Technical Report \\& more},
  author = {M{\\"u}ller, Anna and Liu, Wei},
  journal = {arXiv}, year = 2024, month = dec, url = {https://arxiv.org/abs/2412.19437}
}
@online{bbc, title = "A page", organization = {BBC}, date = {2025-01-28}, urldate = {2025-02-01}}
`;
const CSL = JSON.stringify([
  {
    id: 'v3',
    title: 'DeepSeek-V3 Technical Report & more',
    author: [{ given: 'Anna', family: 'Müller' }, { literal: 'Liu Wei' }],
    'container-title': 'arXiv',
    issued: { 'date-parts': [[2024, 12]] },
    DOI: '10.48550/arXiv.2412.19437',
  },
]);

const read = async (text: string, file: string) => {
  const { sink, diagnostics } = collect();
  return { sources: await parseBibliography(text, file, sink), diagnostics };
};

test('BibTeX, each entry with the place of its key', async () => {
  const { sources, diagnostics } = await read(BIB, 'a.bib');
  expect(diagnostics).toEqual([]);
  expect(sources).toMatchObject([
    {
      id: 'v3',
      title: 'DeepSeek-V3 Technical Report & more',
      author: 'Anna Müller, Wei Liu',
      publisher: 'arXiv',
      date: '2024-12',
      url: 'https://arxiv.org/abs/2412.19437',
      span: { file: 'a.bib', start: { line: 2, column: 10 }, end: { line: 2, column: 12 } },
    },
    { id: 'bbc', publisher: 'BBC', date: '2025-01-28', accessed: '2025-02-01' },
  ]);
});

test('CSL-JSON', async () => {
  const { sources, diagnostics } = await read(CSL, 'a.json');
  expect(diagnostics).toEqual([]);
  expect(sources).toMatchObject([
    { id: 'v3', author: 'Anna Müller, Liu Wei', publisher: 'arXiv', date: '2024-12', url: 'https://doi.org/10.48550/arXiv.2412.19437' },
  ]);
});

test('what cannot be read is told and gives no sources; an address is not fetched', async () => {
  for (const [text, file] of [
    ['@misc{a, title={oops', 'a.bib'],
    ['{"id": 5}', 'a.json'],
    ['[', 'a.json'],
  ] as const) {
    const { sources, diagnostics } = await read(text, file);
    expect(sources).toEqual([]);
    expect(diagnostics[0]).toMatchObject({ severity: 'warning', code: expect.stringMatching(/^sources\//) });
  }
  for (const text of ['https://doi.org/10.1000/1', '10.1000/1', 'Q42', '', '\u0000'])
    expect((await read(text, 'a.bib')).sources).toEqual([]);
});
