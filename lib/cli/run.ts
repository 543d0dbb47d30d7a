/** From a list of inputs to reports: each input by itself, so that one that fails never stops the others. */
import { HostError } from '../core/host.js';
import type { Input } from './inputs.js';
import type { ExitCode, Io } from './io.js';
import { emptyReport, failedReport, type Report, type Reporter } from './report.js';

/** What a command does with one input. */
export type Work = (input: Exclude<Input, { kind: 'missing' }>, index: number) => Promise<Report>;

/** Works on the inputs one after the other. */
export async function runAll(inputs: readonly Input[], io: Io, { begin, end, finish }: Reporter, work: Work): Promise<ExitCode> {
  const reports: Report[] = [];
  for (const [index, input] of inputs.entries()) {
    begin(input.path, index + 1, inputs.length);
    const report = await runOne(input, index, io, work);
    end(report);
    reports.push(report);
  }
  return finish(reports);
}

async function runOne(input: Input, index: number, io: Io, work: Work): Promise<Report> {
  if (input.kind === 'missing') return failedReport(input.path, input.error);
  const started = performance.now();
  try {
    const report = await work(input, index);
    return { ...report, ms: Math.round(performance.now() - started) };
  } catch (error) {
    if (error instanceof HostError) return failedReport(nameOf(input), error);
    io.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return failedReport(nameOf(input), new HostError('failed', input.path, 'briefdeck itself failed; the lines above tell where', error));
  }
}

/** A report of nothing, under the name that the user gave the input. */
export const reportOf = (input: Input): Report => emptyReport(nameOf(input));

const nameOf = (input: Input): string => (input.kind === 'stdin' ? '-' : input.path);
