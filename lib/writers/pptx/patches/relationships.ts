import { relationshipId, relationshipTypes } from '../../../package/names.js';
import type { Relationship } from '../../../package/package.js';
import { descendants } from '../../../package/xml.js';
import type { Patch } from './patch.js';

/** The slide's layout first, then one relationship for each target that the slide uses, in the order of use. */
export const relationships: Patch = {
  name: 'relationships',
  why: 'pptxgenjs makes a relationship for every linked run and every copy of a picture, and leads each slide to its own layout and an empty notes page',
  apply(page) {
    const known = new Map(page.relationships.map((item) => [item.id, item]));
    const kept = new Map<string, Relationship>();
    const keep = (item: Relationship): string => {
      const key = `${item.type}\n${item.target}\n${item.external}`;
      const same = kept.get(key) ?? { ...item, id: relationshipId(kept.size + 1) };
      kept.set(key, same);
      return same.id;
    };
    keep({ id: '', type: relationshipTypes.slideLayout, target: page.parts.layoutPart, external: false });
    for (const node of descendants(page.root)) {
      for (const name of ['r:id', 'r:embed']) {
        const used = known.get(node.attributes[name] ?? '');
        if (used) node.attributes[name] = keep(used);
      }
    }
    page.relationships = [...kept.values()];
  },
};
