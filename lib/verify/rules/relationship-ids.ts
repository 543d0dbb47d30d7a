import type { PackageView } from '../../package/view.js';
import { error, type Rule } from '../rule.js';

export const relationshipIds: Rule<PackageView> = {
  code: 'verify/relationship-id',
  about: 'Every r:id, r:embed and r:link is the id of one of the part’s relationships.',
  *check(view) {
    for (const part of view.parts) {
      const defined = new Set(view.relationships(part).map(({ id }) => id));
      for (const node of view.all(part)) {
        for (const name in node.attributes) {
          const id = node.attributes[name];
          // An action without a target has an empty id.
          if (name.startsWith('r:') && id && !defined.has(id))
            yield error(part, `${node.name} uses ${name}="${id}", which the part does not define`);
        }
      }
    }
  },
};
