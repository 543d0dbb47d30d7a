/** A sequence as items: lifelines with a connection site for each message, heads, frames, notes, messages. */
import { chartWordsFor } from '../briefing/chart-words.js';
import { textBox } from '../briefing/items.js';
import type { Place, PlaceContext } from '../briefing/kind.js';
import { type Statement, statement } from '../briefing/statement.js';
import { emu, points, type Rect, rect } from '../core/units.js';
import { labelText, type MessageHead, type Sequence } from '../diagram/model.js';
import { NO_FILL, solid, stroke } from '../plot/paint.js';
import { type LineHead, routeThrough } from '../scene/connector.js';
import type { Site } from '../scene/preset.js';
import type { GroupItem, Item, LineItem, ShapeItem, TextItem } from '../scene/scene.js';
import { labelInlines, labelStyle } from './diagram-label.js';
import {
  deepest,
  type FittedSequence,
  fitSequence,
  type Row,
  type SequencePart,
  sequenceLines,
  stepWords,
  wordsBox,
} from './sequence-fit.js';

/** Points. */
const LINE = { outline: 1, message: 1.25, frame: 0.75 } as const;
/** In the type's size. */
const BAR = 0.5;
const HEADS: Readonly<Record<MessageHead, LineHead>> = { none: 'none', point: 'triangle', open: 'arrow', cross: 'diamond' };

/** What a sequence is drawn with; lengths from the corner of the slide. */
interface Drawing {
  readonly part: SequencePart;
  readonly fitted: FittedSequence;
  readonly id: string;
  readonly context: PlaceContext;
  readonly em: number;
  readonly x: number;
  readonly y: number;
  /** Sites of lifelines, in the order in which messages ask for them. */
  readonly sites: Map<string, Site[]>;
}

export const sequenceStatements = ({ participants, steps }: Sequence): readonly Statement[] =>
  [...participants, ...steps].flatMap((one) =>
    'label' in one && one.label.lines.length > 0 ? [statement('label', labelInlines(one.label), one.label.span)] : [],
  );

export function sequenceItems(part: SequencePart, { frame, id }: Place, context: PlaceContext): readonly Item[] {
  const fitted = fitSequence(part, frame, context);
  if (!fitted) return [];
  const x = frame.x + (frame.cx - fitted.width) / 2;
  const drawing: Drawing = { part, fitted, id, context, em: points(fitted.size), x, y: frame.y, sites: new Map() };
  const messages = fitted.rows.flatMap((row, index) => messageItems(row, index, drawing));
  const items: readonly Item[] = [
    ...part.sequence.participants.map((one, index) => lifeline(one.id, labelText(one.label), index, drawing)),
    ...activations(drawing),
    ...frameItems(drawing),
    ...part.sequence.participants.map((one, index) => headItem(one, index, drawing)),
    ...fitted.rows.flatMap((row, index) => noteItem(row, index, drawing)),
    ...messages,
  ];
  const { title } = part.sequence;
  const group: GroupItem = {
    type: 'group',
    id: `${id}.diagram`,
    name: `Sequence${title ? `: ${title}` : ''}`,
    frame: rect(x, frame.y, fitted.width + 1, fitted.height + 1),
    items,
    alt: altOf(part, context),
  };
  return [group];
}

/** Characters. */
const LONGEST = 1000;

function altOf(part: SequencePart, { lang }: PlaceContext): string {
  if (part.sequence.alt !== '') return part.sequence.alt;
  const words = chartWordsFor(lang);
  const all = `${words.kinds.sequence ?? 'Sequence diagram'}${words.colon}${sequenceLines(part).join(words.semicolon)}`;
  return all.length > LONGEST ? `${all.slice(0, LONGEST)}…` : all;
}

const lifelineId = (participant: string, { part, id }: Drawing): string =>
  `${id}.lifeline${part.sequence.participants.findIndex((one) => one.id === participant) + 1}`;

function lifeline(participant: string, name: string, index: number, drawing: Drawing): ShapeItem {
  const { fitted, context, em, x, y, id } = drawing;
  const [cx, cy] = [em * BAR, fitted.height - fitted.start];
  return {
    type: 'shape',
    id: `${id}.lifeline${index + 1}`,
    name: `Lifeline: ${name}`,
    frame: rect(x + (fitted.columns.get(participant) ?? 0) - cx / 2, y + fitted.start, cx, cy),
    geometry: {
      kind: 'path',
      width: cx,
      height: cy,
      commands: [
        { op: 'move', x: cx / 2, y: 0 },
        { op: 'line', x: cx / 2, y: cy },
      ],
      sites: [...sidesOf(cx, cy), ...(drawing.sites.get(participant) ?? [])],
    },
    fill: NO_FILL,
    line: stroke(context.template.chart.context, LINE.outline, 'sysDash'),
    decorative: true,
    alt: '',
  };
}

function headItem({ id, label, actor }: Sequence['participants'][number], index: number, drawing: Drawing): TextItem {
  const { fitted, context, x, y } = drawing;
  const { cx, cy } = fitted.heads.get(id) ?? { cx: 0, cy: 0 };
  const { palette, chart } = context.template;
  const frame = rect(x + (fitted.columns.get(id) ?? 0) - cx / 2, y + fitted.start - cy, cx, cy);
  const words = context.paragraph(labelInlines(label), {}, fitted.size);
  const looks = { anchor: 'middle', fill: solid(palette.panel), line: stroke(chart.context, LINE.outline) } as const;
  const box = textBox(`${drawing.id}.head${index + 1}`, labelText(label) || id, frame, [words], labelStyle(context, fitted.size), looks);
  return actor ? { ...box, geometry: { kind: 'preset', preset: 'roundRect' } } : box;
}

/** Each stretch in which a participant is active; one that began on an earlier slide begins at the top. */
function activations(drawing: Drawing): readonly ShapeItem[] {
  const { fitted, context, em, x, y, id } = drawing;
  const { rows } = fitted;
  const bars = [...fitted.columns.keys()].flatMap((participant) => {
    const open = Array.from({ length: activeBefore(participant, drawing.part) }, () => fitted.start);
    const found: { readonly from: number; readonly to: number }[] = [];
    rows.forEach(({ step, top }) => {
      if ((step.type !== 'activate' && step.type !== 'deactivate') || step.participant !== participant) return;
      if (step.type === 'activate') open.push(top - em * 0.1);
      else found.push({ from: open.pop() ?? fitted.start, to: top });
    });
    return [...found, ...open.map((from) => ({ from, to: fitted.height }))].map((bar) => ({ ...bar, participant }));
  });
  return bars.map(({ participant, from, to }, index) => ({
    type: 'shape',
    id: `${id}.active${index + 1}`,
    name: 'Activation',
    frame: rect(x + (fitted.columns.get(participant) ?? 0) - (em * BAR) / 2, y + from, em * BAR, Math.max(to - from, em * BAR)),
    geometry: { kind: 'preset', preset: 'rect' },
    fill: solid(context.template.chart.soft),
    line: null,
    decorative: true,
    alt: '',
  }));
}

function activeBefore(participant: string, { sequence, from }: SequencePart): number {
  return sequence.steps
    .slice(0, from)
    .reduce(
      (count, step) =>
        step.type === 'activate' && step.participant === participant
          ? count + 1
          : step.type === 'deactivate' && step.participant === participant
            ? count - 1
            : count,
      0,
    );
}

/** LibreOffice takes the first four sites of any shape for the middles of its sides: so they are, and messages have those behind them. */
const FIRST = 4;
const sidesOf = (cx: number, cy: number): readonly Site[] => [
  { x: cx / 2, y: 0, side: 'top' },
  { x: 0, y: cy / 2, side: 'left' },
  { x: cx / 2, y: cy, side: 'bottom' },
  { x: cx, y: cy / 2, side: 'right' },
];

/** A site on a lifeline, at a height of the sequence. */
function siteAt(participant: string, at: number, side: 'left' | 'right', { sites, em, fitted }: Drawing): number {
  const known = sites.get(participant) ?? [];
  sites.set(participant, known);
  return known.push({ x: (em * BAR) / 2, y: at - fitted.start, side }) + FIRST - 1;
}

/** A message's line, then its words, which stand above it. */
function messageItems(row: Row, index: number, drawing: Drawing): readonly Item[] {
  const { step, words, top, height } = row;
  if (step.type !== 'message') return [];
  const { fitted, context, em, x, y, id } = drawing;
  const [from, to] = [fitted.columns.get(step.from) ?? 0, fitted.columns.get(step.to) ?? 0];
  const self = step.from === step.to;
  const [start, end] = self ? [top + words.cy, top + height - em * 0.4] : [top + words.cy + em * 0.1, top + words.cy + em * 0.1];
  const side = to >= from ? 'right' : 'left';
  const out = em * 1.4;
  const way = self ? [[from, start], [from + out, start], [from + out, end], [to, end]] : [[from, start], [to, end]]; // biome-ignore format: a path
  const line: LineItem = {
    type: 'line',
    id: `${id}.message${index + 1}`,
    name: `Message: ${labelText(step.label)}`,
    ...routeThrough(way.map(([left = 0, down = 0]) => ({ x: Math.round(x + left), y: Math.round(y + down) }))),
    stroke: stroke(context.template.palette.muted, LINE.message, step.dashed ? 'dash' : 'solid'),
    decorative: true,
    heads: [HEADS[step.heads[0]], HEADS[step.heads[1]]],
    // LibreOffice leads a line from a shape to itself round all of it.
    ...(self
      ? {}
      : {
          glue: [
            { item: lifelineId(step.from, drawing), site: siteAt(step.from, start, side, drawing) },
            { item: lifelineId(step.to, drawing), site: siteAt(step.to, end, side === 'right' ? 'left' : 'right', drawing) },
          ] as const,
        }),
  };
  const place = wordsBox(row, fitted.columns, em);
  if (!place || words.cx === 0) return [line];
  return [
    line,
    wordsItem(`${line.id}.label`, `Label: ${labelText(step.label)}`, row, rect(x + place.x, y + place.y, words.cx, words.cy), drawing),
  ];
}

const wordsItem = (id: string, name: string, { step }: Row, frame: Rect, { context, fitted }: Drawing): TextItem =>
  textBox(id, name, frame, stepWords(step, context, fitted.size), labelStyle(context, fitted.size), {
    fill: solid(context.template.palette.paper),
  });

function noteItem(row: Row, index: number, drawing: Drawing): readonly TextItem[] {
  const { step, words } = row;
  const place = wordsBox(row, drawing.fitted.columns, drawing.em);
  if (step.type !== 'note' || !place) return [];
  const { x, y, em, context, id } = drawing;
  const pad = em * 0.25;
  const frame = rect(x + place.x - pad, y + place.y - pad / 2, words.cx + 2 * pad, words.cy + pad);
  const item = wordsItem(`${id}.note${index + 1}`, 'Note', row, frame, drawing);
  const { palette } = context.template;
  const inset = emu(pad);
  return [
    {
      ...item,
      insets: { left: inset, top: emu(pad / 2 - 1), right: inset, bottom: emu(0) },
      fill: solid(palette.panel),
      line: stroke(palette.accent, LINE.frame),
    },
  ];
}

/** Frames of loops and alternatives, outer ones first, with what they are called; one that goes on over slides is framed on each. */
function frameItems(drawing: Drawing): readonly Item[] {
  const { fitted, part, em, x, y, id, context } = drawing;
  const before = part.sequence.steps.slice(0, part.from);
  const inherited = before.filter(({ type }) => type === 'open').length - before.filter(({ type }) => type === 'close').length;
  const open: { readonly top: number; readonly depth: number; readonly row: Row | null }[] = Array.from(
    { length: inherited },
    (_, depth) => ({
      top: fitted.start + em * 0.2,
      depth,
      row: null,
    }),
  );
  const frames: { readonly top: number; readonly bottom: number; readonly depth: number; readonly row: Row | null }[] = [];
  const dividers: { readonly row: Row; readonly depth: number }[] = [];
  for (const row of fitted.rows) {
    if (row.step.type === 'open') open.push({ top: row.top, depth: open.length, row });
    if (row.step.type === 'divide') dividers.push({ row, depth: open.length - 1 });
    const last = row.step.type === 'close' ? open.pop() : undefined;
    if (last) frames.push({ ...last, bottom: row.top + em * 0.3 });
  }
  frames.push(...open.map((one) => ({ ...one, bottom: fitted.height - em * 0.1 })));
  const levels = Math.max(deepest(fitted.rows.map(({ step }) => step)), inherited + 1);
  const inset = (depth: number): number => (depth * em * 0.8 * (levels - 1 || 1)) / levels;
  const wide = (depth: number): readonly [number, number] => [x + inset(depth), fitted.width - 2 * inset(depth)];
  const { palette, chart } = context.template;
  const title = (row: Row, depth: number, name: string): readonly Item[] => {
    const [left] = wide(depth);
    if (row.words.cx === 0) return [];
    const frame = rect(left + em * 0.3, y + row.top + em * 0.15, row.words.cx, row.words.cy);
    return [{ ...wordsItem(name, 'Frame: title', row, frame, drawing), style: labelStyle(context, fitted.size, 'left') }];
  };
  return [...frames]
    .sort((a, b) => a.depth - b.depth)
    .flatMap(({ top, bottom, depth, row }, index): readonly Item[] => {
      const [left, width] = wide(depth);
      const area: ShapeItem = {
        type: 'shape',
        id: `${id}.frame${index + 1}`,
        name: 'Frame',
        frame: rect(left, y + top, width, bottom - top),
        geometry: { kind: 'preset', preset: 'rect' },
        fill: NO_FILL,
        line: stroke(chart.context, LINE.frame),
        decorative: true,
        alt: '',
      };
      return [area, ...(row ? title(row, depth, `${area.id}.title`) : [])];
    })
    .concat(
      dividers.flatMap(({ row, depth }, index): readonly Item[] => {
        const [left, width] = wide(depth);
        const line: LineItem = {
          type: 'line',
          id: `${id}.divider${index + 1}`,
          name: 'Frame: divider',
          frame: rect(left, y + row.top, width, 0),
          stroke: stroke(palette.rule, LINE.frame, 'dash'),
          decorative: true,
        };
        return [line, ...title(row, depth, `${line.id}.title`)];
      }),
    );
}
