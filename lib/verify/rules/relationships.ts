import { CONTENT_TYPES } from '../../package/content-types.js';
import { relationshipsPart } from '../../package/names.js';
import type { Relationship } from '../../package/package.js';
import type { PackageView } from '../../package/view.js';
import { error, type Rule, repeated } from '../rule.js';

export const relationships: Rule<PackageView> = {
  code: 'verify/relationship',
  about: 'Relationships have an id of their own, lead to a part that is there, or outside to an address that can be one.',
  *check(view) {
    for (const source of ['/', ...view.parts]) {
      const file = relationshipsPart(source);
      const all = view.relationships(source);
      for (const item of repeated(all, ({ id }) => id)) yield error(file, `two relationships have the id ${item.id}`);
      for (const item of all) {
        if (item.id === '' || item.type === '') yield error(file, `the relationship ${item.id} has no ${item.id === '' ? 'id' : 'type'}`);
        if (item.external) {
          if (!isAddress(item))
            yield error(file, `the relationship ${item.id} leads to ${JSON.stringify(item.target)}, which is no address`);
        } else if (view.locate(item.target.replace(/#.*$/, '')) === null || item.target === CONTENT_TYPES) {
          yield error(file, `the relationship ${item.id} leads to ${item.target}, which is not there`);
        }
      }
    }
  },
};

/** A full address, or a path: Office takes both, but neither blanks nor an address cut short. */
function isAddress({ target }: Relationship): boolean {
  if (target === '' || /[\s<>"]/.test(target)) return false;
  return /^[a-z][a-z0-9+.-]+:/i.test(target) ? URL.canParse(target) : true;
}
