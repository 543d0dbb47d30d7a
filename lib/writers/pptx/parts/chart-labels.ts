/** The labels of a series (ISO/IEC 29500-1, 21.2.2.49), and what later versions add to them. */
import { namespaces } from '../../../package/names.js';
import { element, type XmlElement } from '../../../package/xml.js';
import type { ChartSpec, LabelField, LabelFormat, Plot, PointLabel, SeriesLabels, Workbook } from '../../../scene/chart.js';
import { officeLanguage } from '../../../scene/language.js';
import { columnOf, pointCache, runProperties, shapeXml, textXml, val, wordsXml } from './chart-xml.js';
import { cellsReference } from './workbook.js';

/** Data labels never wrap: they were measured on the lines that they have. */
const NO_WRAP = { wrap: 'none', anchor: 'ctr' };

/** What hides lines behind a label is no larger than its words. */
const NO_INSETS = { lIns: '0', tIns: '0', rIns: '0', bIns: '0' };

const bodyOf = ({ fill }: LabelFormat): Readonly<Record<string, string>> => (fill ? { ...NO_WRAP, ...NO_INSETS } : NO_WRAP);

function labelLooks(label: LabelFormat, lang: string): readonly (XmlElement | null)[] {
  const { series, category, value } = label.shows;
  return [
    element('c:numFmt', { formatCode: label.format, sourceLinked: false }),
    shapeXml(label.fill ?? { kind: 'none' }, null),
    textXml(label.text, lang, bodyOf(label)),
    label.position && val('dLblPos', label.position),
    val('showLegendKey', false),
    val('showVal', value),
    val('showCatName', category),
    val('showSerName', series),
    val('showPercent', false),
    val('showBubbleSize', false),
    [series, category, value].filter(Boolean).length > 1 ? element('c:separator', {}, label.separator) : null,
  ];
}

export function labelsXml(plot: Plot, labels: SeriesLabels, chart: ChartSpec): XmlElement {
  return element(
    'c:dLbls',
    {},
    ...labels.points.map((point) => pointLabelXml(point, chart)),
    ...labelLooks(labels, chart.lang),
    plot.kind === 'pie' ? val('showLeaderLines', labels.leaders !== undefined) : null,
    labels.leaders ? element('c:leaderLines', {}, shapeXml(null, labels.leaders)) : null,
    plot.kind === 'pie' ? null : labelExtension(labels),
  );
}

/** What [MS-ODRAWXML] 2.24 adds to labels; older readers pass over it. An extension holds one element (21.2.2.68). */
const extension = (uri: string, child: XmlElement): XmlElement =>
  element('c:extLst', {}, element('c:ext', { uri, 'xmlns:c15': namespaces.c15 }, child));

const LABELS = '{CE6537A1-D6FC-4f65-9D91-7224C49458BB}';
const CELLS = '{02D57815-91ED-43cb-92C2-25804820EDAC}';

/** Labels from cells; or no line from a moved label to its point, which LibreOffice draws unless told. */
function labelExtension({ points: own, cells }: SeriesLabels): XmlElement | null {
  if (cells !== undefined) return extension(LABELS, element('c15:showDataLabelsRange', { val: true }));
  return own.some(({ offset }) => offset !== null) ? extension(LABELS, element('c15:showLeaderLines', { val: false })) : null;
}

/** The cells that a series' labels show. */
export function labelCells(workbook: Workbook, column: number): XmlElement {
  const { cells } = columnOf(workbook, column);
  const texts = cells.map((cell, index) => (cell === null ? null : pointCache(index, String(cell))));
  const cache = element('c15:dlblRangeCache', {}, val('ptCount', cells.length), ...texts);
  return extension(CELLS, element('c15:datalabelsRange', {}, element('c15:f', {}, cellsReference(column, cells.length)), cache));
}

/** Several lines beside a point start, or end, at it. */
const alignment = ({ position }: PointLabel): XmlElement | null =>
  position === 'r' || position === 'l' ? element('a:pPr', { algn: position === 'r' ? 'l' : 'r' }) : null;

function pointLabelXml(label: PointLabel, chart: ChartSpec): XmlElement {
  const { offset, lines } = label;
  const layout = offset && element('c:layout', {}, element('c:manualLayout', {}, val('x', offset.x), val('y', offset.y)));
  const words =
    lines &&
    element(
      'c:tx',
      {},
      element(
        'c:rich',
        {},
        element('a:bodyPr', bodyOf(label)),
        element('a:lstStyle'),
        ...lines.map((line, index) => lineXml(line, index, label, chart.lang)),
      ),
    );
  return element('c:dLbl', {}, val('idx', label.index), layout, words, ...labelLooks(label, chart.lang), fieldExtension(label));
}

const FIELDS = { x: 'XVALUE', cells: 'CELLRANGE' } as const;

const fieldsOf = ({ field }: PointLabel): readonly (LabelField | null)[] =>
  field === undefined ? [] : typeof field === 'string' ? [field] : field;

/** A line of a label: as a field where the application can keep it up to date; what it says now stands in it for all others. */
function lineXml(line: string, at: number, label: PointLabel, lang: string): XmlElement {
  const { index, text, lines } = label;
  const field = fieldsOf(label)[at] ?? null;
  const aligned = (lines?.length ?? 0) > 1 ? alignment(label) : null;
  if (!field) return wordsXml(line, text, lang, aligned);
  const id = `{00000000-0000-4000-8000-${(at * 0x1000000 + index).toString(16).padStart(12, '0').toUpperCase()}}`;
  const looks = runProperties('a:rPr', text, officeLanguage(lang));
  return element('a:p', {}, aligned, element('a:fld', { id, type: FIELDS[field] }, looks, element('a:pPr'), element('a:t', {}, line)));
}

const fieldExtension = (label: PointLabel): XmlElement | null =>
  fieldsOf(label).includes('cells') ? extension(LABELS, element('c15:showDataLabelsRange', { val: true })) : null;
