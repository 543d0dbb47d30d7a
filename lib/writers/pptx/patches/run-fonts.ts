import { child, element } from '../../../package/xml.js';
import type { TextRun } from '../../../scene/text.js';
import { EMOJI_FONT } from '../parts/text.js';
import { inlines } from '../slides/slide.js';
import { putChild, RUN_ORDER } from './edit.js';
import type { Patch } from './patch.js';

/**
 * The monospace family for Latin and complex scripts; East Asian text keeps the theme's, for no monospace family has its letters. Emoji stand
 * in the font that PowerPoint itself puts them in.
 */
export const runFonts: Patch = {
  name: 'run-fonts',
  why: 'pptxgenjs writes one family for all scripts, unescaped (genXmlTextRunProperties)',
  apply(page) {
    for (const { inline, node } of inlines(page)) {
      const properties = child(node, 'a:rPr');
      if (!properties || inline.type !== 'run') continue;
      for (const [name, typeface] of familiesOf(inline, page.parts.template.fonts.mono)) {
        putChild(properties, element(name, { typeface }), RUN_ORDER);
      }
    }
  },
};

function familiesOf({ emoji, mono }: TextRun, family: string): readonly (readonly [name: string, typeface: string])[] {
  if (emoji) return ['a:latin', 'a:ea', 'a:cs'].map((name) => [name, EMOJI_FONT]);
  return mono ? ['a:latin', 'a:cs'].map((name) => [name, family]) : [];
}
