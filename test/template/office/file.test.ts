/** What of a company's file goes into a deck, what does not, and which files are refused. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeScene } from '../../../lib/build.js';
import { nodeHost } from '../../../lib/host/node.js';
import { buildDeck, importTemplate, inspectTemplate } from '../../../lib/index.js';
import { contentTypes } from '../../../lib/package/names.js';
import type { Part } from '../../../lib/package/package.js';
import { descendants, parseXml, textOf } from '../../../lib/package/xml.js';
import { readPackage } from '../../../lib/package/zip.js';
import { SIZES } from '../../../lib/template/sizes.js';
import { complaints, expectTrusted } from '../../support/deck.js';
import { faults } from '../../support/legible.js';
import { OFFICE_MASTER, officeFile, officeLayouts, rectangle, to } from '../../support/office.js';
import { isComplete } from '../../support/validator.js';
import { DECK, hostWith } from './host.js';
import { TEMPLATES } from './templates.js';

const BASE = { name: 'meridian', text: readFileSync(nodeHost({ root: null, allowDirs: [] }).builtin('meridian', 'template.yaml'), 'utf8') };

const BRIEFING =
  '---\ntitle: What we ship\nmarking: Internal\nauthor: Ada\n---\n\n# One\n\n## A title\n\n- first\n- second\n\n::: notes\nSay it.\n:::\n';

const build = (bytes: Uint8Array, options: { readonly templateSlides?: 'before' | 'after' } = {}, briefing = BRIEFING) =>
  buildDeck(briefing, { template: 'corporate.potx', host: hostWith(bytes), ...options });

async function deckOf(bytes: Uint8Array, options: { readonly templateSlides?: 'before' | 'after' } = {}): Promise<Uint8Array> {
  const { pptx, diagnostics } = await build(bytes, options);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return pptx ?? new Uint8Array();
}

const picture: Part = {
  name: '/ppt/media/image1.png',
  contentType: contentTypes.png,
  data: new Uint8Array([137, 80, 78, 71, 1]),
  relationships: [],
};
const font: Part = {
  name: '/ppt/fonts/font1.fntdata',
  contentType: 'application/x-fontdata',
  data: new Uint8Array([1, 2, 3]),
  relationships: [],
};
const logo =
  '<p:pic><p:nvPicPr><p:cNvPr id="70" name="Logo"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="rId50"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="11000000" y="300000"/><a:ext cx="700000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>';

const whole = officeFile({
  masters: [{ layouts: officeLayouts(), art: logo, relationships: [to('rId50', 'image', picture.name)] }],
  slides: 2,
  parts: [picture, font],
  relationships: [to('rId700', 'font', font.name)],
});

describe('what goes into a deck', () => {
  test('masters, layouts, themes, media and fonts with their relationships, byte for byte', async () => {
    const [before, after] = [unzipSync(whole), unzipSync(await deckOf(whole))];
    const kept = Object.keys(before).filter((name) => /^ppt\/(slideMasters|slideLayouts|theme|media|fonts)\//.test(name));
    expect(kept.length).toBeGreaterThan(15);
    for (const name of kept) expect([name, after[name]]).toEqual([name, before[name]]);
  });

  test('what else the presentation and its properties say stays; our slides, title and marking are added', async () => {
    const { parts } = readPackage(await deckOf(whole));
    const text = (name: string): string => String(parts.find((part) => part.name === name)?.data ?? '');
    expect(text('/docProps/core.xml')).toContain('Version 7 of the house style');
    expect(text('/docProps/core.xml')).toContain('What we ship');
    expect(text('/docProps/core.xml')).not.toContain('Brand team');
    expect(text('/docProps/custom.xml')).toContain('Internal');
    expect(text('/ppt/presentation.xml')).toContain('<p:notesSz cx="6858000" cy="9144000"/>');
    expect(parts.find(({ name }) => name === '/ppt/presentation.xml')?.contentType).toBe(contentTypes.presentation);
  });

  test.each([
    [undefined, ['What we ship', 'One', 'A title']],
    ['before', ['Their slide 1', 'Their slide 2', 'What we ship', 'One', 'A title']],
    ['after', ['What we ship', 'One', 'A title', 'Their slide 1', 'Their slide 2']],
  ] as const)('its own slides: %s', async (templateSlides, titles) => {
    const bytes = await deckOf(whole, templateSlides === undefined ? {} : { templateSlides });
    const { parts } = readPackage(bytes);
    const presentation = parts.find(({ name }) => name === '/ppt/presentation.xml');
    const ids = descendants(parseXml(String(presentation?.data)), 'p:sldId').map(({ attributes }) => attributes['r:id']);
    const shown = ids.map((id) => presentation?.relationships.find((item) => item.id === id)?.target);
    expect(
      shown
        .map((name) => textOf(parseXml(String(parts.find((part) => part.name === name)?.data))).slice(0, 40))
        .map((text, n) => text.startsWith(titles[n] ?? '?')),
    ).toEqual(titles.map(() => true));
    expect(complaints(bytes)).toEqual([]);
    await expectTrusted(bytes);
  });

  test('the same bytes each time', async () => expect(await deckOf(whole)).toEqual(await deckOf(whole)));

  test('parts of ours and of theirs that would have one name are kept apart', async () => {
    const item: Part = {
      name: '/customXml/item1.xml',
      contentType: contentTypes.xml,
      data: '<labels xmlns="urn:acme"/>',
      relationships: [],
    };
    const taken = officeFile({
      masters: [{ layouts: officeLayouts() }],
      parts: [item],
      relationships: [to('rId750', 'customXml', item.name)],
    });
    const bytes = await deckOf(taken);
    const { parts } = readPackage(bytes);
    const items = parts
      .filter(({ name }) => /^\/customXml\/item\d+\.xml$/.test(name))
      .map(({ name, data }) => [name, /urn:acme/.test(String(data))]);
    expect(items).toEqual([
      ['/customXml/item1.xml', true],
      ['/customXml/item2.xml', false],
    ]);
    expect(complaints(bytes)).toEqual([]);
  });
});

describe('what is removed, and said', () => {
  const vba: Part = {
    name: '/ppt/vbaProject.bin',
    contentType: 'application/vnd.ms-office.vbaProject',
    data: new Uint8Array([1]),
    relationships: [],
  };
  const control: Part = {
    name: '/ppt/activeX/activeX1.xml',
    contentType: 'application/vnd.ms-office.activeX+xml',
    data: '<ax:ocx xmlns:ax="urn:x"/>',
    relationships: [],
  };
  const external = (id: string, kind: string, target: string) => ({ ...to(id, kind, target), external: true });
  const linked =
    '<p:pic><p:nvPicPr><p:cNvPr id="71" name="Linked"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:link="rId60"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr/></p:pic>';
  const both = logo.replace('r:embed="rId50"', 'r:embed="rId50" r:link="rId60"');
  const button = rectangle(72, [0, 0, 1, 1]).replace(
    'name="Art 72"/>',
    'name="Art 72"><a:hlinkClick r:id="" action="ppaction://macro?name=Steal"/></p:cNvPr>',
  );
  const link = rectangle(73, [2, 0, 1, 1]).replace('name="Art 73"/>', 'name="Art 73"><a:hlinkClick r:id="rId62"/></p:cNvPr>');
  const hostile = officeFile({
    contentType: 'application/vnd.ms-powerpoint.template.macroEnabled.main+xml',
    masters: [
      {
        layouts: officeLayouts(),
        art: linked + both + button + link,
        relationships: [
          to('rId50', 'image', picture.name),
          external('rId60', 'image', 'http://tracker.example/pixel.png'),
          external('rId61', 'oleObject', 'file:///c:/secret.xls'),
          external('rId62', 'hyperlink', 'https://acme.example/'),
          to('rId63', 'control', control.name),
        ],
      },
    ],
    parts: [picture, vba, control],
    relationships: [to('rId700', 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', vba.name)],
  });

  test('macros, controls and links that load go; hyperlinks stay', async () => {
    const { pptx = new Uint8Array(), diagnostics } = await build(hostile);
    expect(diagnostics.filter(({ code }) => code === 'template/removed').map(({ message }) => message)).toEqual([
      'removed from the template: macros (ppt/vbaProject.bin)',
      'removed from the template: external links (image) (http://tracker.example/pixel.png)',
      'removed from the template: external links (oleObject) (file:///c:/secret.xls)',
      'removed from the template: ActiveX controls (ppt/activeX/activeX1.xml)',
      'removed from the template: buttons that start macros or programs (ppaction://macro?name=Steal in ppt/slideMasters/slideMaster1.xml)',
    ]);
    const files = unzipSync(pptx);
    const all = Object.entries(files)
      .map(([name, data]) => name + new TextDecoder().decode(data))
      .join('\n');
    expect(all).not.toMatch(/vbaProject|activeX|tracker\.example|secret\.xls|ppaction:\/\/macro|macroEnabled|name="Linked"/);
    expect(all).toContain('https://acme.example/');
    expect(all).toContain('name="Logo"');
    expect(complaints(pptx).filter((line) => line.startsWith('error'))).toEqual([]);
    await expectTrusted(pptx);
  });
});

/** An archive that gives the largest of its files another size, unpacked (APPNOTE.TXT, 4.3.7 and 4.3.12). */
function declaring(archive: Uint8Array, size: number): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  const heads = Array.from({ length: bytes.length - 46 }, (_, at) => at).filter((at) => view.getUint32(at, true) === 0x02014b50);
  const [largest = 0] = heads.sort((a, b) => view.getUint32(b + 24, true) - view.getUint32(a + 24, true));
  view.setUint32(largest + 24, size, true);
  view.setUint32(view.getUint32(largest + 42, true) + 22, size, true);
  return bytes;
}

describe('what is refused', () => {
  const sound = unzipSync(whole);
  const changed = (name: string, change: (text: string) => string): Uint8Array =>
    zipSync({ ...sound, [name]: strToU8(change(new TextDecoder().decode(sound[name]))) });
  const message = async (bytes: Uint8Array): Promise<string> => {
    const { pptx, diagnostics } = await build(bytes);
    expect(pptx).toBeUndefined();
    return diagnostics.find(({ code }) => code === 'template/unreadable')?.message ?? '';
  };

  test.each([
    [
      'a strict file',
      changed('ppt/presentation.xml', (text) =>
        text.replaceAll('http://schemas.openxmlformats.org/presentationml/2006/main', 'http://purl.oclc.org/ooxml/presentationml/main'),
      ),
      /strict form of Open XML/,
    ],
    [
      'a protected file',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('EncryptedPackage', 'utf16le')]),
      /protected with a password/,
    ],
    ['an old binary file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), /old binary format/],
    ['a file cut short', whole.slice(0, whole.length / 2), /damaged/],
    ['no archive', strToU8('hello'), /not a zip archive/],
    ['another archive', zipSync({ 'content.xml': strToU8('<a/>') }), /\[Content_Types\]\.xml is missing/],
    ['a broken layout', changed('ppt/slideLayouts/slideLayout2.xml', (text) => text.slice(0, -20)), /slideLayout2\.xml is not well-formed/],
    ['no layouts', officeFile({ masters: [{ layouts: [] }] }), /no slide layouts/],
    ['a name that leads out', zipSync({ ...sound, '../../etc/passwd': strToU8('x') }), /leads out of it/],
    ['a bomb that says how large it is', declaring(whole, 0x7fffffff), /more than a deck can hold/],
    [
      'a bomb that lies about it',
      declaring(
        changed('ppt/slideLayouts/slideLayout2.xml', (text) => text.replace('?>', `?><!--${' '.repeat(4_000_000)}-->`)),
        160,
      ),
      /slideLayout2\.xml is not well-formed/,
    ],
    [
      'entities that grow',
      changed('ppt/presentation.xml', (text) => text.replace('?>', '?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>')),
      /document type declaration/,
    ],
    [
      'elements without end',
      changed('ppt/slideMasters/slideMaster1.xml', (text) => text.replace('<p:clrMap', `${'<a:x>'.repeat(600)}<p:clrMap`)),
      /not well-formed/,
    ],
    ['an empty file', new Uint8Array(), /not a zip archive/],
    ['a name of Windows', zipSync({ ...sound, 'ppt\\..\\evil.xml': strToU8('x') }), /leads out of it/],
  ])('%s', async (_, bytes, wanted) => expect(await message(bytes)).toMatch(wanted));

  test('a file that is not there', async () => {
    const { diagnostics } = await buildDeck(BRIEFING, { template: 'nowhere/none.potx' });
    expect(diagnostics.map(({ code }) => code)).toContain('template/unreadable');
  });
});

describe('inspecting and importing', () => {
  test('says what each role uses, what is missing and what is removed', () => {
    const report = inspectTemplate(
      officeFile({ masters: [{ layouts: officeLayouts().slice(0, 2), placeholders: OFFICE_MASTER }], slides: 1 }),
    );
    expect(report.roles.find(({ role }) => role === 'title')).toEqual({ role: 'title', layout: 'Title Slide', by: 'type' });
    expect(report.roles.find(({ role }) => role === 'sources')).toEqual({ role: 'sources', layout: 'Title and Content', by: 'nearest' });
    expect(report.missing).toContain('no layout for comparison: "Title and Content" is the nearest');
    expect(report.slides).toBe(1);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  test('an imported folder has colours, layouts and pictures of the file, and says what it lacks', () => {
    const { files, lost } = importTemplate(whole, BASE);
    expect(files.map(({ path }) => path)).toEqual(['template.yaml', 'assets/image1.png']);
    const yaml = parse(String(files[0]?.data));
    expect(yaml).toMatchObject({
      extends: 'meridian',
      colors: { accent1: '156082' },
      logo: { drawing: 'master1' },
      drawings: { master1: { file: 'assets/image1.png' } },
      styles: { title: [{ size: 44 }] },
      layouts: {
        comparison: {
          name: 'Comparison',
          placeholders: [{ use: 'title', x: ['7.635%', '92.385%'] }, { use: 'heading' }, {}, {}, {}, {}, {}, {}, {}],
        },
      },
      art: { cover: [] },
    });
    expect(lost).toEqual([]);
    const art = rectangle(80, [1, 1, 2, 1], 'accent5')
      .replace('<a:p><a:endParaRPr lang="en-US"/></a:p>', '<a:p><a:r><a:t>Our claim</a:t></a:r></a:p>')
      .replace('<a:schemeClr val="accent5"/>', '<a:srgbClr val="00FF00"/>');
    const told = importTemplate(officeFile({ masters: [{ layouts: officeLayouts(), art }] }), BASE).lost;
    expect(told).toEqual(['the words "Our claim"', "the colour 00FF00 is none of the theme's: accent6 stands for it"]);
  });

  test.each(Object.entries(TEMPLATES))('%s, imported, takes the main deck in every size: nothing runs over', async (name, spec) => {
    const files = new Map(importTemplate(officeFile(spec), BASE).files.map(({ path, data }) => [`brand/${path}`, data]));
    const host = hostWith(whole);
    const read = async (path: string): Promise<Uint8Array> => {
      const own = files.get(path.slice(Math.max(0, path.indexOf('brand/'))));
      return own === undefined ? host.read(path) : typeof own === 'string' ? strToU8(own) : own;
    };
    for (const size of SIZES.slice(...(isComplete ? [0] : [name.length % 3, (name.length % 3) + 1]))) {
      const made = await makeScene(pathToFileURL(join(DECK, 'briefing.md')), { template: './brand', size, host: { ...host, read } });
      expect(made.result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(made.scene && 'template' in made ? faults(made.scene, made.template) : 'no scene').toEqual([]);
    }
  });
});
