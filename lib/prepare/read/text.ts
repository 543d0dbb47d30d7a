/** Plain text: paragraphs between blank lines, or a paragraph a line where lines are long; headings by their looks. */
import { findDates } from '../dates.js';
import { joined, type Lined, NO_FACTS, type Passage, type SourceFacts } from '../source.js';

interface Line {
  readonly text: string;
  readonly line: number;
}

const LONGEST_HEADING = 120;

/** Reads plain text. The first heading is the title, another one directly behind it the subtitle. */
export function readText(text: string): { readonly facts: SourceFacts; readonly passages: readonly Passage[] } {
  const lines = text.split(/\r\n|\n|\r/).map((row, index): Line => ({ text: row.trim(), line: index + 1 }));
  const passages = paragraphs(lines)
    .flatMap(passagesOf)
    .filter(({ text: words }) => !FORM.test(words));
  const first = passages.findIndex(({ type }) => type === 'heading');
  const title = passages[first]?.text ?? '';
  const next = passages.slice(first + 1).find((passage) => passage.text !== title);
  const subtitle = first >= 0 && next?.type === 'heading' ? next : null;
  const date = passages
    .slice(0, 6)
    .flatMap(({ text: words }) => (words.length < 60 ? findDates(words) : []))
    .find(({ iso }) => /^\d{4}-\d\d-\d\d$/.test(iso));
  return {
    facts: { ...NO_FACTS, title, subtitle: subtitle?.text ?? '', date: date?.iso ?? '' },
    passages: passages.filter((passage) => (title === '' || passage.text !== title) && passage !== subtitle && passage.text !== date?.text),
  };
}

/** What says only what kind of text it is. */
const FORM = /^(?:press|media|news) release$|^for immediate release$|^(?:news|article|opinion|analysis|memo)$|^新闻稿$|^通稿$/i;

/** Runs of lines that belong together. */
function paragraphs(lines: readonly Line[]): readonly (readonly Line[])[] {
  const wrapped = isWrapped(lines);
  const runs: Line[][] = [];
  let open = false;
  for (const line of lines) {
    const starts = !open || !wrapped || ITEM.test(line.text);
    if (line.text !== '' && starts) runs.push([line]);
    else if (line.text !== '') runs.at(-1)?.push(line);
    open = line.text !== '';
  }
  return runs;
}

/** Whether lines end where the page did: then many go on in the middle of a sentence. */
function isWrapped(lines: readonly Line[]): boolean {
  const pairs = lines
    .slice(1)
    .map(({ text }, index) => [lines[index]?.text ?? '', text] as const)
    .filter(([before, after]) => before !== '' && after !== '');
  const goingOn = pairs.filter(
    ([before, after]) => !STOP.test(before) && (/^[\p{Ll}\d(]/u.test(after) || (before.length >= 25 && /^\p{Script=Han}/u.test(after))),
  );
  return goingOn.length > pairs.length * 0.3;
}

const STOP = /[.!?。！？:：][”"’」』)）]*$/u;

const ITEM = /^(?:[-*•·–]|\d{1,2}[.)、]|[（(]\d{1,2}[)）]|[一二三四五六七八九十]、)\s*(?=\S)/u;

function passagesOf(run: readonly Line[]): readonly Passage[] {
  const whole = joined(run.map(({ text, line }) => ({ text: `${text}\n`, line })));
  const [first] = run;
  if (whole.text === '' || /^[-=_*~\s]+$/.test(whole.text)) return [];
  const item = ITEM.exec(whole.text);
  if (run.length === 1 && looksLikeHeading(whole.text)) return [{ type: 'heading', level: 2, ...whole }];
  if (!item || !first) return [{ type: 'paragraph', level: 0, ...whole }];
  const rest: Lined = joined(
    [{ ...first, text: first.text.slice(item[0].length) }, ...run.slice(1)].map(({ text, line }) => ({ text: `${text}\n`, line })),
  );
  return rest.text === '' ? [] : [{ type: 'item', level: 0, ...rest }];
}

/** Short, without the full stop that ends a sentence, and more than a number or a date. */
const looksLikeHeading = (text: string): boolean =>
  text.length <= LONGEST_HEADING && !/[.!?。！？;；:：,，…][”"’」』)）]*$/u.test(text) && /\p{L}{2}/u.test(text) && !/^[“"「]/u.test(text);
