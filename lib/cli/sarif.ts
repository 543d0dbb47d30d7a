/** Diagnostics for machines that show them beside the lines: SARIF 2.1.0 (OASIS) and GitHub's workflow commands. */
import { pathToFileURL } from 'node:url';
import { checkRules } from '../build.js';
import type { Diagnostic, Severity, Span } from '../core/diagnostic.js';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** A SARIF log of one run. */
export function sarifLog(diagnostics: readonly Diagnostic[], version: string): unknown {
  const codes = [...new Set([...checkRules.map(({ code }) => code), ...diagnostics.map(({ code }) => code)])];
  const rules = codes.map((id) => {
    const rule = checkRules.find(({ code }) => code === id);
    if (!rule) return { id };
    const { about, why, level } = rule;
    return { id, shortDescription: { text: about }, fullDescription: { text: why }, defaultConfiguration: { level: LEVELS[level] } };
  });
  const driver = { name: 'briefdeck', version, rules };
  const results = diagnostics.map(({ code, severity, message, span, hints }) => ({
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: [message, ...hints].join('; ') },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(span.file) }, region: regionOf(span) } }],
  }));
  return { $schema: SCHEMA, version: '2.1.0', runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }] };
}

/** Relative where the path is. */
const uriOf = (file: string): string =>
  /^(?:[/\\]|[a-z]:[\\/])/i.test(file) ? pathToFileURL(file).href : file.split(/[\\/]/).map(encodeURIComponent).join('/');

/** A span of nothing is its line. */
function regionOf({ start, end }: Span): Readonly<Record<string, number>> {
  if (start.offset === end.offset) return { startLine: start.line };
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** A workflow command (https://docs.github.com/actions/reference/workflow-commands-for-github-actions), ending with a line end. */
export function annotation({ code, severity, message, span: { file, start, end }, hints }: Diagnostic): string {
  const columns = start.line === end.line && end.column > start.column ? `,col=${start.column},endColumn=${end.column}` : '';
  const place = `file=${property(file)},line=${start.line},endLine=${end.line}${columns},title=${property(code)}`;
  return `::${COMMANDS[severity]} ${place}::${escaped([message, ...hints].join('\n'))}\n`;
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
