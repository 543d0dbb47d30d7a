/** Pictures in decks, through the public door. */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeScene } from '../lib/build.js';
import type { Cache } from '../lib/core/cache.js';
import { type Host, HostError } from '../lib/core/host.js';
import { nodeHost } from '../lib/host/node.js';
import { buildDeck } from '../lib/index.js';
import { readPackage } from '../lib/package/zip.js';
import { type PictureItem, slidesOf } from '../lib/scene/scene.js';
import { recolored } from '../lib/template/ground.js';
import { rgbOf } from '../lib/template/rgb.js';
import { animated, bomb, logo, photo } from './media/samples.js';
import { expectSpotless } from './support/deck.js';
import { faults } from './support/legible.js';

const example = new URL('../examples/pictures/pictures.md', import.meta.url);

function memoryCache() {
  const entries = new Map<string, Uint8Array>();
  let hits = 0;
  const cache: Cache = {
    get: async (key) => {
      const found = entries.get(key) ?? null;
      if (found) hits++;
      return found;
    },
    put: async (key, bytes) => void entries.set(key, bytes),
  };
  return { cache, entries, hits: () => hits };
}

test('the example shows every placement, and PowerPoint trusts it: the same bytes with a cache, without, and with a broken one', async () => {
  const kept = memoryCache();
  const source = pathToFileURL(example.pathname);
  const plain = await buildDeck(source);
  const first = await buildDeck(source, { cache: kept.cache });
  const second = await buildDeck(source, { cache: kept.cache });
  expect(
    plain.diagnostics.filter(({ code }) => code !== 'image/fine').map(({ span, message }) => `${span.start.line}: ${message}`),
  ).toEqual([]);
  expect(kept.hits()).toBe(kept.entries.size);
  for (const [key, bytes] of kept.entries) kept.entries.set(key, bytes.subarray(0, bytes.length - 1));
  const third = await buildDeck(source, { cache: kept.cache });
  for (const other of [first, second, third]) expect(Buffer.from(other.pptx ?? []).equals(plain.pptx ?? new Uint8Array())).toBe(true);
  await expectSpotless(plain.pptx ?? new Uint8Array());
});

test.each([
  ['meridian', '16:9'],
  ['ledger', '16:9'],
  ['newsroom', '4:3'],
  ['lab', '16:9'],
] as const)('in %s at %s nothing of the example lies on anything else', async (template, size) => {
  const made = await makeScene({ path: example.pathname, text: await readFile(example, 'utf8') }, { template, size });
  expect(made.scene && faults(made.scene, made.template)).toEqual([]);
});

/** A host of files in memory; `http` addresses too where `open` is set. */
function hostOf(files: Readonly<Record<string, Uint8Array>>, open = false): Host {
  const read = async (path: string): Promise<Uint8Array> => {
    const found = files[path];
    if (!found) throw new HostError('not-found', path, 'no such file');
    return found;
  };
  return {
    ...nodeHost({ root: null, allowDirs: [] }),
    resolve: (_, target) => target,
    read: (path) => (path.endsWith('.yaml') ? nodeHost({ root: null, allowDirs: [] }).read(path) : read(path)),
    ...(open ? { fetch: read } : {}),
  };
}

async function slidesWith(text: string, files: Readonly<Record<string, Uint8Array>>, open = false) {
  const made = await makeScene(text, { host: hostOf(files, open) });
  if (!made.scene) throw new Error(JSON.stringify(made.result.diagnostics));
  const slides = slidesOf(made.scene);
  return {
    slides,
    layouts: slides.map(({ layout }) => layout),
    told: made.result.diagnostics.map(({ severity, code }) => `${severity} ${code}`),
    messages: made.result.diagnostics.map(({ message }) => message),
    pictures: slides.flatMap(({ items }) => items.filter((item): item is PictureItem => item.type === 'picture')),
    names: slides.map(({ items }) => items.map(({ name }) => name)),
    media: made.scene.media,
  };
}

describe('placing', async () => {
  const files = { 'a.jpg': await photo(1800, 1200), 'b.jpg': await photo(1200, 1800), 'l.png': await logo() };

  test('pictures that follow each other stand together, more than six on several slides', async () => {
    const { slides, pictures } = await slidesWith(`## Many\n\n${'![A](a.jpg)\n\n'.repeat(7)}`, files);
    expect(slides.map(({ items }) => items.filter(({ type }) => type === 'picture').length)).toEqual([4, 3]);
    expect(new Set(pictures.map(({ media }) => media)).size).toBe(1);
  });

  test('pictures alone on a slide stand in its middle, beside text and across the whole width at its left edge', async () => {
    const rows = (text: string, count: number) => `## T\n\n${text}${'![A](a.jpg)\n'.repeat(count)}`;
    const { pictures } = await slidesWith([rows('', 4), rows('Words.\n\n', 4), rows('', 2)].join('\n'), files);
    const [left, right] = [Math.min(...pictures.map(({ frame }) => frame.x)), Math.max(...pictures.map(({ frame }) => frame.x + frame.cx))];
    const ends = [pictures.slice(0, 4), pictures.slice(4, 8), pictures.slice(8)].map((group) => [
      Math.min(...group.map(({ frame }) => frame.x)) - left,
      right - Math.max(...group.map(({ frame }) => frame.x + frame.cx)),
    ]);
    expect(Math.abs((ends[0]?.[0] ?? 0) - (ends[0]?.[1] ?? 0))).toBeLessThan(3);
    expect(ends[0]?.[0]).toBeGreaterThan(900_000);
    expect(ends.slice(1).map(([own]) => own)).toEqual([0, 0]);
  });

  test('a picture of a wished size stands at the edge where reading starts', async () => {
    const { pictures } = await slidesWith(
      '---\nlang: ar\n---\n\n## A\n\n![A](a.jpg){width=100%}\n\n## B\n\n![A](a.jpg){width=20%}\n',
      files,
    );
    const [whole, small] = pictures.map(({ frame }) => frame.x + frame.cx);
    expect(Math.abs((whole ?? 0) - (small ?? 0))).toBeLessThan(3);
  });

  test('a size that cannot be had is not advised, and one that is wished among others is told', async () => {
    const small = { ...files, 's.jpg': await photo(60, 40) };
    const text =
      '## A\n\n![A](s.jpg)\n\n## B\n\n![bg A](s.jpg)\n\n## C\n\n![A](s.jpg){width=20%}\n![B](a.jpg)\n\n## D\n\n::: logos\n![A](s.jpg)\n:::\n';
    const { result } = await makeScene(text, { host: hostOf(small) });
    expect(result.diagnostics.map(({ code, hints }) => `${code} ${/width=/.test(hints.join())}`)).toEqual([
      'image/coarse true',
      'image/coarse false',
      'image/size false',
      'image/coarse false',
      'image/coarse false',
    ]);
  });

  test('beside the text from edge to edge, on the side and of the width that the author says', async () => {
    const layouts = await Promise.all(
      ['bg left:40%', 'bg right w:300px', 'bg left:55%'].map(
        async (words) => (await slidesWith(`## T\n\n![${words}](a.jpg)\n\n- A line\n`, files)).layouts[0],
      ),
    );
    expect(layouts).toEqual(['Picture at the left', 'Picture at the right', 'Picture at the left (half)']);
  });

  test('where the author says and in the order in which they are read, in a deck that runs from right to left', async () => {
    const { pictures, names, slides } = await slidesWith(
      '---\nlang: ar\n---\n\n## عنوان\n\n![bg left:40% A](a.jpg)\n\n- نص\n\n## صور\n\n![A](a.jpg)\n![B](b.jpg)\n',
      files,
    );
    expect(slides[0]?.items.some(({ name }) => name.startsWith('Text'))).toBe(true);
    expect(names[0]?.[0]).toBe('Title');
    const [beside, first, second] = pictures.map(({ frame }) => frame);
    expect(beside).toMatchObject({ x: 0, y: 0, cy: 6_858_000 });
    expect((first?.x ?? 0) > (second?.x ?? 0)).toBe(true);
  });

  test('beside what no layout takes, in a column', async () => {
    const { slides, names } = await slidesWith('## T\n\n![bg left:40% A](a.jpg)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n', files);
    expect(slides).toHaveLength(1);
    expect(names[0]?.slice(0, 3)).toEqual(['Title', 'Picture: A', 'Table: a, b']);
  });

  test('behind the text with a scrim, and light and dark change places', async () => {
    const [text, alone, table] = await Promise.all(
      ['- A line', '', '| a |\n|---|\n| 1 |'].map((body) => slidesWith(`## T\n\n![bg](a.jpg)\n\n${body}\n`, files)),
    );
    expect(text?.names[0]?.slice(0, 3)).toEqual(['Picture', 'Scrim', 'Title']);
    expect(text?.slides[0]?.colorMap).toMatchObject({ tx1: 'lt1', bg1: 'dk1' });
    expect(alone?.names[0]?.slice(0, 3)).toEqual(['Picture', 'Scrim', 'Scrim']);
    expect(table?.slides[0]?.colorMap).toBeNull();
    expect(text?.pictures[0]).toMatchObject({ decorative: true, frame: { x: 0, y: 0, cx: 12_192_000, cy: 6_858_000 } });
  });

  test.each(['meridian', 'ledger', 'newsroom', 'lab'])(
    'behind a cover and a section, whose words are light then in %s',
    async (template) => {
      const text =
        '---\ntitle: Deck\nsubtitle: Sub\nauthor: A\ndate: 2025-02-01\n---\n\n![bg](a.jpg)\n\n# S\n\n::: notes\nSaid.\n:::\n\n![bg](b.jpg)\n\n# U\n\n![bg](a.jpg)\n\nWords.\n\n## V\n\nWords.\n';
      const made = await makeScene(text, { host: hostOf(files), template });
      if (!made.scene) throw new Error('no scene');
      const slides = slidesOf(made.scene);
      expect(slides.map(({ title, items }) => [title, items.some(({ id }) => id === 'backdrop.scrim')])).toEqual([
        ['Deck', true],
        ['S', true],
        ['U', false],
        ['U\u00a0(continued)', true],
        ['V', false],
      ]);
      expect(slides[1]?.notes).toHaveLength(1);
      for (const { items, colorMap } of slides.slice(0, 2))
        for (const { style, paragraphs } of items.filter((item) => item.type === 'text'))
          for (const inline of paragraphs.flatMap(({ inlines }) => inlines)) {
            const color = (inline.type === 'run' && inline.color) || style[0]?.color;
            const [, green = 0] = color ? rgbOf(color, recolored(made.template, colorMap)) : [];
            expect(green, JSON.stringify(inline)).toBeGreaterThan(0.55);
          }
    },
  );

  test('several behind the text share the slide', async () => {
    const { pictures } = await slidesWith('## T\n\n![bg](a.jpg)\n![bg](b.jpg)\n', files);
    expect(pictures.map(({ frame }) => [frame.x, frame.cx])).toEqual([
      [0, 6_096_000],
      [6_096_000, 6_096_000],
    ]);
  });

  test('several at one side share it, side by side or, with "vertical", on top of each other', async () => {
    const framesOf = async (first: string, second: string) => {
      const { layouts, pictures } = await slidesWith(`## T\n\n![${first}](a.jpg)\n![${second}](b.jpg)\n\n- A line\n`, files);
      return [layouts[0], ...pictures.map(({ frame }) => [frame.x, frame.y, frame.cx, frame.cy])];
    };
    const [layout, one, two] = await framesOf('bg left', 'bg left');
    const [x, y, cx, cy] = one as number[];
    expect([layout, x, y, cy]).toEqual(['Picture at the left', 0, 0, 6_858_000]);
    expect(two).toEqual([cx, 0, cx, 6_858_000]);
    const [, upper, lower] = await framesOf('bg left vertical', 'bg left');
    expect([upper, lower]).toEqual([
      [0, 0, 2 * (cx ?? 0), 3_429_000],
      [0, 3_429_000, 2 * (cx ?? 0), 3_429_000],
    ]);
    const [, top, bottom] = await framesOf('bg vertical', 'bg');
    expect([top, bottom]).toEqual([
      [0, 0, 12_192_000, 3_429_000],
      [0, 3_429_000, 12_192_000, 3_429_000],
    ]);
  });

  test('behind the text a picture may be shown whole', async () => {
    const { pictures, names } = await slidesWith('## T\n\n![bg contain](b.jpg)\n\n- A line\n', files);
    expect(names[0]?.slice(0, 4)).toEqual(['Panel', 'Picture', 'Scrim', 'Title']);
    expect(pictures[0]?.frame).toMatchObject({ x: 3_810_000, y: 0, cx: 4_572_000, cy: 6_858_000 });
  });

  test('behind the text and its foot, which says its frame where it stands on the picture and nowhere else', async () => {
    const text = '---\ndate: 2025-02-01\n---\n\n## T\n\n![bg](a.jpg)\n\n- A line\n\n## U\n\n- A line\n';
    const { pptx } = await buildDeck(text, { host: hostOf(files) });
    const { parts } = readPackage(pptx ?? new Uint8Array());
    const feet = [1, 2].map((n) => {
      const xml = Buffer.from(parts.find(({ name }) => name === `/ppt/slides/slide${n}.xml`)?.data ?? '').toString();
      return [...xml.matchAll(/<p:ph type="(ftr|sldNum|dt)"[^>]*>.*?<p:spPr(?:\/>|>(<a:xfrm>))/g)].map(([, type, frame]) => [
        type,
        frame !== undefined,
      ]);
    });
    expect(feet).toEqual([
      [
        ['ftr', true],
        ['dt', true],
        ['sldNum', true],
      ],
      [
        ['ftr', false],
        ['dt', false],
        ['sldNum', false],
      ],
    ]);
  });

  test('behind a slide whose heading names it, as pandoc and reveal.js have it', async () => {
    const { pictures, names, messages } = await slidesWith(
      '---\ntitle: D\n---\n\n# S {background-image="a.jpg"}\n\n## T {background-image="a.jpg" background-size=contain background-opacity=0.4}\n\n- A line\n\n## U {data-background-image="url(b.jpg)" data-background-position="50% 0%"}\n\n- A line\n',
      files,
    );
    expect(pictures.map(({ decorative }) => decorative)).toEqual([true, true]);
    expect(names.filter((items) => items.includes('Scrim')).map((items) => items.slice(0, items.indexOf('Title')))).toEqual([
      ['Panel', 'Picture', 'Scrim'],
      ['Picture', 'Scrim'],
    ]);
    expect(pictures[0]?.frame).toMatchObject({ cy: 6_858_000, cx: 10_287_000 });
    expect(messages.filter((message) => /^"background/.test(message))).toEqual([
      '"background-image" means nothing here',
      '"background-opacity" means nothing here',
    ]);
  });

  test('beside text also with a caption, a size or both', async () => {
    const wishes = ['](a.jpg "C")', '](a.jpg){width=40%}', '](a.jpg "C"){width=3in}', '](a.jpg){height=2in}', '](a.jpg "C"){fit=cover}'];
    const { slides } = await slidesWith(wishes.map((wish, n) => `## T ${n}\n\n- One\n- Two\n\n![A${wish}\n`).join('\n'), files);
    for (const [n, { items }] of slides.entries()) {
      const frameOf = (name: string) => items.find((item) => item.name === name)?.frame;
      const [text, picture, caption] = [frameOf('Text'), frameOf('Picture: A'), frameOf('Caption')];
      if (!text || !picture) throw new Error(`slide ${n} lacks its text or its picture`);
      expect(picture.x, wishes[n]).toBeGreaterThanOrEqual(text.x + text.cx);
      expect(picture.y, wishes[n]).toBeLessThan(text.y + text.cy);
      expect(caption !== undefined, wishes[n]).toBe(wishes[n]?.includes('"C"'));
      if (caption) expect([caption.x, caption.y >= picture.y + picture.cy], wishes[n]).toEqual([picture.x, true]);
    }
    expect(slides).toHaveLength(wishes.length);
  });

  test('as wide as the slide it stands below the text', async () => {
    const { slides, pictures } = await slidesWith('## T\n\n- One\n\n![A](a.jpg){width=100%}\n', files);
    const text = slides[0]?.items.find(({ name }) => name === 'Text')?.frame;
    expect(pictures[0]?.frame.y).toBeGreaterThanOrEqual((text?.y ?? 0) + (text?.cy ?? 0));
  });

  test('Marp’s sizes are read, and the rest is the words of the picture', async () => {
    const cases: readonly (readonly [string, 'cx' | 'cy' | null, number, string])[] = [
      ['w:300px A', 'cx', 300, 'A'],
      ['A h:200', 'cy', 200, 'A'],
      ['width:4in A valley', 'cx', 384, 'A valley'],
      ['fit to the left w/o cover 50%', null, 0, 'fit to the left w/o cover 50%'],
      ['Ratio h:w', null, 0, 'Ratio h:w'],
      ['sepia:.5 w:3in blur A', 'cx', 288, 'blur A'],
    ];
    const { pictures } = await slidesWith(cases.map(([words], n) => `## T ${n}\n\n![${words}](a.jpg)\n`).join('\n'), files);
    for (const [n, [words, side, pixels, alt]] of cases.entries()) {
      expect(pictures[n]?.alt, words).toBe(alt);
      if (side) expect((pictures[n]?.frame[side] ?? 0) / 9525, words).toBeCloseTo(pixels, 0);
    }
  });

  test('a caption may stand behind a <br>', async () => {
    const { pictures, slides, told } = await slidesWith(
      '## T\n\n![](a.jpg)<br>The *valley*\n\n## U\n\n![A](a.jpg)<br/>\nThe valley\n',
      files,
    );
    expect(pictures).toHaveLength(2);
    expect(slides.map(({ items }) => items.filter(({ name }) => name === 'Caption').length)).toEqual([1, 1]);
    expect(told).toEqual([]);
  });

  test('inside a sentence, a heading or a cell the words of a picture stand for it, and that is said', async () => {
    const { messages, told, pictures } = await slidesWith(
      '## T ![in the title](t.png)\n\nSee ![the sign](a.jpg) and ![](b.jpg) here.\n\n| a |\n|---|\n| ![cell](c.png) |\n',
      files,
    );
    expect(pictures).toEqual([]);
    expect(new Set(told)).toEqual(new Set(['info image/in-text']));
    expect(messages).toEqual([
      'the picture "t.png" stands inside a text: its words are shown in its place',
      'the picture "a.jpg" stands inside a text: its words are shown in its place',
      'the picture "b.jpg" stands inside a text: it has no words and is left out',
      'the picture "c.png" stands inside a text: its words are shown in its place',
    ]);
  });

  test.each([
    ['{width=50%}', 0.5],
    ['{width=3in}', 3 / 11.98],
    ['{w=300px}', 300 / 96 / 11.98],
  ])('as wide as %s', async (attributes, share) => {
    const { pictures } = await slidesWith(`## T\n\n![A](a.jpg)${attributes}\n`, files);
    expect((pictures[0]?.frame.cx ?? 0) / (11.98 * 914_400)).toBeCloseTo(share, 1);
  });

  test('cut round the place that the author names', async () => {
    const cut = async (focus: string) => (await slidesWith(`## T\n\n![A](b.jpg){fit=cover focus=${focus}}\n`, files)).pictures[0];
    const [top, bottom] = [await cut('top'), await cut('"50% 100%"')];
    expect([top?.crop, bottom?.crop]).toEqual([
      { left: 0, right: 0, top: 0, bottom: 0 },
      { left: 0, right: 0, top: 0, bottom: 0 },
    ]);
    expect(top?.media).not.toBe(bottom?.media);
  });

  test('logos in a row are alike in size, and stand apart', async () => {
    const { pictures, slides } = await slidesWith(`## T\n\n::: logos\n${'![L](l.png)\n'.repeat(5)}:::\n`, files);
    expect(slides).toHaveLength(1);
    expect(new Set(pictures.map(({ frame }) => frame.y)).size).toBe(1);
    expect(pictures).toHaveLength(5);
  });

  test('a mark that would not be seen on the slide stands on a panel, and no other', async () => {
    const marks = { 'dark.png': await logo('#111'), 'light.png': await logo('#fff'), 'red.png': await logo('#c33') };
    const panels = async (template: string): Promise<readonly boolean[]> => {
      const text = `---\ntemplate: ${template}\n---\n\n## A\n\n![A](dark.png){width=3in}\n\n## B\n\n![B](light.png){width=3in}\n\n## C\n\n![C](red.png){width=3in}\n`;
      return (await slidesWith(text, marks)).names.map((names) => names.includes('Panel'));
    };
    expect(await panels('meridian')).toEqual([false, true, false]);
    expect(await panels('lab')).toEqual([true, false, false]);
  });

  test('what is asked and not understood is said', async () => {
    const { told } = await slidesWith('## T\n\n![A](a.jpg){fit=stretch focus=moon width=wide}\n\n- x\n\n![bg blur:3px](a.jpg)\n', files);
    expect(told.filter((line) => /image\/(?:attribute|filter)/.test(line))).toEqual([
      'warning image/attribute',
      'warning image/attribute',
      'warning image/attribute',
      'info image/filter',
    ]);
  });

  test('each of Marp’s filters and sizes that is not drawn is named', async () => {
    const { messages } = await slidesWith('## T\n\n![bg opacity:.5 blur w:300px](a.jpg)\n\n- x\n\n## U\n\n![sepia:1 A](a.jpg)\n', files);
    expect(messages.flatMap((message) => /^"[^"]*"/.exec(message)?.[0] ?? [])).toEqual(['"blur"', '"opacity"', '"w:300px"', '"sepia"']);
  });

  test('a file that breaks off is shown as far as it goes, and that is said', async () => {
    const film = await animated();
    const { pictures, told, messages } = await slidesWith('## T\n\n![A](film.gif){width=1in}\n', {
      'film.gif': film.subarray(0, film.length - 40),
    });
    expect(pictures).toHaveLength(1);
    expect(told).toContain('warning image/short');
    expect(messages).toContain('the file of the picture "film.gif" breaks off: what is missing of it is not shown');
  });

  test('a picture is too fine only where the whole deck has no use for it, with the figures', async () => {
    const one = '## T\n\n![A](a.jpg){width=2in}\n\n';
    const { messages } = await slidesWith(one, files);
    expect(messages).toEqual(['the picture "a.jpg" is 1,800 pixels wide; at 220 to the inch the deck needs 440']);
    expect((await slidesWith(`${one}## U\n\n![A](a.jpg)\n`, files)).messages).toEqual([]);
  });

  test('a picture too coarse or far too fine for its place, and one without words, is told', async () => {
    const small = { 's.jpg': await photo(90, 60), 'f.jpg': await photo(1800, 1200), 'g.jpg': await photo(1200, 800) };
    const { told } = await slidesWith(
      '## T\n\n![A](s.jpg)\n\n## U\n\n![A](g.jpg){width=1in}\n\n## V\n\n![](f.jpg)\n\n## W\n\n![](f.jpg){decorative}\n',
      small,
    );
    expect(told).toEqual(['warning image/coarse', 'info image/fine', 'warning image/no-alt']);
  });
});

describe('what cannot be shown', () => {
  test('is a frame with its words, and a warning that says why', async () => {
    const files = { 'bomb.png': await bomb(), 'half.jpg': (await photo(300, 200)).subarray(0, 3000) };
    const text =
      '## A\n\n![Bomb](bomb.png)\n\n## B\n\n![Half](half.jpg)\n\n## C\n\n![Gone](gone.png)\n\n## D\n\n![Far](https://a.org/b.png)\n\n## E\n\n![bg](gone.png)\n';
    const { names, messages, told } = await slidesWith(text, files);
    expect(names.map((slide) => slide.find((name) => name.startsWith('Missing')))).toEqual([
      'Missing picture: Bomb',
      'Missing picture: Half',
      'Missing picture: Gone',
      'Missing picture: Far',
      'Missing picture: gone.png',
    ]);
    expect(messages).toEqual([
      'the picture "bomb.png" cannot be shown: it has 3,600 megapixels, more than 180',
      'the picture "half.jpg" cannot be shown: it is damaged: the file breaks off',
      'the picture "gone.png" cannot be shown: no such file',
      'the picture "https://a.org/b.png" cannot be shown: it is not on this computer',
      'the picture "gone.png" cannot be shown: no such file',
    ]);
    expect(told[3]).toBe('warning image/remote');
  });

  test('may come from another machine where the host fetches, and from the text itself', async () => {
    const bytes = await photo(60, 40);
    const data = `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`;
    const { pictures, media } = await slidesWith(
      `## A\n\n![Far](https://a.org/b.jpg)\n\n## B\n\n![Near](${data})\n`,
      { 'https://a.org/b.jpg': bytes },
      true,
    );
    expect(pictures).toHaveLength(2);
    expect(media).toHaveLength(1);
  });
});

test('a path may be written as an address: the file of just that name comes first, and no way leads out of the folder', async () => {
  const [one, two] = [await photo(60, 40), await photo(80, 40)];
  const text = (path: string): string => `## A\n\n![A](${path})\n`;
  const widthOf = async (path: string, files: Readonly<Record<string, Uint8Array>>): Promise<number | undefined> =>
    (await slidesWith(text(path), files)).media[0]?.width;
  expect(await widthOf('my%20%C3%BC.jpg', { 'my ü.jpg': one })).toBe(60);
  expect(await widthOf('a%20b.jpg', { 'a b.jpg': one, 'a%20b.jpg': two })).toBe(80);
  expect(await widthOf('a.jpg?raw=true', { 'a.jpg': one })).toBe(60);
  expect(await widthOf('a%23b.jpg#gh-light-mode-only', { 'a#b.jpg': one })).toBe(60);
  expect(await widthOf('a#b.jpg', { 'a#b.jpg': two, a: one })).toBe(80);
  for (const path of ['a%00.jpg', '100%.jpg', 'a%20b.jpg'])
    expect((await slidesWith(text(path), { 'a.jpg': one })).messages).toEqual([`the picture "${path}" cannot be shown: no such file`]);
  const { diagnostics } = await buildDeck({ path: example.pathname, text: text('%2e%2e/%2e%2e/package.json') });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    `the picture "%2e%2e/%2e%2e/package.json" cannot be shown: it lies outside the briefing's folder`,
  ]);
});

test('a deck of large pictures is small', async () => {
  const files = { 'big.jpg': await photo(2400, 1600), 'shot.png': await photo(1200, 800, 'png') };
  const { pptx } = await buildDeck('## A\n\n![A](big.jpg)\n\n## B\n\n![B](shot.png)\n', { host: hostOf(files) });
  const media = readPackage(pptx ?? new Uint8Array()).parts.filter(({ name }) => name.startsWith('/ppt/media/'));
  const before = files['big.jpg'].length + files['shot.png'].length;
  expect(media.map(({ name }) => name.split('.')[1])).toEqual(['jpg', 'jpg']);
  expect(media.reduce((total, { data }) => total + data.length, 0)).toBeLessThan(before / 10);
});
