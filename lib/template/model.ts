/** A template: brand data, resolved to frames and styles for one slide size. Plain read-only data. */
import type { Color, SchemeSlot, ThemeSlot } from '../core/color.js';
import type { Emu, Rect, Size } from '../core/units.js';
import type { ContentTypes, Part, Relationship } from '../package/package.js';
import type { Item, Media, PlaceholderType } from '../scene/scene.js';
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
  /** The layout has no placeholder for this: its text stands in a box of its own, at this frame and in this style. */
  readonly box: boolean;
  /** Sizes by which running text in it gives way, as `Ladder.body`; null: the template's own ladder, where its style is the body's. */
  readonly rungs: Ladder['body'] | null;
  /** How the file that it was read from has it; null: it is one of ours. */
  readonly origin: PlaceholderOrigin | null;
}

/** A placeholder as its own file has it: what a slide need not say, and what it must. */
export interface PlaceholderOrigin {
  /** The attributes of `p:ph` by which a slide finds it. */
  readonly mark: Readonly<Record<string, string>>;
  /** What a slide inherits. */
  readonly style: TextStyle;
  /** Whether it inherits looks at all: some programs give them to the prompt alone, and a slide must say all of its own. */
  readonly inherits: boolean;
  /** Its frame on slides, insets included, where we keep to a part of what it has; null: a slide inherits it. */
  readonly frame: Rect | null;
  /** Attributes of `a:bodyPr` that a slide must say: what it inherits would let text run out of its frame. */
  readonly body: Readonly<Record<string, string>>;
  /** Whether a slide must say that its text is not scaled. */
  readonly scaled: boolean;
}

/** What a region of a layout takes. `text` is running text (paragraphs, lists); the others are one block each. */
export type Content = 'text' | 'chart' | 'table' | 'picture' | 'code' | 'figures' | 'quote' | 'callout' | 'statement' | 'any';

/** A part of a layout that content is laid into: one placeholder, or several that belong together (the tiles of key figures). */
export interface Region {
  readonly accepts: readonly Content[];
  readonly frame: Rect;
  /** By idx, in the order in which a block fills them. */
  readonly placeholders: readonly number[];
  /** A block's subtitle may stand at the region's own head, where the layout has no placeholder for it. */
  readonly headroom: boolean;
}

/** What a layout is for. `content` layouts are chosen by what a slide holds, `named` ones only where an author names them; the others by what the slide is. */
export type LayoutPurpose = 'cover' | 'section' | 'agenda' | 'content' | 'named' | 'sources' | 'closing' | 'blank';

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
  /** Keys of layouts that the template does not have and for which this is the nearest. */
  readonly serves: readonly string[];
  /** Where it lies in the file that it was read from; null: it is one of ours. */
  readonly origin: LayoutOrigin | null;
}

/** A layout as its own file has it. */
export interface LayoutOrigin {
  /** Its part. */
  readonly part: string;
  /** The colour map that slides of this layout take in place of their master's; null: the master's. */
  readonly colorMap: Readonly<Record<string, string>> | null;
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
  /** Whether the titles of a deck step down together: a company's may be so large that few would keep their size. */
  readonly even: boolean;
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
  /** Fills, lines and colours come from the table style alone: it is the company's, and cells say none of their own. */
  readonly styled: boolean;
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
  /** What the pictures of its art and its logo show. */
  readonly media: readonly Media[];
  /** The presentation that it was read from; null: a template of our own format. */
  readonly file: TemplateFile | null;
}

/** Where the slides of a company's template go: nowhere, or before or behind the deck's own. */
export type TemplateSlides = 'none' | 'before' | 'after';

/** A presentation as template: what of it goes into every deck, byte for byte. */
export interface TemplateFile {
  /** Every part that is kept, in the order of the archive; what was removed is in none of them. */
  readonly parts: readonly Part[];
  /** The package's own relationships. */
  readonly relationships: readonly Relationship[];
  readonly contentTypes: ContentTypes;
  /** The part of the presentation. */
  readonly presentation: string;
  readonly slides: TemplateSlides;
}

export type { SchemeSlot };
