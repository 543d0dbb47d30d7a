/** What is for some readers only: `::: only exec` and headings with `{only=exec}`, cut out before anything of it is read. */
import type { Span } from '../core/diagnostic.js';
import { closest } from '../core/suggest.js';
import { splitAttributes } from './attributes.js';
import { givenKey, slugOf } from './keys.js';
import { endOf, join, linesOf, type Placed, slice, spanOf, startOf, trim } from './placed.js';
import { type Reading, report } from './reading.js';
import { opaqueLines, type Piece } from './scan.js';

type OpenPiece = Extract<Piece, { type: 'open' }>;

/** The pieces that are for the chosen readers; without a choice all of them, the marks taken off. */
export function forReaders(reading: Reading, pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  /** What is left out, for what it refers to. */
  const dropped: Placed[] = [];
  /** For each div that is open, whether its own fences are left out. */
  const open: { readonly dropped: boolean }[] = [];
  /** How many divs are open inside one that is left out; 0: none is. */
  let skipped = 0;
  /** The heading whose content is left out: its level, and how many divs were open. */
  let silent: Silent | null = null;
  for (const piece of pieces) {
    if (skipped > 0) {
      if (piece.type === 'text') dropped.push(piece.text);
      skipped += piece.type === 'open' ? 1 : piece.type === 'close' ? -1 : 0;
      continue;
    }
    if (silent && piece.type === 'close' && open.length <= silent.divs) silent = null;
    if (piece.type === 'text') {
      const kept = withoutSilent(reading, piece.text, silent, open.length);
      silent = kept.silent;
      dropped.push(...kept.dropped);
      if (kept.text) out.push({ ...piece, text: kept.text });
    } else if (piece.type === 'open') {
      const only = piece.name === 'only';
      if (only && !isFor(reading, namesOf(piece), piece.span)) {
        skipped = 1;
        continue;
      }
      open.push({ dropped: only || silent !== null });
      if (!only && !silent) out.push(piece);
    } else if (piece.type === 'close') {
      if (!(open.pop()?.dropped ?? false)) out.push(piece);
    } else if (!silent) out.push(piece);
  }
  for (const text of dropped) collectKeys(reading, text);
  return withoutFootnotesOf(dropped, out);
}

/** A footnote that only what is left out refers to is for the same readers. */
function withoutFootnotesOf(dropped: readonly Placed[], kept: readonly Piece[]): readonly Piece[] {
  const others = referencesIn(dropped.map(({ text }) => text));
  const texts = kept.flatMap((piece) =>
    piece.type === 'text' ? [piece.text.text] : piece.type === 'footnote' && !others.has(piece.id) ? [piece.content.text] : [],
  );
  const own = referencesIn(texts);
  return kept.filter((piece) => piece.type !== 'footnote' || own.has(piece.id) || !others.has(piece.id));
}

const referencesIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => [...text.matchAll(/\[\^([^\]\s^]+)\]/g)].map(([, id = '']) => id)));

/** `::: only exec, full`, `::: {.only audience=exec}`. */
function namesOf({ title, attributes }: OpenPiece): readonly string[] {
  const { audience = '', ...others } = attributes.values;
  const bare = Object.entries(others).flatMap(([key, value]) => (value === 'true' ? [key] : []));
  const classes = attributes.classes.filter((name) => name !== 'only');
  return [...listed(title?.text ?? ''), ...listed(audience), ...bare, ...classes];
}

const listed = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((name) => name !== '');

/** Whether the chosen readers are among those; names that the front matter does not have are errors. */
function isFor(reading: Reading, names: readonly string[], span: Span): boolean {
  const { declared, chosen } = reading.readers;
  const known = declared.map(({ name }) => name);
  if (names.length === 0) report(reading, 'error', 'audience/none', 'it is not said for whom this is', span, 'write it as ::: only exec');
  for (const name of names) {
    if (known.includes(name)) continue;
    const near = closest(name, known);
    const hint =
      near === null
        ? known.length === 0
          ? `declare it in front matter: audiences: [${name}]`
          : `the audiences are ${known.join(', ')}`
        : `did you mean "${near}"?`;
    report(reading, 'error', 'audience/unknown', `no audience is called "${name}"`, span, hint);
  }
  return chosen === null || names.includes(chosen);
}

interface Silent {
  readonly depth: number;
  readonly divs: number;
}

/** What is left of a text, what is not, and whether what follows is left out too. */
interface Kept {
  readonly text: Placed | null;
  readonly dropped: readonly Placed[];
  readonly silent: Silent | null;
}

/** A text without the headings that are not for these readers and what stands under them, up to the next heading of their level. */
function withoutSilent(reading: Reading, text: Placed, before: Silent | null, divs: number): Kept {
  if (!before && !text.text.includes('only')) return { text, dropped: [], silent: null };
  const lines = linesOf(text);
  const opaque = opaqueLines(lines);
  const kept: Placed[] = [];
  const dropped: Placed[] = [];
  let silent = before;
  for (const [index, line] of lines.entries()) {
    const heading = opaque[index] ? null : headingAt(lines, index);
    if (heading && (!silent || heading.depth <= silent.depth)) {
      silent =
        heading.only !== null && !isFor(reading, listed(heading.only), spanOf(reading.source, line))
          ? { depth: heading.depth, divs }
          : null;
    }
    (silent ? dropped : kept).push(line);
  }
  return {
    text: kept.some((line) => line.text.trim() !== '') ? join(kept) : null,
    dropped: dropped.length > 0 ? [join(dropped)] : [],
    silent,
  };
}

function collectKeys(reading: Reading, text: Placed): void {
  const lines = linesOf(text);
  const opaque = opaqueLines(lines);
  lines.forEach((_, index) => {
    const heading = opaque[index] ? null : headingAt(lines, index);
    if (heading) reading.absent.add(heading.key);
  });
}

/** A heading as far as it can be told by its line. */
interface HeadingLine {
  readonly depth: number;
  /** The value of `only=`; null where it has none. */
  readonly only: string | null;
  readonly key: string;
}

function headingAt(lines: readonly Placed[], index: number): HeadingLine | null {
  const words = lines[index]?.text ?? '';
  const marks = /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(words)?.[1];
  const underline =
    marks === undefined && words.trim() !== '' ? /^ {0,3}(=+|-+)[ \t]*$/.exec(lines[index + 1]?.text ?? '')?.[1] : undefined;
  if (marks === undefined && underline === undefined) return null;
  const content = words
    .replace(/^ {0,3}#{1,6}[ \t]*/, '')
    .replace(/[ \t]+#+[ \t]*$/, '')
    .trim();
  const { length, attributes } = splitAttributes(content);
  return {
    depth: marks?.length ?? (underline?.startsWith('=') ? 1 : 2),
    only: attributes.values.only ?? null,
    key: givenKey(attributes) || slugOf(content.slice(0, length)),
  };
}

/** Says of an attribute that stands where it cannot leave anything out. */
export function reportMisplaced(reading: Reading, values: Readonly<Record<string, string>>, placed: Placed): void {
  if (values.only === undefined) return;
  const at = trim(placed);
  report(
    reading,
    'error',
    'audience/misplaced',
    `{only=${values.only}} leaves nothing out here`,
    spanOf(reading.source, slice(at, 0, endOf(at) - startOf(at))),
    'put ::: only … and ::: around it, or write it behind a heading',
  );
}
