/** A listing as pieces by what they are. */

/** What a piece of code is, as far as a theme tells pieces apart. */
export const TOKEN_ROLES = ['plain', 'keyword', 'string', 'comment', 'number', 'function', 'type', 'inserted', 'deleted'] as const;
export type TokenRole = (typeof TOKEN_ROLES)[number];

/** A piece of a line. */
export interface Token {
  readonly text: string;
  readonly role: TokenRole;
}

/** The line as one plain piece. */
export const plainTokens = (text: string): readonly Token[] => (text === '' ? [] : [{ text, role: 'plain' }]);

/** What of a line stands between two offsets. */
export function sliceTokens(tokens: readonly Token[], from: number, to: number): readonly Token[] {
  let at = 0;
  return tokens.flatMap(({ text, role }) => {
    const start = at;
    at += text.length;
    const piece = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return piece === '' ? [] : [{ text: piece, role }];
  });
}
