import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withScriptRuns } from '../../lib/scene/script-runs.js';
import { type Paragraph, paragraph, plainText, run } from '../../lib/scene/text.js';

const told = ({ inlines }: Paragraph): readonly string[] =>
  inlines.map((inline) => (inline.type === 'run' ? `${inline.text}${inline.emoji ? ' emoji' : ''}` : inline.type));

test.each([
  ['Ship it 🚀🚀 now', ['Ship it ', '🚀🚀 emoji', ' now']],
  ['👩‍👩‍👧👍🏽🇨🇳1️⃣', ['👩‍👩‍👧👍🏽🇨🇳1️⃣ emoji']],
  ['⚖️ Load', ['⚖️ emoji', ' Load']],
  ['✓ ☑ © ™ 1 #', ['✓ ☑ © ™ 1 #']],
])('emoji of %s stand apart', (text, runs) => {
  expect(told(withScriptRuns(paragraph([run(text, 'en')]), 'en'))).toEqual(runs);
});

test('a link stays one run', () => {
  const link = run('DeepSeek 深度求索 🚀', 'en', { link: { kind: 'url', url: 'https://example.org', tooltip: '' } });
  expect(withScriptRuns(paragraph([link]), 'en').inlines).toHaveLength(1);
});

test('nothing is lost, and a second time changes nothing', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom('a', '中', 'ب', '🚀', '\u200d', '️', '👍🏽', '1️⃣', ' ', '🇨', '。')).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), fc.constantFrom('en', 'zh', 'ar'), (texts, lang) => {
      const given = paragraph(texts.map((one) => run(one, 'en')));
      const once = withScriptRuns(given, lang);
      expect(plainText(once)).toBe(plainText(given));
      expect(withScriptRuns(once, lang)).toEqual(once);
    }),
  );
});
