import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { namespaces } from '../../lib/package/names.js';
import { verifyDeck } from '../../lib/verify/index.js';
import { deckRules, packageRules, workbookRules } from '../../lib/verify/rules/index.js';
import { validate, validatorMissing } from '../support/validator.js';
import { edited, replaced, sample } from './sample.js';

const PRESENTATION = 'ppt/presentation.xml';
const MASTER = 'ppt/slideMasters/slideMaster1.xml';
const LAYOUT = 'ppt/slideLayouts/slideLayout1.xml';
const CHART_SLIDE = 'ppt/slides/slide1.xml';
const SLIDE = 'ppt/slides/slide2.xml';
const NOTES = 'ppt/notesSlides/notesSlide1.xml';
const CHART = 'ppt/charts/chart1.xml';
const BOOK = 'ppt/embeddings/workbook1.xlsx';
const SHEET = `${BOOK}!/xl/worksheets/sheet1.xml`;
const TABLE = `${BOOK}!/xl/tables/table1.xml`;

const rels = (part: string): string => part.replace(/([^/]+)$/, '_rels/$1.rels');
const said = (bytes: Uint8Array): readonly string[] =>
  verifyDeck(bytes).map(({ code, severity, message, span }) => `${severity} ${code} ${span.file}: ${message}`);

type Change = readonly [file: string, from: string | RegExp, to: string];

/** An equation at the start of the first text of a slide. */
const equation = (math: string): Change => [
  SLIDE,
  '<a:p>',
  `<a:p><a14:m xmlns:a14="${namespaces.a14}"><m:oMath xmlns:m="${namespaces.m}">${math}</m:oMath></a14:m>`,
];

/** What each rule must catch: a change to the sample, and what is said of it. */
const CASES: readonly (readonly [says: string, ...changes: readonly Change[]])[] = [
  ['error verify/malformed-xml ppt/slides/slide2.xml: malformed XML: unclosed tag', [SLIDE, '</p:sld>', '']],
  ['error verify/malformed-xml ppt/_rels/presentation.xml.rels: malformed XML', [rels(PRESENTATION), '</Relationships>', '</x>']],
  ['error verify/malformed-xml ppt/embeddings/workbook1.xlsx!/xl/tables/table1.xml: malformed XML', [TABLE, 'name="Name"', 'name="R&D"']],
  [
    'error verify/content-type [Content_Types].xml: a content type is given for /ppt/slides/slide9.xml',
    ['[Content_Types].xml', '</Types>', '<Override PartName="/ppt/slides/slide9.xml" ContentType="x/y"/></Types>'],
  ],
  [
    'error verify/content-type [Content_Types].xml: two content types are given for the extension png',
    ['[Content_Types].xml', '</Types>', '<Default Extension="PNG" ContentType="image/png"/></Types>'],
  ],
  [
    'error verify/content-type [Content_Types].xml: two content types are given for /PPT/charts/chart1.xml',
    ['[Content_Types].xml', '</Types>', '<Override PartName="/PPT/charts/chart1.xml" ContentType="x/y"/></Types>'],
  ],
  [
    'error verify/content-type ppt/media/image1.png: the part has no content type',
    ['[Content_Types].xml', /<Default Extension="png"[^>]*>/, ''],
  ],
  ['warning verify/content-type [Content_Types].xml: image/jpg is no content type', ['[Content_Types].xml', 'image/png', 'image/jpg']],
  [
    'error verify/relationship ppt/slides/_rels/slide2.xml.rels: the relationship rId2 leads to /ppt/media/none.png, which is not there',
    [rels(SLIDE), 'image1.png', 'none.png'],
  ],
  ['error verify/relationship ppt/slides/_rels/slide2.xml.rels: two relationships have the id rId2', [rels(SLIDE), 'rId3', 'rId2']],
  [
    'error verify/relationship ppt/slides/_rels/slide2.xml.rels: the relationship rId2 leads to "http://", which is no address',
    [rels(SLIDE), '"../media/image1.png"', '"http://" TargetMode="External"'],
  ],
  [
    'error verify/relationship ppt/slides/_rels/slide2.xml.rels: the relationship rId2 leads to "http://a b/", which is no address',
    [rels(SLIDE), '"../media/image1.png"', '"http://a b/" TargetMode="External"'],
  ],
  [
    'error verify/relationship-id ppt/slides/slide2.xml: a:blip uses r:embed="rId9", which the part does not define',
    [SLIDE, 'r:embed="rId2"', 'r:embed="rId9"'],
  ],
  [
    'info verify/unused-relationship ppt/slides/_rels/slide2.xml.rels: nothing uses the relationship rId2 to /ppt/media/image1.png',
    [SLIDE, ' r:embed="rId2"', ''],
  ],
  [
    'warning verify/unreachable-part ppt/charts/chart1.xml: no relationship leads to the part',
    [rels(CHART_SLIDE), /<Relationship Id="rId2"[^>]*>/, ''],
  ],
  [
    'error verify/relationship-target ppt/slides/_rels/slide1.xml.rels: the relationship rId2 is of type chart, but /ppt/media/image1.png is image/png',
    [rels(CHART_SLIDE), '../charts/chart1.xml', '../media/image1.png'],
  ],
  ['error verify/structure ppt/slides/slide2.xml: the part has no layout', [rels(SLIDE), /<Relationship Id="rId1"[^>]*>/, '']],
  ['error verify/structure ppt/slideLayouts/slideLayout1.xml: the part has no master', [rels(LAYOUT), /<Relationship Id="rId1"[^>]*>/, '']],
  ['error verify/structure ppt/slideLayouts/slideLayout1.xml: its master does not list the layout', [MASTER, /<p:sldLayoutId [^>]*>/, '']],
  [
    'error verify/structure ppt/slideMasters/slideMaster1.xml: the presentation does not list the master',
    [PRESENTATION, /<p:sldMasterId [^>]*>/, ''],
  ],
  ['error verify/slide-id ppt/presentation.xml: the slide id 255 is out of range', [PRESENTATION, 'id="256"', 'id="255"']],
  ['error verify/slide-id ppt/presentation.xml: the slide id 2147483648 is out of range', [PRESENTATION, 'id="257"', 'id="2147483648"']],
  ['error verify/slide-id ppt/presentation.xml: two slides have the id 256', [PRESENTATION, 'id="257"', 'id="256"']],
  ['error verify/slide-id ppt/presentation.xml: ppt/slides/slide1.xml is listed twice', [PRESENTATION, 'r:id="rId3"', 'r:id="rId2"']],
  ['error verify/slide-id ppt/presentation.xml: the slide id 257 leads to no slide', [PRESENTATION, 'r:id="rId3"', 'r:id="rId1"']],
  [
    'error verify/layout-id ppt/slideMasters/slideMaster1.xml: two masters or layouts have the id 2147483648',
    [MASTER, '2147483649', '2147483648'],
  ],
  [
    'error verify/layout-id ppt/slideMasters/slideMaster1.xml: the id 2147483647 of a master or layout is out of range',
    [MASTER, '2147483649', '2147483647'],
  ],
  [
    'error verify/theme ppt/notesMasters/notesMaster1.xml: the master shares /ppt/theme/theme1.xml',
    [rels('ppt/notesMasters/notesMaster1.xml'), 'theme2', 'theme1'],
  ],
  [
    'error verify/theme ppt/notesMasters/notesMaster1.xml: the master has no theme',
    [rels('ppt/notesMasters/notesMaster1.xml'), /<Relationship [^>]*>/, ''],
  ],
  [
    'error verify/notes ppt/notesSlides/notesSlide1.xml: the notes lead to /ppt/slides/slide1.xml, which does not lead back',
    [rels(NOTES), 'slide2', 'slide1'],
  ],
  [
    'error verify/notes ppt/slides/slide2.xml: the slide leads to /ppt/notesSlides/notesSlide1.xml, which does not lead back',
    [rels(NOTES), 'slide2', 'slide1'],
  ],
  ['error verify/notes ppt/notesSlides/notesSlide1.xml: the notes have no master', [rels(NOTES), /<Relationship Id="rId2"[^>]*>/, '']],
  [
    'error verify/notes ppt/notesSlides/notesSlide1.xml: the presentation does not list the notes’ master',
    [PRESENTATION, /<p:notesMasterId [^>]*>/, ''],
  ],
  [
    'error verify/section ppt/presentation.xml: a section holds the slide 300, which is not there',
    [PRESENTATION, '<p14:sldId id="257"/>', '<p14:sldId id="257"/><p14:sldId id="300"/>'],
  ],
  ['error verify/section ppt/presentation.xml: the slide 257 is in no section', [PRESENTATION, '<p14:sldId id="257"/>', '']],
  [
    'error verify/section ppt/presentation.xml: the slide 256 is in a section twice',
    [PRESENTATION, '<p14:sldId id="257"/>', '<p14:sldId id="257"/><p14:sldId id="256"/>'],
  ],
  ['error verify/section ppt/presentation.xml: two sections have the id', [PRESENTATION, '000002}', '000001}']],
  [
    'warning verify/section ppt/presentation.xml: the sections hold the slides in another order',
    [PRESENTATION, '<p14:sldId id="256"/>', '<p14:sldId id="257"/>'],
    [PRESENTATION, /<p14:sldId id="257"\/>(?=<\/p14:sldIdLst><\/p14:section><\/p14:sectionLst>)/, '<p14:sldId id="256"/>'],
  ],
  ['warning verify/creation-id ppt/slides/slide2.xml: another slide has the creation id 1', [SLIDE, 'val="2"', 'val="1"']],
  ['warning verify/creation-id ppt/slides/slide2.xml: two shapes have the creation id', [SLIDE, /<p:pic>.*<\/p:pic>/, '$&$&']],
  ['error verify/shape-id ppt/slides/slide2.xml: the shape "Picture" has the id 4, which another has', [SLIDE, 'id="5"', 'id="4"']],
  [
    'warning verify/shape-id ppt/slideLayouts/slideLayout1.xml: the shape "Shape 3" has the id 2, which another has',
    [LAYOUT, 'id="3"', 'id="2"'],
  ],
  ['warning verify/shape-id ppt/slides/slide2.xml: the shape "Picture" has the id 1', [SLIDE, 'id="5"', 'id="1"']],
  ['warning verify/shape-id ppt/slides/slide2.xml: the shape "Picture" has the id 0', [SLIDE, 'id="5"', 'id="0"']],
  [
    'error verify/timing ppt/slides/slide2.xml: the animations name the shape 77, which is not there',
    [SLIDE, '</p:sld>', '<p:timing><p:bldLst><p:bldP spid="77" grpId="0"/><p:bldP spid="2" grpId="0"/></p:bldLst></p:timing></p:sld>'],
  ],
  ['error verify/text-body ppt/slides/slide2.xml: the shape "Shape 2" has no text body', [SLIDE, /<p:txBody>.*<\/p:txBody>/, '']],
  ['warning verify/background ppt/slides/slide2.xml: the background has no a:effectLst', [SLIDE, '<a:effectLst/>', '']],
  ['error verify/background ppt/slides/slide2.xml: the background has no fill', [SLIDE, /<p:bgPr>.*<\/p:bgPr>/, '<p:bgPr/>']],
  ['warning verify/empty-line ppt/slides/slide2.xml: 1 outlines are empty', [SLIDE, '<a:ln w="100"/>', '<a:ln></a:ln>']],
  [
    'warning verify/control-character ppt/slides/slide2.xml: the text "Sec\\r\\nond" holds a control character (U+000D)',
    [SLIDE, 'Second', 'Sec&#13;\nond'],
  ],
  ['warning verify/slide-title ppt/slides/slide2.xml: the slide’s title is empty', [SLIDE, 'Second', ' ']],
  ['warning verify/slide-title ppt/slides/slide2.xml: the slide has no title', [SLIDE, 'type="title"', 'type="body"']],
  [
    'error verify/placeholder ppt/slides/slide1.xml: the placeholder "Shape 2" (type body, idx 7) is not in the layout',
    [CHART_SLIDE, 'type="title"', 'type="body" idx="7"'],
  ],
  [
    'warning verify/placeholder ppt/slides/slide1.xml: the placeholder "Frame 3" (type chart, idx 11) is not in the layout',
    [CHART_SLIDE, 'idx="10"', 'idx="11"'],
  ],
  [
    'warning verify/placeholder ppt/slides/slide1.xml: the placeholder "Frame 3" (type title, idx 10) is filled twice',
    [CHART_SLIDE, 'type="chart"', 'type="title"'],
  ],
  [
    'warning verify/frame ppt/slides/slide1.xml: "Frame 3" stands at 101 200 300 400, its placeholder at 100 200 300 400',
    [CHART_SLIDE, 'x="100"', 'x="101"'],
  ],
  ['warning verify/table ppt/slides/slide2.xml: a table has no head row (firstRow)', [SLIDE, ' firstRow="1"', '']],
  [
    'error verify/table ppt/slides/slide2.xml: row 1 of a table has 2 cells, the table 3 columns',
    [SLIDE, '<a:tblGrid>', '<a:tblGrid><a:gridCol w="10"/>'],
  ],
  [
    'error verify/table ppt/slides/slide2.xml: a cell in row 1 of a table spans past the last column',
    [SLIDE, '<a:tc>', '<a:tc gridSpan="2">'],
  ],
  [
    'error verify/slide-link ppt/slides/slide2.xml: a link to a slide (rId3) leads to /ppt/media/image1.png',
    [rels(SLIDE), '"slide1.xml"', '"../media/image1.png"'],
  ],
  [
    'warning verify/path-in-alt-text ppt/slides/slide2.xml: the alternative text of "Picture" is a file path: images/red.png',
    [SLIDE, 'A red square', 'images/red.png'],
  ],
  [
    'warning verify/path-in-alt-text ppt/slides/slide2.xml: the alternative text of "Picture" is a file path: See C:\\Users\\me\\red square.png',
    [SLIDE, 'A red square', 'See C:\\Users\\me\\red square.png'],
  ],
  [
    'error verify/chart-axis ppt/charts/chart1.xml: the c:barChart stands on the axis 13, which is not there',
    [CHART, '<c:axId val="12"/></c:barChart>', '<c:axId val="12"/><c:axId val="13"/></c:barChart>'],
  ],
  [
    'error verify/chart-axis ppt/charts/chart1.xml: nothing stands on the axis 12',
    [CHART, '<c:axId val="12"/></c:barChart>', '</c:barChart>'],
  ],
  [
    'error verify/chart-axis ppt/charts/chart1.xml: two axes have the id 11',
    [CHART, '<c:valAx><c:axId val="12"/>', '<c:valAx><c:axId val="11"/>'],
  ],
  [
    'error verify/chart-axis ppt/charts/chart1.xml: the axis 12 crosses the axis 99, which is no other of the chart',
    [CHART, '<c:crossAx val="11"/>', '<c:crossAx val="99"/>'],
  ],
  ['warning verify/chart-workbook ppt/charts/chart1.xml: the chart has no workbook', [CHART, /<c:externalData.*<\/c:externalData>/, '']],
  ['error verify/chart-workbook ppt/charts/chart1.xml: Sheet2!$B$1 refers to the sheet "Sheet2"', [CHART, 'Sheet1!$B$1', 'Sheet2!$$B$$1']],
  ['warning verify/chart-workbook ppt/charts/chart1.xml: Sheet1!$B$2:$B$5 refers to cells outside', [CHART, '$B$4', '$$B$$5']],
  [
    'error verify/chart-cache ppt/charts/chart1.xml: Sheet1!$B$2:$B$4 shows "0" at point 2, its cell holds ""',
    [SHEET, '<v>0</v></c></row><row>', '</c></row><row>'],
  ],
  [
    'error verify/chart-cache ppt/charts/chart1.xml: Sheet1!$B$2:$B$4 shows "1" at point 1, its cell holds "9"',
    [SHEET, '<c r="B2"><v>1</v>', '<c r="B2"><v>9</v>'],
  ],
  [
    'error verify/chart-cache ppt/charts/chart1.xml: Sheet1!$A$2:$A$4 shows "z" at point 1, its cell holds "x"',
    [CHART, '<c:v>x</c:v>', '<c:v>z</c:v>'],
  ],
  ['error verify/chart-cache ppt/charts/chart1.xml: Sheet1!$B$2:$B$3 has 2 cells, the chart 3 points', [CHART, '$B$4', '$$B$$3']],
  [
    'error verify/workbook-table ppt/embeddings/workbook1.xlsx!/xl/tables/table1.xml: the table’s range is "A1:B4\'"',
    [TABLE, 'A1:B4', "A1:B4'"],
  ],
  [
    'error verify/workbook-table ppt/embeddings/workbook1.xlsx!/xl/tables/table1.xml: the table has 2 columns, its range A1:C4 3',
    [TABLE, 'A1:B4', 'A1:C4'],
  ],
  [
    'error verify/workbook-table ppt/embeddings/workbook1.xlsx!/xl/tables/table1.xml: the column "Cost" has the head cell "Price"',
    [TABLE, '"Price"', '"Cost"'],
  ],
  [
    'error verify/workbook-table ppt/embeddings/workbook1.xlsx!/xl/tables/table1.xml: two columns of the table are called "name"',
    [TABLE, '"Price"', '"name"'],
  ],
  [
    'error verify/workbook-table ppt/embeddings/workbook1.xlsx!/xl/worksheets/sheet1.xml: the sheet does not list its table',
    [SHEET, /<tableParts.*<\/tableParts>/, ''],
  ],
  [
    'error verify/equation ppt/slides/slide2.xml: m:f of an equation holds m:num where m:num, m:den must stand',
    equation('<m:f><m:num><m:r><m:t>a</m:t></m:r></m:num></m:f>'),
  ],
  [
    'error verify/equation ppt/slides/slide2.xml: m:oMath of an equation holds m:num, which is no part of one',
    equation('<m:num><m:r><m:t>a</m:t></m:r></m:num>'),
  ],
  ['error verify/equation ppt/slides/slide2.xml: a run of an equation has no text', equation('<m:r/>')],
  [
    'error verify/equation ppt/slides/slide2.xml: the properties of m:rad stand behind its content',
    equation('<m:rad><m:deg/><m:e><m:r><m:t>a</m:t></m:r></m:e><m:radPr/></m:rad>'),
  ],
  [
    'warning verify/equation ppt/slides/slide2.xml: an equation has an empty place: PowerPoint shows a dotted box',
    equation('<m:rad><m:deg/><m:e/></m:rad>'),
  ],
  [
    'warning verify/equation ppt/slides/slide2.xml: an equation has no fallback for readers that know none',
    equation('<m:r><m:t>a</m:t></m:r>'),
  ],
];

describe('verifyDeck', () => {
  it('has nothing to say of a sound deck', () => {
    expect(said(sample)).toEqual([]);
  });

  it.skipIf(validatorMissing !== null)('starts from a sample that the Open XML SDK accepts', async () => {
    expect(await validate(sample)).toEqual([]);
  });

  it.each(CASES.map(([says, ...changes]) => ({ says, changes })))('$says', ({ says, changes }) => {
    const broken = changes.reduce((bytes, [file, from, to]) => replaced(bytes, file, from, to), sample);
    expect(said(broken)).toContainEqual(expect.stringContaining(says));
  });

  it('finds the same picture stored twice', () => {
    const twice = edited(
      replaced(sample, rels(SLIDE), '</Relationships>', '<Relationship Id="rId9" Type="x/image" Target="../media/b.png"/></Relationships>'),
      (files) => {
        files['ppt/media/b.png'] = strToU8('a picture');
      },
    );
    expect(said(twice)).toContain('warning verify/media-twice ppt/media/b.png: the same bytes as ppt/media/image1.png');
  });

  it('finds two files of one name', () => {
    const twice = edited(sample, (files) => {
      files['PPT/presentation.xml'] = files[PRESENTATION] ?? new Uint8Array();
    });
    expect(said(twice)).toContain('error verify/duplicate-file PPT/presentation.xml: the archive holds two files of this name');
  });

  it('finds a workbook that does not open', () => {
    const broken = edited(sample, (files) => {
      files[BOOK] = strToU8('no workbook');
    });
    expect(said(broken)).toContain('error verify/chart-workbook ppt/embeddings/workbook1.xlsx: the workbook cannot be read');
  });

  it('has a case for every rule', () => {
    const tested = new Set([...CASES.map(([says]) => says.split(' ')[1]), 'verify/media-twice', 'verify/duplicate-file']);
    const rules = [...packageRules, ...workbookRules, ...deckRules];
    expect(rules.map(({ code }) => code).filter((code) => !tested.has(code))).toEqual([]);
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  });

  it('says where XML is malformed', () => {
    const [first] = verifyDeck(replaced(sample, SLIDE, '</p:spTree>', '\n</x>'));
    expect(first?.span.start).toMatchObject({ line: 3, column: 4 });
  });

  it('reads other namespace prefixes and the strict form of the standard', () => {
    const files = [PRESENTATION, SLIDE, MASTER, LAYOUT, CHART_SLIDE, NOTES, 'ppt/notesMasters/notesMaster1.xml'];
    const renamed = files.reduce(
      (bytes, file) => replaced(replaced(bytes, file, /(<\/?)p:/, '$1q:'), file, 'xmlns:p=', 'xmlns:q='),
      sample,
    );
    expect(said(renamed)).toEqual([]);
    expect(said(replaced(renamed, SLIDE, 'Second', ''))).toEqual([expect.stringContaining('verify/slide-title')]);
    const strict = replaced(
      renamed,
      SLIDE,
      'http://schemas.openxmlformats.org/presentationml/2006/main',
      'http://purl.oclc.org/ooxml/presentationml/main',
    );
    expect(said(strict)).toEqual([]);
  });

  it('takes the two forms of one shape for one', () => {
    const both = '<mc:AlternateContent xmlns:mc="x"><mc:Choice>$&</mc:Choice><mc:Fallback>$&</mc:Fallback></mc:AlternateContent>';
    expect(said(replaced(sample, SLIDE, /<p:pic>.*<\/p:pic>/, both))).toEqual([]);
  });

  it.each([
    ['nothing', new Uint8Array(), 'the file is not a zip archive, so it is no .pptx or .potx'],
    ['another archive', zipSync({ a: strToU8('a') }), '[Content_Types].xml is missing, so the file is no .pptx or .potx'],
    [
      'a workbook',
      edited(sample, (files) => void delete files['_rels/.rels']),
      'the package names no document, so it is no .pptx or .potx',
    ],
    [
      'a damaged presentation',
      replaced(sample, PRESENTATION, '</p:presentation>', ''),
      'ppt/presentation.xml is not well-formed XML (2:987: unclosed tag: p:presentation)',
    ],
  ])('says one thing of %s', (_, bytes, message) => {
    expect(said(bytes)).toEqual([`error verify/unreadable <deck>: ${message}`]);
  });

  it('never throws, whatever is broken', () => {
    const parts = fc.constantFrom(
      PRESENTATION,
      SLIDE,
      CHART_SLIDE,
      CHART,
      MASTER,
      rels(SLIDE),
      rels(PRESENTATION),
      SHEET,
      TABLE,
      '[Content_Types].xml',
    );
    const garbage = fc.constantFrom('', '0', '-1', 'x', '"', '<', '/>', '&', ' a="b"', '../../..', '999999999999', '\u0000');
    const places = fc.array(fc.tuple(parts, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), garbage), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(places, (all) => {
        const broken = all.reduce((bytes, [file, at, length, text]) => scrambled(bytes, file, at, length, text), sample);
        expect(Array.isArray(verifyDeck(broken))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

/** Puts `text` for `length` characters at a fraction of a file's length. */
function scrambled(bytes: Uint8Array, file: string, at: number, length: number, text: string): Uint8Array {
  const [outer = '', inner] = file.split('!/');
  return edited(bytes, (files) => {
    const data = files[outer] ?? new Uint8Array();
    if (inner !== undefined) {
      files[outer] = scrambled(data, inner, at, length, text);
      return;
    }
    const start = Math.floor(at * data.length);
    files[outer] = new Uint8Array([...data.subarray(0, start), ...strToU8(text), ...data.subarray(start + length)]);
  });
}
