/** The metric twins as files: what pictures of slides are drawn with. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FAMILIES = ['Arimo', 'Carlito', 'Cousine', 'Gelasio', 'Tinos'];
const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

/** The faces of the twins that are installed, and the packages of those that are not. */
export function twinFonts(): { readonly files: readonly string[]; readonly missing: readonly string[] } {
  const found = FAMILIES.map((family) => ({ family, name: `@expo-google-fonts/${family.toLowerCase()}` })).map((font) => ({
    ...font,
    folder: folderOf(font.name),
  }));
  return {
    files: found.flatMap(({ family, folder }) => (folder === null ? [] : FACES.map((face) => join(folder, face, `${family}_${face}.ttf`)))),
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
