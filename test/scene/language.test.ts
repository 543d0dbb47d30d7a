import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRightToLeftLanguage, languageOfScript, languageRuns, mainLanguage, officeLanguage } from '../../lib/scene/language.js';

const told = (text: string, deck: string): readonly string[] => languageRuns(text, deck).map((run) => `${run.text}/${run.lang}`);

test.each([
  ['en', 'en-US'],
  ['en-GB', 'en-GB'],
  ['zh', 'zh-CN'],
  ['zh-Hant', 'zh-TW'],
  ['zh-Hant-HK', 'zh-HK'],
  ['ar', 'ar-SA'],
  ['ar-EG', 'ar-EG'],
  ['sr', 'sr-Cyrl-RS'],
  ['no', 'nb-NO'],
  ['xx', 'xx'],
])('%s is %s to Office', (tag, office) => {
  expect(officeLanguage(tag)).toBe(office);
});

test('languages that are read from right to left are known by their script', () => {
  expect(['ar', 'he', 'fa', 'ur', 'ps', 'dv', 'uz-Arab'].every(isRightToLeftLanguage)).toBe(true);
  expect(['en', 'uz', 'zh', 'not a tag'].some(isRightToLeftLanguage)).toBe(false);
});

describe('a text', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['of the deck’s script is in its language', 'Über 40 %', 'de', ['Über 40 %/de-DE']],
    ['with a Chinese word has two', 'DeepSeek (深度求索) is here', 'en', ['DeepSeek /en-US', '(深度求索) /zh-CN', 'is here/en-US']],
    ['keeps full-width signs with their letters', '训练（H800）成本', 'zh-CN', ['训练（/zh-CN', 'H800/en-US', '）成本/zh-CN']],
    ['in Japanese is known by its kana', '日本の会社', 'en', ['日本の会社/ja-JP']],
    ['has the deck’s Chinese', '中文', 'zh-TW', ['中文/zh-TW']],
    ['in Arabic with a Latin name', 'شركة DeepSeek الصينية', 'ar', ['شركة /ar-SA', 'DeepSeek /en-US', 'الصينية/ar-SA']],
    ['without letters is the deck’s', '42 %', 'ar-EG', ['42 %/ar-EG']],
    ['without anything too', '', 'fr', ['/fr-FR']],
    ['begins with what comes before its first letter', '1. Привет', 'en', ['1. Привет/ru-RU']],
  ])('%s', (_, text, deck, runs) => expect(told(text, deck)).toEqual(runs));

  test('of several languages is mostly in one', () => expect(mainLanguage('DeepSeek（深度求索人工智能研究）', 'zh')).toBe('zh-CN'));

  test('is the sum of its parts, and neighbours differ', () => {
    const letters = fc.constantFrom('a', 'é', '中', 'か', '한', 'ب', 'ש', 'ж', 'ก', 'अ', '1', ' ', '（', '“', '👍🏽', '\u0301', 'Ａ');
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(letters).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'zh', 'ja', 'ar', 'ru'), (sample, deck) => {
        const runs = languageRuns(sample, deck);
        expect(runs.map((run) => run.text).join('')).toBe(sample);
        runs.slice(1).forEach((run, index) => {
          expect(run.text).not.toBe('');
          expect(run.lang).not.toBe(runs[index]?.lang);
        });
      }),
    );
  });
});

test.each([
  ['深度求索发布 DeepSeek-R1', 'zh'],
  ['ディープシークは中国の企業', 'ja'],
  ['딥시크는 중국의 기업', 'ko'],
  ['شركة DeepSeek الصينية', 'ar'],
  ['DeepSeek is 深度求索', null],
  ['Дипсик', null],
  ['42', null],
])('the letters of "%s" tell %s', (text, lang) => {
  expect(languageOfScript(text)).toBe(lang);
});
