/** A table as the author wrote it. */
import type { Block } from '../briefing/briefing.js';
import type { Inline } from '../briefing/inline.js';
import type { Span } from '../core/diagnostic.js';
import type { Align } from '../scene/text.js';

export interface Cell {
  readonly inlines: readonly Inline[];
  readonly span: Span;
}

export interface TableBlock extends Block {
  readonly kind: 'table';
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** As the author says, else right for columns of figures, else left. */
  readonly align: readonly Align[];
  /** Which columns hold figures: there an empty cell is a missing figure, elsewhere it says nothing. */
  readonly figures: readonly boolean[];
  /** The share of the width that each column has, where the table is a part of one: all parts look the same. Null: as its words ask for. */
  readonly shares: readonly number[] | null;
}

/** All cells of a table, the head first. */
export const cellsOf = (block: TableBlock): readonly Cell[] => [...block.header, ...block.rows.flat()];

/** What stands where a figure is missing. */
export const MISSING = '–';
