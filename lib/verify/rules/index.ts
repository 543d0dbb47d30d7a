/** The rules, in the order in which they are held against a deck. */

import type { PackageView } from '../../package/view.js';
import type { Deck } from '../deck.js';
import type { Rule } from '../rule.js';
import { altTexts } from './alt-texts.js';
import { archive } from './archive.js';
import { backgrounds } from './backgrounds.js';
import { chartAxes } from './chart-axes.js';
import { chartCaches } from './chart-caches.js';
import { chartWorkbooks } from './chart-workbooks.js';
import { contentTypes } from './content-types.js';
import { creationIds } from './creation-ids.js';
import { equations } from './equations.js';
import { frames } from './frames.js';
import { hyperlinks } from './hyperlinks.js';
import { layoutIds } from './layout-ids.js';
import { lines } from './lines.js';
import { media } from './media.js';
import { notes } from './notes.js';
import { placeholders } from './placeholders.js';
import { relationshipIds } from './relationship-ids.js';
import { relationshipTargets } from './relationship-targets.js';
import { relationships } from './relationships.js';
import { sections } from './sections.js';
import { shapeIds } from './shape-ids.js';
import { slideIds } from './slide-ids.js';
import { structure } from './structure.js';
import { tables } from './tables.js';
import { textBodies } from './text-bodies.js';
import { texts } from './texts.js';
import { themes } from './themes.js';
import { timing } from './timing.js';
import { titles } from './titles.js';
import { unreachableParts } from './unreachable-parts.js';
import { unusedRelationships } from './unused-relationships.js';
import { wellFormed } from './well-formed.js';
import { workbookTables } from './workbook-tables.js';

/** What must hold of any package: of the deck, and of the workbooks in it. */
export const packageRules: readonly Rule<PackageView>[] = [
  archive,
  wellFormed,
  contentTypes,
  relationships,
  relationshipIds,
  unusedRelationships,
  unreachableParts,
];

/** What must hold of a workbook besides. */
export const workbookRules: readonly Rule<PackageView>[] = [workbookTables];

/** What must hold of a deck besides. */
export const deckRules: readonly Rule<Deck>[] = [
  relationshipTargets,
  structure,
  slideIds,
  layoutIds,
  themes,
  notes,
  sections,
  creationIds,
  shapeIds,
  timing,
  textBodies,
  backgrounds,
  lines,
  texts,
  titles,
  placeholders,
  frames,
  tables,
  hyperlinks,
  equations,
  altTexts,
  media,
  chartAxes,
  chartWorkbooks,
  chartCaches,
];
