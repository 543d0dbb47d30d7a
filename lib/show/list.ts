/** The templates that ship with the library. */
import { collect } from '../core/diagnostic.js';
import { nodeHost } from '../host/node.js';
import { loadTemplate } from '../template/load.js';

/** What is told of a template. */
export interface TemplateInfo {
  /** As `--template` and front matter name it. */
  readonly name: string;
  /** As PowerPoint shows it. */
  readonly title: string;
  /** What it is for, in a few words. */
  readonly description: string;
  /** Titles, text, code; each family once. */
  readonly fonts: readonly string[];
  /** Used as `name:variant`. */
  readonly variants: readonly string[];
  /** Keys of its layouts, as `{layout=…}` names them. */
  readonly layouts: readonly string[];
}

/** Lists the templates that ship with the library, by name. */
export async function listTemplates(): Promise<readonly TemplateInfo[]> {
  const host = nodeHost({ root: null, allowDirs: [] });
  const names = [...(await host.builtins())].sort();
  const loaded = await Promise.all(names.map((name) => loadTemplate(name, { host, size: '16:9', sink: collect().sink })));
  return loaded.flatMap((template) => {
    if (!template) return [];
    const { name, title, description, fonts, variants, layouts } = template;
    const families = [...new Set([fonts.major.latin, fonts.minor.latin, fonts.mono])];
    return [{ name, title, description, fonts: families, variants, layouts: layouts.map(({ key }) => key) }];
  });
}
