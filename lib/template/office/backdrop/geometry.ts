/** Outlines of shapes as paths in their own space: presets and custom geometry (ISO/IEC 29500-1, 20.1.9.8 and 20.1.9.18). */
import { child, elements, find, type XmlElement } from '../../../package/xml.js';
import type { PathCommand, PathGeometry } from '../../../scene/scene.js';
import { ANGLE, type Definition, type Guides, guidesOf } from './guides.js';
import { PRESETS } from './presets.js';

/** One path of an outline. */
export interface Outline {
  readonly geometry: PathGeometry;
  readonly filled: boolean;
  readonly stroked: boolean;
}

type Point = readonly [x: number, y: number];

/** The outline of a shape `w` wide and `h` high, in EMU; a string names the preset that we do not know. A shape without geometry is a rectangle. */
export function outlineOf(properties: XmlElement | undefined, w: number, h: number): readonly Outline[] | string {
  const custom = properties && child(properties, 'a:custGeom');
  if (custom) return customOutline(custom, w, h);
  const preset = properties && child(properties, 'a:prstGeom');
  const name = preset?.attributes.prst ?? 'rect';
  const known = Object.hasOwn(PRESETS, name) ? PRESETS[name] : undefined;
  if (!known) return name;
  const own = preset ? definitionsIn(child(preset, 'a:avLst')) : [];
  const adjust = Object.entries(known.adjust ?? {}).map(([key, value]): Definition => [key, `val ${value}`]);
  const further = (known.guides ?? '').split(';').flatMap((text): readonly Definition[] => {
    const [key = '', ...formula] = text.trim().split(' ');
    return key === '' ? [] : [[key, formula.join(' ')]];
  });
  const commands = commandsOf(known.path.split(' '), guidesOf(w, h, [...adjust, ...own, ...further]));
  return [{ geometry: { kind: 'path', width: w, height: h, commands }, filled: known.open !== true, stroked: true }];
}

const definitionsIn = (list: XmlElement | undefined): readonly Definition[] =>
  (list ? elements(list, 'a:gd') : []).map(({ attributes }) => [attributes.name ?? '', attributes.fmla ?? '']);

function customOutline(custom: XmlElement, w: number, h: number): readonly Outline[] {
  const guides = guidesOf(w, h, [...definitionsIn(child(custom, 'a:avLst')), ...definitionsIn(child(custom, 'a:gdLst'))]);
  return elements(child(custom, 'a:pathLst') ?? custom, 'a:path').flatMap((path) => {
    const { attributes } = path;
    const [width, height] = [Number(attributes.w ?? 0) || w, Number(attributes.h ?? 0) || h];
    const commands = commandsOf(elements(path).flatMap(wordsOf), guides);
    const stroked = attributes.stroke !== '0' && attributes.stroke !== 'false';
    return commands.length === 0
      ? []
      : [{ geometry: { kind: 'path' as const, width, height, commands }, filled: attributes.fill !== 'none', stroked }];
  });
}

const LETTERS: Readonly<Record<string, string>> = {
  'a:moveTo': 'M',
  'a:lnTo': 'L',
  'a:cubicBezTo': 'C',
  'a:quadBezTo': 'Q',
  'a:arcTo': 'A',
  'a:close': 'Z',
};

/** An element of a path, as the words of a preset's. */
function wordsOf(node: XmlElement): readonly string[] {
  const letter = LETTERS[node.name];
  if (letter === undefined) return [];
  const { wR = '0', hR = '0', stAng = '0', swAng = '0' } = node.attributes;
  if (letter === 'A') return [letter, wR, hR, stAng, swAng];
  return [letter, ...elements(node, 'a:pt').flatMap(({ attributes }) => [attributes.x ?? '0', attributes.y ?? '0'])];
}

const COUNTS: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, Q: 4, A: 4, Z: 0 };

function commandsOf(words: readonly string[], guides: Guides): readonly PathCommand[] {
  const commands: PathCommand[] = [];
  let pen: Point = [0, 0];
  for (let at = 0; at < words.length; ) {
    const letter = words[at] ?? '';
    const count = COUNTS[letter] ?? 0;
    const made = commandOf(letter, words.slice(at + 1, at + 1 + count).map(guides), pen);
    commands.push(...made);
    const last = made.at(-1);
    if (last && last.op !== 'close') pen = [last.x, last.y];
    at += 1 + count;
  }
  return commands;
}

function commandOf(letter: string, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[], [x, y]: Point): readonly PathCommand[] {
  switch (letter) {
    case 'M':
      return [{ op: 'move', x: a, y: b }];
    case 'L':
      return [{ op: 'line', x: a, y: b }];
    case 'C':
      return [{ op: 'cubic', x1: a, y1: b, x2: c, y2: d, x: e, y: f }];
    case 'Q':
      return [
        {
          op: 'cubic',
          x1: x + (2 / 3) * (a - x),
          y1: y + (2 / 3) * (b - y),
          x2: c + (2 / 3) * (a - c),
          y2: d + (2 / 3) * (b - d),
          x: c,
          y: d,
        },
      ];
    case 'A':
      return arc([x, y], [a, b], angleIn(c, a, b), d);
    case 'Z':
      return [{ op: 'close' }];
    default:
      return [];
  }
}

/** The parameter of an ellipse at which a ray of this angle meets it, in radians. */
const angleIn = (angle: number, rx: number, ry: number): number => {
  const radian = ((angle / ANGLE) * Math.PI) / 180;
  return rx === ry ? radian : Math.atan2(rx * Math.sin(radian), ry * Math.cos(radian));
};

/** An arc from the pen as cubic curves, none of more than a quarter. */
function arc([x, y]: Point, [rx, ry]: Point, start: number, sweep: number): readonly PathCommand[] {
  const total = ((sweep / ANGLE) * Math.PI) / 180;
  const steps = Math.max(1, Math.ceil(Math.abs(total) / (Math.PI / 2) - 1e-9));
  const step = total / steps;
  const bend = (4 / 3) * Math.tan(step / 4);
  const [cx, cy] = [x - rx * Math.cos(start), y - ry * Math.sin(start)];
  return Array.from({ length: steps }, (_, n): PathCommand => {
    const [from, to] = [start + n * step, start + (n + 1) * step];
    const [cosFrom, sinFrom, cosTo, sinTo] = [Math.cos(from), Math.sin(from), Math.cos(to), Math.sin(to)];
    return {
      op: 'cubic',
      x1: cx + rx * (cosFrom - bend * sinFrom),
      y1: cy + ry * (sinFrom + bend * cosFrom),
      x2: cx + rx * (cosTo + bend * sinTo),
      y2: cy + ry * (sinTo - bend * cosTo),
      x: cx + rx * cosTo,
      y: cy + ry * sinTo,
    };
  });
}

/** Whether a shape has an outline of its own. */
export const hasGeometry = (properties: XmlElement): boolean =>
  find(properties, 'a:prstGeom') !== undefined || find(properties, 'a:custGeom') !== undefined;
