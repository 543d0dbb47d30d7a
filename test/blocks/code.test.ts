/** Listings, through the public door: what a reader sees of highlighting, numbers, titles and marked lines. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BuildOptions, makeScene } from '../../lib/build.js';
import type { Color } from '../../lib/core/color.js';
import { loadHighlighter } from '../../lib/highlight/index.js';
import { buildDeck } from '../../lib/index.js';
import { slidesOf } from '../../lib/scene/scene.js';
import { type Paragraph, plainText, type TextRun } from '../../lib/scene/text.js';
import { codeColors } from '../../lib/template/code-colors.js';
import { contrast, distance } from '../../lib/template/contrast.js';
import type { Template } from '../../lib/template/model.js';
import { opacityOf, rgbOf, toHex } from '../../lib/template/rgb.js';
import { expectSpotless } from '../support/deck.js';
import { officeFile } from '../support/office.js';
import { hostWith } from '../template/office/host.js';
import { TEMPLATES } from '../template/office/templates.js';

async function listing(markdown: string) {
  const made = await makeScene(markdown, {});
  if (!made.scene) throw new Error('no scene');
  const texts = slidesOf(made.scene).map((slide) =>
    slide.items.flatMap((item) => (item.type === 'text' && item.style[0]?.font === 'mono' ? item.paragraphs : [])),
  );
  return { slides: texts.filter((paragraphs) => paragraphs.length > 0), template: made.template, diagnostics: made.result.diagnostics };
}

const runsOf = (paragraph: Paragraph | undefined): readonly TextRun[] =>
  (paragraph?.inlines ?? []).filter((inline): inline is TextRun => inline.type === 'run');

/** What each piece of a line is, by its colour. */
function rolesOf(paragraph: Paragraph | undefined, template: Template): readonly string[] {
  const roles = Object.entries(codeColors(template).roles);
  return runsOf(paragraph).map(({ text, color }) => `${text.trim()}:${color ? roles.find(([, own]) => own === color)?.[0] : 'plain'}`);
}

test('the example builds without a complaint, and PowerPoint trusts it', async () => {
  const result = await buildDeck(pathToFileURL('examples/code/code.md'));
  expect(result.diagnostics.map(({ span, message }) => `${span.start.line}: ${message}`)).toEqual([]);
  await expectSpotless(result.pptx ?? new Uint8Array());
});

test('pieces of code have the colours of what they are, and the letters of the listing', async () => {
  const { slides, template } = await listing('## A\n\n```js\nconst a = "x"; // 1\nreturn f(12);\n```\n');
  const [first, second] = slides[0] ?? [];
  expect(rolesOf(first, template)).toEqual(['const:keyword', 'a =:plain', '"x":string', ';:plain', '// 1:comment']);
  expect(rolesOf(second, template)).toEqual(['return:keyword', 'f:function', '(:plain', '12:number', ');:plain']);
  expect([first, second].map((line) => line && plainText(line))).toEqual(['const a = "x"; // 1', 'return f(12);']);
});

test('a listing that goes on over slides keeps what it was parted in', async () => {
  const comment = Array.from({ length: 60 }, (_, index) => `   line ${index}`).join('\n');
  const { slides, template } = await listing(`## A\n\n\`\`\`js\n/*\n${comment}\n*/\nlet a;\n\`\`\`\n`);
  expect(slides.length).toBeGreaterThan(1);
  const lines = slides.flat();
  expect(
    lines
      .slice(0, -1)
      .flatMap((line) => rolesOf(line, template))
      .every((role) => role.endsWith(':comment')),
  ).toBe(true);
  expect(rolesOf(lines.at(-1), template)).toEqual(['let:keyword', 'a;:plain']);
});

describe('what stands behind the fence', () => {
  const marked = async (info: string): Promise<string> => {
    const { slides } = await listing(`## A\n\n\`\`\`${info}\na\nb\n\nd\ne\n\`\`\`\n`);
    const lines = (slides[0] ?? []).map((line) => ({ text: plainText(line), run: runsOf(line)[0] }));
    return lines.map(({ text, run }) => (run?.highlight && run.bold ? `[${text}]` : text)).join('|');
  };
  test.each([
    ['js {2,4-5}', 'a|[b]||[d]|[e]'],
    ['js{1}', '[a]|b||d|e'],
    ['js {1|3|all}', '[a]|b|[ ]|d|e'],
    ['js hl_lines="1 4"', '[a]|b||[d]|e'],
    ['{.js highlight=5}', 'a|b||d|[e]'],
    ['js {2} title="my file.js"', 'my file.js|a|[b]||d|e'],
    ["js filename='x.js'", 'x.js|a|b||d|e'],
    ['js', 'a|b||d|e'],
  ])('%s', async (info, expected) => {
    expect(await marked(info)).toBe(expected);
  });

  test('a line that the listing lacks is told, and so is a language that nobody knows, each at its fence', async () => {
    const { diagnostics, slides } = await listing('## A\n\n```js {2,9-12}\na\nb\n```\n\n```klingon\nqapla\n```\n\n```text\nwords\n```\n');
    expect(diagnostics.map(({ severity, code, span }) => `${span.start.line} ${severity} ${code}`)).toEqual([
      '3 warning code/no-line',
      '8 info code/unknown-language',
    ]);
    expect(slides.flat().map(plainText)).toEqual(['a', 'b', 'qapla', 'words']);
  });
});

/** A colour as it is seen on paper. */
function seen(color: Color, template: Template): Color {
  const [over, under] = [rgbOf(color, template), rgbOf(template.palette.paper, template)];
  const mixed = (at: 0 | 1 | 2): number => over[at] * opacityOf(color) + under[at] * (1 - opacityOf(color));
  return { kind: 'literal', hex: toHex([mixed(0), mixed(1), mixed(2)]) };
}

const brands: readonly (readonly [string, BuildOptions])[] = [
  ...['meridian', 'ledger', 'newsroom', 'lab', 'lab:print'].map((template) => [template, { template }] as const),
  ['acme', { template: resolve('examples/templates/acme'), allowDirs: [resolve('examples')] }],
  ...Object.entries(TEMPLATES).map(
    ([name, spec]) => [`a company's ${name}`, { template: 'corporate.potx', host: hostWith(officeFile(spec)) }] as const,
  ),
];

describe.each(brands)('%s', (_, options) => {
  test('code can be read, on the panel and where a line is pointed at', async () => {
    const made = await makeScene({ path: resolve('test/briefing.md'), text: '# A' }, options);
    if (!made.scene) throw new Error('no scene');
    const { template } = made;
    const { roles, mark } = codeColors(template);
    const panel = seen(template.palette.panel, template);
    const faint = Object.entries(roles).flatMap(([role, color]) =>
      [panel, mark].filter((ground) => contrast(color, ground, template) < 4.5).map(() => role),
    );
    expect(faint).toEqual([]);
    expect(distance(mark, panel, 'normal', template)).toBeGreaterThan(8);
    const told = new Set(
      ['plain', 'keyword', 'string', 'comment', 'number', 'type', 'function'].map((role) => JSON.stringify(roles[role as 'plain'])),
    );
    expect(told.size).toBeGreaterThanOrEqual(6);
  });
});

test('whatever stands in a listing, its letters are kept', async () => {
  const languages = ['js', 'python', 'yaml', 'diff'];
  const highlighter = await loadHighlighter(languages);
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      fc.array(fc.string({ unit: 'binary' }).map((text) => text.replace(/\n/g, ''))),
      (language, lines) => {
        const tokens = highlighter.highlight(lines, language) ?? [];
        expect(tokens.map((line) => line.map(({ text }) => text).join(''))).toEqual(lines);
      },
    ),
    { numRuns: 30 },
  );
});
