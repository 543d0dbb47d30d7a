/** A file's brand: colours, fonts and type of its content slides. */
import { THEME_SLOTS, type ThemeSlot } from '../../core/color.js';
import type { Size } from '../../core/units.js';
import { child, find, type XmlElement } from '../../package/xml.js';
import type { TextStyle } from '../../scene/text.js';
import type { Template } from '../model.js';
import type { OfficeTheme } from './color.js';
import { contentArea } from './content-area.js';
import { chartLook, gridOf, ladderOf, paletteOf, scaleOf, stylesOf, tableLook } from './looks.js';
import { type Found, type FoundMaster, shapeOfType } from './placeholders.js';
import type { Roles } from './roles.js';
import { isTitle, sorted } from './sorted.js';
import { styleOf } from './text.js';

/** All of a template that does not depend on its single layouts. */
export type Brand = Pick<
  Template,
  'title' | 'colors' | 'colorMap' | 'fonts' | 'grid' | 'palette' | 'styles' | 'ladder' | 'table' | 'chart' | 'master' | 'footer'
>;

interface BrandSource {
  readonly size: Size;
  /** The presentation's document. */
  readonly root: XmlElement;
  readonly tableStyle: string | null;
}

/** The brand of the master that content stands on. */
export function brandOf(masters: readonly FoundMaster[], themes: readonly OfficeTheme[], roles: Roles, source: BrandSource): Brand {
  const [master, theme] = [masters[roles.main], themes[roles.main]];
  if (!master || !theme) throw new TypeError('a file without masters has no brand');
  const { size, root } = source;
  const scale = scaleOf(size);
  const layout = roles.matches.content?.layout;
  const content = layout && sorted(layout, size).contents[0];
  const title = layout?.placeholders.find(isTitle)?.style ?? styleIn(master, root, 'title');
  const body = content?.style ?? styleIn(master, root, 'body');
  const colored = colorsOn(theme, child(master.root, 'p:clrMap')?.attributes ?? {});
  const palette = paletteOf(body, layout?.background ?? find(master.root, 'p:cSld', 'p:bg') ?? null, colored);
  const styles = stylesOf(body, palette, scale);
  const grid = gridOf(contentArea(roles, size), scale);
  return {
    title: theme.name || 'Template',
    ...colored,
    fonts: { major: theme.major, minor: theme.minor, mono: 'Courier New' },
    grid,
    palette,
    styles,
    ladder: ladderOf(body, scale),
    table: tableLook(palette, source.tableStyle, scale),
    chart: chartLook(palette, grid, scale, colored),
    master: { background: palette.paper, art: [], placeholders: [], title, body: styles.body, other: styles.table },
    footer: footerIn(layout?.placeholders ?? []),
  };
}

/** The style of the master's own placeholder. */
function styleIn(master: FoundMaster, root: XmlElement, type: 'title' | 'body'): TextStyle {
  const shape = shapeOfType(master.root, type);
  return styleOf([
    child(root, 'p:defaultTextStyle'),
    find(master.root, 'p:txStyles', type === 'title' ? 'p:titleStyle' : 'p:bodyStyle'),
    shape && find(shape, 'p:txBody', 'a:lstStyle'),
  ]);
}

type Map = Readonly<Record<string, string>>;

const USUAL: Map = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };

/** What the names of colours come to under a colour map; names that it leaves out stand for what they usually do. */
export function colorsOn(theme: OfficeTheme, own: Map): Pick<Template, 'colors' | 'colorMap'> {
  const map = { ...USUAL, ...own };
  return { colors: mappedColors(theme, map), colorMap: pickMap(map) };
}

const isThemeSlot = (name: string | undefined): name is ThemeSlot => THEME_SLOTS.some((slot) => slot === name);

function pickMap(map: Map): Template['colorMap'] {
  const of = (name: string, usual: ThemeSlot): ThemeSlot => {
    const slot = map[name];
    return isThemeSlot(slot) ? slot : usual;
  };
  return { bg1: of('bg1', 'lt1'), tx1: of('tx1', 'dk1'), bg2: of('bg2', 'lt2'), tx2: of('tx2', 'dk2') };
}

/** The theme's colours as slides name them: a master may give its accents in another order. */
function mappedColors({ colors }: OfficeTheme, map: Map): Template['colors'] {
  const own = THEME_SLOTS.map((slot) => {
    const mapped = map[slot];
    return [slot, colors[isThemeSlot(mapped) ? mapped : slot]] as const;
  });
  return Object.fromEntries(own) as Record<ThemeSlot, string>;
}

/** The words in the footer of content slides, where the file has some: PowerPoint's own templates have none. */
function footerIn(placeholders: readonly Found[]): string {
  const text = placeholders.find(({ type }) => type === 'ftr')?.text ?? '';
  return /^[<‹[{].*[>›\]}]$|^(?:footer|fu(?:ß|ss)zeile|pied de page|pie de p)/i.test(text) ? '' : text;
}
