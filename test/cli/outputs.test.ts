import { describe, expect, test } from 'vitest';
import { outputPaths, readTarget } from '../../lib/cli/outputs.js';

const CWD = '/desk';
const beside = (...briefings: string[]) => outputPaths(briefings, { kind: 'beside' }, CWD);
const under = (...briefings: string[]) => outputPaths(briefings, { kind: 'folder', path: 'out/' }, CWD);

describe('-o', () => {
  test.each([
    [null, false, { kind: 'beside' }],
    ['out/', false, { kind: 'folder', path: 'out/' }],
    ['out', false, { kind: 'folder', path: 'out' }],
    ['v1.2', true, { kind: 'folder', path: 'v1.2' }],
    ['x.pptx', true, { kind: 'folder', path: 'x.pptx' }],
    ['a/deck.PPTX', false, { kind: 'file', path: 'a/deck.PPTX' }],
  ])('%s (a folder: %s)', (output, isFolder, target) => expect(readTarget(output, isFolder)).toEqual(target));

  test.each(['deck.pdf', 'deck.ppt', 'out/v1.2'])('%s is refused', (output) => expect(() => readTarget(output, false)).toThrow(/neither/));
});

test('without -o a deck lies beside its briefing, under its name', () => {
  expect(beside('decks/rise/briefing.md', 'notes.v2.md', '/x/briefing.zh-CN.md')).toEqual([
    'decks/rise/briefing.pptx',
    'notes.v2.pptx',
    '/x/briefing.zh-CN.pptx',
  ]);
});

test('under a folder a briefing takes the name of its folder, any other file its own', () => {
  expect(under('decks/rise/briefing.md', 'decks/rise/briefing.zh-CN.md', 'decks/rise/briefing-old.md', 'notes.md')).toEqual([
    'out/rise.pptx',
    'out/rise.zh-CN.pptx',
    'out/briefing-old.pptx',
    'out/notes.pptx',
  ]);
  expect(under('briefing.md', '/briefing.md')).toEqual(['out/desk.pptx', 'out/briefing.pptx']);
});

test('where names meet, the path from the common folder is kept', () => {
  expect(under('clients/acme/q1/briefing.md', 'clients/globex/q1/briefing.md', 'clients/acme/q2/briefing.md')).toEqual([
    'out/acme/q1.pptx',
    'out/globex/q1.pptx',
    'out/q2.pptx',
  ]);
  expect(under('a/notes.md', 'notes.md', 'b/Notes.md')).toEqual(['out/a/notes.pptx', 'out/notes.pptx', 'out/b/Notes.pptx']);
  expect(under('x.md', 'x/briefing.md')).toEqual(['out/x.pptx', 'out/x/briefing.pptx']);
});

test('one file is for one briefing, and no file for two', () => {
  const file = { kind: 'file', path: 'deck.pptx' } as const;
  expect(outputPaths(['a.md'], file, CWD)).toEqual(['deck.pptx']);
  expect(() => outputPaths(['a.md', 'b.md'], file, CWD)).toThrow('is one file, for 2 briefings');
  expect(() => beside('a.md', 'a.markdown')).toThrow('would both become a.pptx');
  expect(() => under('a.md', 'a.markdown')).toThrow('would both become');
  expect(() => beside('a.pptx')).toThrow('would be overwritten');
});
