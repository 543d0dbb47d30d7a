/** Decks follow the company's brand, and all that a file says besides stays: charts, tables, equations, odd placeholders, parts of its own. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { buildDeck, inspectTemplate, renderSlides } from '../../../lib/index.js';
import { contentTypes } from '../../../lib/package/names.js';
import type { Part } from '../../../lib/package/package.js';
import { descendants, parseXml, textOf } from '../../../lib/package/xml.js';
import { readPackage } from '../../../lib/package/zip.js';
import { complaints, expectTrusted } from '../../support/deck.js';
import type { LayoutSpec, OfficeSpec } from '../../support/office.js';
import { FOOTERS, officeFile, officeLayouts, to } from '../../support/office.js';
import { literals } from '../../support/theme.js';
import { replaced } from '../../verify/sample.js';
import { hostWith } from './host.js';
import { TEMPLATES } from './templates.js';

const CHART = '```chart\ntype: bar\ndata:\n  - [Firm, Share]\n  - [Acme, 3]\n  - [Other, 2]\n```\n';
const BRIEFING = `---
title: What we ship
marking: Internal
subtitle: A note
---

# One

## A chart

${CHART}
## A table

| Firm | Share |
|:--|--:|
| Acme | 3 |
| Other | 2 |

## An equation, $e^{i\\pi} + 1 = 0$

It holds for [the chart](#a-chart) that $\\frac{a}{b} = \\sqrt{c}$:

$$\\sum_{n=1}^{\\infty} \\frac{1}{n^2} = \\frac{\\pi^2}{6}$$
`;

async function deckIn(spec: OfficeSpec | Uint8Array, text = BRIEFING, options: { readonly templateSlides?: 'before' | 'after' } = {}) {
  const bytes = spec instanceof Uint8Array ? spec : officeFile(spec);
  const { pptx, diagnostics } = await buildDeck(text, { template: 'corporate.potx', host: hostWith(bytes), ...options });
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  if (!pptx) throw new Error('no deck');
  expect(complaints(pptx)).toEqual([]);
  return pptx;
}
const partsOf = (bytes: Uint8Array, pattern: RegExp): readonly (readonly [string, string])[] =>
  readPackage(bytes).parts.flatMap(({ name, data }) => (pattern.test(name) ? [[name, String(data)] as const] : []));

const STYLE = '{11111111-2222-4333-8444-555555555555}';
const tableStyles = `<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="${STYLE}"><a:tblStyle styleId="${STYLE}" styleName="House"><a:wholeTbl><a:tcTxStyle/><a:tcStyle><a:tcBdr/></a:tcStyle></a:wholeTbl></a:tblStyle></a:tblStyleLst>`;

describe('charts, tables and equations', () => {
  test('take the company’s table style, colours and slide size, and say no colour of their own', async () => {
    const bytes = await deckIn({ masters: [{ layouts: officeLayouts() }], size: [12, 9], tableStyles });
    const slides = partsOf(bytes, /^\/ppt\/slides\/[^/]+\.xml$/);
    expect(slides.flatMap(([, xml]) => descendants(parseXml(xml), 'a:tableStyleId').map(textOf))).toEqual([STYLE]);
    const [[, chart = ''] = []] = partsOf(bytes, /^\/ppt\/charts\/chart\d+\.xml$/);
    const colors = descendants(parseXml(chart), 'c:ser').flatMap((series) => descendants(series, 'a:schemeClr'));
    expect(colors.map(({ attributes }) => attributes.val)).toContain('accent1');
    expect(literals(bytes, 'Courier New').filter((line) => /^\/ppt\/(?:slides|charts)\//.test(line))).toEqual([]);
    const [[, presentation = ''] = []] = partsOf(bytes, /^\/ppt\/presentation\.xml$/);
    const [size] = descendants(parseXml(presentation), 'p:sldSz');
    expect(size?.attributes).toMatchObject({ cx: String(12 * 914_400), cy: String(9 * 914_400) });
    await expectTrusted(bytes);
  });

  test.each(Object.entries(TEMPLATES))('a template %s takes equations, in lines and on their own', async (_, spec) => {
    const bytes = await deckIn(spec, readFileSync(`${import.meta.dirname}/../../../examples/math/math.md`, 'utf8'));
    expect(partsOf(bytes, /^\/ppt\/slides\//).flatMap(([, xml]) => descendants(parseXml(xml), 'm:oMath')).length).toBeGreaterThan(10);
    await expectTrusted(bytes);
  });
});

describe('placeholders of every type', () => {
  const frame = [0.917, 1.997, 11.5, 4.759] as const;
  const only = (name: string, type: string, body?: string): LayoutSpec => ({
    name,
    placeholders: [{ type: 'title' }, { type, idx: 1, frame, ...(body === undefined ? {} : { body }) }, ...FOOTERS],
  });
  const odd: readonly LayoutSpec[] = [
    ...officeLayouts(),
    only('Turned', 'body', 'vert="eaVert"'),
    ...['media', 'clipArt', 'dgm', 'chart', 'tbl', 'pic'].map((type) => only(`Only ${type}`, type)),
  ];
  const shown = (xml: string): readonly (readonly string[])[] =>
    descendants(parseXml(xml), 'p:sp')
      .filter((shape) => descendants(shape, 'p:ph').length > 0)
      .map((shape) => [descendants(shape, 'p:ph')[0]?.attributes.type ?? 'obj', descendants(shape, 'a:t').map(textOf).join('')]);

  test('no slide shows one that is empty', async () => {
    const wishes = ['Turned', 'Only media', 'Only clipArt', 'Only dgm', 'Only chart', 'Only tbl', 'Only pic']
      .map((name) => `## In ${name} {layout="${name}"}\n\n- a point\n\n${CHART}`)
      .join('\n');
    const { pptx } = await buildDeck(`---\ntitle: T\n---\n\n## First\n\n- x\n\n${wishes}`, {
      template: 'corporate.potx',
      host: hostWith(officeFile({ masters: [{ layouts: odd }] })),
    });
    const slides = partsOf(pptx ?? new Uint8Array(), /^\/ppt\/slides\/[^/]+\.xml$/);
    expect(slides.length).toBeGreaterThan(8);
    expect(slides.flatMap(([name, xml]) => shown(xml).flatMap(([type, text]) => (text === '' ? [`${name}: ${type}`] : [])))).toEqual([]);
    expect(complaints(pptx ?? new Uint8Array())).toEqual([]);
  });

  test('charts and tables go into layouts that hold nothing else', async () => {
    const roles = inspectTemplate(officeFile({ masters: [{ layouts: odd }] })).roles;
    expect(roles.find(({ role }) => role === 'picture full')).toMatchObject({ layout: 'Only pic' });
    const bytes = await deckIn({ masters: [{ layouts: [...officeLayouts().filter(({ type }) => type !== 'obj'), ...odd.slice(-3)] }] });
    await expectTrusted(bytes);
  });

  test.each([
    ['French', ['Diapositive de titre', 'Titre et contenu', 'Titre de section', 'Deux contenus', 'Comparaison', 'Titre seul', 'Vide']],
    ['Chinese', ['标题幻灯片', '标题和内容', '节标题', '两栏内容', '比较', '仅标题', '空白']],
    ['German', ['Titelfolie', 'Titel und Inhalt', 'Abschnittsüberschrift', 'Zwei Inhalte', 'Vergleich', 'Nur Titel', 'Leer']],
    ['Japanese', ['タイトル スライド', 'タイトルとコンテンツ', 'セクション見出し', '2 つのコンテンツ', '比較', 'タイトルのみ', '白紙']],
    [
      'Spanish',
      ['Diapositiva de título', 'Título y objetos', 'Encabezado de sección', 'Dos objetos', 'Comparación', 'Solo el título', 'En blanco'],
    ],
  ])('layouts are found by their names in %s', (_, names) => {
    const layouts = officeLayouts(names)
      .slice(0, 7)
      .map(({ type, ...layout }) => layout);
    const { roles } = inspectTemplate(officeFile({ masters: [{ layouts }] }));
    const wanted = ['title', 'title and content', 'section', 'two content', 'comparison', 'title only', 'blank'];
    const found = wanted.map((role) => roles.find((item) => item.role === role));
    expect(found.map((item) => item?.layout)).toEqual(names);
    expect(found.map((item) => item?.by)).not.toContain('nearest');
  });
});

describe('what the file says besides', () => {
  const part = (name: string, contentType: string, data: string | Uint8Array, relationships: Part['relationships'] = []): Part => ({
    name,
    contentType,
    data,
    relationships,
  });
  const whole = unzipSync(officeFile({ masters: [{ layouts: officeLayouts() }], slides: 1 }));
  const themeXml = new TextDecoder().decode(whole['ppt/theme/theme1.xml']);
  const master = new TextDecoder().decode(whole['ppt/slideMasters/slideMaster1.xml']);
  const tree = /<p:cSld>.*<\/p:cSld>/s.exec(master)?.[0] ?? '';
  const map = /<p:clrMap [^>]*\/>/.exec(master)?.[0] ?? '';
  const open = /<p:sldMaster [^>]*>/.exec(master)?.[0] ?? '';
  const other = (tag: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n${open.replace('sldMaster', tag)}${tree}${map}</p:${tag}>`;
  const extra: readonly Part[] = [
    part('/ppt/notesMasters/notesMaster1.xml', contentTypes.notesMaster, other('notesMaster'), [
      to('rId1', 'theme', '/ppt/theme/theme8.xml'),
    ]),
    part('/ppt/theme/theme8.xml', contentTypes.theme, themeXml.replaceAll('Company 1', 'Notes')),
    part('/ppt/handoutMasters/handoutMaster1.xml', contentTypes.handoutMaster, other('handoutMaster'), [
      to('rId1', 'theme', '/ppt/theme/theme9.xml'),
    ]),
    part('/ppt/theme/theme9.xml', contentTypes.theme, themeXml.replaceAll('Company 1', 'Handout')),
    part(
      '/ppt/tags/tag1.xml',
      'application/vnd.openxmlformats-officedocument.presentationml.tags+xml',
      '<p:tagLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:tag name="ACME" val="1"/></p:tagLst>',
    ),
    part(
      '/ppt/commentAuthors.xml',
      'application/vnd.openxmlformats-officedocument.presentationml.commentAuthors+xml',
      '<p:cmAuthorLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cmAuthor id="1" name="Ada" initials="A" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>',
    ),
    part('/customXml/item1.xml', contentTypes.xml, '<labels xmlns="urn:acme"/>'),
    part('/ppt/fonts/font1.fntdata', 'application/x-fontdata', new Uint8Array([1, 2, 3])),
    part(
      '/ppt/presProps.xml',
      'application/vnd.openxmlformats-officedocument.presentationml.presProps+xml',
      '<p:presentationPr xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:showPr/></p:presentationPr>',
    ),
  ];
  const bytes = replaced(
    officeFile({
      masters: [{ layouts: officeLayouts() }],
      slides: 2,
      parts: extra,
      relationships: [
        to('rId710', 'notesMaster', '/ppt/notesMasters/notesMaster1.xml'),
        to('rId711', 'handoutMaster', '/ppt/handoutMasters/handoutMaster1.xml'),
        to('rId712', 'tags', '/ppt/tags/tag1.xml'),
        to('rId713', 'commentAuthors', '/ppt/commentAuthors.xml'),
        to('rId714', 'customXml', '/customXml/item1.xml'),
        to('rId715', 'font', '/ppt/fonts/font1.fntdata'),
        to('rId716', 'presProps', '/ppt/presProps.xml'),
      ],
    }),
    'ppt/presentation.xml',
    /(<\/p:sldMasterIdLst>)(.*?)(<p:notesSz [^>]*\/>)/s,
    '$1<p:notesMasterIdLst><p:notesMasterId r:id="rId710"/></p:notesMasterIdLst><p:handoutMasterIdLst><p:handoutMasterId r:id="rId711"/></p:handoutMasterIdLst>$2$3<p:embeddedFontLst><p:embeddedFont><p:font typeface="House"/><p:regular r:id="rId715"/></p:embeddedFont></p:embeddedFontLst><p:custDataLst><p:tags r:id="rId712"/></p:custDataLst><p:modifyVerifier cryptProviderType="rsaAES" cryptAlgorithmClass="hash" cryptAlgorithmType="typeAny" cryptAlgorithmSid="14" spinCount="1" saltData="AAAA" hashData="AAAA"/>',
  );

  test.each([undefined, 'before', 'after'] as const)(
    'stays byte for byte, and the presentation keeps its lists (own slides: %s)',
    async (templateSlides) => {
      const notes = `${BRIEFING}\n::: notes\nSay it.\n:::\n`;
      const deck = await deckIn(bytes, notes, templateSlides ? { templateSlides } : {});
      const [before, after] = [unzipSync(bytes), unzipSync(deck)];
      const edited = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/.*|ppt\/presentation\.xml|ppt\/_rels\/presentation\.xml\.rels)$/;
      const kept = Object.keys(before).filter((name) => !edited.test(name) && (templateSlides || !/^ppt\/slides\//.test(name)));
      expect(kept.length).toBeGreaterThan(25);
      for (const name of kept) expect([name, after[name]]).toEqual([name, before[name]]);
      const [[, presentation = ''] = []] = partsOf(deck, /^\/ppt\/presentation\.xml$/);
      const [[, theirs = ''] = []] = partsOf(bytes, /^\/ppt\/presentation\.xml$/);
      const children = (xml: string) =>
        parseXml(xml).children.flatMap((item) =>
          typeof item === 'string' || /sldIdLst|extLst/.test(item.name) ? [] : [JSON.stringify(item)],
        );
      expect(children(presentation)).toEqual(children(theirs));
      const listed = descendants(parseXml(presentation), 'p:sldId').map(({ attributes }) => attributes.id);
      expect(descendants(parseXml(presentation), 'p14:sldId').map(({ attributes }) => attributes.id)).toEqual(listed);
      // A link of ours leads to our slide, wherever it stands.
      const [slide] = readPackage(deck).parts.filter(({ data }) => /It holds for/.test(String(data)));
      const target = slide?.relationships.find(({ type }) => type.endsWith('/slide'))?.target;
      expect(String(readPackage(deck).parts.find(({ name }) => name === target)?.data)).toContain('A chart');
      await expectTrusted(deck);
    },
  );
});

describe('a true theme', () => {
  const NEW = ['101010', 'FEFEFE', '202020', 'EDEDED', 'A10001', 'A10002', 'A10003', 'A10004', 'A10005', 'A10006', 'A10007', 'A10008'];

  test.each(['meridian', 'ledger', 'newsroom', 'lab'])(
    '%s: with other colours and fonts in the theme, all that is drawn follows',
    async (template) => {
      const { pptx = new Uint8Array() } = await buildDeck(BRIEFING, { template });
      const [[, theme = ''] = []] = partsOf(pptx, /^\/ppt\/theme\/theme1\.xml$/);
      const scheme = /<a:clrScheme .*<\/a:clrScheme>/s.exec(theme)?.[0] ?? '';
      const old = descendants(parseXml(`<x xmlns:a="urn:a">${scheme}</x>`), 'a:srgbClr').flatMap(({ attributes }) => attributes.val ?? []);
      expect(old.length).toBe(12);
      let n = 0;
      const other = scheme.replace(/(<a:srgbClr val=")[0-9A-F]{6}/g, (_, start: string) => `${start}${NEW[n++]}`);
      const families = (tag: string) => new RegExp(`(<a:${tag}Font><a:latin typeface=")[^"]*`);
      const changed = theme.replace(scheme, other).replace(families('major'), '$1Georgia').replace(families('minor'), '$1Courier New');
      const swapped = replaced(pptx, 'ppt/theme/theme1.xml', theme, changed);
      expect(complaints(swapped)).toEqual([]);
      const { pictures } = await renderSlides(BRIEFING, { template: 'corporate.potx', host: hostWith(swapped), format: 'svg' });
      const svg = pictures
        .map(String)
        .join('\n')
        .replace(/data:[^"')]*/g, '');
      const used = new Set([...svg.matchAll(/#([0-9A-Fa-f]{6})\b/g)].map(([, hex = '']) => hex.toUpperCase()));
      expect([...used]).toContain('A10001');
      expect(old.filter((hex) => used.has(hex) && !['FFFFFF', '000000'].includes(hex))).toEqual([]);
    },
  );

  test('a slide’s XML in a deck of another brand of ours finds its layout and placeholders there, and says nothing of its own', async () => {
    const decks = await Promise.all(
      ['meridian', 'lab'].map(async (template) => (await buildDeck(BRIEFING, { template })).pptx ?? new Uint8Array()),
    );
    const [one = new Uint8Array(), two = new Uint8Array()] = decks;
    const at = (bytes: Uint8Array) => readPackage(bytes).parts.find(({ data }) => /It holds for/.test(String(data)));
    const [from, into] = [at(one), at(two)];
    if (!from || !into) throw new Error('no slide');
    const pasted = replaced(two, into.name.slice(1), String(into.data), String(from.data));
    expect(literals(pasted, 'Courier New')).toEqual([]);
    expect(complaints(pasted)).toEqual([]);
    const layoutOf = (bytes: Uint8Array, slide: Part) => {
      const target = slide.relationships.find(({ type }) => type.endsWith('/slideLayout'))?.target;
      return parseXml(String(readPackage(bytes).parts.find(({ name }) => name === target)?.data));
    };
    const marks = (root: ReturnType<typeof parseXml>) =>
      descendants(root, 'p:ph').map(({ attributes }) => `${attributes.type} ${attributes.idx}`);
    const there = marks(layoutOf(two, into));
    for (const mark of marks(parseXml(String(from.data)))) expect(there).toContain(mark);
    await expectTrusted(pasted, true);
  });
});
