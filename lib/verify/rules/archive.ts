import { partKey } from '../../package/names.js';
import type { PackageView } from '../../package/view.js';
import { error, type Rule, repeated } from '../rule.js';

export const archive: Rule<PackageView> = {
  code: 'verify/duplicate-file',
  about: 'No two files of the archive have the same name, compared without regard to case.',
  *check(view) {
    for (const file of repeated(view.files, partKey)) yield error(file, 'the archive holds two files of this name');
  },
};
