/** Logos in rows: as large to the eye as each other. */
import { asRead } from '../briefing/items.js';
import type { Place, PlaceContext } from '../briefing/kind.js';
import { captionBelow, captionHeight, panel, plainPicture, type Shown, shownRatio, tellNoSize } from '../briefing/pictures.js';
import { type Emu, emu, inches, type Size } from '../core/units.js';
import type { Item } from '../scene/scene.js';
import { backing } from '../template/ground.js';

/** A logo is this large, its area a square's; none is higher, or wider than its share of a cell. */
const LOGO = { area: inches(1) * inches(1), height: inches(1), share: 0.8 } as const;

interface LogoRow {
  readonly logos: readonly { readonly shown: Shown; readonly size: Size }[];
  /** Of the logos. */
  readonly band: Emu;
  /** With captions and the gap to the next row. */
  readonly height: Emu;
}

/** Logos in rows of cells of one width, as large to the eye as each other. */
function logoRows(pictures: readonly Shown[], width: Emu, context: PlaceContext): readonly LogoRow[] {
  const across = pictures.length <= 6 ? pictures.length : Math.ceil(pictures.length / 2);
  const cell = logoCell(across, width, context);
  const rows = Array.from({ length: Math.ceil(pictures.length / across) }, (_, row) => pictures.slice(row * across, (row + 1) * across));
  return rows.map((row) => {
    const logos = row.map((shown) => ({ shown, size: logoSize(shownRatio(shown), cell) }));
    const band = emu(Math.max(...logos.map(({ size }) => size.cy)));
    const captions = Math.max(...row.map((shown) => captionHeight(shown, cell, context)));
    return { logos, band, height: emu(band + captions + 4 * context.template.grid.unit) };
  });
}

/** The height of all rows, with the panels that they may need. */
export const logosHeight = (pictures: readonly Shown[], width: Emu, context: PlaceContext): Emu =>
  emu(logoRows(pictures, width, context).reduce((total, row) => total + row.height + 2 * context.template.grid.unit, 0));

const logoCell = (across: number, width: Emu, { template }: PlaceContext): Emu =>
  emu((width - template.grid.gutter * (across - 1)) / across);

function logoSize(ratio: number, cell: Emu): Size {
  const cx = Math.min(Math.sqrt(LOGO.area * ratio), cell * LOGO.share, LOGO.height * ratio);
  return { cx: emu(cx), cy: emu(cx / ratio) };
}

/** Logos in rows; where one of them would not be seen on the slide all of them stand on a panel. */
export function logos(pictures: readonly Shown[], { frame, id }: Place, context: PlaceContext): readonly Item[] {
  for (const shown of pictures) tellNoSize(shown, context);
  const rows = logoRows(pictures, frame.cx, context);
  const { template } = context;
  const cell = logoCell(rows[0]?.logos.length ?? 1, frame.cx, context);
  const [color] = pictures.flatMap(({ picture }) => backing(picture?.tone ?? null, template.palette.paper, template) ?? []);
  const margin = color ? template.grid.unit : 0;
  let y: number = frame.y;
  return rows.flatMap(({ logos, band, height }, row) => {
    const top = y;
    y += height + 2 * margin;
    const items = logos.flatMap(({ shown, size }, column) => {
      const x = frame.x + margin + column * (cell + template.grid.gutter);
      const own = { x: emu(x), y: emu(top + margin + (band - size.cy) / 2), ...size };
      const line = { x: emu(x), y: emu(top), cx: emu(cell - margin), cy: emu(band + 2 * margin) };
      const name = `${id}.${row + 1}.${column + 1}`;
      return [
        ...plainPicture({ ...shown, shares: true }, asRead(own, frame, template), name, context),
        ...captionBelow(shown, asRead(line, frame, template), line.cx, name, context),
      ];
    });
    const ground = { ...frame, y: emu(top), cy: emu(band + 2 * margin) };
    return color ? [panel(ground, color, `${id}.${row + 1}`), ...items] : items;
  });
}
