/** Sequence diagrams, read from what Mermaid's parser left. */
import type { LabelReader } from './label.js';
import type { FrameName, MessageHead, Sequence, SequenceStep } from './model.js';

/** The part of Mermaid's SequenceDB that we read. */
interface SequenceDb {
  getActors(): ReadonlyMap<string, { readonly name: string; readonly description: string; readonly type?: string; readonly box?: unknown }>;
  getMessages(): readonly Message[];
  readonly LINETYPE: Readonly<Record<string, number>>;
  readonly PLACEMENT: Readonly<Record<string, number>>;
  getDiagramTitle(): string;
  getAccDescription?(): string;
  getCreatedActors(): { readonly size: number };
  getDestroyedActors(): { readonly size: number };
}

interface Message {
  readonly from?: string;
  readonly to?: string;
  readonly message?: unknown;
  readonly type: number;
  readonly placement?: number;
}

/** Lines by Mermaid's names: whether they are dashed, and their heads. */
const LINES: Readonly<Record<string, readonly [dashed: boolean, start: MessageHead, end: MessageHead]>> = {
  SOLID: [false, 'none', 'point'],
  DOTTED: [true, 'none', 'point'],
  SOLID_CROSS: [false, 'none', 'cross'],
  DOTTED_CROSS: [true, 'none', 'cross'],
  SOLID_OPEN: [false, 'none', 'none'],
  DOTTED_OPEN: [true, 'none', 'none'],
  SOLID_POINT: [false, 'none', 'open'],
  DOTTED_POINT: [true, 'none', 'open'],
  BIDIRECTIONAL_SOLID: [false, 'point', 'point'],
  BIDIRECTIONAL_DOTTED: [true, 'point', 'point'],
};

const FRAMES: Readonly<Record<string, FrameName>> = {
  LOOP: 'loop',
  ALT: 'alt',
  OPT: 'opt',
  PAR: 'par',
  PAR_OVER: 'par',
  CRITICAL: 'critical',
  BREAK: 'break',
  RECT: 'rect',
};
const DIVIDERS: ReadonlySet<string> = new Set(['ALT_ELSE', 'PAR_AND', 'CRITICAL_OPTION']);

export function readSequence(db: unknown, title: string, label: LabelReader): Sequence {
  const sequence = db as SequenceDb;
  const actors = [...sequence.getActors().values()];
  const participants = actors.map(({ name, description, type }) => ({ id: name, label: label(description), actor: type === 'actor' }));
  const left = [
    ...(actors.some(({ box }) => box) ? ['the box around participants'] : []),
    ...(sequence.getCreatedActors().size > 0 ? ['where a participant is created'] : []),
    ...(sequence.getDestroyedActors().size > 0 ? ['where a participant is destroyed'] : []),
  ];
  return {
    kind: 'sequence',
    title: title || (sequence.getDiagramTitle() ?? ''),
    alt: sequence.getAccDescription?.() ?? '',
    participants,
    steps: stepsOf(sequence, label, left),
    left,
  };
}

function stepsOf(db: SequenceDb, label: LabelReader, left: string[]): readonly SequenceStep[] {
  const names = new Map(Object.entries(db.LINETYPE).map(([name, number]) => [number, name]));
  const sides = new Map(Object.entries(db.PLACEMENT).map(([name, number]) => [number, name]));
  let numbering = { visible: false, next: 1, step: 1 };
  return db.getMessages().flatMap((message): readonly SequenceStep[] => {
    const name = names.get(message.type) ?? '';
    const { from = '', to = from } = message;
    const words = typeof message.message === 'string' ? message.message : '';
    if (name === 'AUTONUMBER') {
      const {
        start,
        step,
        visible = true,
      } = message.message as { readonly start?: number; readonly step?: number; readonly visible?: boolean };
      numbering = { visible, next: start ?? numbering.next, step: step ?? 1 };
      return [];
    }
    if (name === 'NOTE') {
      const side = ({ LEFTOF: 'left', RIGHTOF: 'right' } as const)[sides.get(message.placement ?? -1) ?? ''] ?? 'over';
      return [{ type: 'note', label: label(words), side, from, to }];
    }
    if (name === 'ACTIVE_START' || name === 'ACTIVE_END')
      return [{ type: name === 'ACTIVE_START' ? 'activate' : 'deactivate', participant: from }];
    if (DIVIDERS.has(name)) return [{ type: 'divide', label: label(words) }];
    const [, frame = '', edge = ''] = /^(.*)_(START|END)$/.exec(name) ?? [];
    const frameName = FRAMES[frame];
    if (frameName)
      return [edge === 'START' ? { type: 'open', frame: frameName, label: label(frameName === 'rect' ? '' : words) } : { type: 'close' }];
    const line = LINES[name];
    if (!line) left.push(`the end of a line (${name.toLowerCase().replaceAll('_', ' ')})`);
    const [dashed, start, end] = line ?? [name.includes('DOTTED'), 'none', 'point'];
    const number = numbering.visible ? numbering.next : null;
    if (number !== null) numbering = { ...numbering, next: number + numbering.step };
    return [{ type: 'message', from, to, label: label(words), dashed, heads: [start, end], number }];
  });
}
