/**
 * Chart parts (ISO/IEC 29500-1, 21.2), each with its workbook. Children stand in the order of the schema (dml-chart.xsd);
 * every cache is read from the workbook's columns, so that it equals the cells.
 */
import { withAlpha } from '../../../core/color.js';
import { points } from '../../../core/units.js';
import { contentTypes, namespaces, relationshipTypes } from '../../../package/names.js';
import type { Part } from '../../../package/package.js';
import { element, type XmlElement, xmlDocument } from '../../../package/xml.js';
import type {
  Axis,
  AxisTitle,
  ChartLayout,
  ChartSeries,
  ChartSpec,
  ErrorBars,
  Legend,
  Marker,
  Plot,
  PointFormat,
  Workbook,
} from '../../../scene/chart.js';
import { officeLanguage } from '../../../scene/language.js';
import type { Stroke } from '../../../scene/paint.js';
import type { ChartItem } from '../../../scene/scene.js';
import { labelCells, labelsXml } from './chart-labels.js';
import { columnOf, numberReference, shapeXml, stringReference, textXml, val, wordsXml } from './chart-xml.js';
import { strokeXml } from './paint.js';
import { cellsReference, headerReference, writeWorkbook } from './workbook.js';

/** The part of a chart and that of its workbook; `number` is the chart's in the deck, from 1. */
export function chartParts(item: ChartItem, number: number): readonly Part[] {
  const sheet = `/ppt/embeddings/Microsoft_Excel_Sheet${number}.xlsx`;
  return [
    {
      name: `/ppt/charts/chart${number}.xml`,
      contentType: contentTypes.chart,
      data: xmlDocument(chartSpaceXml(item.chart)),
      relationships: [{ id: 'rId1', type: relationshipTypes.package, target: sheet, external: false }],
    },
    { name: sheet, contentType: contentTypes.package, data: writeWorkbook(item.chart.workbook), relationships: [] },
  ];
}

function chartSpaceXml(chart: ChartSpec): XmlElement {
  return element(
    'c:chartSpace',
    { 'xmlns:c': namespaces.c, 'xmlns:a': namespaces.a, 'xmlns:r': namespaces.r },
    val('date1904', false),
    val('lang', officeLanguage(chart.lang)),
    val('roundedCorners', false),
    element(
      'c:chart',
      {},
      val('autoTitleDeleted', true),
      plotAreaXml(chart),
      chart.legend && legendXml(chart.legend, chart),
      val('plotVisOnly', true),
      val('dispBlanksAs', 'gap'),
    ),
    shapeXml({ kind: 'none' }, null),
    textXml(chart.text, chart.lang),
    element('c:externalData', { 'r:id': 'rId1' }, val('autoUpdate', false)),
  );
}

/** A line of a line chart: round caps and joins (LOOKS, section 4). */
function roundLineXml(line: Stroke | null): XmlElement {
  if (!line) return shapeXml(null, null);
  const xml = strokeXml(line);
  return element('c:spPr', {}, { ...xml, attributes: { ...xml.attributes, cap: 'rnd' }, children: [...xml.children, element('a:round')] });
}

const layoutXml = (layout: ChartLayout, target: 'inner' | null): XmlElement =>
  element(
    'c:layout',
    {},
    element(
      'c:manualLayout',
      {},
      target && val('layoutTarget', target),
      val('xMode', 'edge'),
      val('yMode', 'edge'),
      val('x', layout.x),
      val('y', layout.y),
      val('w', layout.w),
      val('h', layout.h),
    ),
  );

function plotAreaXml(chart: ChartSpec): XmlElement {
  let next = 0;
  const plots = chart.plots.map((plot) => {
    const first = next;
    next += plot.series.length;
    return plotXml(plot, first, chart);
  });
  const axes = chart.axes.map((axis) => axisXml(axis, chart.lang));
  return element('c:plotArea', {}, layoutXml(chart.plotArea, 'inner'), ...plots, ...axes, shapeXml({ kind: 'none' }, null));
}

const axisIds = ([first, second]: readonly [number, number]): readonly XmlElement[] => [val('axId', first), val('axId', second)];

/** A plot; `first` is the index of its first series in the chart. */
function plotXml(plot: Plot, first: number, chart: ChartSpec): XmlElement {
  const series = plot.series.map((item, index) => seriesXml(plot, item, first + index, chart));
  switch (plot.kind) {
    case 'bar':
      return element(
        'c:barChart',
        {},
        val('barDir', plot.direction),
        val('grouping', plot.grouping),
        val('varyColors', false),
        ...series,
        val('gapWidth', plot.gapWidth),
        val('overlap', plot.overlap),
        ...axisIds(plot.axes),
      );
    case 'line':
      return element(
        'c:lineChart',
        {},
        val('grouping', 'standard'),
        val('varyColors', false),
        ...series,
        val('marker', true),
        ...axisIds(plot.axes),
      );
    case 'area':
      return element('c:areaChart', {}, val('grouping', plot.grouping), val('varyColors', false), ...series, ...axisIds(plot.axes));
    case 'scatter':
      return element('c:scatterChart', {}, val('scatterStyle', 'lineMarker'), val('varyColors', false), ...series, ...axisIds(plot.axes));
    case 'bubble':
      return element(
        'c:bubbleChart',
        {},
        val('varyColors', false),
        ...series,
        val('bubbleScale', plot.scale),
        val('showNegBubbles', false),
        val('sizeRepresents', 'area'),
        ...axisIds(plot.axes),
      );
    case 'radar':
      return element('c:radarChart', {}, val('radarStyle', 'marker'), val('varyColors', false), ...series, ...axisIds(plot.axes));
    case 'pie':
      return plot.holeSize > 0
        ? element('c:doughnutChart', {}, val('varyColors', true), ...series, val('firstSliceAng', 0), val('holeSize', plot.holeSize))
        : element('c:pieChart', {}, val('varyColors', true), ...series, val('firstSliceAng', 0));
  }
}

/** Whether its series are lines with markers. */
const isLined = ({ kind }: Plot): boolean => kind === 'line' || kind === 'scatter' || kind === 'radar';

function seriesXml(plot: Plot, series: ChartSeries, index: number, chart: ChartSpec): XmlElement {
  const { workbook } = chart;
  const lined = isLined(plot);
  const scatter = plot.kind === 'scatter' || plot.kind === 'bubble';
  return element(
    'c:ser',
    {},
    val('idx', index),
    val('order', index),
    element('c:tx', {}, stringReference(headerReference(series.name), [columnOf(workbook, series.name).header])),
    lined ? roundLineXml(series.line) : shapeXml(series.fill, series.line),
    invertXml(plot),
    lined ? markerXml(series.marker) : null,
    ...series.points.map((point) => pointXml(plot, point)),
    series.labels && labelsXml(plot, series.labels, chart),
    series.trend ? trendXml(series.trend, series.trendReach ?? 0) : null,
    ...(series.errorBars ?? []).map((bars) => errorBarsXml(plot, bars, workbook)),
    categoriesXml(scatter ? 'c:xVal' : 'c:cat', workbook, series.categories),
    element(scatter ? 'c:yVal' : 'c:val', {}, numberReference(workbook, series.values)),
    lined && plot.kind !== 'radar' ? val('smooth', false) : null,
    plot.kind === 'bubble' ? element('c:bubbleSize', {}, numberReference(workbook, series.sizes ?? series.values)) : null,
    plot.kind === 'bubble' ? val('bubble3D', false) : null,
    series.labels?.cells === undefined ? null : labelCells(workbook, series.labels.cells),
  );
}

const invertXml = ({ kind }: Plot): XmlElement | null => (kind === 'bar' || kind === 'bubble' ? val('invertIfNegative', false) : null);

const trendXml = (line: Stroke, reach: number): XmlElement =>
  element(
    'c:trendline',
    {},
    shapeXml(null, line),
    val('trendlineType', 'linear'),
    ...(reach > 0 ? [val('forward', reach), val('backward', reach)] : []),
    val('dispRSqr', false),
    val('dispEq', false),
  );

/** Error bars; a direction is said only where a plot knows two (21.2.2.56). */
function errorBarsXml(plot: Plot, { direction, sides, amount, line }: ErrorBars, workbook: Workbook): XmlElement {
  const reach =
    amount.kind === 'columns'
      ? [element('c:plus', {}, numberReference(workbook, amount.plus)), element('c:minus', {}, numberReference(workbook, amount.minus))]
      : [val('val', amount.value)];
  return element(
    'c:errBars',
    {},
    plot.kind === 'scatter' || plot.kind === 'bubble' ? val('errDir', direction) : null,
    val('errBarType', sides),
    val('errValType', { columns: 'cust', fixed: 'fixedVal', percent: 'percentage' }[amount.kind]),
    val('noEndCap', true),
    ...reach,
    shapeXml(null, line),
  );
}

const NO_MARKER: Marker = { symbol: 'none', size: 2, fill: { kind: 'none' }, line: null };

const markerXml = (marker: Marker | null): XmlElement =>
  marker === null || marker.symbol === 'none'
    ? element('c:marker', {}, val('symbol', NO_MARKER.symbol))
    : element('c:marker', {}, val('symbol', marker.symbol), val('size', marker.size), shapeXml(marker.fill, marker.line));

function pointXml(plot: Plot, point: PointFormat): XmlElement {
  const lined = isLined(plot);
  return element(
    'c:dPt',
    {},
    val('idx', point.index),
    invertXml(plot),
    lined ? markerXml(point.marker) : null,
    val('bubble3D', false),
    lined ? pointLineXml(point) : shapeXml(point.fill, point.line),
  );
}

/** The line that leads to a point. Where there is none it is a line that cannot be seen: LibreOffice takes the colour of a single marker from it. */
function pointLineXml({ line, marker }: PointFormat): XmlElement {
  if (line || !marker) return roundLineXml(line);
  const outline = marker.line?.color ?? (marker.fill.kind === 'solid' ? marker.fill.color : null);
  return outline ? roundLineXml({ color: withAlpha(outline, 0), width: points(1), dash: 'solid' }) : roundLineXml(null);
}

function categoriesXml(name: 'c:cat' | 'c:xVal', workbook: Workbook, index: number): XmlElement {
  const column = columnOf(workbook, index);
  const texts = column.cells.map((cell) => (cell === null ? null : String(cell)));
  return element(
    name,
    {},
    column.kind === 'text' ? stringReference(cellsReference(index, column.cells.length), texts) : numberReference(workbook, index),
  );
}

function axisXml(axis: Axis, lang: string): XmlElement {
  const names = { category: 'c:catAx', date: 'c:dateAx', value: 'c:valAx' } as const;
  return element(
    names[axis.kind],
    {},
    val('axId', axis.id),
    scalingXml(axis),
    val('delete', axis.deleted),
    val('axPos', axis.position),
    axis.gridlines && element('c:majorGridlines', {}, element('c:spPr', {}, strokeXml(axis.gridlines))),
    axis.title ? titleXml(axis.title, lang) : null,
    element('c:numFmt', { formatCode: axis.format, sourceLinked: false }),
    val('majorTickMark', 'none'),
    val('minorTickMark', 'none'),
    val('tickLblPos', axis.labels),
    shapeXml({ kind: 'none' }, axis.line),
    textXml(axis.text, lang, isThinned(axis) || axis.kind === 'value' ? {} : { rot: '0', vert: 'horz' }),
    val('crossAx', axis.crosses),
    val('crosses', axis.crossesAt),
    ...axisTail(axis),
  );
}

/** Whether an axis leaves out names. LibreOffice, told that they lie level, breaks them all into columns of letters instead. */
const isThinned = (axis: Axis): boolean => axis.kind === 'category' && axis.labelSkip > 1;

/** The title of an axis, level, where the chart has measured room for it; LibreOffice would break it at a fifth of the chart's width. */
const titleXml = ({ words, x, y, text }: AxisTitle, lang: string): XmlElement =>
  element(
    'c:title',
    {},
    element(
      'c:tx',
      {},
      element(
        'c:rich',
        {},
        element('a:bodyPr', { rot: '0', vert: 'horz', wrap: 'none' }),
        element('a:lstStyle'),
        wordsXml(words.replaceAll(' ', '\u00a0'), text, lang),
      ),
    ),
    element('c:layout', {}, element('c:manualLayout', {}, val('xMode', 'edge'), val('yMode', 'edge'), val('x', x), val('y', y))),
    val('overlay', true),
  );

function scalingXml(axis: Axis): XmlElement {
  const value = axis.kind === 'value' ? axis : null;
  return element(
    'c:scaling',
    {},
    value?.logBase ? val('logBase', value.logBase) : null,
    val('orientation', axis.reversed ? 'maxMin' : 'minMax'),
    value && val('max', value.max),
    value && val('min', value.min),
  );
}

/** What only this kind of axis has. */
function axisTail(axis: Axis): readonly (XmlElement | null)[] {
  switch (axis.kind) {
    case 'category':
      return [
        val('auto', false),
        val('lblAlgn', 'ctr'),
        val('lblOffset', 100),
        axis.labelSkip > 1 ? val('tickLblSkip', axis.labelSkip) : null,
        val('noMultiLvlLbl', true),
      ];
    case 'date':
      return [
        val('auto', false),
        val('lblOffset', 100),
        val('baseTimeUnit', axis.baseUnit),
        val('majorUnit', axis.majorUnit),
        val('majorTimeUnit', axis.majorTimeUnit),
      ];
    case 'value':
      return [val('crossBetween', axis.between ? 'between' : 'midCat'), val('majorUnit', axis.major)];
  }
}

/** The legend, without entries for helper series and fitted lines, which stand behind all series (`c:legendEntry`). */
function legendXml(legend: Legend, chart: ChartSpec): XmlElement {
  const all = chart.plots.flatMap((plot) => plot.series);
  const trends = all.filter(({ trend }) => trend).map((_, index) => all.length + index);
  const left = [...all.flatMap(({ helper }, index) => (helper ? [index] : [])), ...trends];
  const helpers = left.map((index) => element('c:legendEntry', {}, val('idx', index), val('delete', true)));
  return element(
    'c:legend',
    {},
    val('legendPos', 't'),
    ...helpers,
    layoutXml(legend.layout, null),
    val('overlay', true),
    textXml(legend.text, chart.lang),
  );
}
