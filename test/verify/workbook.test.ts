import { describe, expect, it } from 'vitest';
import { verifyDeck } from '../../lib/verify/index.js';
import { parseFormula, parseRange } from '../../lib/verify/workbook.js';
import { replaced, sample } from './sample.js';

describe('parseRange', () => {
  it.each([
    ['A1', { left: 1, top: 1, right: 1, bottom: 1 }],
    ['A1:C5', { left: 1, top: 1, right: 3, bottom: 5 }],
    ['$AA$10:$AB$12', { left: 27, top: 10, right: 28, bottom: 12 }],
  ])('reads %s', (text, range) => expect(parseRange(text)).toEqual(range));

  it.each(["A1:C5'", 'C5:A1', 'A0', 'A:A', '', 'Name'])('refuses %j', (text) => expect(parseRange(text)).toBeNull());
});

describe('parseFormula', () => {
  const b2 = { left: 2, top: 2, right: 2, bottom: 2 };
  it.each([
    ['Sheet1!$B$2', ['Sheet1']],
    ["'My, ''own'' sheet!'!$B$2", ["My, 'own' sheet!"]],
    ["('A,B'!$B$2,C!B2)", ['A,B', 'C']],
    ['[1]Sheet1!B2', ['Sheet1']],
  ])('reads %s', (formula, sheets) => expect(parseFormula(formula)).toEqual(sheets.map((sheet) => ({ sheet, range: b2 }))));

  it.each(['', 'Name', 'Sheet1!Name', 'Sheet1!$A:$A', '{"a","b"}'])('leaves %j alone', (formula) =>
    expect(parseFormula(formula)).toBeNull(),
  );
});

describe('categories of several levels', () => {
  const level = (...values: readonly string[]): string =>
    `<c:lvl>${values.map((value, index) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`).join('')}</c:lvl>`;
  const withLevels = (...levels: readonly string[]): readonly string[] => {
    const cache = `<c:multiLvlStrCache><c:ptCount val="3"/>${levels.join('')}</c:multiLvlStrCache>`;
    const cat = `<c:cat><c:multiLvlStrRef><c:f>Sheet1!$$A$$2:$$B$$4</c:f>${cache}</c:multiLvlStrRef></c:cat>`;
    return verifyDeck(replaced(sample, 'ppt/charts/chart1.xml', /<c:cat>.*<\/c:cat>/, cat)).map(({ message }) => message);
  };
  const outer = level('x', 'y', 'R&amp;D');
  const inner = level('1', '0', '2.5');

  it('lie in columns from the last to the first', () => {
    expect(withLevels(inner, outer)).toEqual([]);
    expect(withLevels(outer, inner)).toEqual(['Sheet1!$A$2:$B$4 shows "x" at point 1, its cell holds "1", and 5 more differ']);
  });
});
