/** What every part of a drawing shares: the page that is drawn on, lengths as points, elements with short numbers. */
import { type Emu, type Rect, toPoints } from '../../core/units.js';
import { element, type XmlElement, type XmlNode } from '../../package/xml.js';
import type { Media, PathGeometry } from '../../scene/scene.js';
import type { FontFace } from '../../scene/text.js';
import type { Template } from '../../template/model.js';

/** The slide that is being drawn. */
export interface Page {
  readonly template: Template;
  readonly media: ReadonlyMap<string, Media>;
  /** Fonts for what the twins lack. */
  readonly faces: readonly FontFace[];
  /** Of the slide: the ids of its elements begin with it, so that several drawings may stand in one document. */
  readonly key: string;
  /** Of the slide, from 1. */
  readonly number: number;
  /** What fills refer to, by id; drawing adds to it. */
  readonly definitions: Map<string, XmlElement>;
}

/** A rectangle in points. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A frame in points. */
export const boxOf = (frame: Rect): Box => ({ x: toPoints(frame.x), y: toPoints(frame.y), w: toPoints(frame.cx), h: toPoints(frame.cy) });

/** A length in points. */
export const pt = (value: Emu): number => toPoints(value);

/** Two decimals: a hundredth of a point is not seen. */
export const short = (value: number): number => Math.round(value * 100) / 100 || 0;

export type Attributes = Readonly<Record<string, string | number | null>>;

/** An element; numbers are shortened. */
export const tag = (name: string, attributes: Attributes = {}, ...children: readonly (XmlNode | null)[]): XmlElement =>
  element(
    name,
    Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, typeof value === 'number' ? short(value) : value])),
    ...children,
  );

/** Path data: letters and numbers. */
export const pathData = (...words: readonly (string | number)[]): string =>
  words.map((word) => (typeof word === 'number' ? short(word) : word)).join(' ');

/** A path's commands, stretched to the frame. */
export function stretched({ width, height, commands }: PathGeometry, box: Box): string {
  const x = (value: number): number => box.x + (value / width) * box.w;
  const y = (value: number): number => box.y + (value / height) * box.h;
  return commands
    .map((command) => {
      if (command.op === 'close') return 'Z';
      if (command.op !== 'cubic') return pathData(command.op === 'move' ? 'M' : 'L', x(command.x), y(command.y));
      return pathData('C', x(command.x1), y(command.y1), x(command.x2), y(command.y2), x(command.x), y(command.y));
    })
    .join(' ');
}
