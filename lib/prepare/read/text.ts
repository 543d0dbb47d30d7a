/** Plain text: paragraphs between blank lines, or a paragraph a line where lines are long; headings by their looks. */
import { joined, type Lined, NO_FACTS, type Passage, type SourceFacts } from '../source.js';

interface Line {
  readonly text: string;
  readonly line: number;
}

/** Longer lines are paragraphs: nobody wraps text at that width. */
const WRAP = 110;
const LONGEST_HEADING = 120;

/** Reads plain text. The first heading is the title, one that follows it directly the subtitle. */
export function readText(text: string): { readonly facts: SourceFacts; readonly passages: readonly Passage[] } {
  const lines = text.split(/\r\n|\n|\r/).map((row, index): Line => ({ text: row.trim(), line: index + 1 }));
  const passages = paragraphs(lines).flatMap(passagesOf);
  const heads = passages.filter(({ type }) => type === 'heading');
  const title = heads[0]?.text ?? '';
  const distinct = heads.filter((head) => head.text !== title);
  const place = passages.findIndex((passage) => passage === distinct[0]);
  const before = passages.slice(0, Math.max(0, place));
  const leads =
    place > 0 && before.every((passage) => passage.type === 'heading' || passages.indexOf(passage) < passages.indexOf(heads[0] ?? passage));
  const dateline = /^(?:published|updated|posted)?:?\s*(\d{4}-\d{2}-\d{2})\b/i.exec(
    passages.find(({ text: words }) => /^(?:published|updated|posted)\b/i.test(words))?.text ?? '',
  );
  return {
    facts: { ...NO_FACTS, title, subtitle: leads && distinct[0] ? distinct[0].text : '', date: dateline?.[1] ?? '' },
    passages: passages.filter((passage) => passage.text !== title && !(leads && passage === distinct[0])),
  };
}

/** Runs of lines that belong together. */
function paragraphs(lines: readonly Line[]): readonly (readonly Line[])[] {
  const wrapped = lines.filter(({ text }) => text !== '').every(({ text }) => text.length <= WRAP);
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

const ITEM = /^(?:[-*•·–]|\d{1,2}[.)、]|[（(]\d{1,2}[)）]|[一二三四五六七八九十]、)\s*(?=\S)/u;

function passagesOf(run: readonly Line[]): readonly Passage[] {
  const whole = joined(run);
  const [first] = run;
  if (whole.text === '' || /^[-=_*~\s]+$/.test(whole.text)) return [];
  const item = ITEM.exec(whole.text);
  if (run.length === 1 && looksLikeHeading(whole.text)) return [{ type: 'heading', level: 2, ...whole }];
  if (!item || !first) return [{ type: 'paragraph', level: 0, ...whole }];
  const rest: Lined = joined([{ ...first, text: first.text.slice(item[0].length) }, ...run.slice(1)]);
  return rest.text === '' ? [] : [{ type: 'item', level: 0, ...rest }];
}

/** Short, without the full stop that ends a sentence, and more than a number or a date. */
const looksLikeHeading = (text: string): boolean =>
  text.length <= LONGEST_HEADING && !/[.!?。！？;；:：,，…][”"’」』)）]*$/u.test(text) && /\p{L}{2}/u.test(text) && !/^[“"「]/u.test(text);
