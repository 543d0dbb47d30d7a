/** Whether the people who get a deck have its fonts. */
import { closest } from '../core/suggest.js';
import type { Fault } from './context.js';
import type { TemplateData } from './schema.js';

/**
 * Families that Office brings along on Windows and on a Mac, or fetches by itself
 * ("Cloud fonts in Office" and "Fonts that are installed with Microsoft Office", support.microsoft.com).
 */
const OFFICE = [
  'Abadi, Angsana New, Aparajita, Aptos, Aptos Display, Aptos Mono, Aptos Narrow, Aptos SemiBold, Aptos Serif, Arial, Arial Black, Arial Narrow, Arial Nova',
  'Avenir Next LT Pro, Bahnschrift, Baskerville Old Face, Bell MT, Bembo, Bierstadt, Bodoni MT, Book Antiqua, Bookman Old Style, Browallia New',
  'Calibri, Calibri Light, Calisto MT, Cambria, Candara, Cascadia Code, Cascadia Mono, Century, Century Gothic, Century Schoolbook, Comic Sans MS, Consolas, Constantia',
  'Corbel, Cordia New, Courier New, Dante, David, Ebrima, Elephant, Franklin Gothic Book, Franklin Gothic Demi, Franklin Gothic Medium, Gabriola, Garamond, Georgia',
  'Georgia Pro, Gill Sans MT, Gill Sans Nova, Goudy Old Style, Grandview, Grotesque, Impact, Leelawadee, Leelawadee UI, Lucida Console, Lucida Sans, Lucida Sans Unicode',
  'Mangal, Microsoft Sans Serif, Miriam, Modern Love, MV Boli, Neue Haas Grotesk Text Pro, Nirmala UI, Palatino Linotype, Perpetua, Posterama, Rockwell, Rockwell Nova',
  'Sabon Next LT, Sakkal Majalla, Seaford, Segoe Print, Segoe Script, Segoe UI, Segoe UI Light, Segoe UI Semibold, Simplified Arabic, Sitka, Skeena, Sylfaen, Tahoma',
  'Tenorite, Times New Roman, Trade Gothic Next, Traditional Arabic, Trebuchet MS, Tw Cen MT, Univers, Verdana, Verdana Pro, Walbaum Display',
  'Batang, DengXian, DFKai-SB, Dotum, FangSong, Gulim, KaiTi, Malgun Gothic, Meiryo, Meiryo UI, Microsoft JhengHei, Microsoft JhengHei UI, Microsoft YaHei',
  'Microsoft YaHei UI, MingLiU, MS Gothic, MS Mincho, MS PGothic, MS PMincho, NSimSun, PMingLiU, SimHei, SimSun, UD Digi Kyokasho N-R, Yu Gothic, Yu Gothic UI, Yu Mincho',
]
  .join(', ')
  .split(', ');

const KNOWN: ReadonlySet<string> = new Set(OFFICE.map((name) => name.toLowerCase()));

/** Fonts of a template that Office does not bring along, each at its place: whoever lacks one sees another, of other widths. */
export function fontFaults({ fonts }: TemplateData): readonly Fault[] {
  const named = (['major', 'minor'] as const).flatMap((set) =>
    (['latin', 'eastAsian', 'complex'] as const).map((script) => [['fonts', set, script], fonts[set][script]] as const),
  );
  return [...named, [['fonts', 'mono'], fonts.mono] as const].flatMap(([path, name]): readonly Fault[] => {
    if (name === '' || KNOWN.has(name.toLowerCase())) return [];
    const near = closest(name, OFFICE);
    const hint =
      near === null
        ? 'install it wherever the deck is opened, or take one that Office has: Aptos, Arial, Calibri, Georgia'
        : `did you mean "${near}"?`;
    return [
      { path, message: `Office does not bring the font "${name}" along: another stands in for it, with other line ends`, hints: [hint] },
    ];
  });
}
