/** A draft: a deck in spite of errors, in which each stands where it is. */
import { type Block, type Briefing, blocksOf, type Slide } from './briefing/briefing.js';
import { faultBlock } from './briefing/fault.js';
import { type Kinds, kindOf } from './briefing/kind.js';
import { wordsFor } from './briefing/words.js';
import type { Diagnostic, Span } from './core/diagnostic.js';
import { originOf, type SourceText } from './core/source.js';
import type { ReadFiles } from './files.js';

/** What errors are placed by. */
export interface DraftContext {
  readonly source: SourceText;
  readonly kinds: Kinds;
  readonly read: ReadFiles;
}

/**
 * The briefing with a frame in place of each block that has errors, and marked as a draft. An error of no block stands at the end of its slide.
 * The errors' places are those of their own files.
 */
export function drafted(briefing: Briefing, errors: readonly Diagnostic[], context: DraftContext): Briefing {
  if (errors.length === 0) return briefing;
  const slides = briefing.sections.flatMap((section) => section.slides);
  const ofBlocks = new Map<Block, Diagnostic[]>();
  const ofSlides = new Map<Slide, Diagnostic[]>();
  for (const error of errors) {
    const blocks = slides.flatMap(blocksOf).filter((block) => isAbout(error.span, block, context));
    for (const block of blocks) put(ofBlocks, block, error);
    const slide = blocks.length === 0 ? slideAt(error.span, slides, context) : undefined;
    if (slide) put(ofSlides, slide, error);
  }
  const inSlide = (slide: Slide): Slide => {
    const own = ofSlides.get(slide);
    const columns = slide.columns.map((column, index) => ({
      ...column,
      blocks: [
        ...column.blocks.map((block) => (ofBlocks.has(block) ? faultBlock(ofBlocks.get(block) ?? [], block.span) : block)),
        ...(own && index === 0 ? [faultBlock(own, slide.titleSpan)] : []),
      ],
    }));
    // What is too tall for its slide is parted, so that its error is seen.
    const attributes = own ? { ...slide.attributes, values: { ...slide.attributes.values, overflow: 'split' } } : slide.attributes;
    return { ...slide, attributes, columns };
  };
  const draft = wordsFor(briefing.meta.lang).draft;
  const marking = briefing.meta.marking === '' ? draft : `${draft} | ${briefing.meta.marking}`;
  return {
    ...briefing,
    meta: { ...briefing.meta, marking },
    sections: briefing.sections.map((section) => ({ ...section, slides: section.slides.map(inSlide) })),
  };
}

function put<K>(map: Map<K, Diagnostic[]>, key: K, error: Diagnostic): void {
  map.set(key, [...(map.get(key) ?? []), error]);
}

/** Whether a place lies in a block, or in a file of data that it names. */
function isAbout({ file, start }: Span, block: Block, { source, kinds, read }: DraftContext): boolean {
  const own = originOf(source, block.span);
  const end = Math.max(own.end.offset, own.start.offset + 1);
  if (file === own.file && own.start.offset <= start.offset && start.offset < end) return true;
  return (kindOf(block, kinds).files?.(block) ?? []).some((reference) => read.file(reference).path === file);
}

/** The last slide that starts before a place, in the place's own file. */
function slideAt({ file, start }: Span, slides: readonly Slide[], { source }: DraftContext): Slide | undefined {
  return slides.findLast((slide) => {
    const own = originOf(source, slide.span);
    return own.file === file && own.start.offset <= start.offset;
  });
}
