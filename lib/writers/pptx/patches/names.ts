import { visitItems } from '../../../scene/scene.js';
import { nonVisual } from '../slides/slide.js';
import type { Patch } from './patch.js';

/** The names that PowerPoint's selection pane shows, in place of those under which the items were drawn. */
export const names: Patch = {
  name: 'names',
  why: 'pptxgenjs escapes names twice: R&D becomes R&amp;amp;D (addTextDefinition)',
  apply(page) {
    visitItems(page.slide.items, (item) => {
      const identity = nonVisual(page.nodes.get(item.id) ?? { name: '', attributes: {}, children: [] });
      if (identity) identity.attributes.name = item.name;
    });
  },
};
