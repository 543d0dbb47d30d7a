/** Inlines under construction: neighbours of the same looks become one run, line ends become blanks. */
import type { Inline, InlineText } from '../briefing/inline.js';
import { type SourceText, spanAt } from '../core/source.js';
import { decodeReference, REFERENCE } from './entities.js';
import { endOf, type Placed, startOf, trim } from './placed.js';

/** How a run looks and where it leads. */
export type Marks = Omit<InlineText, 'type' | 'text' | 'span'>;

export const PLAIN: Marks = { bold: false, italic: false, strike: false, code: false, baseline: 'none', link: null, linkTitle: '' };

interface Run {
  readonly type: 'run';
  text: string;
  readonly marks: Marks;
  readonly start: number;
  end: number;
  /** Where it starts and ends without the blanks around it. */
  readonly innerStart: number;
  innerEnd: number;
}

/** Inlines in the making, in order. */
export type Draft = (Run | Exclude<Inline, InlineText>)[];

const sameMarks = (a: Marks, b: Marks): boolean =>
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.strike === b.strike &&
  a.underline === b.underline &&
  a.marked === b.marked &&
  a.small === b.small &&
  a.code === b.code &&
  a.baseline === b.baseline &&
  a.link === b.link &&
  a.linkTitle === b.linkTitle;

/** Adds a run; `text` is what is shown of `placed`. */
export function addRun(draft: Draft, text: string, placed: Placed, marks: Marks): void {
  if (text === '') return;
  const last = draft.at(-1);
  const [start, end] = [startOf(placed), endOf(placed)];
  const inner = trim(placed);
  if (last?.type === 'run' && sameMarks(last.marks, marks) && last.end <= start) {
    last.text += text;
    last.end = end;
    if (inner.text !== '') last.innerEnd = endOf(inner);
  } else draft.push({ type: 'run', text, marks, start, end, innerStart: startOf(inner), innerEnd: endOf(inner) });
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
  for (const [index, item] of runs.entries()) {
    if (item.type !== 'run') {
      inlines.push(item);
      continue;
    }
    const text = item.text.includes('\n') ? joinLines(item.text, neighbour(runs[index - 1], -1), neighbour(runs[index + 1], 0)) : item.text;
    if (text !== '') inlines.push({ type: 'text', text, ...item.marks, span: spanAt(source, item.start, item.end) });
  }
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
  const kept = withoutBlankEdges(withoutBlankEdges(draft).reverse()).reverse();
  for (const [index, item] of kept.entries()) {
    if (item.type !== 'run' || item.marks.code) {
      out.push(item);
      continue;
    }
    const [before, after] = [kept[index - 1], kept[index + 1]];
    const left = !before || before.type === 'break' ? item.text.length - item.text.trimStart().length : 0;
    const right = !after || after.type === 'break' ? item.text.length - item.text.trimEnd().length : 0;
    const text = item.text.slice(left, Math.max(left, item.text.length - right));
    if (text !== '') out.push({ ...item, text, start: left > 0 ? item.innerStart : item.start, end: right > 0 ? item.innerEnd : item.end });
  }
  while (out.at(-1)?.type === 'break') out.pop();
  while (out[0]?.type === 'break') out.shift();
  return out;
}

/** Without runs of blanks at the start and behind hard breaks. */
function withoutBlankEdges(draft: Draft): Draft {
  let edge = true;
  return draft.filter((item) => {
    const blank = edge && item.type === 'run' && !item.marks.code && item.text.trim() === '';
    edge = blank || item.type === 'break';
    return !blank;
  });
}
