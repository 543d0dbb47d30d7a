import { describe, expect, test } from 'vitest';
import { inches } from '../../lib/core/units.js';
import { child, descendants, elements, find, serialize, textOf } from '../../lib/package/xml.js';
import { paragraph } from '../../lib/scene/text.js';
import { paragraphTexts, partOf, rootOf, slideRoot, written } from '../support/pptx.js';
import { body, cell, marked, scene, slide, table, title, words } from '../support/scene.js';

const PRESENTATION = '/ppt/presentation.xml';
const properties = scene([]).properties;

describe('the presentation', () => {
  test("lists what it holds in the schema's order, slides from id 256", async () => {
    const root = rootOf(await written([slide('a', []), slide('b', [])]), PRESENTATION);
    expect(elements(root).map(({ name }) => name)).toEqual([
      'p:sldMasterIdLst',
      'p:notesMasterIdLst',
      'p:handoutMasterIdLst',
      'p:sldIdLst',
      'p:sldSz',
      'p:notesSz',
      'p:defaultTextStyle',
    ]);
    expect(descendants(root, 'p:sldId').map(({ attributes }) => attributes.id)).toEqual(['256', '257']);
  });

  test.each([
    [12_192_000, 6_858_000, undefined, 'Widescreen'],
    [9_144_000, 6_858_000, 'screen4x3', 'On-screen Show (4:3)'],
    [9_906_000, 6_858_000, 'A4', 'A4 Paper (210x297 mm)'],
    [7_000_000, 7_000_000, undefined, 'Custom'],
  ])('of %i × %i has the type %s', async (cx, cy, type, format) => {
    const deck = await written([slide('a', [])], { size: { cx: inches(cx / 914_400), cy: inches(cy / 914_400) } });
    expect(child(rootOf(deck, PRESENTATION), 'p:sldSz')?.attributes).toEqual({ cx: String(cx), cy: String(cy), ...(type ? { type } : {}) });
    expect(textOf(child(rootOf(deck, '/docProps/app.xml'), 'PresentationFormat') ?? ('' as never))).toBe(format);
  });

  test('has sections, none without a name', async () => {
    const sections = [
      { key: 's1', name: '', slides: [slide('a', [], { title: 'First' }), slide('b', [])] },
      { key: 's2', name: 'R&D', slides: [slide('c', [])] },
    ];
    const listed = descendants(rootOf(await written([], { sections }), PRESENTATION), 'p14:section');
    expect(listed.map(({ attributes }) => attributes.name)).toEqual(['First', 'R&D']);
    expect(listed.map((item) => descendants(item, 'p14:sldId').map(({ attributes }) => attributes.id))).toEqual([['256', '257'], ['258']]);
  });
});

describe('notes', () => {
  test('are there only where the scene has some, and know their slide', async () => {
    const deck = await written([slide('a', []), slide('b', [], { notes: [words('say this'), words('and that')] })]);
    expect(deck.parts.filter(({ name }) => name.startsWith('/ppt/notesSlides/')).map(({ name }) => name)).toEqual([
      '/ppt/notesSlides/notesSlide2.xml',
    ]);
    expect(paragraphTexts(rootOf(deck, '/ppt/notesSlides/notesSlide2.xml'))).toEqual(['say this', 'and that', '2']);
    expect(partOf(deck, '/ppt/notesSlides/notesSlide2.xml').relationships.map(({ target }) => target)).toEqual([
      '/ppt/notesMasters/notesMaster1.xml',
      '/ppt/slides/slide2.xml',
    ]);
    expect(partOf(deck, '/ppt/slides/slide2.xml').relationships.map(({ target }) => target)).toContain('/ppt/notesSlides/notesSlide2.xml');
  });

  test('keep lists, emphasis and links', async () => {
    const link = marked('R&D', { bold: true, link: { kind: 'url', url: 'https://x.org/?a&b', tooltip: '' } });
    const notes = [
      paragraph([link, { type: 'break' }, marked('code', { mono: true })], {
        bullet: { kind: 'number', scheme: 'arabicPeriod', startAt: 2 },
      }),
    ];
    const [first] = descendants(rootOf(await written([slide('a', [], { notes })]), '/ppt/notesSlides/notesSlide1.xml'), 'a:p');
    expect(first && serialize(first)).toBe(
      '<a:p><a:pPr marL="228600" indent="-228600"><a:buAutoNum type="arabicPeriod" startAt="2"/></a:pPr>' +
        '<a:r><a:rPr lang="en-GB" b="1"><a:hlinkClick r:id="rId3"/></a:rPr><a:t>R&amp;D</a:t></a:r><a:br><a:rPr lang="en-GB"/></a:br>' +
        '<a:r><a:rPr lang="en-GB"><a:latin typeface="Courier New"/><a:cs typeface="Courier New"/></a:rPr><a:t>code</a:t></a:r><a:endParaRPr lang="en-GB"/></a:p>',
    );
  });
});

describe('the document properties', () => {
  test('say what the briefing says', async () => {
    const said = {
      ...properties,
      title: 'R&D',
      authors: ['A', 'B'],
      keywords: ['x', 'y'],
      subject: 'S',
      marking: 'Internal',
      company: 'C & Co',
      date: '2025-01-20T00:00:00Z',
    };
    const deck = await written([slide('a', [])], { properties: said });
    const core = Object.fromEntries(elements(rootOf(deck, '/docProps/core.xml')).map((item) => [item.name, textOf(item)]));
    expect(core).toMatchObject({
      'dc:title': 'R&D',
      'dc:creator': 'A; B',
      'cp:keywords': 'x, y',
      'dcterms:created': said.date,
      'dcterms:modified': said.date,
      'cp:category': 'Internal',
    });
    expect(textOf(rootOf(deck, '/docProps/custom.xml'))).toBe('Internal');
    expect(textOf(child(rootOf(deck, '/docProps/app.xml'), 'Company') ?? { name: '', attributes: {}, children: [] })).toBe('C & Co');
  });

  test('count what is there', async () => {
    const items = [title('Two words'), body([words('three more words'), paragraph([])]), table('t', null, [[cell('one'), cell('')]])];
    const deck = await written([slide('a', items, { title: 'Two words' }), slide('b', [], { hidden: true, notes: [words('n')] })]);
    const app = Object.fromEntries(elements(rootOf(deck, '/docProps/app.xml')).map((item) => [item.name, textOf(item)]));
    expect(app).toMatchObject({ Words: '6', Paragraphs: '3', Slides: '2', Notes: '1', HiddenSlides: '1' });
    expect(deck.parts.some(({ name }) => name === '/docProps/custom.xml')).toBe(false);
  });
});

describe('the identity', () => {
  const identity = async (words_: string) => {
    const deck = await written([slide('a', [title('same')]), slide('b', [title(words_)])], { hash: 'abc' });
    return elements(rootOf(deck, '/customXml/item1.xml')).map(({ attributes }) => attributes);
  };

  test("holds the briefing's hash and one for each slide", async () => {
    const [[a, b], [c, d]] = [await identity('x'), await identity('y')];
    expect(a).toEqual(c);
    expect(b?.hash).not.toBe(d?.hash);
    expect(b?.creationId).toBe(d?.creationId);
    expect(a).toMatchObject({ key: 'a', id: '256' });
  });

  test('is bound to the presentation and names the slides as they name themselves', async () => {
    const deck = await written([slide('a', [])]);
    expect(partOf(deck, PRESENTATION).relationships.map(({ target }) => target)).toContain('/customXml/item1.xml');
    expect(find(rootOf(deck, '/customXml/item1.xml'), 'slide')?.attributes.creationId).toBe(
      descendants(slideRoot(deck), 'p14:creationId')[0]?.attributes.val,
    );
  });
});
