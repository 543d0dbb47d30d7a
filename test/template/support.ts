/** The built-in templates, loaded as a build loads them. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { collect, type Diagnostic } from '../../lib/core/diagnostic.js';
import { type Host, HostError } from '../../lib/core/host.js';
import { loadTemplate } from '../../lib/template/load.js';
import type { Template } from '../../lib/template/model.js';
import type { SlideSize } from '../../lib/template/sizes.js';

const FOLDER = fileURLToPath(new URL('../../templates/', import.meta.url));

export const TEMPLATES = (await readdir(FOLDER, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** The project's own templates, and files that a test makes up. */
export const host = (files: Readonly<Record<string, string>> = {}): Host => ({
  read: async (path) => {
    const text = files[path];
    if (text !== undefined) return new TextEncoder().encode(text);
    if (!path.startsWith(FOLDER)) throw new HostError('not-found', path, 'no such file');
    return readFile(path);
  },
  resolve: (_from, target) => target,
  builtin: (template, file) => `${FOLDER}${template}/${file}`,
  builtins: async () => TEMPLATES,
});

/** A template and all that was said while it was loaded. */
export async function load(
  name: string,
  size: SlideSize = '16:9',
  files: Readonly<Record<string, string>> = {},
): Promise<{ readonly template: Template | null; readonly diagnostics: readonly Diagnostic[] }> {
  const { sink, diagnostics } = collect();
  const template = await loadTemplate(name, { host: host(files), size, sink });
  return { template, diagnostics };
}

/** A template that is known to be sound. */
export async function sound(name: string, size: SlideSize = '16:9'): Promise<Template> {
  const { template, diagnostics } = await load(name, size);
  if (!template) throw new Error(JSON.stringify(diagnostics, null, 1));
  return template;
}

/** Points that a slide may show. */
export const TYPE_SCALE: Readonly<Record<string, readonly number[]>> = {
  meridian: [9, 10.5, 12, 14, 16, 18, 20, 28, 40, 44, 54, 96],
  ledger: [9, 10.5, 12, 14, 16, 18, 20, 24, 28, 36, 40, 54, 96],
  newsroom: [9, 10.5, 12, 14, 16, 18, 20, 22, 28, 30, 40, 48, 54, 60],
  lab: [9, 10.5, 12, 14, 16, 18, 20, 28, 40, 44, 54, 96],
};
