/**
 * Builds every briefing of a folder, one after the other, and prints what there is to say about each.
 * Run it with Node 24 or later, or any TypeScript runner: `node build.ts briefings out`.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildDeck, type Diagnostic, loadTemplate } from '../../lib/index.js';

const line = ({ span, severity, message }: Diagnostic): string =>
  `${span.file}:${span.start.line}:${span.start.column} ${severity} ${message}`;

/** Builds the Markdown files of `from` into `to` and gives the lines that a person should read. A briefing with errors has no deck and stops no other. */
export async function buildFolder(from: string, to: string): Promise<readonly string[]> {
  await mkdir(to, { recursive: true });
  // Loaded once, and not once a deck.
  const { template } = await loadTemplate('ledger');
  const lines: string[] = [];
  for (const name of (await readdir(from)).filter((file) => file.endsWith('.md')).sort()) {
    const { pptx, slides, diagnostics } = await buildDeck(pathToFileURL(join(from, name)), template ? { template } : {});
    lines.push(...diagnostics.map(line));
    if (!pptx) continue;
    await writeFile(join(to, `${basename(name, '.md')}.pptx`), pptx);
    lines.push(`${name}: ${slides.length} slides`);
  }
  return lines;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [from = '.', to = 'out'] = process.argv.slice(2);
  for (const said of await buildFolder(from, to)) process.stdout.write(`${said}\n`);
}
