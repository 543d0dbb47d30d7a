/** Claims as a table for those who check them. */
import type { Claim } from '../build.js';

/** The claims of a briefing. */
export interface Claimed {
  readonly briefing: string;
  readonly claims: readonly Claim[];
}

const HEAD = ['briefing', 'slide', 'line', 'status', 'claim', 'by', 'source'] as const;

/** CSV by RFC 4180, in UTF-8 with a byte order mark, by which Excel knows it. */
export function claimsTable(all: readonly Claimed[]): string {
  const rows = all.flatMap(({ briefing, claims }) =>
    claims.map(({ text, status, by, source, slide, span }) => [briefing, String(slide), String(span.start.line), status, text, by, source]),
  );
  return `\ufeff${[HEAD, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** A text that a spreadsheet would take for a formula is led by an apostrophe (OWASP, CSV injection). */
function cell(text: string): string {
  const safe = /^[=@\t\r]|^[+-](?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
