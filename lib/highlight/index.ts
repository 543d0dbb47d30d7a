/** Listings parted into keywords, strings, comments …, by the grammars of VS Code. Shiki and the grammars are loaded when a deck has such a listing. */
import { SCOPES } from './scopes.js';
import { plainTokens, TOKEN_ROLES, type Token, type TokenRole } from './token.js';

export type { Token, TokenRole } from './token.js';

/** What parts listings. */
export interface Highlighter {
  /** The lines of a listing as tokens, line by line; null for a language without a grammar. */
  highlight(lines: readonly string[], language: string): readonly (readonly Token[])[] | null;
}

const NOTHING: Highlighter = { highlight: () => null };

/** Longer lines are data, not code: they stay plain, so that no grammar runs away on them. */
const LONGEST_LINE = 2_000;

/** Names that readers write and the grammars lack. */
const ALIASES: Readonly<Record<string, string>> = {
  golang: 'go',
  cplusplus: 'cpp',
  'c++': 'cpp',
  gitdiff: 'diff',
  patch: 'diff',
  jsonld: 'json',
};

/** The grammar's name for what stands behind a fence: `diff-js`, as Prism has it, is a diff. */
const grammarName = (language: string): string => ALIASES[language] ?? (language.startsWith('diff-') ? 'diff' : language);

/** A highlighter for these languages; what has no grammar is left out. Loads nothing where there are none. */
export async function loadHighlighter(languages: Iterable<string>): Promise<Highlighter> {
  const wanted = [...new Set(languages)];
  if (wanted.length === 0) return NOTHING;
  const { languageNames, languageAliasNames } = await import('@shikijs/langs');
  const known = new Set([...languageNames, ...languageAliasNames]);
  const names = [...new Set(wanted.map(grammarName))].filter((name) => known.has(name)).sort();
  if (names.length === 0) return NOTHING;
  const [{ codeToTokensBase, createShikiPrimitive }, { createJavaScriptRegexEngine }] = await Promise.all([
    import('@shikijs/primitive'),
    import('@shikijs/engine-javascript'),
  ]);
  const grammars = await Promise.all(names.map(loadGrammar));
  // The target says which regular expressions are written: the same on every Node, so that a deck does not depend on it.
  const engine = createJavaScriptRegexEngine({ forgiving: true, target: 'ES2024' });
  // One for each deck: what a grammar does with a language inside it depends on which others are loaded, and a deck must not depend on the one before.
  const shiki = createShikiPrimitive({ langs: grammars.flat(), themes: [THEME], engine, warnings: false });
  const options = { theme: THEME.name, tokenizeMaxLineLength: LONGEST_LINE, tokenizeTimeLimit: 0 };
  return {
    highlight(lines, language) {
      const lang = grammarName(language);
      if (!names.includes(lang)) return null;
      const tokens = codeToTokensBase(shiki, lines.join('\n'), { lang, ...options });
      return lines.map((line, index) => inRoles(line, tokens[index] ?? []));
    },
  };
}

type Grammar = typeof import('@shikijs/langs/javascript').default;

/** The name stands outside the import, for bundlers would look for it. */
async function loadGrammar(name: string): Promise<Grammar> {
  const path = `@shikijs/langs/${name}`;
  return ((await import(path)) as { readonly default: Grammar }).default;
}

/** Roles are said as colours, for that is what a theme of Shiki tells of a token. */
const colorOf = (role: TokenRole): string => `#${TOKEN_ROLES.indexOf(role).toString(16).padStart(6, '0')}`;
const ROLE_OF = new Map(TOKEN_ROLES.map((role) => [colorOf(role), role]));

const THEME = {
  name: 'roles',
  type: 'light' as const,
  settings: [
    { settings: { foreground: colorOf('plain'), background: '#ffffff' } },
    ...TOKEN_ROLES.map((role) => ({ scope: [...(SCOPES[role] ?? [])], settings: { foreground: colorOf(role) } })),
  ],
};

/** A line's tokens, blanks with what stands before them; the line itself where a grammar lost some of it. */
function inRoles(line: string, found: readonly { readonly content: string; readonly color?: string }[]): readonly Token[] {
  const tokens: Token[] = [];
  for (const { content, color } of found) {
    const role = ROLE_OF.get(color?.toLowerCase() ?? '') ?? 'plain';
    const last = tokens.at(-1);
    if (last && (last.role === role || content.trim() === '')) tokens[tokens.length - 1] = { ...last, text: last.text + content };
    else if (content !== '') tokens.push({ text: content, role });
  }
  return tokens.map(({ text }) => text).join('') === line ? tokens : plainTokens(line);
}
