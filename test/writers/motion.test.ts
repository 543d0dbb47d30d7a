/** Transitions and animations as PowerPoint writes them. */
import { expect, test } from 'vitest';
import { buildDeck, verifyDeck } from '../../lib/index.js';
import { child, descendants, elements } from '../../lib/package/xml.js';
import { readPackage } from '../../lib/package/zip.js';
import { transitionNames } from '../../lib/scene/transition.js';
import { slideRoot } from '../support/pptx.js';
import { validate, validatorMissing } from '../support/validator.js';

const deckOf = async (markdown: string): Promise<Uint8Array> => (await buildDeck(markdown)).pptx ?? new Uint8Array();

const EVERY = transitionNames.map((name) => `## Slide ${name} {transition=${name}}\n\n::: incremental\n- one\n- two\n:::\n`).join('\n');

test('every transition stands where the schema has it, and nothing moves where nothing is asked for', async () => {
  const bytes = await deckOf(`${EVERY}\n## Still\n\n- text\n`);
  const deck = readPackage(bytes);
  const names = (number: number): readonly string[] => elements(slideRoot(deck, number)).map(({ name }) => name);
  expect(names(1)).toEqual(['p:cSld', 'p:clrMapOvr', 'p:timing']);
  expect(names(2)).toEqual(['p:cSld', 'p:clrMapOvr', 'p:transition', 'p:timing']);
  expect(names(transitionNames.indexOf('morph') + 1)).toEqual(['p:cSld', 'p:clrMapOvr', 'mc:AlternateContent', 'p:timing']);
  expect(names(transitionNames.length + 1)).toEqual(['p:cSld', 'p:clrMapOvr']);
  expect(verifyDeck(bytes)).toEqual([]);
});

test.skipIf(validatorMissing)('the Open XML SDK takes all of them', async () => {
  expect(await validate(await deckOf(EVERY))).toEqual([]);
});

test('a newer transition has a fade beside it for readers that do not know it', async () => {
  const root = slideRoot(readPackage(await deckOf('## A {transition=morph}\n')));
  const [choice, fallback] = elements(child(root, 'mc:AlternateContent') ?? root);
  expect(choice?.attributes).toMatchObject({ Requires: 'p159' });
  expect(fallback && descendants(fallback).map(({ name }) => name)).toEqual(['p:transition', 'p:fade']);
});

test('animations count their nodes from 1 in the order of the file, one main sequence, each shape built once', async () => {
  const text = '## A\n\n::: incremental\n- one\n  - two\n- three\n\n> [!NOTE]\n> Four.\n:::\n';
  const timing = child(slideRoot(readPackage(await deckOf(text))), 'p:timing');
  const nodes = timing ? descendants(timing, 'p:cTn') : [];
  expect(nodes.map(({ attributes }) => attributes.id)).toEqual(nodes.map((_, index) => String(index + 1)));
  expect(nodes.map(({ attributes }) => attributes.nodeType).filter(Boolean)).toEqual([
    'tmRoot',
    'mainSeq',
    'clickEffect',
    'withEffect',
    'clickEffect',
    'clickEffect',
    'withEffect',
  ]);
  expect(timing && descendants(timing, 'p:bldP').map(({ attributes }) => attributes)).toEqual([
    { spid: '3', grpId: '0', build: 'p' },
    { spid: '4', grpId: '0' },
  ]);
});
