/** The template of a deck: the one that options or front matter name, as its language is read. */
import type { Briefing } from './briefing/briefing.js';
import { diagnostic, type Sink } from './core/diagnostic.js';
import type { Host } from './core/host.js';
import { fromFile } from './files.js';
import { type BuildOptions, isLoaded } from './options.js';
import { isRightToLeftLanguage } from './scene/language.js';
import { loadDefinition, loadTemplate } from './template/load.js';
import { mirroredTemplate } from './template/mirror.js';
import type { Template } from './template/model.js';
import { isOfficeFile } from './template/office/load.js';

/** The template where neither options nor front matter name one. */
const DEFAULT_TEMPLATE = 'meridian';

/** The template that the options or the front matter name. An unknown one is an error in the options, a warning in front matter. */
export async function templateFor(briefing: Briefing, options: BuildOptions, host: Host, sink: Sink): Promise<Template | null> {
  const size = options.size ?? briefing.meta.size;
  const { span } = briefing.meta;
  const slides = options.templateSlides ?? 'none';
  if (options.size !== undefined && typeof options.template === 'string' && isOfficeFile(options.template)) {
    const message = `the size ${options.size} is not used: the template's slides have a size of their own`;
    sink(diagnostic('warning', 'template/own-size', message, span));
  }
  if (typeof options.template === 'string') return loadTemplate(options.template, { host, size, sink, span, slides });
  if (options.template !== undefined)
    return isLoaded(options.template) ? options.template : loadDefinition(options.template, { host, size, sink });
  const wish = briefing.meta.template;
  if (wish === '') return loadTemplate(DEFAULT_TEMPLATE, { host, size, sink, span });
  const named = briefing.meta.templateSpan;
  const softened: Sink = (item) => sink(item.severity === 'error' ? { ...item, severity: 'warning' } : item);
  const path = /[\\/]|^\./.test(wish) || isOfficeFile(wish) ? host.resolve(fromFile(briefing), wish) : wish;
  return (
    (await loadTemplate(path, { host, size, sink: softened, span: named, slides })) ??
    loadTemplate(DEFAULT_TEMPLATE, { host, size, sink, span })
  );
}

/** The template as the language is read; a company's own stands as it is. */
export const inDirection = (template: Template, lang: string): Template =>
  isRightToLeftLanguage(lang) && !template.file ? mirroredTemplate(template) : template;
