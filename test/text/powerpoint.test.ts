import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type MeasurableRun, measureText } from '../../lib/text/measure-text.js';

/** What PowerPoint wrote for text boxes of known text: the boxes it grew (resize) and the scales it chose (shrink). */
interface Case {
  readonly id: string;
  readonly kind: 'resize' | 'shrink';
  readonly widthPt: number;
  readonly heightPt: number;
  readonly wrap: boolean;
  readonly insetsPt: { readonly l: number; readonly r: number; readonly t: number; readonly b: number };
  readonly paragraphs: readonly {
    readonly runs: readonly {
      readonly text: string;
      readonly font: string;
      readonly sizePt: number;
      readonly bold: boolean;
      readonly italic: boolean;
      readonly charSpacingPts?: number;
    }[];
    readonly lineSpacingPct?: number;
    readonly lineSpacingPts?: number;
    readonly spaceBeforePts?: number;
    readonly spaceAfterPts?: number;
  }[];
  readonly powerpoint: { readonly widthPt: number; readonly heightPt: number; readonly fontScale: number | null };
}

const FILE = new URL('../../../shared/data/powerpoint-text-metrics.json', import.meta.url);
const cases = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as { readonly cases: readonly Case[] }).cases : [];
const resize = cases.filter((item) => item.kind === 'resize');
const shrink = cases.filter((item) => item.kind === 'shrink');

const NO_DATA = 'no ../shared/data/powerpoint-text-metrics.json: not held against PowerPoint';

/** The scales and line spacing reductions, in percent, that PowerPoint tries in turn, as its files show them. */
const RUNGS: readonly (readonly [scale: number, reduction: number])[] = [
  [100, 0],
  [92.5, 10],
  [85, 10],
  [85, 20],
  ...[77.5, 70, 62.5, 55, 47.5, 40, 32.5, 25].map((scale) => [scale, 20] as const),
];

/** Measures a case at a scale; `reduction` is taken from spacing in percent only, spacing in points stays. */
function measured(item: Case, scale = 100, reduction = 0) {
  const [first] = item.paragraphs;
  const [run] = first?.runs ?? [];
  if (!first || !run) throw new Error(`${item.id} has no text`);
  const size = (run.sizePt * scale) / 100;
  const exact = first.lineSpacingPts === undefined ? null : first.lineSpacingPts / measureText('x', { font: run.font, size }).height;
  return measureText(paragraphsOf(item, scale / 100), {
    font: run.font,
    size,
    ...(item.wrap ? { width: item.widthPt - item.insetsPt.l - item.insetsPt.r } : {}),
    lineSpacing: exact ?? ((first.lineSpacingPct ?? 100) - reduction) / 100,
    spaceBefore: ((first.spaceBeforePts ?? 0) * scale) / 100,
    spaceAfter: ((first.spaceAfterPts ?? 0) * scale) / 100,
    charSpacing: run.charSpacingPts ?? 0,
  });
}

const paragraphsOf = (item: Case, scale: number): readonly (readonly MeasurableRun[])[] =>
  item.paragraphs.flatMap(({ runs }) => {
    const paragraphs: MeasurableRun[][] = [[]];
    for (const { text, font, sizePt, bold, italic } of runs) {
      text.split('\n').forEach((line, index) => {
        if (index > 0) paragraphs.push([]);
        paragraphs.at(-1)?.push({ text: line, font, size: sizePt * scale, bold, italic });
      });
    }
    return paragraphs;
  });

const scaleOf = (item: Case): number => {
  const room = item.heightPt - item.insetsPt.t - item.insetsPt.b;
  return RUNGS.find(([scale, reduction]) => measured(item, scale, reduction).height <= room)?.[0] ?? 0;
};

describe.skipIf(cases.length === 0)(cases.length === 0 ? NO_DATA : 'boxes that PowerPoint grew', () => {
  test.each(resize)('$id: as high, and at most 3 % higher', (item) => {
    const height = item.powerpoint.heightPt - item.insetsPt.t - item.insetsPt.b;
    const ratio = measured(item).height / height;
    expect(ratio).toBeGreaterThanOrEqual(1);
    expect(ratio).toBeLessThanOrEqual(1.03);
  });

  test.each(resize)('$id: as wide, and at most 3 % wider', (item) => {
    const width = item.powerpoint.widthPt - item.insetsPt.l - item.insetsPt.r;
    const ratio = measured(item).width / width;
    expect(ratio).toBeGreaterThanOrEqual(1);
    expect(ratio).toBeLessThanOrEqual(1.03);
  });
});

describe.skipIf(cases.length === 0)(cases.length === 0 ? NO_DATA : 'text that PowerPoint shrank', () => {
  test.each(shrink)('$id: no larger than PowerPoint has it', (item) => {
    expect(scaleOf(item)).toBeLessThanOrEqual(item.powerpoint.fontScale ?? 100);
  });
});
