import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeXml,
  element,
  escapeAttribute,
  escapeText,
  parseXml,
  serialize,
  textOf,
  type XmlElement,
  xmlDocument,
} from '../../lib/package/xml.js';

const name = fc.stringMatching(/^[a-z]{1,3}(:[a-zA-Z]{1,8})?$/);
const text = fc.string({ unit: 'binary', maxLength: 12 });
const tree = fc.letrec<{ node: XmlElement }>((tie) => ({
  node: fc
    .tuple(name, fc.dictionary(name, text, { maxKeys: 3 }), fc.array(fc.oneof({ depthSize: 'small' }, text, tie('node')), { maxLength: 4 }))
    .map(([tag, attributes, children]) => ({ ...element(tag, attributes), children })),
})).node;

describe('parseXml and serialize', () => {
  it('parse, serialize, parse is identity', () => {
    fc.assert(
      fc.property(tree, (root) => {
        const once = parseXml(xmlDocument(root));
        expect(parseXml(xmlDocument(once))).toEqual(once);
        expect(serialize(parseXml(serialize(once)))).toBe(serialize(once));
      }),
    );
  });

  it('any text survives but for what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const read = parseXml(serialize(element('a:t', { v: value }, value)));
        expect(escapeText(textOf(read))).toBe(escapeText(value));
        expect(escapeAttribute(read.attributes.v ?? '')).toBe(escapeAttribute(value));
      }),
    );
  });

  it('leaves out control characters and lone surrogates, keeps tabs, line ends and emoji', () => {
    expect(escapeText('a\u0000b\u0007c\u001b\ud800d\udc00\ufffe\uffff')).toBe('abcd');
    expect(escapeText('\t\n\r\u0085😀')).toBe('\t\n&#13;\u0085😀');
    expect(escapeAttribute('\t\n\r"')).toBe('&#9;&#10;&#13;&quot;');
  });

  it('joins text that is cut by CDATA, comments and references', () => {
    expect(parseXml('<t>a<![CDATA[<b>]]>c<!-- no -->d&amp;e&#x41;</t>').children).toEqual(['a<b>cd&eA']);
  });

  it('drops indentation, keeps the white space of text', () => {
    const read = parseXml('<a:p>\n  <a:r>\n    <a:t> </a:t>\n  </a:r>\n  <x>one <b/> <b/></x>\n</a:p>\n');
    expect(serialize(read)).toBe('<a:p><a:r><a:t> </a:t></a:r><x>one <b/> <b/></x></a:p>');
  });

  it.each([
    ['an unclosed element', '<a>\n<b></a>', /^2:/],
    ['two roots', '<a/><b/>', /^1:/],
    ['nothing', '', /^1:0: /],
    ['a duplicate attribute', '<a x="1" x="2"/>', /duplicate attribute/],
    ['a forbidden character', '<a>\u0007</a>', /disallowed character/],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', /document type declaration/],
    ['bottomless nesting', '<a>'.repeat(600), /more than 500 levels/],
  ])('refuses %s', (_, xml, message) => {
    expect(() => parseXml(xml)).toThrow(message);
  });

  it('reads UTF-8 and UTF-16, with and without a byte order mark', () => {
    const xml = '<a>ü</a>';
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'));
    const swapped = new Uint8Array(Buffer.from(utf16).swap16());
    for (const bytes of [new TextEncoder().encode(xml), new TextEncoder().encode(`\ufeff${xml}`), utf16, swapped]) {
      expect(parseXml(decodeXml(bytes)).children).toEqual(['ü']);
    }
  });
});
