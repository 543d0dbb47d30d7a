/** What a slide's text says of itself besides its words: which way each paragraph runs, and in which language each word is. */

import type { Item, SceneSlide } from '../scene/scene.js';
import { withScriptRuns } from '../scene/script-runs.js';
import { type Align, type LevelStyle, levelStyle, type Paragraph, plainText, type TextStyle } from '../scene/text.js';
import { isRightToLeftIn } from '../text/direction.js';

/** What the texts of a slide share. */
interface Deck {
  /** BCP 47. */
  readonly lang: string;
  readonly rightToLeft: boolean;
}

/** The slide with the direction of each paragraph and the language of each run; `notes` is the style of its notes. */
export const withScripts = (slide: SceneSlide, deck: Deck, notes: TextStyle): SceneSlide => ({
  ...slide,
  items: slide.items.map((item) => itemWithScripts(item, deck)),
  notes: slide.notes.map((item) => withScript(item, notes, deck)),
});

function itemWithScripts(item: Item, deck: Deck): Item {
  switch (item.type) {
    case 'text':
      return { ...item, paragraphs: item.paragraphs.map((paragraph) => withScript(paragraph, item.style, deck)) };
    case 'table':
      return {
        ...item,
        rows: item.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({
            ...cell,
            paragraphs: cell.paragraphs.map((paragraph) => withScript(paragraph, item.style, deck)),
          })),
        })),
      };
    case 'group':
      return { ...item, items: item.items.map((inner) => itemWithScripts(inner, deck)) };
    default:
      return item;
  }
}

function withScript(paragraph: Paragraph, style: TextStyle, deck: Deck): Paragraph {
  const text = plainText(paragraph);
  const level = levelStyle(style, paragraph.level);
  const rightToLeft = runsRightToLeft(paragraph, text, level, deck);
  const turned = rightToLeft !== (level.rightToLeft ?? false);
  const align = paragraph.align ?? (turned ? OPPOSITE[level.align] : null);
  return { ...withScriptRuns(paragraph, deck.lang), align, rightToLeft };
}

const OPPOSITE: Readonly<Record<Align, Align>> = { left: 'right', center: 'center', right: 'left' };

/** Code runs from left to right whatever its letters; the items of a list stand all on the side of the deck. */
function runsRightToLeft({ bullet }: Paragraph, text: string, level: LevelStyle, { rightToLeft }: Deck): boolean {
  if (level.font === 'mono' && !level.rightToLeft) return false;
  const listed = bullet.kind === 'inherit' ? level.bullet !== null : bullet.kind !== 'none';
  return (rightToLeft && listed) || isRightToLeftIn(text, rightToLeft);
}
