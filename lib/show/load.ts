/** A template on its own: to look at, or to build many decks with. */
import { collect, type Diagnostic } from '../core/diagnostic.js';
import type { Host } from '../core/host.js';
import { nodeHost } from '../host/node.js';
import type { TemplateDefinition } from '../template/define.js';
import { loadTemplate as load, loadDefinition } from '../template/load.js';
import type { Template } from '../template/model.js';
import type { SlideSize } from '../template/sizes.js';

/** How a template is loaded. Every option may be left out. */
export interface LoadTemplateOptions {
  /** Default: `16:9`. */
  readonly size?: SlideSize;
  /** Where files are read; default: Node's file system, kept inside the working folder and `allowDirs`. */
  readonly host?: Host;
  /** Folders besides the working folder that files may be read from. */
  readonly allowDirs?: readonly string[];
}

/** A template, or why there is none. */
export interface LoadedTemplate {
  /** Left out where there is an error. */
  readonly template?: Template;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads a template for slides of one size: a name in `templates/`, `name:variant`, a folder, or one made by `defineTemplate`. What it gives
 * can be looked at, and given to `buildDeck` for any number of decks, which then have its size.
 */
export async function loadTemplate(template: string | TemplateDefinition, options: LoadTemplateOptions = {}): Promise<LoadedTemplate> {
  const { size = '16:9', allowDirs = [], host = nodeHost({ root: '.', allowDirs }) } = options;
  const { sink, diagnostics } = collect();
  const how = { host, size, sink };
  const loaded = await (typeof template === 'string' ? load(template, how) : loadDefinition(template, how));
  return loaded ? { template: loaded, diagnostics } : { diagnostics };
}
