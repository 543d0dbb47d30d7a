/** Templates by name or folder. */
import { type Diagnostic, diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { type Host, HostError } from '../core/host.js';
import { type SourceText, sourceText, spanAt } from '../core/source.js';
import { closest } from '../core/suggest.js';
import { readYaml } from '../core/yaml.js';
import type { Template } from './model.js';
import { resolveTemplate } from './resolve.js';
import { templateSchema } from './schema.js';
import type { SlideSize } from './sizes.js';

const FILE = 'template.yaml';

/** How a template is loaded. */
export interface LoadOptions {
  readonly host: Host;
  readonly size: SlideSize;
  readonly sink: Sink;
  /** Where the template was named; default: the start of its own file. */
  readonly span?: Span;
}

/**
 * Loads a template: a name among the built-in ones, or, with a slash or a dot in it, a folder with a `template.yaml`.
 * Null, with an error in the sink, where there is none (`template/unknown`) or its file is not sound (`template/…`, at its place).
 */
export async function loadTemplate(name: string, options: LoadOptions): Promise<Template | null> {
  const isFolder = /[\\/.]/.test(name);
  const folder = name.replace(/[\\/]+$/, '');
  const span = options.span ?? spanAt(sourceText(name, ''), 0, 0);
  if (!isFolder && !(await isBuiltin(name, span, options))) return null;
  const path = isFolder ? options.host.resolve(null, `${folder}/${FILE}`) : options.host.builtin(name, FILE);
  const text = await readText(path, name, span, options);
  return text === null ? null : parseTemplate(folder.split(/[\\/]/).at(-1) ?? name, sourceText(path, text), options);
}

async function isBuiltin(name: string, span: Span, { host, sink }: LoadOptions): Promise<boolean> {
  const known = await host.builtins();
  if (known.includes(name)) return true;
  const near = closest(name, known);
  const hint = near === null ? `templates: ${known.join(', ')}; a folder is written with a slash: "./${name}"` : `did you mean "${near}"?`;
  sink(diagnostic('error', 'template/unknown', `there is no template "${name}"`, span, hint));
  return false;
}

async function readText(path: string, name: string, span: Span, { host, sink }: LoadOptions): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await host.read(path));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const code = error.failure === 'not-found' ? 'template/unknown' : 'template/unreadable';
    sink(
      diagnostic('error', code, `the template "${name}" cannot be read: ${error.message}`, span, `a template is a folder with a ${FILE}`),
    );
    return null;
  }
}

function parseTemplate(name: string, source: SourceText, { size, sink }: LoadOptions): Template | null {
  const errors: Diagnostic[] = [];
  const tell: Sink = (item) => {
    // A value that was refused is missing further out: that is said once, at the value.
    if (errors.some((error) => encloses(item.span, error.span))) return;
    if (item.severity === 'error') errors.push(item);
    sink(item);
  };
  const yaml = { text: source.text, span: (start: number, end: number) => spanAt(source, start, end) };
  const read = readYaml(yaml, templateSchema, { area: 'template', severity: 'error', sink: tell });
  if (!read || errors.length > 0) return null;
  const { template, faults } = resolveTemplate(name, read.value, size);
  for (const { path, message, hints } of faults) {
    const what = path.map(String).join('.');
    tell(diagnostic('error', 'template/invalid-value', `"${what}": ${message}`, read.spanOf(path), ...hints));
  }
  return errors.length > 0 ? null : template;
}

const encloses = (outer: Span, inner: Span): boolean => outer.start.offset <= inner.start.offset && inner.end.offset <= outer.end.offset;
