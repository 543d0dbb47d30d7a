/** The theme part: colours, fonts, and a plain format scheme (ISO/IEC 29500-1, 20.1.6.9). */
import { THEME_SLOTS, type ThemeSlot } from '../../../core/color.js';
import { contentTypes, namespaces } from '../../../package/names.js';
import type { Part } from '../../../package/package.js';
import { element, type XmlElement, xmlDocument } from '../../../package/xml.js';
import type { FontSet, ThemeFonts } from '../../../scene/text.js';

/** What a theme says. */
export interface Theme {
  readonly name: string;
  readonly colors: Readonly<Record<ThemeSlot, string>>;
  readonly fonts: ThemeFonts;
}

/** A theme under the given part name. */
export const themePart = (part: string, theme: Theme): Part => ({
  name: part,
  contentType: contentTypes.theme,
  data: xmlDocument(themeXml(theme)),
  relationships: [],
});

const themeXml = ({ name, colors, fonts }: Theme): XmlElement =>
  element(
    'a:theme',
    { 'xmlns:a': namespaces.a, name },
    element(
      'a:themeElements',
      {},
      element(
        'a:clrScheme',
        { name },
        ...THEME_SLOTS.map((slot) => element(`a:${slot}`, {}, element('a:srgbClr', { val: colors[slot].toUpperCase() }))),
      ),
      element('a:fontScheme', { name }, fontsXml('a:majorFont', fonts.major), fontsXml('a:minorFont', fonts.minor)),
      formatXml(name),
    ),
    element('a:objectDefaults'),
    element('a:extraClrSchemeLst'),
  );

const fontsXml = (name: string, { latin, eastAsian, complex }: FontSet): XmlElement =>
  element(
    name,
    {},
    element('a:latin', { typeface: latin }),
    element('a:ea', { typeface: eastAsian }),
    element('a:cs', { typeface: complex }),
  );

/** Flat fills, three weights of line, no effects: each list needs three entries (20.1.4.1.14). */
function formatXml(name: string): XmlElement {
  const fill = (): XmlElement => element('a:solidFill', {}, element('a:schemeClr', { val: 'phClr' }));
  const line = (width: number): XmlElement =>
    element('a:ln', { w: width, cap: 'flat', cmpd: 'sng', algn: 'ctr' }, fill(), element('a:prstDash', { val: 'solid' }));
  const effect = (): XmlElement => element('a:effectStyle', {}, element('a:effectLst'));
  return element(
    'a:fmtScheme',
    { name },
    element('a:fillStyleLst', {}, fill(), fill(), fill()),
    element('a:lnStyleLst', {}, line(6_350), line(12_700), line(19_050)),
    element('a:effectStyleLst', {}, effect(), effect(), effect()),
    element('a:bgFillStyleLst', {}, fill(), fill(), fill()),
  );
}
