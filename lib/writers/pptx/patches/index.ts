/** What we mend of pptxgenjs, in the order in which it is applied. */
import type { DrawnSlide } from '../slides/slide.js';
import { altText } from './alt-text.js';
import { bullets } from './bullets.js';
import { charts } from './charts.js';
import { colorMaps } from './color-maps.js';
import { connectors } from './connectors.js';
import { creationIds } from './creation-ids.js';
import { directions } from './directions.js';
import { emptyText } from './empty-text.js';
import { equations } from './equations.js';
import { fields } from './fields.js';
import { fills } from './fills.js';
import { geometries } from './geometries.js';
import { glue } from './glue.js';
import { groups } from './groups.js';
import { languages } from './languages.js';
import { lineBreaks } from './line-breaks.js';
import { links } from './links.js';
import { names } from './names.js';
import { paragraphEnds } from './paragraph-ends.js';
import { paragraphProperties } from './paragraph-properties.js';
import type { Patch } from './patch.js';
import { pictures } from './pictures.js';
import { placeholders } from './placeholders.js';
import { relationships } from './relationships.js';
import { runColors } from './run-colors.js';
import { runFonts } from './run-fonts.js';
import { runSizes } from './run-sizes.js';
import { runWeights } from './run-weights.js';
import { shapeIds } from './shape-ids.js';
import { slideNames } from './slide-names.js';
import { tableCells } from './table-cells.js';
import { tableStyles } from './table-styles.js';
import { textBoxes } from './text-boxes.js';
import { zeroSpacing } from './zero-spacing.js';

/** All patches: text, then shapes, then what holds the slide together. */
export const patches: readonly Patch[] = [
  paragraphProperties,
  bullets,
  zeroSpacing,
  directions,
  runSizes,
  runWeights,
  runColors,
  runFonts,
  links,
  languages,
  lineBreaks,
  fields,
  paragraphEnds,
  textBoxes,
  geometries,
  fills,
  connectors,
  emptyText,
  tableStyles,
  tableCells,
  slideNames,
  colorMaps,
  pictures,
  charts,
  placeholders,
  groups,
  names,
  altText,
  creationIds,
  shapeIds,
  glue,
  relationships,
  equations,
];

/** Applies every patch to a slide, in place. */
export const patchSlide = (page: DrawnSlide): void => {
  for (const patch of patches) patch.apply(page);
};
