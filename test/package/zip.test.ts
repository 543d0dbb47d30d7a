import fc from 'fast-check';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { contentTypes, relationshipId, relationshipTypes } from '../../lib/package/names.js';
import type { Package, Part } from '../../lib/package/package.js';
import { readPackage, writePackage } from '../../lib/package/zip.js';

const part = (name: string, contentType: string, data: string | Uint8Array = '<x/>', relationships: Part['relationships'] = []): Part => ({
  name,
  contentType,
  data,
  relationships,
});

const sample: Package = {
  relationships: [{ id: 'rId1', type: relationshipTypes.officeDocument, target: '/ppt/presentation.xml', external: false }],
  parts: [
    part('/ppt/presentation.xml', contentTypes.presentation, '<p/>', [
      { id: 'rId1', type: relationshipTypes.slide, target: '/ppt/slides/slide1.xml', external: false },
      { id: 'rId2', type: relationshipTypes.customXml, target: '/customXml/item1.xml', external: false },
    ]),
    part('/ppt/slides/slide1.xml', contentTypes.slide, '<s>ü</s>', [
      { id: 'rId1', type: relationshipTypes.image, target: '/ppt/media/image1.png', external: false },
      { id: 'rId2', type: relationshipTypes.hyperlink, target: 'https://example.org/?a=1&b="2"', external: true },
    ]),
    part('/ppt/media/image1.png', contentTypes.png, new Uint8Array([1, 2, 3])),
    part('/customXml/item1.xml', contentTypes.xml),
  ],
};

const textIn = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(unzipSync(bytes)[name]);

describe('writePackage', () => {
  it('writes content types first, then relationships, then each part followed by its own', () => {
    expect(Object.keys(unzipSync(writePackage(sample)))).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'ppt/presentation.xml',
      'ppt/_rels/presentation.xml.rels',
      'ppt/slides/slide1.xml',
      'ppt/slides/_rels/slide1.xml.rels',
      'ppt/media/image1.png',
      'customXml/item1.xml',
    ]);
  });

  it('gives Defaults to what is in use, Overrides to the rest', () => {
    const types = textIn(writePackage(sample), '[Content_Types].xml');
    expect([...types.matchAll(/Extension="(\w+)"/g)].map((found) => found[1])).toEqual(['rels', 'xml', 'png']);
    expect([...types.matchAll(/PartName="([^"]+)"/g)].map((found) => found[1])).toEqual([
      '/ppt/presentation.xml',
      '/ppt/slides/slide1.xml',
    ]);
  });

  it('writes targets relative to the part, external ones as they are', () => {
    const bytes = writePackage(sample);
    expect(textIn(bytes, '_rels/.rels')).toContain('Target="ppt/presentation.xml"');
    expect(textIn(bytes, 'ppt/_rels/presentation.xml.rels')).toContain('Target="slides/slide1.xml"');
    expect(textIn(bytes, 'ppt/_rels/presentation.xml.rels')).toContain('Target="../customXml/item1.xml"');
    expect(textIn(bytes, 'ppt/slides/_rels/slide1.xml.rels')).toContain('Target="../media/image1.png"');
    expect(textIn(bytes, 'ppt/slides/_rels/slide1.xml.rels')).toContain(
      'Target="https://example.org/?a=1&amp;b=&quot;2&quot;" TargetMode="External"',
    );
  });

  it('is the same every time and carries the first date of zip', () => {
    const bytes = writePackage(sample);
    expect(writePackage(sample)).toEqual(bytes);
    expect(new DataView(bytes.buffer, bytes.byteOffset).getUint32(10, true)).toBe((((0 << 9) | (1 << 5) | 1) << 16) >>> 0);
  });

  it('stores what is compressed already and deflates XML', () => {
    const long = 'x'.repeat(5000);
    const pkg = { relationships: [], parts: [part('/a.png', contentTypes.png, strToU8(long)), part('/b.xml', contentTypes.xml, long)] };
    const methods: Record<string, number> = {};
    unzipSync(writePackage(pkg), {
      filter: ({ name, compression }) => {
        methods[name] = compression;
        return false;
      },
    });
    expect(methods).toMatchObject({ 'a.png': 0, 'b.xml': 8 });
  });

  it('refuses two parts of one name and a relative name', () => {
    const twice = [part('/a.xml', contentTypes.xml), part('/A.XML', contentTypes.xml)];
    expect(() => writePackage({ relationships: [], parts: twice })).toThrow(TypeError);
    expect(() => writePackage({ relationships: [], parts: [part('a.xml', contentTypes.xml)] })).toThrow(TypeError);
  });
});

describe('readPackage', () => {
  it('reads what was written', () => {
    expect(readPackage(writePackage(sample))).toEqual(sample);
  });

  it('reads any package that was written', () => {
    const segment = fc.stringMatching(/^[a-z ü%0-9]{0,5}[a-z0-9]$/);
    const names = fc.uniqueArray(
      fc
        .tuple(fc.array(segment, { maxLength: 3 }), segment, fc.constantFrom('xml', 'png', 'bin', 'vml'))
        .map(([folders, stem, extension]) => {
          return `/${[...folders, `_${stem}`].join('/')}.${extension}`;
        }),
      { minLength: 1, maxLength: 6, selector: (item) => item.toLowerCase() },
    );
    fc.assert(
      fc.property(names, (all) => {
        const relationships = all.map((target, index) => ({ id: relationshipId(index + 1), type: 'urn:x', target, external: false }));
        const parts = all.map((item) =>
          part(item, item.endsWith('xml') ? 'application/x+xml' : 'x/y', item.endsWith('xml') ? '<é/>' : strToU8('1'), relationships),
        );
        expect(readPackage(writePackage({ relationships, parts }))).toEqual({ relationships, parts });
      }),
    );
  });

  const zip = (files: Record<string, string>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(files).map(([key, value]) => [key, strToU8(value)])));
  const types = '<Types><Default Extension="xml" ContentType="application/xml"/></Types>';

  it('finds parts whatever the case and escaping of the target', () => {
    const rels = '<Relationships><Relationship Id="a" Type="t" Target="/PPT/my%20file.xml"/></Relationships>';
    const pkg = readPackage(zip({ '[content_types].xml': types, '_rels/.rels': rels, 'ppt/My file.xml': '<a/>' }));
    expect(pkg.relationships[0]?.target).toBe('/ppt/My file.xml');
  });

  const compound = (content: string): Uint8Array =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from(content, 'utf16le')]);
  const bomb = (): Uint8Array => {
    const bytes = zip({ '[Content_Types].xml': types });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const directory = view.getUint32(bytes.length - 6, true);
    view.setUint32(directory + 24, 0x7fffffff, true);
    return bytes;
  };
  const damaged = (): Uint8Array => {
    const files: Zippable = { '[Content_Types].xml': strToU8(types.repeat(9)) };
    return zipSync(files).fill(0xff, 49, 60);
  };

  it.each([
    ['no zip archive', strToU8('# hello'), 'not a zip archive'],
    ['nothing', new Uint8Array(), 'not a zip archive'],
    ['a password', compound('EncryptedPackage'), 'protected with a password'],
    ['the binary format', compound('PowerPoint Document'), 'old binary format'],
    ['a cut archive', writePackage(sample).slice(0, 400), 'damaged'],
    ['a damaged archive', damaged(), 'damaged'],
    ['a bomb', bomb(), 'unpack to more'],
    ['another archive', zip({ 'a.txt': 'a' }), '[Content_Types].xml is missing'],
    ['malformed content types', zip({ '[Content_Types].xml': '<Types>' }), '[Content_Types].xml is not well-formed XML (1:'],
    ['malformed relationships', zip({ '[Content_Types].xml': types, '_rels/.rels': '<a' }), '_rels/.rels is not well-formed XML (1:'],
  ])('refuses %s with a plain sentence', (_, bytes, message) => {
    expect(() => readPackage(bytes)).toThrow(message);
  });
});
