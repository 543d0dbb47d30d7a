import { expect, test } from 'vitest';
import { scheme } from '../../lib/core/color.js';
import { emu } from '../../lib/core/units.js';
import { type AutoNumber, type Bullet, type LevelStyle, type Paragraph, paragraph } from '../../lib/scene/text.js';
import { bulletTexts } from '../../lib/text/bullets.js';

const level: LevelStyle = {
  font: 'minor',
  size: 20,
  bold: false,
  italic: false,
  capitals: false,
  color: scheme('tx1'),
  align: 'left',
  lineSpacing: 1,
  spaceBefore: 0,
  spaceAfter: 0,
  marginLeft: emu(0),
  indent: emu(0),
  bullet: { character: '•', color: scheme('tx2') },
};
const item = (bullet: Bullet, depth = 0): Paragraph => paragraph([], { bullet, level: depth });
const number = (startAt: number, scheme: AutoNumber = 'arabicPeriod'): Bullet => ({ kind: 'number', scheme, startAt });
const texts = (...items: readonly Paragraph[]): readonly string[] => bulletTexts(items, [level]);

test('a bullet is the level’s, the paragraph’s own, or none', () => {
  expect(
    texts(item({ kind: 'inherit' }), item({ kind: 'character', character: '–' }), item({ kind: 'none' }), item({ kind: 'continued' })),
  ).toEqual(['•', '–', '', '']);
});

test('numbers count on over deeper levels, and anew after another paragraph', () => {
  expect(texts(item(number(3)), item(number(1), 1), item(number(1), 1), item(number(3)), item({ kind: 'none' }), item(number(3)))).toEqual([
    '3.',
    '1.',
    '2.',
    '4.',
    '',
    '3.',
  ]);
});

test('letters and roman numerals', () => {
  expect(texts(item(number(26, 'alphaLcPeriod')), item(number(26, 'alphaLcPeriod')))).toEqual(['z.', 'aa.']);
  expect(texts(item(number(1994, 'romanLcPeriod')))).toEqual(['mcmxciv.']);
});
