/** The blocks of a briefing: what they name, and the briefing with what their files hold. */
import { type Block, type Briefing, blocksOf, type FileReference, type Section } from './briefing/briefing.js';
import type { ChartKind } from './briefing/chart.js';
import { expandedData, type Names } from './briefing/expression.js';
import { type Kinds, kindOf } from './briefing/kind.js';
import { diagnostic, type Sink, type Span } from './core/diagnostic.js';
import type { DiagramSource, Diagrams } from './diagram/index.js';
import type { ReadFiles } from './files.js';
import type { Highlighter } from './highlight/index.js';

/** The languages of its listings. */
export const languagesOf = (briefing: Briefing, kinds: Kinds): readonly string[] =>
  allBlocks(briefing).flatMap((block) => kindOf(block, kinds).language?.(block) || []);

/** The diagrams that its blocks hold. */
export const diagramsOf = (briefing: Briefing, kinds: Kinds): readonly DiagramSource[] =>
  allBlocks(briefing).flatMap((block) => kindOf(block, kinds).diagram?.(block) ?? []);

/** The files that its blocks name. */
export const referencesOf = (briefing: Briefing, kinds: Kinds): readonly FileReference[] =>
  allBlocks(briefing).flatMap((block) => kindOf(block, kinds).files?.(block) ?? []);

const allBlocks = ({ sections }: Briefing): readonly Block[] => sections.flatMap((section) => section.slides).flatMap(blocksOf);

/** What blocks are completed with. */
export interface Found {
  readonly charts: readonly ChartKind[];
  readonly read: ReadFiles;
  readonly names: Names | null;
  readonly highlighter: Highlighter;
  readonly diagrams: Diagrams;
  readonly sink: Sink;
}

/** The briefing with what its files hold. */
export function resolved(briefing: Briefing, kinds: Kinds, { charts, read, names, highlighter, diagrams, sink }: Found): Briefing {
  const expand = (text: string, span: Span): string =>
    names ? expandedData(text, names, (why, code) => sink(diagnostic('error', code, why, span))) : text;
  const context = { sink, lang: briefing.meta.lang, charts, file: read.file, expand, highlighter, diagrams };
  const complete = (block: Block): Block => {
    const own = kindOf(block, kinds).resolve?.(block, context) ?? block;
    return own.kind === block.kind ? own : complete(own);
  };
  const inSection = (section: Section): Section => ({
    ...section,
    slides: section.slides.map((slide) => ({
      ...slide,
      columns: slide.columns.map((column) => ({
        ...column,
        blocks: column.blocks.map(complete),
      })),
    })),
  });
  return { ...briefing, sections: briefing.sections.map(inSection) };
}
