/** What makes PowerPoint offer a repair, or show something wrong, and what schema validators do not see. */
import type { Diagnostic, Severity } from '../core/diagnostic.js';
import { type Deck, openDeck } from './deck.js';
import type { Finding, Rule } from './rule.js';
import { deckRules, packageRules, workbookRules } from './rules/index.js';

/** How a deck is named in diagnostics that are about no part of it. */
const WHOLE_DECK = '<deck>';

/**
 * Holds a deck, whoever wrote it, against every rule. Diagnostics name the part as their file: `ppt/slides/slide3.xml`; for a part of an embedded workbook
 * `ppt/embeddings/workbook1.xlsx!/xl/worksheets/sheet1.xml`. A file that cannot be read at all gives the one diagnostic `verify/unreadable`. Throws
 * a TypeError for what is no Uint8Array, and nothing else.
 */
export function verifyDeck(bytes: Uint8Array): readonly Diagnostic[] {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('a deck is a Uint8Array of its bytes');
  const deck = tryOpen(bytes);
  if (typeof deck === 'string') return [diagnosticOf('verify/unreadable', 'error', WHOLE_DECK, deck)];
  return [
    ...apply(packageRules, deck),
    ...apply(deckRules, deck),
    ...[...deck.workbooks].flatMap(([part, workbook]) =>
      workbook ? apply([...packageRules, ...workbookRules], workbook, `${part}!`) : [],
    ),
  ];
}

function tryOpen(bytes: Uint8Array): Deck | string {
  try {
    return openDeck(bytes);
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** Holds a package against rules; `container` goes before the names of its parts. */
const apply = <View>(rules: readonly Rule<View>[], view: View, container = ''): readonly Diagnostic[] =>
  rules.flatMap(({ code, check }) => [...check(view)].map((item) => toDiagnostic(code, item, container)));

const toDiagnostic = (code: string, { severity, part, message, line, column }: Finding, container: string): Diagnostic =>
  diagnosticOf(code, severity, (container + part).slice(1), message, line, column);

/** Parts have lines but no text that could be quoted: offsets stay 0. */
function diagnosticOf(code: string, severity: Severity, file: string, message: string, line = 1, column = 1): Diagnostic {
  const place = { line, column, offset: 0 };
  return { code, severity, message, span: { file, start: place, end: place }, hints: [] };
}
