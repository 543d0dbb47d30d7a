/** What a brand demands of every briefing's front matter. */
import { diagnostic, type Sink } from '../core/diagnostic.js';
import type { Requirable } from '../template/model.js';
import type { Meta } from './briefing.js';
import { inlineText } from './inline.js';

/** Reports each key that the brand demands and the front matter leaves out as an error. */
export function reportMissing(meta: Meta, required: readonly Requirable[], brand: string, sink: Sink): void {
  for (const key of required.filter((wanted) => written(meta, wanted).trim() === '')) {
    const message = `the template "${brand}" demands "${key}", which the front matter lacks`;
    sink(diagnostic('error', 'front-matter/required', message, meta.span, `write ${key}: … at the top of the briefing`));
  }
}

function written(meta: Meta, key: Requirable): string {
  if (key === 'author') return meta.authors.join('');
  if (key === 'keywords') return meta.keywords.join('');
  if (key === 'as-of') return meta.asOf;
  if (key === 'contact' || key === 'disclaimer') return meta[key].map(inlineText).join('');
  return key === 'title' || key === 'subtitle' ? inlineText(meta[key]) : meta[key];
}
