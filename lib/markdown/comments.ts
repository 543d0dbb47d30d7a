/** HTML comments: notes, directives of other tools, or nothing to a reader. */
import type { Flavour } from './flavour.js';
import { type Placed, slice, trim } from './placed.js';

/** What stands between `<!--` and `-->`, trimmed; null where the text is no comment. */
export function commentText(raw: Placed): Placed | null {
  const match = /^\s*<!--([\s\S]*?)(?:-->\s*)?$/.exec(raw.text);
  if (!match) return null;
  const from = raw.text.indexOf('<!--') + 4;
  return trim(slice(raw, from, from + (match[1] ?? '').length));
}

const NOTE = /^(?:speaker )?notes?:\s*/i;
const MARP_DIRECTIVE =
  /^_?(?:theme|style|headingDivider|size|math|lang|title|author|description|keywords|url|image|marp|paginate|header|footer|class|backgroundColor|backgroundImage|backgroundPosition|backgroundRepeat|backgroundSize|color|transition):/;

/** Where markdown-toc, doctoc and their like put a table of contents. */
const CONTENTS = /^(?:toc|tocstop|\/toc|toc:(?:start|end)|(?:start|end) doctoc\b.*)$/is;

/** Whether a comment speaks to another tool: Marp's directives, reveal's `.slide:` and `.element:`, Marp's `fit`, a mark for contents. */
export const isDirective = (text: string, flavour: Flavour): boolean =>
  /^\.(?:slide|element):/.test(text) ||
  CONTENTS.test(text) ||
  (flavour === 'marp' && (MARP_DIRECTIVE.test(text) || /^(?:fit|\$[\w]+:.*)$/.test(text)));

/** The speaker notes in a comment: after `note:`, or in Marp and Slidev every comment that is no directive; null where it holds none. */
export function noteIn(content: Placed, flavour: Flavour): Placed | null {
  const lead = NOTE.exec(content.text);
  if (lead) return slice(content, lead[0].length);
  const plain = (flavour === 'marp' || flavour === 'slidev') && content.text !== '' && !isDirective(content.text, flavour);
  return plain && !/^(?:prettier|eslint|markdownlint|textlint|chart\b|check-)/.test(content.text) ? content : null;
}
