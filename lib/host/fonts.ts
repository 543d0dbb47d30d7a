/** Fonts on this computer: the metric twins and those of other scripts, as npm packages, and files that the caller names. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { hostError } from './node.js';

const SCOPE = '@expo-google-fonts/';
const TWINS = ['arimo', 'carlito', 'cousine', 'gelasio', 'tinos'];
/** The faces that slides are set in. */
const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

/** The font files of the packages that are installed, and the packages that are not. */
export interface PackagedFonts {
  readonly files: readonly string[];
  readonly missing: readonly string[];
}

/** The faces of the twins: what pictures of slides are drawn with. */
export const twinFonts = (): PackagedFonts => packagedFonts(TWINS);

/** The regular, italic and bold faces of font packages, by their names without scope: `noto-sans-arabic`. */
export function packagedFonts(names: readonly string[]): PackagedFonts {
  const found = names.map((name) => ({ name: `${SCOPE}${name}`, folder: folderOf(`${SCOPE}${name}`) }));
  return {
    files: found.flatMap(({ folder }) => (folder === null ? [] : FACES.flatMap((face) => filesIn(join(folder, face))))),
    missing: found.flatMap(({ name, folder }) => (folder === null ? [name] : [])),
  };
}

function folderOf(name: string): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return null;
  }
}

/** The font files of a folder; none where there is no such folder: not every family has an italic face. */
function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => /\.[ot]tf$/i.test(file))
      .sort()
      .map((file) => join(folder, file));
  } catch {
    return [];
  }
}

/** The bytes of a font file, wherever it lies, for the caller names it; or why they cannot be had. */
export const readFontAt = (path: string): Promise<Uint8Array | string> =>
  readFile(path).catch((error: unknown) => hostError(path, error).message);
