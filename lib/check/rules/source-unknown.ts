/** A citation names a source that there is. */
import { closest } from '../../core/suggest.js';
import { at, mendable, type Rule } from '../rule.js';

export const sourceUnknown: Rule = {
  code: 'source/unknown',
  level: 'warning',
  about: 'Every cited source is described, in front matter or in the file that it names.',
  why: 'A citation without one prints nothing: the figure stands without its source. Fixed where exactly one letter of the id differs and no other source is as near.',
  fixes: true,
  builds: true,
  *check({ briefing, citations, source }) {
    const known = briefing.sources.map(({ id }) => id);
    for (const { id, span } of citations) {
      if (known.includes(id)) continue;
      const message = `no source is called "${id}"`;
      const near = closest(id, known);
      if (near === null) yield at(span, message, `add "${id}" under "sources:" in the front matter`);
      else {
        const written = span.file === source.file ? source.text.slice(span.start.offset, span.end.offset) : '';
        const certain = written.includes(id) && known.filter((other) => isOneSlip(id, other)).length === 1 && isOneSlip(id, near);
        const hint = `did you mean "${near}"?`;
        yield certain ? mendable(span, message, { span, text: written.replace(id, () => near) }, hint) : at(span, message, hint);
      }
    }
  },
};

/** Whether one letter is missing, too many, or another; of short ids nothing is certain. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a.charAt(start) === b.charAt(start)) start++;
  const rest = (text: string, skip: number): string => text.slice(start + skip);
  return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1);
}
