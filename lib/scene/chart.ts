/**
 * A chart as DrawingML describes it (ISO/IEC 29500-1, 21.2): plots over axes, fed from the columns of a workbook.
 * Series name columns and carry no figures of their own, so that what is drawn and what "Edit Data" opens cannot differ.
 * Plain read-only data, enough for a writer of any format.
 */
import type { Color } from '../core/color.js';
import type { Fill, Stroke } from './paint.js';

/** A rectangle in fractions of the chart's frame (`c:manualLayout`). */
export interface ChartLayout {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Looks of a text in a chart, always in the theme's body font. */
export interface ChartText {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly color: Color;
}

/** A column of the sheet; those that a series refers to are of one length. Dates are serial numbers, days since 1899-12-30. `null` is an empty cell. */
export interface WorkbookColumn {
  /** Unique without regard to case. */
  readonly header: string;
  readonly kind: 'text' | 'number' | 'date';
  /** A number format code (ISO/IEC 29500-1, 18.8.31). */
  readonly format: string;
  /** What computes the cells, `#` standing for the row: `C#-B#`. `null`: they are given. */
  readonly formula: string | null;
  readonly cells: readonly (string | number | null)[];
}

/** The plotted data and nothing else: one sheet, a header row, the columns from A on. */
export interface Workbook {
  readonly columns: readonly WorkbookColumn[];
  /** The whole table that the data come from, for a sheet of its own; default: none. */
  readonly source?: readonly WorkbookColumn[];
}

/** The mark at a point of a line or scatter plot. */
export interface Marker {
  readonly symbol: 'circle' | 'none';
  /** Points, 2 to 72. */
  readonly size: number;
  readonly fill: Fill;
  readonly line: Stroke | null;
}

/** A point that looks other than its series (`c:dPt`). */
export interface PointFormat {
  /** From 0. */
  readonly index: number;
  readonly fill: Fill;
  readonly line: Stroke | null;
  readonly marker: Marker | null;
}

/** What a label says; in this order. */
export interface LabelContent {
  readonly series: boolean;
  readonly category: boolean;
  readonly value: boolean;
}

/** Where a label stands (ISO/IEC 29500-1, 21.2.3.10 ST_DLblPos); `null`: where the plot puts it. */
export type LabelPosition = 'outEnd' | 'inEnd' | 'inBase' | 'ctr' | 'l' | 'r' | 't' | 'b' | null;

/** A label's looks. */
export interface LabelFormat {
  readonly shows: LabelContent;
  /** Between the things that it shows. */
  readonly separator: string;
  readonly position: LabelPosition;
  /** Number format code of the value. */
  readonly format: string;
  readonly text: ChartText;
  /** What stands behind it, to keep it clear of lines; default: nothing. */
  readonly fill?: Fill;
}

/** What a line of a label repeats, so that applications can keep it up to date: the value of the x axis, or the text of the series' `cells`. */
export type LabelField = 'x' | 'cells';

/** The label of one point (`c:dLbl`). */
export interface PointLabel extends LabelFormat {
  readonly index: number;
  /** Lines of fixed text in place of what `shows` says. */
  readonly lines: readonly string[] | null;
  /** What the first of these lines repeats, or each of them; null, and default: nothing, it is fixed. */
  readonly field?: LabelField | readonly (LabelField | null)[];
  /** Away from where it would stand, in fractions of the chart's frame. */
  readonly offset: { readonly x: number; readonly y: number } | null;
}

/** The labels of a series; `points` overrule it. */
export interface SeriesLabels extends LabelFormat {
  /** The column whose texts labels with the field `cells` show. */
  readonly cells?: number;
  /** Of a pie: the line from a label that stands away from its slice; default: none. */
  readonly leaders?: Stroke;
  readonly points: readonly PointLabel[];
}

/** How far a bar of error reaches: columns with the distances, one distance in units of the axis, or percent of the value. */
export type ErrorAmount =
  | { readonly kind: 'columns'; readonly plus: number; readonly minus: number }
  | { readonly kind: 'fixed' | 'percent'; readonly value: number };

/** Lines from each point along an axis (`c:errBars`): intervals, stems, connections. */
export interface ErrorBars {
  readonly direction: 'x' | 'y';
  readonly sides: 'both' | 'plus' | 'minus';
  readonly amount: ErrorAmount;
  readonly line: Stroke;
}

/** A series; numbers are indexes of workbook columns. */
export interface ChartSeries {
  /** The column whose header is its name. */
  readonly name: number;
  /** Names, dates or, in a scatter plot, x values. */
  readonly categories: number;
  readonly values: number;
  readonly fill: Fill;
  readonly line: Stroke | null;
  readonly marker: Marker | null;
  readonly points: readonly PointFormat[];
  /** `null`: none at all. */
  readonly labels: SeriesLabels | null;
  /** Serves the drawing only: no entry in the legend. */
  readonly helper: boolean;
  /** At most one for each direction; default: none. */
  readonly errorBars?: readonly ErrorBars[];
  /** A straight line fitted to the points (`c:trendline`); default: none. */
  readonly trend?: Stroke;
  /** How far it goes on beyond the first and the last point, in units of the x axis or in categories; default: not. */
  readonly trendReach?: number;
  /** The column of the bubbles' areas, in a bubble plot only. */
  readonly sizes?: number;
}

interface PlotBase {
  /** In drawing order. */
  readonly series: readonly ChartSeries[];
}

interface AxisPlot extends PlotBase {
  /** Ids of the category (or x) axis and the value (or y) axis. */
  readonly axes: readonly [number, number];
}

/** `c:barChart`. */
export interface BarPlot extends AxisPlot {
  readonly kind: 'bar';
  /** `bar` lies, `col` stands. */
  readonly direction: 'bar' | 'col';
  readonly grouping: 'clustered' | 'stacked' | 'percentStacked';
  /** Between clusters, in percent of a bar's thickness, 0 to 500. */
  readonly gapWidth: number;
  /** Of the bars of a cluster, in percent, −100 to 100. */
  readonly overlap: number;
}

/** `c:lineChart`; lines are straight. */
export interface LinePlot extends AxisPlot {
  readonly kind: 'line';
}

/** `c:areaChart`. */
export interface AreaPlot extends AxisPlot {
  readonly kind: 'area';
  readonly grouping: 'standard' | 'stacked' | 'percentStacked';
}

/** `c:pieChart`, or `c:doughnutChart` where there is a hole. The first slice starts at 12 o'clock. */
export interface PiePlot extends PlotBase {
  readonly kind: 'pie';
  /** Percent of the radius; 0: a pie. */
  readonly holeSize: number;
}

/** `c:scatterChart`; markers, and lines where a series has one. */
export interface ScatterPlot extends AxisPlot {
  readonly kind: 'scatter';
}

/** `c:bubbleChart`; sizes are areas. */
export interface BubblePlot extends AxisPlot {
  readonly kind: 'bubble';
  /** Percent of the size that the application takes for the largest, 0 to 300. */
  readonly scale: number;
}

/** `c:radarChart`, lines only. */
export interface RadarPlot extends AxisPlot {
  readonly kind: 'radar';
}

/** One plot of a chart. */
export type Plot = BarPlot | LinePlot | AreaPlot | PiePlot | ScatterPlot | BubblePlot | RadarPlot;

/** What an axis measures, written level. */
export interface AxisTitle {
  readonly words: string;
  /** Of its left upper corner, in fractions of the chart's frame. */
  readonly x: number;
  readonly y: number;
  readonly text: ChartText;
}

interface AxisBase {
  readonly id: number;
  /** The id of the axis that it crosses, and where on that one. */
  readonly crosses: number;
  readonly crossesAt: 'autoZero' | 'min' | 'max';
  readonly position: 'l' | 'r' | 't' | 'b';
  /** Neither line nor labels; gridlines stay. */
  readonly deleted: boolean;
  /** From the top down, from the right to the left. */
  readonly reversed: boolean;
  readonly gridlines: Stroke | null;
  readonly line: Stroke | null;
  /** `low`: at the plot's edge even where the axis crosses inside. */
  readonly labels: 'nextTo' | 'low' | 'none';
  readonly format: string;
  readonly text: ChartText;
  /** Default: none. */
  readonly title?: AxisTitle;
}

/** `c:catAx`. */
export interface CategoryAxis extends AxisBase {
  readonly kind: 'category';
  /** Every how manyth label is shown; 1: all. */
  readonly labelSkip: number;
}

/** `c:dateAx`. */
export interface DateAxis extends AxisBase {
  readonly kind: 'date';
  readonly baseUnit: 'days' | 'months' | 'years';
  readonly majorUnit: number;
  readonly majorTimeUnit: 'days' | 'months' | 'years';
}

/** `c:valAx`. */
export interface ValueAxis extends AxisBase {
  readonly kind: 'value';
  readonly min: number;
  readonly max: number;
  /** The step; of a log scale always one power. */
  readonly major: number;
  /** `null`: linear. */
  readonly logBase: number | null;
  /** Whether the points of the other axis stand between its ticks or on them. */
  readonly between: boolean;
}

/** One axis of a chart. */
export type Axis = CategoryAxis | DateAxis | ValueAxis;

/** `c:legend`, on top. */
export interface Legend {
  readonly layout: ChartLayout;
  readonly text: ChartText;
}

/** A native chart; its title is the slide's. */
export interface ChartSpec {
  readonly plots: readonly Plot[];
  readonly axes: readonly Axis[];
  readonly legend: Legend | null;
  /** The inner plot area, without axis labels. */
  readonly plotArea: ChartLayout;
  /** What texts without looks of their own inherit. */
  readonly text: ChartText;
  /** BCP 47. */
  readonly lang: string;
  readonly workbook: Workbook;
}
