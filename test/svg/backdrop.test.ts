/** What a company's file draws behind its slides, in our own drawing. */
import { expect, test } from 'vitest';
import { renderSlides } from '../../lib/index.js';
import { contentTypes } from '../../lib/package/names.js';
import { descendants, parseXml, type XmlElement } from '../../lib/package/xml.js';
import { officeFile, officeLayouts, to } from '../support/office.js';
import { hostWith } from '../template/office/host.js';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = (name: string) => ({
  name,
  contentType: name.endsWith('emf') ? 'image/x-emf' : contentTypes.png,
  data: Buffer.from(PIXEL, 'base64'),
  relationships: [],
});

const xfrm = (x: number, y: number, cx: number, cy: number, marks = ''): string =>
  `<a:xfrm${marks}><a:off x="${x * 12_700}" y="${y * 12_700}"/><a:ext cx="${cx * 12_700}" cy="${cy * 12_700}"/></a:xfrm>`;
const fill = (inner: string): string => `<a:solidFill>${inner}</a:solidFill>`;
const shape = (id: number, properties: string, body = '', style = ''): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Art ${id}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${properties}</p:spPr>${style}<p:txBody><a:bodyPr anchor="b" lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/><a:p>${body}</a:p></p:txBody></p:sp>`;
const preset = (name: string): string => `<a:prstGeom prst="${name}"><a:avLst/></a:prstGeom>`;
const pic = (id: number, link: string): string =>
  `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="Logo"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="${link}"/><a:srcRect l="50000"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${xfrm(600, 20, 50, 20)}${preset('rect')}</p:spPr></p:pic>`;

/** The drawn layers of a slide in a file whose master has this art: ground and art. */
async function backdrop(art: string, background?: string, slide = 1) {
  const images = ['/ppt/media/image1.png', '/ppt/media/image2.emf'];
  const file = officeFile({
    masters: [
      {
        layouts: officeLayouts(),
        art,
        ...(background === undefined ? {} : { background }),
        relationships: images.map((name, index) => to(`rId${50 + index}`, 'image', name)),
      },
    ],
    parts: images.map(picture),
  });
  const source = { path: 'a.md', text: '---\ntitle: A\n---\n\n## B\n\nWords.\n' };
  const { pictures, diagnostics } = await renderSlides(source, { template: 'corporate.potx', format: 'svg', host: hostWith(file) });
  const root = parseXml(String(pictures[slide]));
  const told = diagnostics.filter(({ code }) => code === 'render/not-drawn').map(({ message }) => message);
  return { root, told, paths: descendants(root, 'path').map(({ attributes }) => attributes) };
}

const bounds = (path: Record<string, string> | undefined): readonly number[] => {
  const numbers = (path?.d ?? '').match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  const [xs, ys] = [numbers.filter((_, index) => index % 2 === 0), numbers.filter((_, index) => index % 2 === 1)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
};
const texts = (root: XmlElement): readonly string[] =>
  descendants(root, 'tspan').flatMap(({ children }) => children.filter((item) => typeof item === 'string'));

test('shapes in the colours of the file’s theme, with the transformations of DrawingML', async () => {
  const { paths } = await backdrop(
    shape(20, xfrm(10, 20, 100, 40) + preset('rect') + fill('<a:schemeClr val="accent1"><a:alpha val="50000"/></a:schemeClr>')) +
      shape(21, xfrm(10, 20, 100, 40) + preset('rect') + fill('<a:srgbClr val="808080"><a:shade val="50000"/></a:srgbClr>')) +
      shape(22, xfrm(10, 20, 100, 40) + preset('rect') + fill('<a:prstClr val="dkBlue"/>')),
  );
  const [, first, second, third] = paths;
  expect([first?.fill, first?.['fill-opacity'], bounds(first)]).toEqual(['#156082', '0.5', [10, 20, 110, 60]]);
  // Half of the light of 808080 is 5C5C5C, not 404040.
  expect([second?.fill, third?.fill]).toEqual(['#5C5C5C', '#00008B']);
});

test('rounded corners, ellipses and paths with formulas keep to their frames', async () => {
  const custom =
    '<a:custGeom><a:avLst/><a:gdLst><a:gd name="mid" fmla="*/ w 1 2"/></a:gdLst><a:pathLst><a:path><a:moveTo><a:pt x="l" y="b"/></a:moveTo><a:lnTo><a:pt x="mid" y="t"/></a:lnTo><a:arcTo wR="wd2" hR="h" stAng="16200000" swAng="5400000"/><a:close/></a:path></a:pathLst></a:custGeom>';
  const solid = fill('<a:schemeClr val="tx1"/>');
  const { paths } = await backdrop(
    ['roundRect', 'ellipse', 'chevron', 'donut']
      .map((name, index) => shape(20 + index, xfrm(10, 20, 80, 40) + preset(name) + solid))
      .join('') + shape(30, xfrm(10, 20, 80, 40) + custom + solid),
  );
  for (const path of paths.slice(1, 6)) expect(bounds(path)).toEqual([10, 20, 90, 60]);
  expect(paths[5]?.d).toMatch(/^M 10 60 L 50 20 C .* 90 60 Z$/);
});

test('fills and lines of the theme, gradients, and what turns in a group', async () => {
  const style =
    '<p:style><a:lnRef idx="1"><a:schemeClr val="accent2"/></a:lnRef><a:fillRef idx="1"><a:schemeClr val="accent3"/></a:fillRef><a:effectRef idx="0"><a:schemeClr val="tx1"/></a:effectRef><a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></p:style>';
  const gradient =
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:schemeClr val="accent1"/></a:gs><a:gs pos="100000"><a:schemeClr val="bg1"/></a:gs></a:gsLst><a:lin ang="5400000"/></a:gradFill>';
  const { root, paths } = await backdrop(
    shape(20, xfrm(10, 20, 80, 40) + preset('rect'), '', style) +
      shape(21, xfrm(10, 20, 80, 40) + preset('rect') + gradient) +
      `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="40" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm rot="5400000"><a:off x="127000" y="254000"/><a:ext cx="1016000" cy="508000"/><a:chOff x="0" y="0"/><a:chExt cx="2032000" cy="1016000"/></a:xfrm></p:grpSpPr>${shape(41, xfrm(0, 0, 80, 40) + preset('rect') + fill('<a:schemeClr val="accent4"/>'))}</p:grpSp>`,
  );
  expect(paths.find(({ fill: color }) => color === '#196B24')).toBeDefined();
  expect(paths.find(({ stroke }) => stroke === '#E97132')?.['stroke-width']).toBe('0.5');
  const [stops] = descendants(root, 'linearGradient');
  expect([stops?.attributes.x1, stops?.attributes.y1, stops?.attributes.y2]).toEqual(['50', '20', '60']);
  const inGroup = descendants(root, 'g').find(({ attributes }) => attributes.transform === 'rotate(90 50 40)');
  expect(bounds(inGroup && descendants(inGroup, 'path')[0]?.attributes)).toEqual([10, 20, 50, 40]);
});

test('pictures, cut as the file cuts them; the background; words', async () => {
  const { root, paths } = await backdrop(
    pic(20, 'rId50') +
      shape(
        21,
        xfrm(10, 500, 200, 20) + preset('rect'),
        `<a:r><a:rPr lang="en-US" sz="1000">${fill('<a:schemeClr val="accent2"/>')}</a:rPr><a:t>Our claim</a:t></a:r>`,
      ),
    `<p:bg><p:bgPr>${fill('<a:schemeClr val="bg2"/>')}<a:effectLst/></p:bgPr></p:bg>`,
  );
  expect(paths.map(({ fill: color }) => color)).toContain('#E8E8E8');
  const [image] = descendants(root, 'image');
  expect([image?.attributes.x, image?.attributes.width, image?.attributes.href?.slice(0, 22)]).toEqual([
    '550',
    '100',
    'data:image/png;base64,',
  ]);
  expect(texts(root)).toContain('Our claim');
});

test('what is not drawn is told once, whatever number of slides show it', async () => {
  const { told, root } = await backdrop(
    pic(20, 'rId51') +
      shape(21, xfrm(0, 0, 10, 10) + preset('cloud') + fill('<a:schemeClr val="accent1"/>')) +
      shape(
        22,
        `${xfrm(0, 0, 10, 10)}${preset('rect')}${fill('<a:schemeClr val="accent1"/>')}<a:effectLst><a:glow rad="1"><a:schemeClr val="tx1"/></a:glow></a:effectLst>`,
      ),
  );
  expect(told).toEqual([
    'of the template\'s art these pictures of the slides lack pictures of the type EMF, shadows and other effects and shapes of the form "cloud"',
  ]);
  expect(descendants(root, 'image')).toEqual([]);
});
