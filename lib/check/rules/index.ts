/** The rules, in the order of their documentation. A new rule is one new file and one line here. */
import type { Rule } from '../rule.js';
import { altText } from './alt-text.js';
import { chartSource } from './chart-source.js';
import { chartStanding } from './chart-standing.js';
import { claimAsFact } from './claim-as-fact.js';
import { contrast } from './contrast.js';
import { duration } from './duration.js';
import { factDiffers } from './fact-differs.js';
import { figureInSource } from './figure-in-source.js';
import { figureSource } from './figure-source.js';
import { headerRow } from './header-row.js';
import { headingLevels } from './heading-levels.js';
import { linkText } from './link-text.js';
import { mergedCells } from './merged-cells.js';
import { readingOrder } from './reading-order.js';
import { sectionName } from './section-name.js';
import { slideItems } from './slide-items.js';
import { slideLevels } from './slide-levels.js';
import { slideWords } from './slide-words.js';
import { sourceAddress } from './source-address.js';
import { sourceDate } from './source-date.js';
import { sourceUnknown } from './source-unknown.js';
import { sourceUnused } from './source-unused.js';
import { titleLength } from './title-length.js';
import { titleMessage } from './title-message.js';
import { titleMissing } from './title-missing.js';
import { titleRepeated } from './title-repeated.js';
import { twoValues } from './two-values.js';

export const rules: readonly Rule[] = [
  figureSource,
  figureInSource,
  twoValues,
  claimAsFact,
  chartSource,
  chartStanding,
  factDiffers,
  sourceUnknown,
  sourceUnused,
  sourceAddress,
  sourceDate,
  titleMissing,
  titleRepeated,
  titleLength,
  titleMessage,
  slideWords,
  slideItems,
  slideLevels,
  headingLevels,
  duration,
  altText,
  sectionName,
  headerRow,
  mergedCells,
  linkText,
  readingOrder,
  contrast,
];
