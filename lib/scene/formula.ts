/** An equation as a tree of what a reader sees: fractions, roots, sums with their limits. Office's own model (ISO/IEC 29500-1, 22.1) without its properties. */

/** Letters and signs of one look. */
export interface Letters {
  readonly kind: 'letters';
  /** Plain letters; what alphabet they are of is said beside them. */
  readonly text: string;
  /** The same as single characters of that alphabet, where Unicode has them: `ℝ` for `R`. */
  readonly glyphs: string;
  readonly role: 'identifier' | 'number' | 'operator' | 'text';
  readonly alphabet: 'roman' | 'script' | 'fraktur' | 'double-struck' | 'sans-serif' | 'monospace';
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface Row {
  readonly kind: 'row';
  readonly items: readonly Formula[];
}

export type Formula =
  | Letters
  | Row
  /** Em. */
  | { readonly kind: 'space'; readonly width: number }
  | { readonly kind: 'fraction'; readonly bar: boolean; readonly numerator: Formula; readonly denominator: Formula }
  | { readonly kind: 'radical'; readonly degree: Formula | null; readonly body: Formula }
  | { readonly kind: 'scripts'; readonly base: Formula; readonly sub: Formula | null; readonly sup: Formula | null }
  /** Scripts before their base. */
  | { readonly kind: 'prescripts'; readonly base: Formula; readonly sub: Formula | null; readonly sup: Formula | null }
  /** A sum, an integral; its limits stand below and above it, or beside it. */
  | {
      readonly kind: 'nary';
      readonly sign: string;
      readonly limits: 'under' | 'beside';
      readonly sub: Formula | null;
      readonly sup: Formula | null;
      readonly body: Formula;
    }
  /** Brackets that grow with what is between them; empty ones are not drawn. */
  | {
      readonly kind: 'fence';
      readonly open: string;
      readonly close: string;
      readonly separator: string;
      readonly items: readonly Formula[];
    }
  | { readonly kind: 'matrix'; readonly align: readonly ('left' | 'center' | 'right')[]; readonly rows: readonly (readonly Formula[])[] }
  /** Equations below each other; the ends of their cells stand in line, every second one is a gap. */
  | { readonly kind: 'aligned'; readonly rows: readonly (readonly Formula[])[] }
  /** A combining mark above. */
  | { readonly kind: 'accent'; readonly mark: string; readonly body: Formula }
  | { readonly kind: 'bar'; readonly position: 'above' | 'below'; readonly body: Formula }
  /** A brace or an arrow as wide as what it belongs to. */
  | { readonly kind: 'stretched'; readonly mark: string; readonly position: 'above' | 'below'; readonly body: Formula }
  | { readonly kind: 'limit'; readonly position: 'above' | 'below'; readonly base: Formula; readonly limit: Formula }
  | { readonly kind: 'function'; readonly name: Formula; readonly argument: Formula }
  /** Takes room and is not seen; `width` false: only the height counts. */
  | { readonly kind: 'phantom'; readonly width: boolean; readonly height: boolean; readonly body: Formula }
  | { readonly kind: 'boxed'; readonly strike: 'none' | 'up' | 'down' | 'both' | 'across'; readonly body: Formula };

/** An equation inside a paragraph. */
export interface Equation {
  /** As the author wrote it. */
  readonly tex: string;
  /** The same in signs, for readers of plain text: `x² = (a+b)/c`. */
  readonly text: string;
  /** On a line of its own. */
  readonly display: boolean;
  /** In order; a line may end between two of them, before a relation or an operation. */
  readonly pieces: readonly Formula[];
}

/** The letters as they are drawn: alphabets that are no mere styles stand in characters of their own. */
export const drawnLetters = ({ alphabet, text, glyphs }: Letters): string =>
  alphabet === 'script' || alphabet === 'fraktur' || alphabet === 'double-struck' ? glyphs : text;

/** All signs that a formula is drawn with. */
export function signsIn(formula: Formula): string {
  if (formula.kind === 'letters') return drawnLetters(formula);
  const parts = Object.values(formula).flat(2) as readonly unknown[];
  const inner = parts.map((part) => (typeof part === 'object' && part !== null && 'kind' in part ? signsIn(part as Formula) : ''));
  return (formula.kind === 'nary' ? formula.sign : '') + inner.join('');
}

export const row = (items: readonly Formula[]): Formula => (items.length === 1 && items[0] ? items[0] : { kind: 'row', items });
