/** Inlines under construction: neighbours of the same looks become one run, line ends become blanks. */
import type { Inline, InlineText } from '../briefing/inline.js';
import { type SourceText, spanAt } from '../core/source.js';
import { decodeReference, REFERENCE } from './entities.js';
import { endOf, type Placed, startOf } from './placed.js';

/** How a run looks and where it leads. */
export type Marks = Omit<InlineText, 'type' | 'text' | 'span'>;

export const PLAIN: Marks = { bold: false, italic: false, strike: false, code: false, baseline: 'none', link: null, linkTitle: '' };

interface Run {
  readonly type: 'run';
  text: string;
  readonly marks: Marks;
  readonly start: number;
  end: number;
}

/** Inlines in the making, in order. */
export type Draft = (Run | Exclude<Inline, InlineText>)[];

const sameMarks = (a: Marks, b: Marks): boolean =>
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.strike === b.strike &&
  a.code === b.code &&
  a.baseline === b.baseline &&
  a.link === b.link &&
  a.linkTitle === b.linkTitle;

/** Adds a run; `text` is what is shown of `placed`. */
export function addRun(draft: Draft, text: string, placed: Placed, marks: Marks): void {
  if (text === '') return;
  const last = draft.at(-1);
  const [start, end] = [startOf(placed), endOf(placed)];
  if (last?.type === 'run' && sameMarks(last.marks, marks) && last.end <= start) {
    last.text += text;
    last.end = end;
  } else draft.push({ type: 'run', text, marks, start, end });
}

/** Adds text with its character references decoded. */
export const addText = (draft: Draft, placed: Placed, marks: Marks): void =>
  addRun(
    draft,
    placed.text.includes('&') ? placed.text.replace(REFERENCE, (whole) => decodeReference(whole) ?? whole) : placed.text,
    placed,
    marks,
  );

/** Scripts whose lines join without a blank. */
const JOINS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** The finished inlines: blanks at both ends left out, a line end is a blank, or nothing between East Asian characters. */
export function finish(draft: Draft, source: SourceText): readonly Inline[] {
  const inlines: Inline[] = [];
  const runs = trimmed(draft);
  runs.forEach((item, index) => {
    if (item.type !== 'run') return void inlines.push(item);
    const text = item.text.includes('\n') ? joinLines(item.text, neighbour(runs[index - 1], -1), neighbour(runs[index + 1], 0)) : item.text;
    if (text !== '') inlines.push({ type: 'text', text, ...item.marks, span: spanAt(source, item.start, item.end) });
  });
  return inlines;
}

const neighbour = (item: Draft[number] | undefined, at: number): string => (item?.type === 'run' ? (item.text.at(at) ?? '') : '');

function joinLines(text: string, before: string, after: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, (match, offset: number) => {
    const left = text.charAt(offset - 1) || before;
    const right = text.charAt(offset + match.length) || after;
    return JOINS.test(left) && JOINS.test(right) ? '' : ' ';
  });
}

/** Without blanks at either end of the whole and around hard breaks. */
function trimmed(draft: Draft): Draft {
  const out: Draft = [];
  draft.forEach((item, index) => {
    if (item.type !== 'run' || item.marks.code) return void out.push(item);
    const [before, after] = [draft[index - 1], draft[index + 1]];
    let { text, start, end } = item;
    if (!before || before.type === 'break') {
      const cut = text.length - text.trimStart().length;
      if (end - start === text.length) start += cut;
      text = text.slice(cut);
    }
    if (!after || after.type === 'break') {
      const cut = text.length - text.trimEnd().length;
      if (end - start === text.length) end -= cut;
      text = text.slice(0, text.length - cut);
    }
    if (text !== '') out.push({ ...item, text, start, end });
  });
  while (out.at(-1)?.type === 'break') out.pop();
  while (out[0]?.type === 'break') out.shift();
  return out;
}
