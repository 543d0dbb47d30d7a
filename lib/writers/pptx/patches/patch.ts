/** What a patch is. */
import type { DrawnSlide } from '../slides/slide.js';

/** Mends one defect of what pptxgenjs writes. Each stands alone: delete its file and its line in the table once the defect is gone. */
export interface Patch {
  /** As its file. */
  readonly name: string;
  /** The issue that tells the defect, or the defect in a sentence where there is none. */
  readonly why: string;
  /** Changes the slide's tree and relationships in place. */
  apply(page: DrawnSlide): void;
}
