/** The words of a sentence that carry its subject. */

/** Words that say little by themselves. */
const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: set(
    `a about above after again against all also although am amid amidst among an and any are as at be because been before being below between both but by can cannot could
    did do does doing down during each even ever few for from further had has have having he her here hers him his how however i if in indeed into is it its itself just
    last less like made make many may me might more most much must my no nor not now of off on once one only onto or other our out over own per rather s said same say says
    she should since so some still such than that the their them then there these they this those through to too two under until up upon us use used using very was we
    were what when where whether which while who whom why will with within without would yet you your t re ve ll new first second third according while though`,
  ),
  zh: set(
    `的 了 和 是 在 也 就 都 而 及 与 或 一个 一种 一 不 有 为 以 于 对 将 被 把 从 到 等 这 那 其 他 她 它 我 们 他们 我们 她们 它们 这个 那个 这些 那些 之 所 并 但 但是 因为 所以 如果 虽然 然而
    以及 其中 还 又 很 更 最 已 已经 可以 可能 会 能 能够 要 让 使 由 向 上 下 中 里 内 外 前 后 时 年 月 日 个 称 说 表示 认为 据 通过 进行 没有 不是 就是 还是 只 只有 则 却 去 来 做 地 得 着 过`,
  ),
};

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** `zh` of `zh-CN`. */
export const baseOf = (lang: string): string => lang.split('-')[0] ?? '';

/** Reads the content words of texts in one language: lower case, plural and possessive endings off; of Chinese by the word list behind Intl.Segmenter. */
export function wordReader(lang: string): (text: string) => readonly string[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  const stop = STOP_WORDS[baseOf(lang)] ?? STOP_WORDS.en ?? new Set();
  return (text) =>
    [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => {
      const word = segment.toLowerCase().replace(/[’']s$/, '');
      return !isWordLike || stop.has(word) || (word.length < 2 && !/\p{Script=Han}/u.test(word)) ? [] : [stem(word)];
    });
}

/** Enough of a stem to see that `chips` and `chip` are one. */
const stem = (word: string): string =>
  /^[a-z]{5,}$/.test(word) ? word.replace(/(?<=[^s])s$/, '').replace(/(?:ation|ing|ed|ly)$/, '') : word.replace(/(?<=[a-z]{2}[^s])s$/, '');

/** The language of a text by its script and its small words; null where it is none that we tell. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  const share = (pattern: RegExp): number => (sample.match(pattern)?.length ?? 0) / letters;
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.1) return 'ja';
  if (share(/\p{Script=Han}/gu) > 0.2) return 'zh-CN';
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const english = words.filter((word) => SMALL.has(word)).length / words.length;
  return english > 0.12 || (words.length < 20 && share(/[a-z]/gi) > 0.95 && (english > 0.05 || words.length < 4)) ? 'en' : null;
}

const SMALL = set('the of and to in a is that for it as was with on by be at from are this has have which or an');
