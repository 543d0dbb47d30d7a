/** Art of masters and layouts: shapes, lines and drawings. */
import { type Emu, emu, type Rect } from '../core/units.js';
import { cropToFill, NO_CROP, ratioOf } from '../media/crop.js';
import type { Item, ShapeItem } from '../scene/scene.js';
import { type Context, colorOf, lookUp, type Path, resolveFrame, strokeOf } from './context.js';
import { mirrored, parsePath, placeDrawing } from './drawing.js';
import type { ArtData, DrawingData } from './schema.js';

/** Art by the names under which a layout uses it. */
export const namedArt = (names: readonly string[], path: Path, context: Context): readonly Item[] =>
  names.flatMap((name, index) => {
    const entries = lookUp(context.data.art, name, 'art', [...path, index], context) ?? [];
    return entries.flatMap((data, at) => artItems(data, `art.${name}.${at + 1}`, ['art', name, at], context));
  });

/** The items of one piece; `top` is added to its y. */
export function artItems(data: ArtData, id: string, path: Path, context: Context, top: Emu = emu(0)): readonly Item[] {
  const frame = resolveFrame(data, path, context, top);
  const base = { id, name: data.name, frame };
  switch (data.draw) {
    case 'line':
      return [{ ...base, type: 'line', stroke: strokeOf(data.stroke, [...path, 'stroke'], context), decorative: true }];
    case 'drawing':
      return drawn(data, id, frame, path, context);
    default:
      return [
        {
          ...base,
          type: 'shape',
          geometry: { kind: 'preset', preset: data.draw },
          fill: { kind: 'solid', color: colorOf(data.fill, [...path, 'fill'], context) },
          line: null,
          decorative: true,
          alt: '',
        },
      ];
  }
}

type DrawingUse = ArtData & { draw: 'drawing' };

function drawn(data: DrawingUse, id: string, frame: Rect, path: Path, context: Context): readonly Item[] {
  const drawing = lookUp(context.data.drawings, data.drawing, 'drawing', [...path, 'drawing'], context);
  if (!drawing) return [];
  const file = (data.fill === undefined ? undefined : drawing.recolored) ?? drawing.file;
  if (file !== undefined) return shown(file, data, id, frame, context);
  const { width, height, paths } = drawing;
  if (width === undefined || height === undefined || paths === undefined) {
    context.fault(['drawings', data.drawing], 'needs "width", "height" and "paths", or "file"', 'write {file: assets/logo.svg}');
    return [];
  }
  const placed = placeDrawing(width, height, frame, data);
  const items = paths.map((_, index) => pathShape({ width, height, paths }, data, index, id, placed, context));
  return [{ type: 'group', id, name: data.name, frame: placed, items }];
}

/** A picture at its frame; what is too much for one that it must fill is cut off. One that could not be read has been told already. */
function shown(file: string, { name, ...place }: DrawingUse, id: string, frame: Rect, { pictures }: Context): readonly Item[] {
  const picture = pictures.get(file);
  if (!picture) return [];
  const whole = place.fit === 'contain';
  return [
    {
      type: 'picture',
      id,
      name,
      frame: whole ? placeDrawing(picture.width, picture.height, frame, place) : frame,
      placeholder: null,
      media: picture.id,
      crop: whole ? NO_CROP : cropToFill(frame, ratioOf(picture), { x: 0.5, y: 0.5 }),
      alt: '',
      decorative: true,
    },
  ];
}

/** A drawing of paths. */
interface Paths {
  readonly width: number;
  readonly height: number;
  readonly paths: NonNullable<DrawingData['paths']>;
}

function pathShape(drawing: Paths, use: DrawingUse, index: number, id: string, frame: Rect, context: Context): ShapeItem {
  const path = ['drawings', use.drawing, 'paths', index];
  const { data = '', fill, stroke } = drawing.paths[index] ?? {};
  const commands = parsePath(data);
  if (!commands) context.fault([...path, 'data'], 'is not path data', 'use M, L, H, V, C and Z with absolute coordinates');
  return {
    type: 'shape',
    id: `${id}.${index + 1}`,
    name: `${use.name} ${index + 1}`,
    frame,
    geometry: {
      kind: 'path',
      width: drawing.width,
      height: drawing.height,
      commands: use.mirrored ? mirrored(commands ?? [], drawing.width) : (commands ?? []),
    },
    fill: fill === undefined ? { kind: 'none' } : { kind: 'solid', color: colorOf(use.fill ?? fill, [...path, 'fill'], context) },
    line: stroke === undefined ? null : strokeOf({ ...stroke, color: use.fill ?? stroke.color }, [...path, 'stroke'], context),
    decorative: true,
    alt: '',
  };
}
