/** Definition lists, as pandoc and PHP Markdown Extra have them, found among marked's tokens, which know none. */
import type { Token, Tokens } from 'marked';
import { join, type Placed, placeFromEnd, slice } from './placed.js';

/** A token with the lines that it stands on. */
export interface Pair<T> {
  readonly token: T;
  readonly own: readonly Placed[];
}

/** A term and what defines it, each a text of its own. */
export interface Entry {
  readonly term: Placed;
  readonly definitions: readonly Placed[];
}

const DEFINITION = /^ {0,3}:[ \t]+(?=\S)/;

/** What the author indented below a list's mark, a footnote's or a definition's, without the indent. */
export const dedent = (line: Placed): Placed => placeFromEnd(line.text.replace(/^(?: {0,3}\t| {1,4})/, ''), line);

/** An entry while it is read: the lines of its term and of each definition. */
interface Draft {
  readonly term: readonly Placed[];
  readonly definitions: Placed[][];
}

/** The tokens, those of each definition list as its entries. A line `: ` below a term defines it; what is indented below that belongs to it. */
export function withDefinitions(pairs: readonly Pair<Token>[]): readonly (Pair<Token> | Entry)[] {
  const out: (Pair<Token> | Draft)[] = [];
  for (const pair of pairs) {
    const last = out.at(-1);
    const open = last && 'term' in last ? last : null;
    const from = pair.token.type === 'paragraph' || pair.token.type === 'text' ? starts(pair.own) : -1;
    if (from > 0) out.push({ term: pair.own.slice(0, from), definitions: parts(pair.own.slice(from)) });
    else if (from === 0 && open) open.definitions.push(...parts(pair.own));
    else if (from === 0 && last && !('term' in last) && last.token.type === 'paragraph')
      out.splice(-1, 1, { term: last.own, definitions: parts(pair.own) });
    else if (open && isIndentedCode(pair.token))
      open.definitions.at(-1)?.push(slice(pair.own[0] ?? NOTHING, 0, 0), ...pair.own.map(dedent));
    else out.push(pair);
  }
  return out.map((item) => ('term' in item ? { term: join(item.term), definitions: item.definitions.map((lines) => join(lines)) } : item));
}

const NOTHING: Placed = { text: '', at: new Uint32Array(1) };

const starts = (lines: readonly Placed[]): number => lines.findIndex((line) => DEFINITION.test(line.text));

const isIndentedCode = (token: Token): boolean => token.type === 'code' && (token as Tokens.Code).codeBlockStyle === 'indented';

/** Lines as definitions, the first of which starts with the first line. */
function parts(lines: readonly Placed[]): Placed[][] {
  const found: Placed[][] = [];
  for (const line of lines) {
    const lead = DEFINITION.exec(line.text)?.[0].length;
    if (lead === undefined) found.at(-1)?.push(dedent(line));
    else found.push([slice(line, lead)]);
  }
  return found;
}
