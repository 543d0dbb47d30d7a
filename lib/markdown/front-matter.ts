/** A file in two: its front matter, and what follows. */
import { isFrontMatterKey } from '../briefing/meta.js';
import type { Span } from '../core/diagnostic.js';
import { type SourceText, spanAt } from '../core/source.js';
import { isYaml } from '../core/yaml.js';
import { foreignFrontMatter } from './foreign.js';
import { join, linesOf, type Placed, place, slice, startOf } from './placed.js';

/** A file in two: its YAML, null where it has none, and what follows. */
export interface Document {
  readonly frontMatter: FrontMatterText | null;
  readonly body: Placed;
}

/** Front matter as YAML. */
export interface FrontMatterText {
  readonly yaml: Placed;
  readonly span: Span;
  /** The line that should end it, where none does: `---`; empty where it ends. */
  readonly missingEnd: string;
}

/** A line that begins with a key of YAML. */
export const KEY = /^(?:([\p{L}_][\p{L}\p{N}_.-]*)|"[^"]+"|'[^']+'):(?:[ \t]|$)/u;
/** What may stand below a key's line. */
export const YAML_LINE = /^(?:[ \t]+\S|- |#|[\]}]|$)/;
/** `---` */
export const RULE = /^---[ \t]*$/;

type Lines = readonly Placed[];

/** Where front matter stands in the lines of a file. */
interface Extent {
  /** Its lines, fences left out. */
  readonly inside: Lines;
  /** The index of the first line of the text. */
  readonly next: number;
  readonly missingEnd: string;
}

/** Parts a file from its front matter: a first line `---`, keys, and a line `---` or `...`. */
export function splitFrontMatter(source: SourceText): Document {
  const start = source.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const whole = place(source, start, source.text.length);
  const lines = linesOf(whole);
  const parted = (yaml: Placed, next: number, missingEnd: string): Document => {
    const body = lines[next];
    const text = (lines[next - 1] ?? whole).text.trimEnd();
    const end = startOf(lines[next - 1] ?? whole) + text.length;
    return {
      frontMatter: { yaml, span: spanAt(source, start, end), missingEnd },
      body: body ? place(source, startOf(body), source.text.length) : slice(whole, whole.text.length),
    };
  };
  const foreign = foreignFrontMatter(lines);
  if (foreign) return parted(foreign.yaml, foreign.lines, foreign.missingEnd);
  if (!RULE.test(lines[0]?.text ?? '')) return { frontMatter: null, body: whole };
  const found = closed(lines) ?? unclosed(lines);
  if (!found) return { frontMatter: null, body: whole };
  const { inside, next, missingEnd } = found;
  return parted(inside.length > 0 ? join(inside) : slice(lines[next - 1] ?? whole, 0, 0), next, missingEnd);
}

/** Front matter up to the line that ends it; null where that is rather a slide break below front matter that nobody ended. */
function closed(lines: Lines): Extent | null {
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line.text));
  if (end === -1) return null;
  const inside = lines.slice(1, end);
  const first = inside.find((line) => line.text.trim() !== '' && !line.text.startsWith('#'));
  const meant = first ? KEY.test(first.text) || /^[{[]/.test(first.text) : inside.every((line) => line.text.trim() === '');
  if (!meant) return null;
  const early = unclosed(lines);
  const broken = early !== null && early.next <= end && !isYaml(textOf(inside)) && isYaml(textOf(early.inside));
  return broken ? null : { inside, next: end + 1, missingEnd: '' };
}

/** Front matter that no line ends: keys up to the first blank line or heading, one of them a key that we know. */
function unclosed(lines: Lines): Extent | null {
  const keys = lines.findIndex(
    ({ text }, index) => index > 0 && (text.trim() === '' || !(KEY.test(text) || /^(?:[ \t]+\S|- |[\]}])/.test(text))),
  );
  const inside = lines.slice(1, keys === -1 ? undefined : keys);
  if (!inside.some(({ text }) => isFrontMatterKey(KEY.exec(text)?.[1] ?? ''))) return null;
  const almost = /^(?:-{2,}|\*{3,}|={3,}|\.{2,}|_{3,}|\+{3,})[ \t]*$/.test(lines[keys]?.text ?? '');
  return { inside, next: 1 + inside.length + (almost ? 1 : 0), missingEnd: '---' };
}

const textOf = (lines: Lines): string => lines.map((line) => line.text).join('\n');
