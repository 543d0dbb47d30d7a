/** Text styles as DrawingML: the levels that a placeholder or a text box hands down to its paragraphs. */
import { points } from '../../../core/units.js';
import { element, type XmlElement } from '../../../package/xml.js';
import { type LevelStyle, levelStyle, type TextStyle, type ThemeFonts } from '../../../scene/text.js';
import { solidFillXml } from './paint.js';

/** As PowerPoint names it on every platform; where it is missing, the reader's program finds another one. */
export const EMOJI_FONT = 'Segoe UI Emoji';

const LEVELS = 9;
export const ALIGN = { left: 'l', center: 'ctr', right: 'r' } as const;
/** From this size on letters are kerned, in hundredths of a point: as in Office's own themes. */
const KERN = 1200;

/** One level, `a:lvl1pPr` for level 0 (ISO/IEC 29500-1, 21.1.2.4.13): everything is said, so that nothing shines through from elsewhere. */
export const levelPropertiesXml = (style: LevelStyle, level: number, fonts: ThemeFonts): XmlElement =>
  element(
    `a:lvl${level + 1}pPr`,
    {
      marL: style.marginLeft,
      indent: style.indent,
      algn: ALIGN[style.align],
      rtl: style.rightToLeft ?? null,
      defTabSz: points(72),
      eaLnBrk: true,
      latinLnBrk: false,
      hangingPunct: true,
    },
    element('a:lnSpc', {}, element('a:spcPct', { val: Math.round(style.lineSpacing * 100_000) })),
    element('a:spcBef', {}, element('a:spcPts', { val: Math.round(style.spaceBefore * 100) })),
    element('a:spcAft', {}, element('a:spcPts', { val: Math.round(style.spaceAfter * 100) })),
    style.bullet && element('a:buClr', {}, ...solidFillXml(style.bullet.color).children),
    style.bullet && element('a:buFontTx'),
    style.bullet ? element('a:buChar', { char: style.bullet.character }) : element('a:buNone'),
    element(
      'a:defRPr',
      {
        sz: Math.round(style.size * 100),
        b: style.bold,
        i: style.italic,
        cap: style.capitals ? 'all' : 'none',
        kern: KERN,
      },
      solidFillXml(style.color),
      ...typefaces(style, fonts),
    ),
  );

function typefaces({ font, family }: LevelStyle, fonts: ThemeFonts): readonly XmlElement[] {
  if (family !== undefined) return typefacesOf(family, '+mn-ea', '+mn-cs');
  // A theme has no third family, so the monospace one is named; its East Asian text takes the body's.
  if (font === 'mono') return typefacesOf(fonts.mono, '+mn-ea', fonts.mono);
  const theme = font === 'major' ? '+mj' : '+mn';
  return typefacesOf(`${theme}-lt`, `${theme}-ea`, `${theme}-cs`);
}

const typefacesOf = (latin: string, eastAsian: string, complex: string): readonly XmlElement[] => [
  element('a:latin', { typeface: latin }),
  element('a:ea', { typeface: eastAsian }),
  element('a:cs', { typeface: complex }),
];

/** All nine levels under `name`: `a:lstStyle`, `p:titleStyle` …; a level past the style's last is like the last. */
export const listStyleXml = (style: TextStyle, name: string, fonts: ThemeFonts): XmlElement =>
  element(name, {}, ...Array.from({ length: LEVELS }, (_, level) => levelPropertiesXml(levelStyle(style, level), level, fonts)));
