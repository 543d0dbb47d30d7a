/** Whose conventions a document follows besides ours. */

/** Marp and Slidev: plain comments are speaker notes. Slidev and reveal-md: every `---` line is a slide break. */
export type Flavour = 'plain' | 'marp' | 'slidev' | 'reveal';

const SLIDEV_KEYS =
  /^(?:(?:highlighter|drawings|mdc|colorSchema|routerMode|aspectRatio|canvasWidth|themeConfig|monaco|lineNumbers|addons):|transition:\s*["']?(?:slide-|fade-out|view-transition))/m;
const SLIDEV_SLIDE = /(?:^|\n)---[ \t]*\n(?:layout|class|transition|background|clicks|src|routeAlias):[^\n]*\n/;
const REVEAL_KEYS = /^(?:revealOptions|verticalSeparator|separator|highlightTheme):/m;
const REVEAL_COMMENT = /<!--\s*\.(?:slide|element):/;

/** Guesses it from the front matter and the text below it, line ends being `\n`. */
export function flavourOf(frontMatter: string, body: string): Flavour {
  if (/^marp:\s*true\b/m.test(frontMatter)) return 'marp';
  if (SLIDEV_KEYS.test(frontMatter) || SLIDEV_SLIDE.test(body)) return 'slidev';
  return REVEAL_KEYS.test(frontMatter) || REVEAL_COMMENT.test(body) ? 'reveal' : 'plain';
}
