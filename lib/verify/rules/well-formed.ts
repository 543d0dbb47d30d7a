import { isXmlType } from '../../package/content-types.js';
import { extensionOf } from '../../package/names.js';
import type { PackageView } from '../../package/view.js';
import { error, type Finding, type Rule } from '../rule.js';

export const wellFormed: Rule<PackageView> = {
  code: 'verify/malformed-xml',
  about: 'Every XML part is well-formed, without a document type declaration.',
  *check(view) {
    for (const file of new Set(view.files)) {
      const isXml = ['xml', 'rels'].includes(extensionOf(file)) || isXmlType(view.contentType(file) ?? '');
      const document = isXml ? view.parsed(file) : null;
      if (document && 'problem' in document) yield malformed(file, document.problem);
    }
  },
};

function malformed(file: string, problem: string): Finding {
  const [, line, column, why = problem] = /^(\d+):(\d+): (.*?)\.?$/s.exec(problem) ?? [];
  return error(file, `malformed XML: ${why}`, Math.max(1, Number(line ?? 1)), Math.max(1, Number(column ?? 1)));
}
