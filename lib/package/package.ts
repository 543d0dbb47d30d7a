/** An Open Packaging Conventions package in memory (ISO/IEC 29500-2): parts, their types, and the relationships between them. */

/** A relationship of a part, or of the package itself. */
export interface Relationship {
  readonly id: string;
  /** The full type, `http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide`. */
  readonly type: string;
  /** Internal: an absolute part name, `/ppt/slides/slide1.xml`. External: an address. */
  readonly target: string;
  readonly external: boolean;
}

/** A part. */
export interface Part {
  /** Absolute: `/ppt/slides/slide1.xml`. */
  readonly name: string;
  readonly contentType: string;
  readonly data: string | Uint8Array;
  readonly relationships: readonly Relationship[];
  /** The bytes of its relationships, where they are kept as another program wrote them; they say what `relationships` says. */
  readonly relationshipsData?: Uint8Array;
}

/** Types by extension, and by part name where the extension does not say it; in the order in which they are written, repeated ones too. */
export interface ContentTypes {
  readonly defaults: readonly { readonly extension: string; readonly contentType: string }[];
  readonly overrides: readonly { readonly part: string; readonly contentType: string }[];
}

/** A package; parts in the order in which they are written. */
export interface Package {
  readonly parts: readonly Part[];
  readonly relationships: readonly Relationship[];
  /** Content types that are kept as another program wrote them; those of further parts are added. Default: none. */
  readonly contentTypes?: ContentTypes;
}
