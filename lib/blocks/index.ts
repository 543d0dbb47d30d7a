/** The table of block kinds; the first that reads a node has it. A new kind is one new file and one line here. */
import type { BlockKind, TextKind } from '../briefing/kind.js';
import { calloutKind } from './callout.js';
import { chartKind } from './chart.js';
import { codeKind } from './code.js';
import { diagramKind } from './diagram.js';
import { equationKind } from './equation.js';
import { faultKind } from './fault.js';
import { headingKind } from './heading.js';
import { imageKind } from './image.js';
import { kpiKind } from './kpi.js';
import { listKind } from './list.js';
import { paragraphKind } from './paragraph.js';
import { quoteKind } from './quote.js';
import { tableKind } from './table.js';

const textKinds = [paragraphKind, headingKind, listKind, equationKind].filter((kind): kind is TextKind => kind.flow === 'text');

/** All kinds of block that the library knows. */
export const blockKinds: readonly BlockKind[] = [
  ...textKinds,
  chartKind,
  kpiKind,
  diagramKind,
  codeKind,
  tableKind,
  imageKind,
  quoteKind,
  calloutKind(textKinds),
  faultKind,
];
