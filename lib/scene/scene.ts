/**
 * Scene: slides of items at fixed frames. The waist of the pipeline: everything before it decides, everything after it only writes.
 * Plain read-only data; prints as JSON but for the bytes of its media.
 */
import type { ColorMap } from '../core/color.js';
import type { Emu, Rect, Size } from '../core/units.js';
import type { ChartSpec } from './chart.js';
import type { Glue, LineHead, Route } from './connector.js';
import { signsIn } from './formula.js';
import type { Dash, Fill, Stroke } from './paint.js';
import type { PathCommand } from './path.js';
import type { ShapePreset, Site } from './preset.js';
import type { Insets, Paragraph, Reveal, TextStyle } from './text.js';
import type { Transition } from './transition.js';

/** The kinds of placeholder that we use (ISO/IEC 29500-1, 19.7.10 ST_PlaceholderType). */
export type PlaceholderType = 'title' | 'ctrTitle' | 'subTitle' | 'body' | 'obj' | 'chart' | 'tbl' | 'pic' | 'dt' | 'ftr' | 'sldNum';

/** The placeholder of the slide's layout that an item fills. */
export interface PlaceholderRef {
  readonly type: PlaceholderType;
  /** 0: the title, which carries no idx. */
  readonly idx: number;
}

export type { Dash, Fill, Stroke };

interface ItemBase {
  /** Unique on the slide and stable: the block's key and what it is of it: `b3.text`. */
  readonly id: string;
  /** What PowerPoint's selection pane shows: `Title`, `Chart: R1 against o1`. */
  readonly name: string;
  readonly frame: Rect;
  /** Whether it comes by a click, or with what came before it; default: it is there from the start. */
  readonly reveal?: Reveal;
}

/** Text: in a placeholder, or a box of its own. */
export interface TextItem extends ItemBase {
  readonly type: 'text';
  readonly placeholder: PlaceholderRef | null;
  readonly paragraphs: readonly Paragraph[];
  /** Resolved: what the text looks like. A placeholder's own unless `sizes` says otherwise. */
  readonly style: TextStyle;
  /** Points per level, where the slide had to step its type down: said once, in the text's list style. `style` has them already. */
  readonly sizes: readonly number[] | null;
  readonly anchor: 'top' | 'middle' | 'bottom';
  readonly insets: Insets;
  /** Of a box of its own; a placeholder inherits. */
  readonly fill: Fill;
  readonly line: Stroke | null;
  /** The shape that it stands in, whose own place for text the insets are counted from; default: its frame, a box. */
  readonly geometry?: PresetGeometry | PathGeometry;
}

/** A preset shape (ISO/IEC 29500-1, 20.1.9.18). */
export interface PresetGeometry {
  readonly kind: 'preset';
  readonly preset: ShapePreset;
}

/** A path in its own coordinate space, stretched to the frame. */
export interface PathGeometry {
  readonly kind: 'path';
  readonly width: number;
  readonly height: number;
  readonly commands: readonly PathCommand[];
  /** Where connectors are glued, by index, in the path's space; default: nowhere. */
  readonly sites?: readonly Site[];
  /** Where text stands, in the path's space; default: in all of it. */
  readonly text?: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

export type { PathCommand };

/** A filled shape without text. */
export interface ShapeItem extends ItemBase {
  readonly type: 'shape';
  readonly geometry: PresetGeometry | PathGeometry;
  readonly fill: Fill;
  readonly line: Stroke | null;
  /** Art that says nothing: assistive technology passes over it. */
  readonly decorative: boolean;
  readonly alt: string;
}

/** A line: straight from the frame's upper left corner to its lower right one, unless it has a route. */
export interface LineItem extends ItemBase {
  readonly type: 'line';
  readonly stroke: Stroke;
  readonly decorative: boolean;
  readonly route?: Route;
  /** What stands at its start and its end; default: nothing. */
  readonly heads?: readonly [LineHead, LineHead];
  /** What it is glued to at its start and its end, so that it follows when that is moved; default: nothing. */
  readonly glue?: readonly [Glue | null, Glue | null];
}

/** What is cut away at each edge of a picture, as a fraction of it; where it is negative the frame has room to spare there. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * A picture. Stage 3 names the file that it comes from; what is made of all files at once, when frames are known, are the media of the scene
 * (`lib/media/develop.ts`), and `crop` is then what is still to be cut off them.
 */
export interface PictureItem extends ItemBase {
  readonly type: 'picture';
  readonly placeholder: PlaceholderRef | null;
  /** The id of a picture file, later of a Media of the scene. */
  readonly media: string;
  readonly crop: Crop;
  readonly alt: string;
  readonly decorative: boolean;
}

/** A cell of a table. */
export interface TableCell {
  readonly paragraphs: readonly Paragraph[];
  readonly anchor: 'top' | 'middle' | 'bottom';
  readonly insets: Insets;
  readonly fill: Fill;
  readonly top: Stroke | null;
  readonly bottom: Stroke | null;
  /** At the left and the right; default: none. */
  readonly sides?: Stroke;
}

/** A table; runs in its cells carry their size and colour themselves, for a table has no list style. */
export interface TableItem extends ItemBase {
  readonly type: 'table';
  readonly placeholder: PlaceholderRef | null;
  readonly columns: readonly Emu[];
  readonly rows: readonly { readonly height: Emu; readonly cells: readonly TableCell[] }[];
  /** The first row is a head: `firstRow` is set. */
  readonly header: boolean;
  readonly rightToLeft: boolean;
  /** Fills, lines and colours are the table style's: what the cells say of them is for drawing without it. */
  readonly styled: boolean;
  readonly alt: string;
  /** Looks of a cell's text, for drawing and measuring. */
  readonly style: TextStyle;
}

/** A native chart. */
export interface ChartItem extends ItemBase {
  readonly type: 'chart';
  readonly placeholder: PlaceholderRef | null;
  readonly chart: ChartSpec;
  readonly alt: string;
}

/** Items that move together; their frames are the slide's, not the group's. */
export interface GroupItem extends ItemBase {
  readonly type: 'group';
  readonly items: readonly Item[];
  /** What all of it shows; default: what its items say. */
  readonly alt?: string;
}

export type Item = TextItem | ShapeItem | LineItem | PictureItem | TableItem | ChartItem | GroupItem;

/** A picture's bytes, once a deck. */
export interface Media {
  /** Derived from the content. */
  readonly id: string;
  readonly extension: 'png' | 'jpg' | 'gif' | 'svg';
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** For `svg`: the id of the picture that readers without SVG show. */
  readonly fallback: string | null;
}

/** A slide. Items are in reading order, the title first. */
export interface SceneSlide {
  /** Stable over rebuilds: the author's `key`, or made from the title. Unique in the deck. */
  readonly key: string;
  /** Further names that links lead here by: the headings on the slide. */
  readonly anchors: readonly string[];
  /** The name of a layout of the template. */
  readonly layout: string;
  /** As text, for navigation. */
  readonly title: string;
  readonly items: readonly Item[];
  readonly notes: readonly Paragraph[];
  readonly hidden: boolean;
  /** The slide's own, where it stands on a picture; null: the master's. */
  readonly colorMap: ColorMap | null;
  /** How it comes in; null: as any other. */
  readonly transition: Transition | null;
}

/** A PowerPoint section. */
export interface SceneSection {
  readonly key: string;
  readonly name: string;
  readonly slides: readonly SceneSlide[];
}

/** What the document properties say. */
export interface Properties {
  readonly title: string;
  readonly subject: string;
  readonly authors: readonly string[];
  readonly company: string;
  readonly keywords: readonly string[];
  readonly lang: string;
  /** ISO 8601 date and time in UTC: `1980-01-01T00:00:00Z` where the briefing names no date. */
  readonly date: string;
  readonly marking: string;
}

/** A deck before it is written. */
export interface Scene {
  readonly size: Size;
  readonly properties: Properties;
  readonly sections: readonly SceneSection[];
  readonly media: readonly Media[];
  /** The hash of all that the deck was built from. */
  readonly hash: string;
}

/** All slides, in order. */
export const slidesOf = (scene: Scene): readonly SceneSlide[] => scene.sections.flatMap((section) => section.slides);

/** Calls `visit` for every item, groups before what they hold. */
export function visitItems(items: readonly Item[], visit: (item: Item) => void): void {
  for (const item of items) {
    visit(item);
    if (item.type === 'group') visitItems(item.items, visit);
  }
}

/** All words of a deck's slides, those of charts too, as one text. */
export function wordsIn(scene: Scene): string {
  const words: string[] = [];
  for (const slide of slidesOf(scene)) {
    visitItems(slide.items, (item) => {
      if (item.type === 'text') words.push(...item.paragraphs.map(drawnText));
      if (item.type === 'table') words.push(...item.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.map(drawnText))));
      if (item.type === 'chart')
        words.push(...item.chart.workbook.columns.flatMap((column) => [column.header, ...column.cells.map(String)]));
    });
  }
  return words.join('');
}

const drawnText = ({ inlines }: Paragraph): string =>
  inlines
    .map((inline) =>
      inline.type === 'break' ? '\n' : inline.type === 'equation' ? inline.equation.pieces.map(signsIn).join('') : inline.text,
    )
    .join('');
