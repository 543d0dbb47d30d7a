/** What stands in a draft in place of a block that has errors. */
import type { Span } from '../core/diagnostic.js';
import type { Block } from './briefing.js';

/** An error as a draft's reader sees it. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  /** Where it is, in the file that it is about. */
  readonly span: Span;
}

export interface FaultBlock extends Block {
  readonly kind: 'fault';
  readonly faults: readonly Fault[];
}

/** The block that names these errors. */
export const faultBlock = (faults: readonly Fault[], span: Span): FaultBlock => ({ kind: 'fault', faults, span });
