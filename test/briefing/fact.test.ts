import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expand } from '../../lib/briefing/expression.js';
import { parseFacts } from '../../lib/briefing/fact.js';
import { evaluate } from '../../lib/briefing/formula.js';
import { collect } from '../../lib/core/diagnostic.js';

const book = (yaml: string) => {
  const { sink, diagnostics } = collect();
  return { facts: parseFacts(yaml, 'facts.yaml', sink), diagnostics };
};

const BOOK = `
cost: {value: $5.576m}
chips: {low: 10000, high: 50000, unit: chips}
fall: {value: -17, unit: "%"}
big: {value: 593bn, unit: US$}
times: {value: 27, unit: ×}
hours: {value: 2.788m, unit: GPU hours}
o1: {value: 15}
r1: {value: 0.55}
ratio: {formula: o1 / r1, unit: ×}
`;

describe('facts in the words of a language', () => {
  test.each([
    ['facts.cost', 'en', '$5.576m'],
    ['facts.cost', 'zh-CN', '$557.6万'],
    ['facts.cost', 'de', '5,576\u00a0Mio.\u00a0$'],
    ['facts.chips', 'en', '10,000–50,000\u00a0chips'],
    ['facts.chips', 'de', '10.000–50.000\u00a0chips'],
    ['facts.chips.low', 'en', '10,000\u00a0chips'],
    ['facts.fall', 'en', '−17%'],
    ['facts.big', 'en', 'US$593bn'],
    ['facts.times', 'en', '27×'],
    ['facts.hours', 'en', '2.788m\u00a0GPU hours'],
    ['facts.ratio', 'en', '27.3×'],
    ['facts.o1 / facts.r1', 'en', '27.3'],
    ['round(facts.o1 / facts.r1)', 'en', '27'],
  ])('%s in %s', (expression, lang, text) => {
    const { facts, diagnostics } = book(BOOK);
    expect(diagnostics).toEqual([]);
    expect(expand(expression, { facts, vars: new Map(), used: () => {} }, lang)).toMatchObject({ text });
  });

  test.each([
    ['facts.csot', 'no fact is called "csot"; did you mean "cost"?'],
    ['cost', '"cost" is unknown; facts are written as facts.cost'],
    ['facts.cost.high', 'the fact "cost" is no range'],
    ['facts.cost.colour', /a fact has no "colour"/],
    ['facts.chips / 2', '"chips" is a range'],
    ['facts.o1 / 0', 'it comes to no number'],
    ['facts.o1 +', 'the formula breaks off'],
    ['', 'the formula breaks off'],
  ])('%s comes to nothing', (expression, problem) => {
    const found = expand(expression, { facts: book(BOOK).facts, vars: new Map(), used: () => {} }, 'en');
    expect(found).toMatchObject({ problem: typeof problem === 'string' ? problem : expect.stringMatching(problem) });
  });
});

test.each([
  ['a: {formula: b, value: 1}\nb: {formula: a}', 'facts/formula', '"a" depends on itself'],
  ['a: {value: 27, formula: 15 / 0.5}', 'facts/not-computed', 'comes to 30'],
  ['a: {formula: "alert(1)"}', 'facts/formula', 'no fact is called "alert"'],
  ['a: {low: 5}', 'facts/half-range', '"a"'],
  ['a: {low: 5, high: 3}', 'facts/reversed-range', '"a"'],
  ['a: {label: nothing}', 'facts/no-value', '"a"'],
  ['a: {value: some}', 'facts/not-a-number', '"some"'],
  ['a-b: {value: 3}', 'facts/id', '"a-b"'],
])('what is wrong in a book is an error: %s', (yaml, code, message) => {
  const { diagnostics } = book(yaml);
  expect(diagnostics).toContainEqual(expect.objectContaining({ code, severity: 'error', message: expect.stringContaining(message) }));
});

test('27 is 15 / 0.55, rounded', () => expect(book('a: {value: 27, formula: 15 / 0.55}').diagnostics).toEqual([]));

test('a formula is worked out as arithmetic has it, and no text makes it throw', () => {
  expect(evaluate('2 + 3 * 4 ^ 2 - -(6 / 2)', () => 0)).toEqual({ value: 53 });
  expect(evaluate('2 × 3 ÷ 4 − 1', () => 0)).toEqual({ value: 0.5 });
  fc.assert(
    fc.property(fc.string(), (text) => {
      const outcome = evaluate(text, () => 1);
      expect('value' in outcome ? Number.isFinite(outcome.value) : outcome.problem !== '').toBe(true);
    }),
  );
  expect(evaluate(`${'('.repeat(5000)}1${')'.repeat(5000)}`, () => 0)).toMatchObject({ problem: 'brackets nest too deep' });
});
