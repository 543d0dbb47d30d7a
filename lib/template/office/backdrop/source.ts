/** What the art of a master or a layout is read with. */
import type { Part } from '../../../package/package.js';
import type { XmlElement } from '../../../package/xml.js';
import type { InkTheme } from './inks.js';

/** A master or a layout, and what its art takes from elsewhere. */
export interface Source {
  /** The master or layout that holds the art. */
  readonly part: Part;
  readonly parts: ReadonlyMap<string, Part>;
  readonly theme: InkTheme;
  /** The theme's lists of fills, lines and backgrounds. */
  readonly formats: XmlElement | undefined;
  /** The part that pictures of the theme's own fills belong to. */
  readonly themePart: Part | null;
  /** List styles below all text that is no placeholder's. */
  readonly textStyles: readonly (XmlElement | undefined)[];
  /** Takes what we cannot draw, in words. */
  readonly skip: (what: string) => void;
}
