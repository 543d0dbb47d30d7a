import { CONTENT_TYPES } from '../../package/content-types.js';
import { partKey } from '../../package/names.js';
import type { PackageView } from '../../package/view.js';
import { error, type Rule, repeated, warning } from '../rule.js';

export const contentTypes: Rule<PackageView> = {
  code: 'verify/content-type',
  about: 'Every part has one content type, and every Override a part: PowerPoint offers a repair otherwise (PptxGenJS issue 1444).',
  *check(view) {
    const { defaults, overrides } = view.contentTypes;
    for (const item of overrides) {
      if (view.locate(item.part) === null) yield error(CONTENT_TYPES, `a content type is given for ${item.part}, which is not there`);
    }
    for (const item of repeated(overrides, ({ part }) => partKey(part)))
      yield error(CONTENT_TYPES, `two content types are given for ${item.part}`);
    for (const item of repeated(defaults, ({ extension }) => extension)) {
      yield error(CONTENT_TYPES, `two content types are given for the extension ${item.extension}`);
    }
    for (const item of [...defaults, ...overrides]) {
      if (item.contentType === 'image/jpg') yield warning(CONTENT_TYPES, 'image/jpg is no content type, image/jpeg is');
    }
    for (const file of new Set(view.files)) {
      if (partKey(file) !== partKey(CONTENT_TYPES) && !view.contentType(file)) yield error(file, 'the part has no content type');
    }
  },
};
