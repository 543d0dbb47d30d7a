import { relationshipKind, relationshipsPart } from '../../package/names.js';
import type { PackageView } from '../../package/view.js';
import { info, type Rule } from '../rule.js';

/** Kinds that say nothing by themselves: the part names the relationship where it uses it. */
const NAMED = new Set(['image', 'hyperlink', 'chart', 'package', 'oleObject', 'audio', 'video', 'media', 'control', 'tags', 'worksheet']);

export const unusedRelationships: Rule<PackageView> = {
  code: 'verify/unused-relationship',
  about: 'What a part is related to it also uses.',
  *check(view) {
    for (const part of view.parts) {
      const named = view.relationships(part).filter(({ type }) => NAMED.has(relationshipKind(type)));
      if (named.length === 0 || view.root(part) === null) continue;
      const used = new Set(view.all(part).flatMap((node) => Object.keys(node.attributes).map((name) => node.attributes[name])));
      for (const { id, target } of named) {
        if (!used.has(id)) yield info(relationshipsPart(part), `nothing uses the relationship ${id} to ${target}`);
      }
    }
  },
};
