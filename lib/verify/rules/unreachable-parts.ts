import type { PackageView } from '../../package/view.js';
import { type Rule, warning } from '../rule.js';

export const unreachableParts: Rule<PackageView> = {
  code: 'verify/unreachable-part',
  about: 'Relationships lead from the package to every part; Office drops what they do not reach.',
  *check(view) {
    const reached = new Set<string>();
    const ahead = ['/'];
    for (let source = ahead.pop(); source !== undefined; source = ahead.pop()) {
      for (const { target, external } of view.relationships(source)) {
        const part = external ? null : view.locate(target);
        if (part === null || reached.has(part)) continue;
        reached.add(part);
        ahead.push(part);
      }
    }
    for (const part of view.parts) if (!reached.has(part)) yield warning(part, 'no relationship leads to the part');
  },
};
