/** What every reader gives: a source as passages of plain text, each character with the line that it stands in. */

/** A text, and from which offset on it stands in which line; marks in order, the first at 0. */
export interface Lined {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly at: number;
  /** From 1; of a DOCX the paragraph, which has no lines. */
  readonly line: number;
}

/** A stretch of text of a source. */
export interface Passage extends Lined {
  readonly type: 'heading' | 'paragraph' | 'item' | 'quote';
  /** Of a heading, 1 to 6; else 0. */
  readonly level: number;
}

/** A table of a source: its cells as text; `lines` names the line of the header and of each row. */
export interface SourceTable {
  readonly type: 'table';
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
}

/** A source as it was read. */
export interface SourceDocument {
  /** Its key among the briefing's sources: `article`. */
  readonly id: string;
  /** As the user named it; `<stdin>` for standard input. */
  readonly file: string;
  readonly title: string;
  readonly subtitle: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  /** ISO 8601 day; empty where the source names none. */
  readonly date: string;
  /** A BCP 47 tag; empty where the source names none. */
  readonly lang: string;
  readonly url: string;
  /** What its places count. */
  readonly unit: 'line' | 'paragraph';
  readonly passages: readonly (Passage | SourceTable)[];
}

/** What a reader finds besides the passages. */
export type SourceFacts = Omit<SourceDocument, 'id' | 'file' | 'unit' | 'passages'>;

export const NO_FACTS: SourceFacts = { title: '', subtitle: '', authors: [], publisher: '', date: '', lang: '', url: '' };

/** The line of an offset. */
export function lineAt({ marks }: Lined, offset: number): number {
  let line = marks[0]?.line ?? 1;
  for (const mark of marks) {
    if (mark.at > offset) break;
    line = mark.line;
  }
  return line;
}

/** Scripts whose lines join without a blank. */
const JOINS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Pieces of text, each from one line on, as one text: runs of blanks are one blank, none between East Asian characters. */
export function joined(pieces: readonly { readonly text: string; readonly line: number }[]): Lined {
  let text = '';
  const marks: Mark[] = [];
  for (const piece of pieces) {
    let line = piece.line;
    for (const [index, row] of piece.text.split(/\r\n|\n|\r/).entries()) {
      if (index > 0) {
        line++;
        if (text !== '' && !text.endsWith(' ')) text += ' ';
      }
      const words = row.replace(/[\s\u00a0\u200b]+/g, ' ');
      const added = text === '' || text.endsWith(' ') ? words.trimStart() : words;
      if (added === '') continue;
      if (text.endsWith(' ') && JOINS.test(text.at(-2) ?? '') && JOINS.test(added.charAt(0))) text = text.slice(0, -1);
      if (marks.at(-1)?.line !== line) marks.push({ at: text.length, line });
      text += added;
    }
  }
  return { text: text.replace(/(?:\s|↩|\ufe0e)+$/u, ''), marks };
}

export const isPassage = (item: Passage | SourceTable): item is Passage => item.type !== 'table';
