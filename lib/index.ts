/** The public API of briefdeck, and nothing else. */
export type { Block, SlideSize } from './briefing/briefing.js';
export { type ChartKind, defineChart } from './briefing/chart.js';
export type { Citation, Inline, Status } from './briefing/inline.js';
export {
  type BlockKind,
  defineBlock,
  type FlowParagraph,
  type FrameKind,
  type ParseContext,
  type PlaceContext,
  type TextKind,
} from './briefing/kind.js';
export type { Node } from './briefing/node.js';
export {
  type BriefingSource,
  type BuildOptions,
  type BuildResult,
  buildDeck,
  type CheckResult,
  type Claim,
  checkBriefing,
  type SlideInfo,
  type SourceInfo,
} from './build.js';
export { chartKinds } from './charts/index.js';
export type { Cache } from './core/cache.js';
export type { Diagnostic, Position, Severity, Span } from './core/diagnostic.js';
export { type Host, HostError, type HostFailure } from './core/host.js';
export type { Drawing } from './plot/drawing.js';
export { type ModelOptions, type PrepareOptions, type PrepareResult, type PrepareSource, prepareBriefing } from './prepare/index.js';
export { type RenderOptions, type RenderResult, renderSlides } from './render.js';
export type { ChartSpec } from './scene/chart.js';
export { type ShowOptions, type ShowResult, showTemplate } from './show/index.js';
export { listTemplates, type TemplateInfo } from './show/list.js';
export { type LoadedTemplate, type LoadTemplateOptions, loadTemplate } from './show/load.js';
export { defineTemplate, type TemplateDefinition } from './template/define.js';
export type { Layout, Placeholder, Region, Template } from './template/model.js';
export { type ImportBase, type ImportedFile, type ImportedTemplate, importTemplate } from './template/office/import/index.js';
export { inspectTemplate, type LayoutReport, type MatchedBy, type TemplateReport } from './template/office/inspect.js';
export { type MeasuredText, type MeasureTextOptions, measureText } from './text/measure-text.js';
export { verifyDeck } from './verify/index.js';
