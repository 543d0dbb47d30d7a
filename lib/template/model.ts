/** A template: brand data, resolved to frames and styles for one slide size. Plain read-only data. */
import type { Color, SchemeSlot, ThemeSlot } from '../core/color.js';
import type { Emu, Rect, Size } from '../core/units.js';
import type { Item, PlaceholderType } from '../scene/scene.js';
import type { Insets, TextStyle, ThemeFonts } from '../scene/text.js';

/** What a placeholder is for, whatever its type and position. */
export type Role =
  | 'title'
  | 'subtitle'
  | 'body'
  | 'heading'
  | 'chart'
  | 'table'
  | 'picture'
  | 'caption'
  | 'value'
  | 'label'
  | 'quote'
  | 'attribution'
  | 'statement'
  | 'number'
  | 'authors'
  | 'date'
  | 'footer'
  | 'slideNumber'
  | 'sources'
  | 'kicker'
  | 'contact'
  | 'details'
  | 'disclaimer';

/** A placeholder of a layout, with all that it hands down. */
export interface Placeholder {
  /** `Title`, `Body`, `Value 1`. */
  readonly name: string;
  readonly role: Role;
  readonly type: PlaceholderType;
  /** Unique in the layout; 0 for the title. */
  readonly idx: number;
  readonly frame: Rect;
  readonly style: TextStyle;
  readonly anchor: 'top' | 'middle' | 'bottom';
  readonly insets: Insets;
  /** What an empty one asks for. */
  readonly prompt: string;
}

/** What a region of a layout takes. `text` is running text (paragraphs, lists); the others are one block each. */
export type Content = 'text' | 'chart' | 'table' | 'picture' | 'code' | 'figures' | 'quote' | 'callout' | 'statement' | 'any';

/** A part of a layout that content is laid into: one placeholder, or several that belong together (the tiles of key figures). */
export interface Region {
  readonly accepts: readonly Content[];
  readonly frame: Rect;
  /** By idx, in the order in which a block fills them. */
  readonly placeholders: readonly number[];
}

/** What a layout is for. `content` layouts are chosen by what a slide holds; the others by what the slide is. */
export type LayoutPurpose = 'cover' | 'section' | 'agenda' | 'content' | 'sources' | 'closing' | 'blank';

/** A slide layout. */
export interface Layout {
  /** Unique: `Title and content`. */
  readonly name: string;
  /** Short and stable, as briefings name it: `{layout=comparison}`. */
  readonly key: string;
  readonly purpose: LayoutPurpose;
  /** ISO/IEC 29500-1, 19.7.15 ST_SlideLayoutType: `titleOnly`, `obj`, `cust` … */
  readonly type: string;
  readonly placeholders: readonly Placeholder[];
  /** In reading order; empty where blocks are laid freely into `body`. */
  readonly regions: readonly Region[];
  /** Where free blocks stand: the body band. */
  readonly body: Rect;
  /** Decorative; drawn on the layout, never on a slide. */
  readonly art: readonly Item[];
  /** `null`: the master's. */
  readonly background: Color | null;
  /** Whether the master's art shows. */
  readonly masterArt: boolean;
}

/** The styles of text by what it is; each with its levels. */
export interface Styles {
  readonly body: TextStyle;
  readonly heading: TextStyle;
  readonly table: TextStyle;
  readonly tableHead: TextStyle;
  readonly code: TextStyle;
  readonly callout: TextStyle;
  readonly quote: TextStyle;
  readonly attribution: TextStyle;
  readonly caption: TextStyle;
  readonly sources: TextStyle;
  readonly notes: TextStyle;
}

/** Steps by which type gives way, largest first; each step is the sizes of levels 0, 1, 2 in points. The first is the styles' own. */
export interface Ladder {
  readonly body: readonly (readonly number[])[];
  readonly table: readonly number[];
  readonly code: readonly number[];
  readonly title: readonly number[];
  readonly value: readonly number[];
}

/** Looks of tables. */
export interface TableLook {
  readonly styleId: string;
  readonly styleName: string;
  readonly head: { readonly color: Color; readonly width: Emu };
  readonly rule: { readonly color: Color; readonly width: Emu };
  readonly insets: Insets;
  readonly rowHeight: Emu;
  readonly highlight: Color;
}

/** Looks of the word behind a claim. */
export interface ClaimLook {
  /** Of the size of the text that it stands in. */
  readonly scale: number;
  readonly bold: boolean;
  readonly color: Color;
}

/** Looks of charts. Text sizes in points. */
export interface ChartLook {
  readonly message: Color;
  readonly comparison: Color;
  /** Further categories, in order. */
  readonly categories: readonly Color[];
  readonly counterpole: Color;
  readonly context: Color;
  readonly soft: Color;
  readonly rule: Color;
  readonly text: Color;
  readonly muted: Color;
  readonly paper: Color;
  readonly panel: Color;
  readonly size: { readonly wide: number; readonly narrow: number; readonly floor: number };
  /** From this width on a chart takes the wide size. */
  readonly wideFrom: Emu;
}

/** Colours that blocks ask for by meaning. */
export interface Palette {
  readonly ink: Color;
  readonly muted: Color;
  readonly paper: Color;
  readonly panel: Color;
  readonly accent: Color;
  readonly rule: Color;
  readonly link: Color;
}

/** The grid, as far as free blocks need it. */
export interface Grid {
  readonly margin: Emu;
  readonly columns: number;
  readonly columnWidth: Emu;
  readonly gutter: Emu;
  /** The unit of the vertical rhythm. */
  readonly unit: Emu;
}

/** A key of front matter that a brand can demand. */
export type Requirable =
  | 'title'
  | 'subtitle'
  | 'author'
  | 'date'
  | 'marking'
  | 'footer'
  | 'audience'
  | 'keywords'
  | 'as-of'
  | 'contact'
  | 'disclaimer';

/** A brand, ready for use. */
export interface Template {
  readonly name: string;
  /** As shown in PowerPoint: `Meridian`. */
  readonly title: string;
  /** What it is for, in a few words; may be empty. */
  readonly description: string;
  /** The same brand in other colours: `name:variant`. */
  readonly variants: readonly string[];
  readonly size: Size;
  /** Mirrored, for a deck that is read from right to left. */
  readonly rightToLeft: boolean;
  readonly colors: Readonly<Record<ThemeSlot, string>>;
  /** Which theme colour each of these names stands for on slides (`p:clrMap`). */
  readonly colorMap: Readonly<Record<'bg1' | 'tx1' | 'bg2' | 'tx2', ThemeSlot>>;
  readonly fonts: ThemeFonts;
  readonly grid: Grid;
  readonly palette: Palette;
  readonly styles: Styles;
  readonly ladder: Ladder;
  readonly table: TableLook;
  readonly claims: ClaimLook;
  readonly chart: ChartLook;
  readonly master: {
    readonly background: Color;
    readonly art: readonly Item[];
    readonly placeholders: readonly Placeholder[];
    readonly title: TextStyle;
    readonly body: TextStyle;
    readonly other: TextStyle;
  };
  readonly layouts: readonly Layout[];
  /** The footer where the briefing gives none. */
  readonly footer: string;
  /** Stands at the head of notes and handouts, whose pages measure 7.5 by 10 inches. */
  readonly logo: readonly Item[];
  /** Keys of front matter that every briefing in this brand must have. */
  readonly required: readonly Requirable[];
  /** What the brand says on the closing slide where the briefing says nothing else; empty where nothing. */
  readonly disclaimer: string;
  /** Company for the document properties. */
  readonly company: string;
}

export type { SchemeSlot };
