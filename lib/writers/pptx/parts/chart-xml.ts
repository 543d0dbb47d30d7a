/** Pieces that chart parts are made of: looks, texts, references with their caches. */
import { element, type XmlElement } from '../../../package/xml.js';
import type { ChartText, Workbook, WorkbookColumn } from '../../../scene/chart.js';
import { officeLanguage } from '../../../scene/language.js';
import type { Fill, Stroke } from '../../../scene/paint.js';
import { fillXml, solidFillXml, strokeXml } from './paint.js';
import { runsXml } from './runs.js';
import { cellsReference, numberText } from './workbook.js';

export const val = (name: string, value: string | number | boolean): XmlElement => element(`c:${name}`, { val: value });

/** Fill and line; no line is said too, or the application draws its own. */
export function shapeXml(fill: Fill | null, line: Stroke | null): XmlElement {
  return element('c:spPr', {}, fill && fillXml(fill), line ? strokeXml(line) : element('a:ln', {}, element('a:noFill')));
}

export const runProperties = (name: string, text: ChartText, lang: string | null): XmlElement =>
  element(
    name,
    { lang, sz: Math.round(text.size * 100), b: text.bold, i: false },
    solidFillXml(text.color),
    element('a:latin', { typeface: '+mn-lt' }),
    element('a:ea', { typeface: '+mn-ea' }),
    element('a:cs', { typeface: '+mn-cs' }),
  );

/** A paragraph of fixed words. */
export const wordsXml = (words: string, text: ChartText, lang: string, properties: XmlElement | null = null): XmlElement =>
  element('a:p', {}, properties, ...runsXml(words, lang, (own) => runProperties('a:rPr', text, own)));

export function textXml(text: ChartText, lang: string, body: Readonly<Record<string, string>> = {}): XmlElement {
  return element(
    'c:txPr',
    {},
    element('a:bodyPr', body),
    element('a:lstStyle'),
    element(
      'a:p',
      {},
      element('a:pPr', {}, runProperties('a:defRPr', text, null)),
      element('a:endParaRPr', { lang: officeLanguage(lang) }),
    ),
  );
}

export const columnOf = (workbook: Workbook, index: number): WorkbookColumn => {
  const column = workbook.columns[index];
  if (!column) throw new TypeError(`the workbook has no column ${index}`);
  return column;
};

/** `c:strRef`: flat, never of several levels; Keynote and Google Slides read no other. */
export const stringReference = (formula: string, texts: readonly (string | null)[]): XmlElement =>
  element(
    'c:strRef',
    {},
    element('c:f', {}, formula),
    element(
      'c:strCache',
      {},
      val('ptCount', texts.length),
      ...texts.map((text, index) => (text === null ? null : pointCache(index, text))),
    ),
  );

export const pointCache = (index: number, text: string): XmlElement => element('c:pt', { idx: index }, element('c:v', {}, text));

export function numberReference(workbook: Workbook, index: number): XmlElement {
  const { cells, format } = columnOf(workbook, index);
  const cached = cells.map((cell, row) => (cell === null ? null : pointCache(row, typeof cell === 'number' ? numberText(cell) : cell)));
  return element(
    'c:numRef',
    {},
    element('c:f', {}, cellsReference(index, cells.length)),
    element('c:numCache', {}, element('c:formatCode', {}, format), val('ptCount', cells.length), ...cached),
  );
}
