/** TextMate scopes by role (https://macromates.com/manual/en/language_grammars, naming conventions), the narrower behind the wider. */
import type { TokenRole } from './token.js';

/** Scopes of each role; a scope that is named later, or with more parts, wins. */
export const SCOPES: Readonly<Partial<Record<TokenRole, readonly string[]>>> = {
  keyword: [
    'keyword',
    'storage',
    'variable.language',
    'markup.heading',
    'keyword.operator.new',
    'keyword.operator.expression',
    'keyword.operator.logical.python',
    'keyword.operator.wordlike',
  ],
  plain: ['keyword.operator', 'punctuation', 'meta.embedded', 'meta.interpolation', 'source.shell variable.other'],
  string: ['string', 'punctuation.definition.string', 'constant.character.escape', 'constant.other.symbol', 'markup.inline.raw'],
  comment: [
    'comment',
    'punctuation.definition.comment',
    'string.quoted.docstring',
    'string.quoted.docstring punctuation.definition.string',
    'meta.diff.header',
    'meta.diff.range',
    'meta.diff.index',
  ],
  number: ['constant.numeric', 'constant.language', 'constant.other.color', 'keyword.other.unit', 'support.constant'],
  function: [
    'entity.name.function',
    'support.function',
    'meta.function-call.generic',
    'entity.other.attribute-name',
    'entity.name.command',
  ],
  type: [
    'entity.name.type',
    'entity.name.class',
    'entity.name.tag',
    'entity.name.namespace',
    'entity.other.inherited-class',
    'support.type',
    'support.class',
    'storage.type.java',
    'storage.type.generic',
  ],
  inserted: ['markup.inserted', 'punctuation.definition.inserted'],
  deleted: ['markup.deleted', 'punctuation.definition.deleted'],
};
