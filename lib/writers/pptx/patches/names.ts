import { visitItems } from '../../../scene/scene.js';
import { nonVisual } from '../slides/slide.js';
import type { Patch } from './patch.js';

/** The names that PowerPoint's selection pane shows, in place of those under which the items were drawn. */
export const names: Patch = {
  name: 'names',
  why: 'pptxgenjs escapes names twice: R&D becomes R&amp;amp;D (addTextDefinition)',
  apply(page) {
    visitItems(page.slide.items, ({ id, name }) => {
      const node = page.nodes.get(id);
      const identity = node && nonVisual(node);
      if (identity) identity.attributes.name = name;
    });
  },
};
