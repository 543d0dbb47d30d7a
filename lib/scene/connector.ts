/** Connectors: lines of upright and level pieces between two points, as PowerPoint draws them, and what they are glued to. */
import { emu, type Rect } from '../core/units.js';

/** A point of a slide in EMU. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What stands at the end of a line (ISO/IEC 29500-1, 20.1.10.33 ST_LineEndType); `cross` has no name there and stands as a diamond. */
export type LineHead = 'none' | 'triangle' | 'arrow' | 'oval' | 'diamond';

/** An item of the same slide, by its id, and one of the connection sites of its shape. */
export interface Glue {
  readonly item: string;
  readonly site: number;
}

/** How a line runs in its frame (20.1.10.56 ST_ShapeType, 20.1.7.6 a:xfrm). */
export interface Route {
  readonly preset: 'straightConnector1' | 'bentConnector2' | 'bentConnector3' | 'bentConnector4' | 'bentConnector5';
  /** Where it bends, in 1/100 000 of its width (first, third) and its height (second), measured along its first piece and across it. */
  readonly adjust: readonly number[];
  /** By a quarter, clockwise: its first piece is upright. */
  readonly turned: boolean;
  readonly flipX: boolean;
  readonly flipY: boolean;
}

const WHOLE = 100_000;

/**
 * The frame and route of a line through these points: two of them, or three to six whose pieces are level and upright in turn. Throws a
 * TypeError for fewer or more.
 */
export function routeThrough(points: readonly Point[]): { readonly frame: Rect; readonly route: Route } {
  const [start, second] = points;
  const last = points.at(-1);
  if (!start || !second || !last || points.length > 6) throw new TypeError(`no connector has ${points.length} points`);
  const turned = points.length > 2 && Math.abs(second.y - start.y) > Math.abs(second.x - start.x);
  // The first and third bend lie along the first piece, the second across it.
  const along = points.length > 3;
  const across = points.length > 4;
  const bends = turned ? { x: across, y: along } : { x: along, y: across };
  const end = { x: bends.x ? apart(start.x, last.x) : last.x, y: bends.y ? apart(start.y, last.y) : last.y };
  const frame = {
    x: emu(Math.min(start.x, end.x)),
    y: emu(Math.min(start.y, end.y)),
    cx: emu(Math.abs(end.x - start.x)),
    cy: emu(Math.abs(end.y - start.y)),
  };
  const [right, down] = [end.x >= start.x, end.y >= start.y];
  const adjust = points
    .slice(1, -2)
    .map(({ x, y }, index) =>
      Math.round(((index % 2 === 0) === turned ? (y - start.y) / (end.y - start.y) : (x - start.x) / (end.x - start.x)) * WHOLE),
    );
  const preset = points.length === 2 ? 'straightConnector1' : (`bentConnector${points.length - 1}` as Route['preset']);
  // A turned frame keeps its middle: its width is the height on the slide.
  return { frame, route: { preset, adjust, turned, flipX: turned ? !down : !right, flipY: turned ? right : !down } };
}

/** A point in EMU: bends are said as shares of a length, so PowerPoint, too, gives a connector this much where its ends lie above each other. */
const LEAST = 12_700;
const apart = (start: number, end: number): number => (Math.abs(end - start) < LEAST ? start + (end < start ? -LEAST : LEAST) : end);

/** The points that a line runs through, from its start to its end, on the slide. */
export function pointsOf(frame: Rect, route: Route | undefined): readonly Point[] {
  const { x, y, cx, cy } = frame;
  if (!route)
    return [
      { x, y },
      { x: x + cx, y: y + cy },
    ];
  const [w, h] = route.turned ? [cy, cx] : [cx, cy];
  const [a = 0, b = 0, c = 0] = route.adjust.map((share) => share / WHOLE);
  const middle = { x: x + cx / 2, y: y + cy / 2 };
  return localPoints(route.preset, w, h, [a, b, c]).map(([u, v]) => {
    const left = (route.flipX ? -1 : 1) * (u - w / 2);
    const top = (route.flipY ? -1 : 1) * (v - h / 2);
    return route.turned ? { x: middle.x - top, y: middle.y + left } : { x: middle.x + left, y: middle.y + top };
  });
}

/** The presets' own paths (ISO/IEC 29500-1, annex D). */
function localPoints(
  preset: Route['preset'],
  w: number,
  h: number,
  [a, b, c]: readonly [number, number, number],
): readonly (readonly [number, number])[] {
  switch (preset) {
    case 'straightConnector1':
      return [[0, 0], [w, h]]; // biome-ignore format: a path
    case 'bentConnector2':
      return [[0, 0], [w, 0], [w, h]]; // biome-ignore format: a path
    case 'bentConnector3':
      return [[0, 0], [w * a, 0], [w * a, h], [w, h]]; // biome-ignore format: a path
    case 'bentConnector4':
      return [[0, 0], [w * a, 0], [w * a, h * b], [w, h * b], [w, h]]; // biome-ignore format: a path
    case 'bentConnector5':
      return [[0, 0], [w * a, 0], [w * a, h * b], [w * c, h * b], [w * c, h], [w, h]]; // biome-ignore format: a path
  }
}
