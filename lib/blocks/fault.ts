/** A frame that names the errors of the block that should stand there: only in drafts. */

import type { Fault, FaultBlock } from '../briefing/fault.js';
import { textBox } from '../briefing/items.js';
import { defineBlock, type FrameKind, type PlaceContext } from '../briefing/kind.js';
import { type Emu, emu, points } from '../core/units.js';
import { type Paragraph, paragraph, run, type TextStyle } from '../scene/text.js';

const LINE = points(1.5);
/** Errors that a frame names; of more it says how many there are. */
const MOST = 4;

const kind: FrameKind<FaultBlock> = {
  name: 'fault',
  flow: 'frame',
  content: 'callout',
  stretches: false,
  parse: () => null,
  citations: () => [],
  claims: () => [],
  slots: () => 1,
  subtitle: () => [],
  height: (block, width, context) => emu(context.height(words(block), styleOf(context), inner(width, context)) + 2 * inset(context)),
  place(block, { frame, id }, context) {
    const own = { ...frame, cy: kind.height(block, frame.cx, context) };
    const edge = inset(context);
    const looks = {
      insets: { left: edge, top: edge, right: edge, bottom: edge },
      fill: { kind: 'solid', color: context.template.palette.panel },
      line: { color: context.template.palette.accent, width: LINE, dash: 'sysDash' },
    } as const;
    return [textBox(`${id}.fault`, 'Error', own, words(block), styleOf(context), looks)];
  },
  split: () => null,
};

const inset = ({ template }: PlaceContext): Emu => template.grid.unit;
const inner = (width: Emu, context: PlaceContext): Emu => emu(width - 2 * inset(context));
const styleOf = ({ template }: PlaceContext): TextStyle => template.styles.callout;

/** Each error in its sentence, and below it, smaller, where it is. */
function words({ faults }: FaultBlock): readonly Paragraph[] {
  const shown = faults.slice(0, MOST).flatMap(told);
  const more = faults.length - MOST;
  return more > 0 ? [...shown, line(`+ ${more}`, { bold: true })] : shown;
}

const told = ({ code, message, span }: Fault): readonly Paragraph[] => [
  line(message, { bold: true }),
  line(`${span.file.split(/[\\/]/).at(-1) ?? ''}:${span.start.line}:${span.start.column}  ${code}`, { size: SMALL }),
];

/** Points. */
const SMALL = 12;

/** Messages are in English, whatever the language of the deck. */
const line = (text: string, marks: Parameters<typeof run>[2]): Paragraph =>
  paragraph([run(text, 'en', marks)], { bullet: { kind: 'none' } });

export const faultKind = defineBlock(kind);
