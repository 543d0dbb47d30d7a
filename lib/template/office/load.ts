/** Loading a company's template: reading is left to `index.ts`, which only builds with such a file pay for. */
import { diagnostic, type Sink, type Span } from '../../core/diagnostic.js';
import { type Host, HostError } from '../../core/host.js';
import { sourceText, spanAt } from '../../core/source.js';
import type { Template, TemplateSlides } from '../model.js';
import type { OfficeTemplate } from './index.js';
import type { LayoutRole } from './names.js';

/** Whether a template's name is that of a presentation; the old binary format too, so that it gets its own message. */
export const isOfficeFile = (name: string): boolean => /\.(?:pot|ppt|pps)[xm]?$/i.test(name);

interface OfficeOptions {
  readonly host: Host;
  readonly sink: Sink;
  readonly span?: Span;
  readonly slides?: TemplateSlides;
}

/** Reads a company's template. Null, with an error in the sink, where it cannot be used (`template/unknown`, `template/unreadable`). */
export async function loadOffice(path: string, options: OfficeOptions): Promise<Template | null> {
  const span = options.span ?? spanAt(sourceText(path, ''), 0, 0);
  const bytes = await readFile(path, span, options);
  if (!bytes) return null;
  const { readOfficeTemplate } = await import('./index.js');
  try {
    const read = readOfficeTemplate(path, bytes, options.slides ?? 'none');
    tell(read, span, options.sink);
    return read.template;
  } catch (error) {
    if (!(error instanceof Error) || error instanceof TypeError) throw error;
    options.sink(diagnostic('error', 'template/unreadable', `the template "${path}" cannot be used: ${error.message}`, span));
    return null;
  }
}

async function readFile(path: string, span: Span, { host, sink }: OfficeOptions): Promise<Uint8Array | null> {
  try {
    return await host.read(host.resolve(null, path));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const code = error.failure === 'not-found' ? 'template/unknown' : 'template/unreadable';
    sink(diagnostic('error', code, `the template "${path}" cannot be read: ${error.message}`, span));
    return null;
  }
}

/** Roles that every deck has. */
const NAMED: readonly LayoutRole[] = ['content', 'cover', 'section', 'agenda', 'sources'];

function tell({ removals, roles }: OfficeTemplate, span: Span, sink: Sink): void {
  for (const what of new Set(removals.map((item) => item.what))) {
    const which = removals.filter((item) => item.what === what).map((item) => item.which.replace(/^\//, ''));
    const list = which.length > 3 ? `${which.slice(0, 3).join(', ')} and ${which.length - 3} more` : which.join(', ');
    sink(
      diagnostic(
        'warning',
        'template/removed',
        `removed from the template: ${what} (${list})`,
        span,
        'a deck of ours runs nothing and loads nothing',
      ),
    );
  }
  const near = NAMED.flatMap((role) => {
    const match = roles.matches[role];
    return match?.by === 'nearest' ? [{ role, name: match.layout.name }] : [];
  });
  for (const name of new Set(near.map((item) => item.name))) {
    const wanted = near.filter((item) => item.name === name).map(({ role }) => role);
    const message = `the template has no layout of its own for ${wanted.join(' and ')}: "${name}" is the nearest and is used`;
    sink(diagnostic('info', 'template/nearest-layout', message, span, '"briefdeck template doctor" lists what each role uses'));
  }
}
