/** `briefdeck template doctor`: what a company's template holds, what it lacks, and what each role will use. */
import { inspectTemplate, type TemplateReport } from '../index.js';
import type { Settings } from './arguments.js';
import type { ExitCode, Io } from './io.js';
import { readTemplateFile, saying } from './template-file.js';
import { type Colors, colorsFor, count, tableText } from './text.js';
import { printable } from './width.js';

/** Prints the report on one file, as text or as one JSON object. */
export async function doctor(names: readonly string[], settings: Settings, io: Io): Promise<ExitCode> {
  return saying(names[0] ?? '', settings, io, async () => {
    const { path, bytes } = await readTemplateFile('doctor', names, io);
    const report = inspectTemplate(bytes);
    const text =
      settings.format === 'text'
        ? reportText(path, report, colorsFor(io.stdout, settings, io))
        : `${JSON.stringify({ file: path, ...report }, null, settings.format === 'json' ? 2 : 0)}\n`;
    io.stdout.write(text);
  });
}

const BY: Readonly<Record<TemplateReport['roles'][number]['by'], string>> = {
  type: 'by its type',
  name: 'by its name',
  shape: 'by its placeholders',
  nearest: 'the nearest',
};

function reportText(path: string, report: TemplateReport, colors: Colors): string {
  const { size, masters, layouts, slides, fonts, tableStyle, roles, missing, removed } = report;
  const own =
    slides === 0 ? 'no slides of its own' : `${count(slides, 'slide')} of its own, left out unless --template-slides asks for them`;
  const heading = (text: string): string => `\n${colors.bold(text)}\n`;
  const list = (items: readonly string[]): string => items.map((item) => `  ${printable(item)}\n`).join('');
  return [
    `${colors.bold(printable(path))}  ${size.width} × ${size.height} in, ${count(masters.length, 'master')}, ${count(layouts.length, 'layout')}, ${own}\n`,
    `fonts ${printable(fonts.headings)} and ${printable(fonts.body)}; ${tableStyle === null ? 'no table style' : `table style ${tableStyle}`}\n`,
    heading('What each role uses'),
    tableText(
      roles.map(({ role, layout, by }) => [role, printable(layout), by === 'nearest' ? colors.yellow(BY[by]) : BY[by]]),
      '  ',
    ),
    heading('Layouts'),
    tableText(
      layouts.map(({ name, type, placeholders, roles: used }) => [
        printable(name),
        type || '–',
        used.join(', ') || '–',
        placeholders.join(', '),
      ]),
      '  ',
    ),
    missing.length === 0 ? '' : heading('What is missing') + list(missing),
    removed.length === 0 ? '' : heading('What decks are made without') + list(removed.map(({ what, which }) => `${what}: ${which}`)),
  ].join('');
}
