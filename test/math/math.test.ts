/** Equations, through the public door: what PowerPoint is given, what other readers see, what is drawn, and what is told. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeScene } from '../../lib/build.js';
import { buildDeck, type CheckResult, renderSlides } from '../../lib/index.js';
import { within } from '../../lib/package/view.js';
import { elements, parseXml, serialize, textOf, type XmlElement } from '../../lib/package/xml.js';
import { readPackage } from '../../lib/package/zip.js';
import { slidesOf as scenesSlides } from '../../lib/scene/scene.js';
import type { TextInline } from '../../lib/scene/text.js';
import { expectSpotless } from '../support/deck.js';
import { faults } from '../support/legible.js';
import { TEX } from './cases.js';

const told = ({ diagnostics }: CheckResult): readonly string[] =>
  diagnostics.map(({ severity, code, span }) => `${span.start.line}:${span.start.column} ${severity} ${code}`);

/** The slides of a deck as XML. */
function slidesOf(deck: Uint8Array): readonly XmlElement[] {
  const parts = readPackage(deck).parts.filter(({ name }) => /^\/ppt\/slides\/slide\d+\.xml$/.test(name));
  return parts.map(({ data }) => parseXml(typeof data === 'string' ? data : new TextDecoder().decode(data)));
}

const mathIn = (deck: Uint8Array): readonly XmlElement[] => slidesOf(deck).flatMap((slide) => within(slide, 'm:oMath'));
/** Every inline of a briefing's slides. */
async function inlinesOf(markdown: string): Promise<readonly TextInline[]> {
  const { scene } = await makeScene(markdown, {});
  if (!scene) throw new Error('no scene');
  const items = scenesSlides(scene).flatMap((slide) => slide.items);
  const paragraphs = items.flatMap((item) => {
    if (item.type === 'text') return item.paragraphs;
    return item.type === 'table' ? item.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs)) : [];
  });
  return paragraphs.flatMap(({ inlines }) => inlines);
}

test('the example builds without a complaint, and PowerPoint trusts it', async () => {
  const result = await buildDeck(pathToFileURL('examples/math/math.md'));
  expect(told(result)).toEqual([]);
  await expectSpotless(result.pptx ?? new Uint8Array());
});

describe('every construct', () => {
  let deck = new Uint8Array() as Uint8Array;
  beforeAll(async () => {
    const markdown = TEX.map(
      (tex, index) => `## Equation ${index}\n\n$$${tex}$$\n\n${/begin.align}|\\\\ c/.test(tex) ? '' : `Inline $${tex.trim()}$ too.\n`}`,
    ).join('\n');
    const result = await buildDeck(markdown);
    expect(told(result)).toEqual([]);
    deck = result.pptx ?? deck;
  });

  test('is trusted by PowerPoint', async () => {
    await expectSpotless(deck);
  });

  test('is there twice, once displayed and once among text', () => {
    expect(mathIn(deck).length).toBe(TEX.length * 2 - 2);
    expect(slidesOf(deck).flatMap((slide) => within(slide, 'm:oMathPara')).length).toBe(TEX.length);
  });

  test('says its letters in the fallback, and nothing of LaTeX', () => {
    const fallbacks = slidesOf(deck).flatMap((slide) => descendants(slide, 'mc:Fallback'));
    expect(fallbacks.length).toBeGreaterThanOrEqual(TEX.length);
    const texts = fallbacks.flatMap((node) => descendants(node, 'a:t').map(textOf));
    expect(texts.filter((text) => /\\[a-z]/.test(text))).toEqual([]);
    expect(texts).toContain('a/b = √c + ³√(x²)');
  });

  const schema = join(import.meta.dirname, '..', '..', '..', 'shared', 'schemas', 'iso-29500-4', 'shared-math.xsd');
  const folder = mkdtempSync(join(tmpdir(), 'briefdeck-math-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.skipIf(!existsSync(schema) || !hasXmllint())('is valid by ISO 29500 (skipped without ../shared and xmllint)', () => {
    const M = 'http://schemas.openxmlformats.org/officeDocument/2006/math';
    const all = mathIn(deck).map((node) => serialize({ ...withoutDrawing(node), attributes: {} }));
    const file = join(folder, 'math.xml');
    writeFileSync(join(folder, 'xml.xsd'), XML_XSD);
    writeFileSync(join(folder, 'all.xsd'), wrapperFor(schema, M));
    writeFileSync(file, `<m:oMathPara xmlns:m="${M}">${all.join('\n')}</m:oMathPara>`);
    expect(xmllint(join(folder, 'all.xsd'), file)).toBe('');
    writeFileSync(file, `<m:oMathPara xmlns:m="${M}"><m:oMath><m:f><m:den/><m:num/></m:f></m:oMath></m:oMathPara>`);
    expect(xmllint(join(folder, 'all.xsd'), file)).toContain('math}num');
  });
});

const XSD = 'xmlns:xsd="http://www.w3.org/2001/XMLSchema"';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** What the standard's schemas take from XML itself and do not bring along. */
const XML_XSD = `<xsd:schema ${XSD} targetNamespace="${XML}"><xsd:attribute name="space" type="xsd:NCName"/></xsd:schema>`;

const wrapperFor = (schema: string, namespace: string): string =>
  `<xsd:schema ${XSD}><xsd:import namespace="${XML}" schemaLocation="xml.xsd"/><xsd:import namespace="${namespace}" schemaLocation="${schema}"/></xsd:schema>`;

function hasXmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function xmllint(schema: string, file: string): string {
  try {
    execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, file], { stdio: 'pipe' });
    return '';
  } catch (error) {
    return String((error as { readonly stderr?: Buffer }).stderr ?? error);
  }
}

const descendants = (node: XmlElement, name: string): readonly XmlElement[] =>
  elements(node).flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);

/** Without what DrawingML says in math, which the schema leaves to the language around it. */
const withoutDrawing = (node: XmlElement): XmlElement => ({
  ...node,
  children: node.children.flatMap((child): readonly (XmlElement | string)[] =>
    typeof child === 'string' ? [child] : child.name === 'a:rPr' ? [] : [withoutDrawing(child)],
  ),
});

describe('what is math', () => {
  test.each([
    ['it cost $5.6M and $6M', 0],
    ['between $5 and $10 a month', 0],
    ['a price of $0.55 per million, $2.19 for output', 0],
    ['$x$ and $y$', 2],
    [String.raw`the escaped \$x\$`, 0],
    ['`$x$` is code', 0],
    ['US$5 to US$7', 0],
    ['$E = mc^2$, a law', 1],
    ['$x + A$ and $5 = US$', 1],
    [String.raw`$\det A$`, 1],
    ['- one $a$\n- two\n\n  $$b$$', 2],
    ['> [!NOTE]\n> Mind $a$', 1],
    ['| a | b |\n|---|---|\n| $x$ | $y_1$ |', 2],
    ['text $$x$$ text', 1],
    ['```math\nx\n```', 1],
    ['```latex\n$x$\n```', 0],
  ])('%s', async (text, count) => {
    expect((await inlinesOf(`## T\n\n${text}\n`)).filter(({ type }) => type === 'equation').length).toBe(count);
  });
});

test('a displayed equation inside a paragraph stands on a line of its own', async () => {
  const { scene } = await makeScene('## T\n\nbefore\n$$x = 1$$\nafter\n', {});
  const body = scene?.sections.flatMap(({ slides }) => slides).flatMap(({ items }) => items);
  const paragraphs = body?.flatMap((item) => (item.type === 'text' && item.paragraphs.length > 1 ? item.paragraphs : [])) ?? [];
  expect(paragraphs.map(({ inlines, align }) => `${inlines[0]?.type} ${align}`)).toEqual(['run null', 'equation center', 'run null']);
});

describe('an equation that cannot be read', () => {
  test.each([
    ['## T\n\nan $a + \\foo b$ here', '3:9 warning math/unreadable', '\\foo'],
    ['## T\n\n$$\na_b_c\n$$', '4:4 warning math/unreadable', 'a_b_c'],
    ['## T\n\n```math\nx +\n\\frac{a\n```', '5:8 warning math/unreadable', '\\frac{a'],
    ['## T\n\n- item\n  - deep $\\left( x$', '4:19 warning math/unreadable', '\\left( x'],
  ])('%s', async (markdown, message, kept) => {
    expect(told((await makeScene(markdown, {})).result)).toEqual([message]);
    expect((await inlinesOf(markdown)).map((inline) => (inline.type === 'run' && inline.mono ? inline.text : '')).join('')).toContain(kept);
  });

  test('whatever is written, the deck is built', async () => {
    const piece = fc.constantFrom(
      '\\frac',
      '{',
      '}',
      '^',
      '_',
      'x',
      '\\sqrt',
      '\\left(',
      '\\right)',
      '&',
      '\\\\',
      '\\sum',
      '2',
      ' ',
      '\\begin{pmatrix}',
      '\\end{pmatrix}',
      '\\text',
      '%',
      '#',
      '∑',
      '𝔘',
    );
    const tex = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(tex, { minLength: 25, maxLength: 25 }), async (all) => {
        const result = await buildDeck(all.map((one, index) => `## T${index}\n\n\`\`\`math\n${one}\n\`\`\`\n`).join('\n'));
        expect(result.pptx).toBeDefined();
        expect(told(result).filter((line) => !/math\//.test(line))).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });

  test('deep nesting and endless macros end in a message', async () => {
    const deep = `${'\\sqrt{'.repeat(200)}x${'}'.repeat(200)}`;
    const result = await buildDeck(`## T\n\n$$${deep}$$\n\n$$\\def\\a{\\a\\a}\\a$$\n`);
    expect(told(result).flatMap((line) => /warning \S+/.exec(line) ?? [])).toEqual(['warning math/unreadable', 'warning math/unreadable']);
  });
});

test('colours are left out, and that is told', async () => {
  const result = await buildDeck('## T\n\n$\\color{red}{x} + 1$\n');
  expect(told(result)).toEqual(['3:2 info math/color']);
});

describe('an equation wider than its slide', () => {
  const terms = (count: number, joined: string): string => Array.from({ length: count }, (_, index) => `x_{${index}}`).join(joined);

  test('is broken before signs', async () => {
    const made = await makeScene(`## T\n\n$$y = ${terms(60, ' + ')}$$\n`, {});
    expect(made.result.diagnostics).toEqual([]);
    if (!made.scene) throw new Error('no scene');
    expect(faults(made.scene, made.template)).toEqual([]);
  });

  test('is set smaller where it has no signs, and told where that does not do', async () => {
    const result = await buildDeck(
      `## T\n\n$$\\begin{pmatrix}${terms(16, ' & ')}\\end{pmatrix}$$\n\n$$\\begin{pmatrix}${terms(60, ' & ')}\\end{pmatrix}$$\n`,
    );
    expect(told(result)).toEqual(['5:1 warning math/too-wide']);
    const sizes = new Set(mathIn(result.pptx ?? new Uint8Array()).map((node) => within(node, 'a:rPr')[0]?.attributes.sz));
    expect([...sizes].every((size) => size !== undefined && Number(size) < 2000)).toBe(true);
  });
});

test('our own drawing shows an equation with its LaTeX for those who cannot see it', async () => {
  const { pictures } = await renderSlides('## T\n\n$$\\frac{a}{b} \\in \\mathbb{R}$$\n', { format: 'svg' });
  const svg = String(pictures[0]);
  const [math] = descendants(parseXml(svg), 'g').filter(({ attributes }) => attributes.role === 'math');
  expect(math?.attributes['aria-label']).toBe('\\frac{a}{b} \\in \\mathbb{R}');
  expect(math && descendants(math, 'text').map(textOf)).toEqual(['a', 'b', '∈', 'ℝ']);
});
