/** Figures in running text: `$5.576M`, `10,000–50,000`, `fewer than 140`, `12.5 per cent`, `two million`, `1.5亿美元`, `百分之二十`. */

import { magnitudeOf } from './notation.js';
import { HAN_VALUE, hanValue, ONES, TENS, wordValue } from './numeral.js';

/** A figure as it is written, and what it says. */
export interface Quantity {
  /** Offsets in the text, qualifier not included. */
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly text: string;
  /** In base units: 5576000 for `$5.576M`; of a range the lower end. */
  readonly value: number;
  /** The upper end of a range; null where it is none. */
  readonly high: number | null;
  /** `$`, `%`, `km`; empty where the unit is a thing counted, or none. */
  readonly unit: string;
  /** `about`, `fewer than` as written; empty where there is none. */
  readonly qualifier: string;
  /** Written in words. */
  readonly spelled: boolean;
}

const CURRENCY = String.raw`(?:(?:US|A|C|HK|NT|S|R)\$|[$€£¥￥₹₩]|(?:USD|EUR|GBP|RMB|CNY|JPY|CHF)[ \u00a0]?)`;
const NUMBER = String.raw`(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;
const SCALE = String.raw`(?:[ \u00a0-]?(?:thousand|million|billion|trillion|mln|mn|bn|tn)\b|[kKMBTm](?![\p{L}\d])|(?<=\d)b(?![\p{L}\d])|(?:百万|千万|万亿|[万亿千]))`;
const UNIT = String.raw`(?:[ \u00a0]?(?:%|‰|percentage points?\b|per ?cent\b|percent\b|basis points?\b|bps\b|个百分点|°[CF]\b)|[ \u00a0-]?(?:km\/h|km|kg|cm|mm|GHz|MHz|kWh|MWh|GWh|TWh|MW|GW|TB|GB|MB|PB|tonnes?|tons?|litres?|liters?|hours?|minutes?|seconds?|days?|weeks?|months?|years?|(?:US )?dollars?|euros?|pounds|yuan|yen|francs)\b|(?:美元|欧元|英镑|日元|港元|人民币|元|倍|公里|兆瓦时|千瓦时|兆瓦|千瓦|吉瓦|平方米|公顷|小时|分钟|公斤|吨))`;
const ONE = `(?:${CURRENCY})?${NUMBER}(?:${SCALE})?`;
const TO = String.raw`(?:[ \u00a0]?[–—~～至到][ \u00a0]?|[ \u00a0]to[ \u00a0]|(?<=\d)-(?=\d))`;
/** `between 5 and 7` is one range; `from 5 to 7` two figures, since it may be a change. */
const FORMS = [
  `(?<=\\bbetween\\s)${ONE}(?:${UNIT})?[ \\u00a0]and[ \\u00a0]${ONE}`,
  `(?<=\\bfrom\\s)${ONE}`,
  `${ONE}(?:${UNIT})?${TO}${ONE}`,
  ONE,
];
const LETTER = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`;
const DIGITS = new RegExp(`(?<![${LETTER}\\d.,/_@-]|\\d[:：])[-−]?(?:${FORMS.join('|')})(?:${UNIT})?`, 'gu');
const HAN_DIGITS = '[零〇一二两三四五六七八九十百千万亿]';
const HAN = new RegExp(
  `百分之${HAN_DIGITS}+(?:点${HAN_DIGITS}+)?|${HAN_DIGITS}{2,}(?=多?(?:美元|元|人|家|张|块|枚|倍|个|名|次|台|辆|吨))|[二两三四五六七八九十](?:倍|成|年(?!级)|个月)`,
  'gu',
);
const QUALIFIER_EN =
  /(?:\b(?:about|around|roughly|approximately|some|nearly|almost|over|more than|less than|fewer than|at least|at most|up to|as many as|as much as|as few as|just|only|under|below|above|an estimated|between)\s+)$/i;
const QUALIFIER_ZH = /(?:大约|约|近|超过|逾|不到|不足|少于|多于|至少|至多|最多|高达|多达|估计|接近)$/;

/** The figures of a text in reading order. Years, dates, names (`GPT-4`) and version numbers are the caller's to leave out. */
export function findQuantities(text: string): readonly Quantity[] {
  const found = [...digitsIn(text), ...hanIn(text), ...wordsIn(text)].sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((item, index) => !found.slice(0, index).some((other) => other.end > item.start));
}

const PART = new RegExp(`(${CURRENCY})?(${NUMBER})(${SCALE})?`, 'gu');

function digitsIn(text: string): readonly Quantity[] {
  return [...text.matchAll(DIGITS)].flatMap((match): readonly Quantity[] => {
    const [raw] = match;
    const start = match.index;
    const end = start + raw.length;
    if (/^[\p{Script=Latin}_]|^\.\d|^[:：]\d/u.test(text.slice(end))) return [];
    const parts = [...raw.matchAll(PART)];
    const unit = unitOf(raw, parts);
    const scales = parts.map(([, , , scale]) => scaleOf(scale));
    const shared = scales.at(-1) ?? 1;
    const values = parts.map(
      ([, , digits], index) =>
        Number((digits ?? '').replace(/[,\u00a0\u202f]/g, '')) * ((scales[index] ?? 1) === 1 ? shared : (scales[index] ?? 1)),
    );
    const sign = /^[-−]/.test(raw) ? -1 : 1;
    return [
      {
        start,
        end,
        text: raw,
        value: sign * (values[0] ?? 0),
        high: values[1] ?? null,
        unit,
        qualifier: qualifierBefore(text, start),
        spelled: false,
      },
    ];
  });
}

const scaleOf = (scale = ''): number => {
  const word = scale.replace(/^[ \u00a0-]/, '');
  return magnitudeOf(word);
};

function unitOf(raw: string, parts: readonly RegExpMatchArray[]): string {
  const currency = parts.map(([, sign]) => sign?.trim()).find((sign) => sign);
  if (currency) return currency;
  const last = parts.at(-1);
  const rest = raw
    .slice((last?.index ?? 0) + (last?.[0].length ?? 0))
    .trim()
    .replace(/^-/, '');
  if (/^(?:%|per ?cent)$/.test(rest)) return '%';
  return /^percentage points?$|^个百分点$/.test(rest) ? 'pp' : rest.replace(/(?<=[a-z]{3})s$/, '');
}

function qualifierBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 20), start);
  return (QUALIFIER_EN.exec(before)?.[0] ?? QUALIFIER_ZH.exec(before)?.[0] ?? '').trim();
}

function hanIn(text: string): readonly Quantity[] {
  return [...text.matchAll(HAN)].map((match): Quantity => {
    const [raw] = match;
    const share = raw.startsWith('百分之');
    const unit = /(?:倍|成|年|个月)$/.exec(raw)?.[0] ?? '';
    const [whole = '', fraction = ''] = raw
      .slice(0, raw.length - unit.length)
      .replace('百分之', '')
      .split('点');
    const digits = [...fraction].map((digit) => HAN_VALUE[digit] ?? '').join('');
    const value = hanValue(whole) + (digits === '' ? 0 : Number(`0.${digits}`));
    return spelledOut(text, match.index, raw, value, share ? '%' : unit);
  });
}

const WORD = `(?:${[...ONES, ...TENS].join('|')}|hundred|thousand|million|billion|trillion|dozen)`;
const WORDS = new RegExp(
  String.raw`(?<![\p{L}\d-])(?:an?\s+(?=(?:hundred|thousand|million|billion|trillion|dozen)\b))?${WORD}(?:(?:[ -]|\s+and\s+)${WORD})*s?(?:[ \u00a0]per ?cent\b)?(?![\p{L}\d])`,
  'giu',
);
const FRACTIONS =
  /(?<![\p{L}\d-])(?:(?:an?|one|two|three)[ -](?:half|third|quarter|fifth|tenth)s?|half)(?=\s+(?:of|the|a|its|their|as)\b)/giu;
const ONE_IN = new RegExp(String.raw`(?<![\p{L}\d-])one in (${ONES.join('|')}|\d+)(?![\p{L}\d])`, 'giu');
const PARTS: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 };

function wordsIn(text: string): readonly Quantity[] {
  const numbers = [...text.matchAll(WORDS)].map((match) =>
    spelledOut(text, match.index, match[0], wordValue(match[0]), /per ?cent$/i.test(match[0]) ? '%' : ''),
  );
  const fractions = [...text.matchAll(FRACTIONS)].map((match) => {
    const [count = '', part = 'half'] = match[0].toLowerCase().split(/[ -]/);
    const top = ONES.indexOf(count) + 1 || 1;
    return spelledOut(text, match.index, match[0], top / (PARTS[part.replace(/s$/, '')] ?? 1), '');
  });
  const shares = [...text.matchAll(ONE_IN)].map((match) => {
    const whole = ONES.indexOf((match[1] ?? '').toLowerCase()) + 1 || Number(match[1]);
    return spelledOut(text, match.index, match[0], 1 / whole, '');
  });
  return [...fractions, ...shares, ...numbers];
}

const spelledOut = (text: string, start: number, raw: string, value: number, unit: string): Quantity => ({
  start,
  end: start + raw.length,
  text: raw,
  value,
  high: null,
  unit,
  qualifier: qualifierBefore(text, start),
  spelled: true,
});
