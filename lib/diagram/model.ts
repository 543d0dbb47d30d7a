/** Diagrams as their authors wrote them, without places: what Mermaid's parser made of a fence, in the field's own terms. Plain read-only data. */
import type { Span } from '../core/diagnostic.js';

/** Words with one look. */
export interface LabelPiece {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** What stands in or beside a part of a diagram: lines of pieces. */
export interface Label {
  readonly lines: readonly (readonly LabelPiece[])[];
  /** Of the words in the briefing; the whole fence where they could not be found. */
  readonly span: Span;
}

export type Direction = 'down' | 'up' | 'right' | 'left';

/** The shapes of nodes, by what they look like. */
export type NodeShape =
  | 'box'
  | 'round'
  | 'pill'
  | 'circle'
  | 'ellipse'
  | 'decision'
  | 'hexagon'
  | 'leanRight'
  | 'leanLeft'
  | 'cylinder'
  | 'subroutine'
  | 'trapezoid'
  | 'inverse'
  | 'flag';

export interface FlowNode {
  readonly id: string;
  readonly label: Label;
  readonly shape: NodeShape;
  /** As written; null: none. */
  readonly fill: string | null;
  /** Whether its outline is broken. */
  readonly dashed: boolean;
  readonly link: string | null;
  readonly tooltip: string;
  /** The innermost group that it stands in. */
  readonly group: string | null;
}

/** What stands at the end of an edge. */
export type EdgeHead = 'none' | 'point' | 'circle' | 'cross';

export interface FlowEdge {
  /** Ids of nodes or groups. */
  readonly from: string;
  readonly to: string;
  readonly label: Label | null;
  readonly line: 'solid' | 'dotted' | 'thick' | 'invisible';
  readonly heads: readonly [EdgeHead, EdgeHead];
  /** How many ranks it spans at least, from 1. */
  readonly length: number;
}

/** A framed part of a flowchart. */
export interface FlowGroup {
  readonly id: string;
  readonly label: Label;
  readonly parent: string | null;
}

export interface Flowchart {
  readonly kind: 'flowchart';
  readonly title: string;
  /** The author's own alternative text; empty where there is none. */
  readonly alt: string;
  readonly direction: Direction;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  /** Outer ones before those that they hold. */
  readonly groups: readonly FlowGroup[];
  /** Looks that are left out, in the author's words. */
  readonly left: readonly string[];
}

/** Who takes part in a sequence. */
export interface Participant {
  readonly id: string;
  readonly label: Label;
  readonly actor: boolean;
}

export type MessageHead = 'none' | 'point' | 'open' | 'cross';

export type SequenceStep =
  | {
      readonly type: 'message';
      readonly from: string;
      readonly to: string;
      readonly label: Label;
      readonly dashed: boolean;
      readonly heads: readonly [MessageHead, MessageHead];
      /** Its number; null: messages are not numbered. */
      readonly number: number | null;
    }
  | { readonly type: 'note'; readonly label: Label; readonly side: 'left' | 'right' | 'over'; readonly from: string; readonly to: string }
  | { readonly type: 'activate' | 'deactivate'; readonly participant: string }
  | { readonly type: 'open'; readonly frame: FrameName; readonly label: Label }
  /** A further part of a frame: `else`, `and`, `option`. */
  | { readonly type: 'divide'; readonly label: Label }
  | { readonly type: 'close' };

export type FrameName = 'loop' | 'alt' | 'opt' | 'par' | 'critical' | 'break' | 'rect';

export interface Sequence {
  readonly kind: 'sequence';
  readonly title: string;
  readonly alt: string;
  readonly participants: readonly Participant[];
  readonly steps: readonly SequenceStep[];
  readonly left: readonly string[];
}

export type Diagram = Flowchart | Sequence;

/** A label as one line of words. */
export const labelText = ({ lines }: Label): string =>
  lines
    .map((line) => line.map(({ text }) => text).join(''))
    .join(' ')
    .trim();
