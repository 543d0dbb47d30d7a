import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Font, openSync } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { isTabulated } from '../../lib/text/families.js';
import { arimo } from '../../lib/text/fonts/arimo.js';
import { carlito } from '../../lib/text/fonts/carlito.js';
import { cousine } from '../../lib/text/fonts/cousine.js';
import { gelasio } from '../../lib/text/fonts/gelasio.js';
import { eachWidth, type FaceName, type FontTable } from '../../lib/text/fonts/table.js';
import { tinos } from '../../lib/text/fonts/tinos.js';
import { measureText } from '../../lib/text/measure-text.js';

const TABLES: readonly (readonly [name: string, table: FontTable])[] = Object.entries({ arimo, carlito, cousine, gelasio, tinos });
const FOLDERS: readonly (readonly [face: FaceName, folder: string])[] = [
  ['regular', '400Regular'],
  ['bold', '700Bold'],
  ['italic', '400Regular_Italic'],
  ['boldItalic', '700Bold_Italic'],
];
const FACES = TABLES.flatMap(([name, table]) => FOLDERS.map(([face, folder]) => ({ name, table, face, folder })));

const require = createRequire(import.meta.url);

function open(name: string, folder: string): Font {
  const path = join(dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)), folder);
  const file = readdirSync(path).find((entry) => entry.endsWith('.ttf')) ?? '';
  const font = openSync(join(path, file));
  if (!('unitsPerEm' in font)) throw new Error(`${file} is a collection`);
  return font;
}

describe('tables', () => {
  test.each(FACES)('$name $face has the widths of its font', ({ name, table, face, folder }) => {
    const font = open(name, folder);
    const letters = 'Aaimé€−–×•ﬁ'.split('').map((letter) => letter.codePointAt(0) ?? 0);
    const found = new Map<number, number>();
    eachWidth(table, face, (codePoint, width) => found.set(codePoint, width));
    expect(found.size).toBeGreaterThan(700);
    for (const codePoint of letters) {
      expect(found.get(codePoint)).toBe(font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm);
    }
  });
});

describe('families', () => {
  test.each(['Calibri', 'ARIAL', 'Helvetica', 'Liberation Sans', 'Times New Roman', 'Courier New', 'Georgia'])(
    '%s has a table',
    (family) => {
      expect(isTabulated(family)).toBe(true);
    },
  );

  test.each(['Cambria', 'Aptos', 'Tahoma', 'Microsoft YaHei', ''])('"%s" has none', (family) => {
    expect(isTabulated(family)).toBe(false);
  });

  test.each([
    ['Calibri', 1.221],
    ['Arial', 1.2117],
    ['Times New Roman', 1.2117],
    ['Courier New', 1.2117],
    ['Georgia', 1.2117],
  ])('%s stands %d em from line to line, or a trifle more', (font, pitch) => {
    const { height } = measureText('a\n'.repeat(99).trimEnd(), { font, size: 10 });
    expect(height / 990).toBeGreaterThanOrEqual(pitch);
    expect(height / 990).toBeLessThan(pitch + 0.001);
  });
});
