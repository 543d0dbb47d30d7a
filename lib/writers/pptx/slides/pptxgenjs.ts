/** pptxgenjs, found and typed: the only file that imports it. */
import type Module from 'pptxgenjs';

/** A deck that pptxgenjs draws. */
export type Drawing = Module.default;
/** A slide of it. */
export type Canvas = ReturnType<Drawing['addSlide']>;
/** A run, and the start of a paragraph. */
export type Run = Module.default.TextProps;
export type RunOptions = Module.default.TextPropsOptions;
export type ShapeOptions = Module.default.ShapeProps;
export type Cell = Module.default.TableCell;
export type Border = Module.default.BorderProps;

/**
 * A new drawing of that size in inches. Loaded on the first call, for a check of a briefing needs none.
 * The types describe a CommonJS module and the file that Node finds is an ES module, so the class is cast once, here:
 * https://github.com/gitbrent/PptxGenJS/issues/1536
 */
export async function newDrawing(width: number, height: number): Promise<Drawing> {
  const { default: PptxGenJS } = (await import('pptxgenjs')) as unknown as typeof Module;
  const drawing = new PptxGenJS();
  drawing.defineLayout({ name: 'deck', width, height });
  drawing.layout = 'deck';
  return drawing;
}
