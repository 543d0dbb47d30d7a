/** From a list of inputs to reports: each input by itself, so that one that fails never stops the others. */
import { HostError } from '../core/host.js';
import type { Input } from './inputs.js';
import type { ExitCode } from './io.js';
import { emptyReport, failedReport, type Report, type Reporter } from './report.js';

/** What a command does with one input. */
export type Work = (input: Exclude<Input, { kind: 'missing' }>, index: number) => Promise<Report>;

/** Works on the inputs one after the other. */
export async function runAll(inputs: readonly Input[], { begin, end, finish }: Reporter, work: Work): Promise<ExitCode> {
  const reports: Report[] = [];
  for (const [index, input] of inputs.entries()) {
    begin(input.path, index + 1, inputs.length);
    const report = await runOne(input, index, work);
    end(report);
    reports.push(report);
  }
  return finish(reports);
}

async function runOne(input: Input, index: number, work: Work): Promise<Report> {
  if (input.kind === 'missing') return failedReport(input.path, input.error);
  const started = performance.now();
  try {
    const report = await work(input, index);
    return { ...report, ms: Math.round(performance.now() - started) };
  } catch (error) {
    return failedReport(nameOf(input), error instanceof HostError ? error : defect(input, error));
  }
}

/** What nobody foresaw, as a failure of the host; the way to it is told so that it can be reported. */
function defect(input: Input, error: unknown): HostError {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const way = stack
    .split('\n')
    .slice(0, 6)
    .map((line) => line.trim());
  return new HostError('failed', input.path, `briefdeck itself failed: ${way.join(' | ')}`, error);
}

/** A report of nothing, under the name that the user gave the input. */
export const reportOf = (input: Input): Report => emptyReport(nameOf(input));

const nameOf = (input: Input): string => (input.kind === 'stdin' ? '-' : input.path);
