/** What becomes of each deck, and how it is told: text, one JSON object, or one object a deck. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Claim, SourceInfo } from '../build.js';
import { type Diagnostic, diagnostic, type Severity, type Span } from '../core/diagnostic.js';
import type { HostError } from '../core/host.js';
import type { Settings } from './arguments.js';
import type { ExitCode, Io } from './io.js';
import { annotation, sarifLog } from './sarif.js';
import { type Colors, colorsFor, count, diagnosticText, linesOf, painter, tableText } from './text.js';
import { version } from './version.js';

/** One deck, done or not. */
export interface Report {
  /** As the user named it; `-` for standard input. */
  readonly input: string;
  /** Null where nothing was written; `-` for standard output. */
  readonly output: string | null;
  /** Null where they were not counted. */
  readonly slides: number | null;
  /** Milliseconds. */
  readonly ms: number;
  /** In bytes; 0 where nothing was written. */
  readonly size: number;
  readonly diagnostics: readonly Diagnostic[];
  /** What `check` adds. */
  readonly findings: { readonly claims: readonly Claim[]; readonly sources: readonly SourceInfo[] } | null;
  /** Not the input is at fault but the machine: a missing file, a full disk, a defect of ours. */
  readonly hostFailed: boolean;
}

/** A report in which nothing has happened yet. */
export const emptyReport = (input: string): Report => ({
  input,
  output: null,
  slides: null,
  ms: 0,
  size: 0,
  diagnostics: [],
  findings: null,
  hostFailed: false,
});

/** The report of a failing host. */
export const failedReport = (input: string, error: HostError): Report => ({
  ...emptyReport(input),
  diagnostics: [diagnostic('error', `host/${error.failure}`, error.message, startOf(error.path))],
  hostFailed: true,
});

const startOf = (file: string): Span => {
  const start = { line: 1, column: 1, offset: 0 };
  return { file, start, end: start };
};

/** What a command tells of its decks, and where. */
export interface Telling {
  /** Diagnostics are a command's messages (build) or its result (check, verify). */
  readonly diagnosticsTo: 'stdout' | 'stderr';
  /** Verb and noun of the summary: `built`, `deck`. */
  readonly verb: string;
  readonly noun: string;
  /** The deck itself goes to standard output, so that nothing else may. */
  readonly deckToStdout: boolean;
  /** The text of standard input, for excerpts. */
  readonly stdinText: () => string | null;
  /** The width to which the line of a written deck pads its path. */
  readonly pathWidth: number;
}

export interface Reporter {
  /** Says on a terminal what is being done. */
  begin(input: string, number: number, of: number): void;
  end(report: Report): void;
  /** Tells what is told at the end, and gives the exit code. */
  finish(reports: readonly Report[]): ExitCode;
}

/** The reporter for the settings. */
export function reporter(settings: Settings, io: Io, telling: Telling): Reporter {
  const progress = progressLine(settings, io);
  const finish = (reports: readonly Report[]): ExitCode => worst(reports.map((report) => exitCode(report, settings.strict)));
  const begin: Reporter['begin'] = (input, number, of) => progress.show(`[${number}/${of}] ${input}`);
  if (settings.format === 'text') return { begin, ...textReporter(settings, io, telling, progress.clear, finish) };
  const print = (value: unknown): void => io.stdout.write(`${JSON.stringify(value)}\n`);
  return {
    begin,
    end: (report) => {
      progress.clear();
      if (settings.format === 'ndjson') print(deckJson(report));
      if (settings.format === 'github') io.stdout.write(report.diagnostics.map(annotation).join(''));
    },
    finish: (reports) => {
      const code = finish(reports);
      if (settings.format === 'sarif')
        print(
          sarifLog(
            reports.flatMap(({ diagnostics }) => diagnostics),
            version(),
          ),
        );
      if (settings.format === 'json') print({ ok: code === 0, decks: reports.map(deckJson) });
      return code;
    },
  };
}

/** Errors, and under `strict` warnings, are 1; a failing host is 3. */
export function exitCode(report: Report, strict: boolean): ExitCode {
  if (report.hostFailed) return 3;
  return report.diagnostics.some(({ severity }) => severity === 'error' || (strict && severity === 'warning')) ? 1 : 0;
}

const worst = (codes: readonly ExitCode[]): ExitCode => codes.toSorted().at(-1) ?? 0;

/** Diagnostics and claims carry their place flat. */
const flat = ({ file, start, end }: Span) => ({
  file,
  line: start.line,
  column: start.column,
  endLine: end.line,
  endColumn: end.column,
});

const deckJson = ({ input, output, slides, ms, diagnostics, findings }: Report) => ({
  input,
  output,
  slides,
  cached: false,
  ms,
  diagnostics: diagnostics.map(({ code, severity, message, span, hints }) => ({ code, severity, message, ...flat(span), hints })),
  ...(findings === null
    ? {}
    : { claims: findings.claims.map(({ span, ...claim }) => ({ ...claim, ...flat(span) })), sources: findings.sources }),
});

function textReporter(
  settings: Settings,
  io: Io,
  telling: Telling,
  clear: () => void,
  exit: (reports: readonly Report[]) => ExitCode,
): Pick<Reporter, 'end' | 'finish'> {
  const messages = io[telling.diagnosticsTo];
  const [colors, ownColors] = [colorsFor(messages, settings, io), colorsFor(io.stdout, settings, io)];
  const style = { colors, columns: messages.columns || 120, lines: fileLines(io.cwd, telling.stdinText) };
  const plain = { ...style, lines: () => [] };
  const shown = (report: Report) => (settings.quiet ? report.diagnostics.filter(isError) : report.diagnostics);
  return {
    end: (report) => {
      clear();
      const told = shown(report).map((item) => diagnosticText(item, report.hostFailed ? plain : style));
      if (told.length > 0) messages.write(`${told.join('')}${settings.quiet ? '' : '\n'}`);
      if (settings.quiet || telling.deckToStdout) return;
      if (report.output !== null) io.stdout.write(writtenLine(report, telling.pathWidth, ownColors));
      if (report.findings !== null) io.stdout.write(findingsText(report.findings, report.input, ownColors));
    },
    finish: (reports) => {
      if (!settings.quiet) io.stderr.write(summary(reports, telling, colorsFor(io.stderr, settings, io)));
      return exit(reports);
    },
  };
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

/** `out/rise.pptx  16 slides  412 kB  0.9 s` */
function writtenLine({ output, slides, size, ms }: Report, width: number, colors: Colors): string {
  const path = (output ?? '').padEnd(width);
  return `${colors.bold(path)}  ${slides === null ? '' : `${count(slides, 'slide').padStart(9)}  `}${colors.dim(`${Math.ceil(size / 1000)} kB  ${(ms / 1000).toFixed(1)} s`)}\n`;
}

function findingsText({ claims, sources }: NonNullable<Report['findings']>, input: string, colors: Colors): string {
  const claimRows = claims.map(({ text, status, by, source, slide, span }) => [
    `slide ${slide}`,
    status,
    text,
    [by === '' ? '' : `by ${by}`, source === '' ? '' : `[@${source}]`].filter(Boolean).join(' '),
    `${span.file}:${span.start.line}`,
  ]);
  const sourceRows = sources.map(({ number, id, title, publisher, date, url }) => [
    number === 0 ? '–' : String(number),
    `[@${id}]`,
    [title, publisher, date].filter(Boolean).join(', '),
    url,
  ]);
  return section(`Claims of ${input}`, claimRows, colors) + section(`Sources of ${input}`, sourceRows, colors);
}

const section = (title: string, rows: readonly (readonly string[])[], colors: Colors): string =>
  rows.length === 0 ? '' : `${colors.bold(title)}\n${tableText(rows, '   ')}\n`;

/** `2 decks built, 1 failed: 3 errors, 5 warnings` */
function summary(reports: readonly Report[], { verb, noun }: Telling, colors: Colors): string {
  const all = reports.flatMap((report) => report.diagnostics);
  const failed = reports.filter((report) => exitCode(report, false) !== 0).length;
  const done = reports.length - failed;
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => severityCount(all, severity, colors));
  const decks = failed === 0 || done > 0 ? [`${count(done, noun)} ${verb}`] : [];
  const verdict = [...decks, ...(failed === 0 ? [] : [colors.red(`${failed === reports.length ? count(failed, noun) : failed} failed`)])];
  return `${verdict.join(', ')}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}\n`;
}

function severityCount(all: readonly Diagnostic[], severity: Severity, colors: Colors): readonly string[] {
  const n = all.filter((item) => item.severity === severity).length;
  return n === 0 ? [] : [painter(severity, colors)(count(n, severity === 'info' ? 'note' : severity))];
}

function progressLine({ quiet }: Settings, { stderr, env }: Io): { show(text: string): void; clear(): void } {
  const shows = stderr.isTTY && !quiet && env.TERM !== 'dumb';
  const put = (text: string): void => {
    if (shows) stderr.write(`\r\x1b[K${text}`);
  };
  return { show: (text) => put(text.slice(0, Math.max(10, stderr.columns - 1))), clear: () => put('') };
}

/** The lines of files, each read once; none for what is not there or is no text. */
function fileLines(cwd: string, stdinText: () => string | null): (file: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const lines = known.get(file) ?? linesOrNone(file === '<stdin>' ? stdinText() : readOrNull(resolve(cwd, file)));
    known.set(file, lines);
    return lines;
  };
}

const linesOrNone = (text: string | null): readonly string[] => (text === null || text.includes('\0') ? [] : linesOf(text));

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
