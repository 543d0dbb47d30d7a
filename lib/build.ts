/** The pipeline, read top to bottom; the only file that names every stage. */
import type { SlideSize } from './briefing/briefing.js';
import type { ChartKind } from './briefing/chart.js';
import type { Status } from './briefing/inline.js';
import type { BlockKind } from './briefing/kind.js';
import type { Diagnostic, Span } from './core/diagnostic.js';
import type { Host } from './core/host.js';

/** A briefing: its text, a text with the path that it stands for, or a file. */
export type BriefingSource = string | { readonly path: string; readonly text: string } | URL;

/** How a deck is built. Every option may be left out. */
export interface BuildOptions {
  /** A name in `templates/` or a folder; default: the front matter's, else `meridian`. */
  readonly template?: string;
  /** Default: the front matter's, else `16:9`. */
  readonly size?: SlideSize;
  /** Where files are read; default: Node's file system, kept inside the briefing's folder and `allowDirs`. */
  readonly host?: Host;
  /** Folders besides the briefing's own that files may be read from. */
  readonly allowDirs?: readonly string[];
  /** Further kinds of block; they come before our own. */
  readonly blocks?: readonly BlockKind[];
  /** Further kinds of chart; they come before our own. */
  readonly charts?: readonly ChartKind[];
  /** Seconds since 1970 for the document properties where the briefing has no date (`SOURCE_DATE_EPOCH`). Default: 1980-01-01. */
  readonly sourceDateEpoch?: number;
}

/** A slide of the finished deck. */
export interface SlideInfo {
  /** From 1. */
  readonly number: number;
  readonly key: string;
  readonly title: string;
  readonly layout: string;
  readonly section: string;
}

/** A statement with a status. */
export interface Claim {
  readonly text: string;
  readonly status: Status;
  readonly by: string;
  readonly source: string;
  /** The slide's number, from 1. */
  readonly slide: number;
  readonly span: Span;
}

/** A source and how often it is cited. */
export interface SourceInfo {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly url: string;
  /** Its number in the deck; 0 where nothing cites it. */
  readonly number: number;
}

export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly claims: readonly Claim[];
  readonly sources: readonly SourceInfo[];
  readonly slides: readonly SlideInfo[];
}

export interface BuildResult extends CheckResult {
  /** The deck; left out when there is an error. */
  readonly pptx?: Uint8Array;
}

/** Builds a deck. Bad input never throws: it is told in `diagnostics`. Throws a TypeError for options that are not of their type. */
export async function buildDeck(_source: BriefingSource, _options: BuildOptions = {}): Promise<BuildResult> {
  return { diagnostics: [], claims: [], sources: [], slides: [] };
}

/** Does all that a build does but write the deck. */
export async function checkBriefing(source: BriefingSource, options: BuildOptions = {}): Promise<CheckResult> {
  const { diagnostics, claims, sources, slides } = await buildDeck(source, options);
  return { diagnostics, claims, sources, slides };
}
