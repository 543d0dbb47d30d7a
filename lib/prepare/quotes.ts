/** Quotations and who says them. */
import type { Sentence } from './sentences.js';

/** What somebody said, word for word. */
export interface Quotation {
  readonly sentence: Sentence;
  readonly line: number;
  readonly text: string;
  /** In the source's words; empty where it names none. */
  readonly speaker: string;
}

const MARKS = /“([^“”]{12,})”|"([^"]{12,})"|「([^「」]{6,})」|«\s*([^«»]{12,}?)\s*»/g;
const SAY =
  '(?:said|says|told|tells|wrote|writes|added|adds|argued|argues|noted|notes|explained|explains|warned|warns|stated|states|remarked|asked|admitted|posted|recalled|concluded|insisted|claimed)';
const NAME = String.raw`(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Gen)\.?\s)?\p{Lu}[\p{L}’'.-]+(?:\s(?:(?:de|von|van|bin|al)\s)?\p{Lu}[\p{L}’'.-]+){0,3}`;
const ROLE = String.raw`(?:an?|the|one)\s[\p{L}\s’'-]{3,40}?(?=[,.:;“"]|\s(?:who|told|in|at|on)\b)`;
const AFTER = new RegExp(
  String.raw`^[,.]?\s*(?:${SAY}\s(?<later>${NAME}|${ROLE})|(?<name>${NAME}|${ROLE})(?:,[^,“"]{2,60},)?\s${SAY}\b)`,
  'u',
);
const BEFORE = new RegExp(
  String.raw`(?<name>${NAME})(?:,[^,“"]{2,60},)?\s(?:(?:has|had|have|also|then|later)\s){0,2}${SAY}\b[^“"]{0,60}$`,
  'u',
);
const ZH_BEFORE =
  /(?<name>[\p{Script=Han}A-Za-z·]{2,16}?)(?:曾|还|也|则|在[^，。：]{2,20}中)?(?:表示|说|称|指出|认为|强调|写道|告诉[^，：]{2,10})[^“「]{0,6}$/u;
const ZH_AFTER = /^[，。]?(?<name>[\p{Script=Han}A-Za-z·]{2,20}?)(?:说|表示|称|指出|写道)/u;
const ATTRIBUTION = /^(?:[—–―]|--)\s*(.{2,80})$/;

/** The quotations of the sentences; single words in quotation marks are none. */
export function quotationsOf(sentences: readonly Sentence[]): readonly Quotation[] {
  const found = sentences.flatMap((sentence, index) =>
    sentence.type === 'quote'
      ? blockQuote(sentence, sentences.slice(index + 1, index + 20))
      : [...sentence.text.matchAll(MARKS)].flatMap((match) => inText(sentence, match)),
  );
  return found.map((quotation, index) => continued(quotation, found[index - 1]));
}

/** A sentence that is nothing but a quotation goes on with the one before it in its paragraph. */
function continued(quotation: Quotation, before: Quotation | undefined): Quotation {
  const goesOn = before?.sentence.paragraph === quotation.sentence.paragraph && /^[“"「][^“”"「」]+[”"」]$/u.test(quotation.sentence.text);
  return quotation.speaker === '' && before && goesOn ? { ...quotation, speaker: before.speaker } : quotation;
}

function inText(sentence: Sentence, match: RegExpExecArray): readonly Quotation[] {
  const text = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim().replace(/[,，]$/, '');
  const han = /\p{Script=Han}/u.test(text);
  if (!han && text.split(/\s+/).length < 4) return [];
  const before = sentence.text.slice(0, match.index).replace(/[“"「:：,，\s]+$/, '');
  const after = sentence.text.slice(match.index + match[0].length);
  const groups =
    AFTER.exec(after)?.groups ??
    (han ? ZH_AFTER.exec(after)?.groups : undefined) ??
    BEFORE.exec(before)?.groups ??
    (han ? ZH_BEFORE.exec(before)?.groups : undefined);
  const speaker = (groups?.later ?? groups?.name ?? '').trim();
  return [{ sentence, line: sentence.lineOf(match.index), text, speaker: /^(?:He|She|They|It|I|We)$/.test(speaker) ? '' : speaker }];
}

/** A quoted paragraph, told at its first sentence; a dash at its end, or in a paragraph that follows, leads in the speaker. */
function blockQuote(sentence: Sentence, rest: readonly Sentence[]): readonly Quotation[] {
  if (sentence.position > 0 || isAttribution(sentence)) return [];
  const own = rest.filter(({ paragraph }) => paragraph === sentence.paragraph);
  const next = rest.find(({ paragraph }) => paragraph === sentence.paragraph + 1);
  const whole = [sentence, ...own].map(({ text }) => text).join(/\p{Script=Han}/u.test(sentence.text) ? '' : ' ');
  const dashed = /^(.*\S)\s+(?:[—–―]|--)\s*(\p{Lu}.{1,60})$/u.exec(whole);
  const following = next && isAttribution(next) ? ATTRIBUTION.exec(next.text)?.[1] : undefined;
  const text = (dashed?.[1] ?? whole).replace(/^[“"「]|[”"」]$/g, '');
  return [{ sentence, line: sentence.line, text, speaker: dashed?.[2] ?? following ?? '' }];
}

/** `— Hanna Weiss, 81`: who is quoted, and no sentence. */
export const isAttribution = ({ type, text }: Sentence): boolean => type === 'quote' && ATTRIBUTION.test(text);
