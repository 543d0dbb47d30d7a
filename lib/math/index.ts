/** LaTeX → equations. temml reads LaTeX and writes MathML, which becomes a Formula; it is loaded when a briefing has an equation. */
import { diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { parseXml } from '../package/xml.js';
import type { Equation, Formula } from '../scene/formula.js';
import { linear } from './linear.js';
import { readMath } from './mathml.js';
import { piecesOf } from './pieces.js';

/** An equation as it stands in a briefing. */
export interface EquationSource {
  /** LaTeX, without the dollars. */
  readonly tex: string;
  readonly display: boolean;
  /** Of the LaTeX, blanks at both ends left out. */
  readonly span: Span;
  /** The place of a character of the LaTeX, by its offset. */
  readonly place: (offset: number) => Span;
}

/** The equations of a deck, by their LaTeX; what could not be read is not among them. */
export type Equations = (tex: string, display: boolean) => Equation | null;

/** Reads equations; each that cannot be read is told, at the place where reading stopped. */
export async function readEquations(sources: readonly EquationSource[], sink: Sink): Promise<Equations> {
  if (sources.length === 0) return () => null;
  const { default: temml } = await import('temml');
  const toMathml = (tex: string, display: boolean): string =>
    temml.renderToString(tex, { displayMode: display, throwOnError: true, trust: false, maxExpand: MOST_MACROS, maxSize: [25, 25] });
  const known = new Map<string, Equation | null>();
  for (const source of sources) {
    const key = keyOf(source.tex, source.display);
    if (known.has(key) && known.get(key)) continue;
    known.set(key, equationOf(source, toMathml, sink));
  }
  return (tex, display) => known.get(keyOf(tex, display)) ?? null;
}

/** Lines that stand in no environment are centred below each other, as other readers of Markdown show them. */
function inLines(tex: string): string {
  const outside = tex.replace(/\\begin\{(\w+\*?)\}[\s\S]*?\\end\{\1\}/g, '');
  return /\\\\/.test(outside) && !outside.includes('\\substack') ? `\\begin{gathered}${tex}\\end{gathered}` : tex;
}

/** Macros of one equation; more is a loop. */
const MOST_MACROS = 1_000;
/** Longer LaTeX is no equation that a slide could show. */
const LONGEST = 5_000;

/** Deeper equations cannot be told apart on a slide, and Office itself stops at some depth. */
const DEEPEST = 50;

const isEmpty = (formula: Formula): boolean => formula.kind === 'space' || (formula.kind === 'row' && formula.items.every(isEmpty));

/** How deep a formula nests. */
function depthOf(formula: unknown): number {
  if (typeof formula !== 'object' || formula === null) return 0;
  const inner = Object.values(formula).reduce<number>((most, value) => Math.max(most, depthOf(value)), 0);
  return inner + ('kind' in formula ? 1 : 0);
}

const keyOf = (tex: string, display: boolean): string => `${display ? 'block' : 'inline'} ${tex}`;

function equationOf(source: EquationSource, toMathml: (tex: string, display: boolean) => string, sink: Sink): Equation | null {
  const { tex, display } = source;
  try {
    if (tex.length > LONGEST) throw new RangeError(`it is longer than ${LONGEST} characters`);
    const formula = readMath(parseXml(toMathml(display ? inLines(tex) : tex, display)));
    if (isEmpty(formula)) throw new RangeError('it is empty');
    if (depthOf(formula) > DEEPEST) throw new RangeError(`it nests deeper than ${DEEPEST} levels`);
    if (COLORED.test(tex)) sink(diagnostic('info', 'math/color', COLORS, source.span));
    return { tex, text: linear(formula), display, pieces: piecesOf(formula) };
  } catch (error) {
    const { why, at } = failureOf(error);
    const message = `the equation cannot be read: ${why}; its source is shown`;
    sink(diagnostic('warning', 'math/unreadable', message, at === null ? source.span : source.place(at)));
    return null;
  }
}

const COLORED = /\\(?:text|f)?color(?:box)?\b/;
const COLORS = 'the colours of an equation are left out: it has that of the text around it';

/** What temml says, without its own excerpt of the source, and the offset at which it stopped. */
function failureOf(error: unknown): { readonly why: string; readonly at: number | null } {
  const message = error instanceof Error ? error.message : String(error);
  const [, why = 'it is no LaTeX'] =
    /^(?:ParseError:?\s*)?([\s\S]*?)(?:\s+at (?:position \d+|end of input):[\s\S]*)?$/.exec(message.trim()) ?? [];
  const at =
    typeof error === 'object' && error !== null && 'position' in error && typeof error.position === 'number' ? error.position : null;
  return { why: why.trim().replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()), at };
}
