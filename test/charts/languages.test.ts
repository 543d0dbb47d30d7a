/** Figures and dates in charts, as the deck's language writes them. */
import { describe, expect, test } from 'vitest';
import { dateCode, printDate } from '../../lib/plot/date.js';
import type { ChartSpec } from '../../lib/scene/chart.js';
import { draw, specOf } from './support.js';

const firstLabels = (spec: ChartSpec) => spec.plots[0]?.series[0]?.labels;
const cells = (spec: ChartSpec, column = 1) => spec.workbook.columns[column]?.cells;

describe('units', () => {
  test.each([
    ['en', '"€"#,##0.0"m"'],
    ['de', '#,##0.0"\u00a0Mio.\u00a0€"'],
    ['fr', '#,##0.0"\u00a0M\u00a0€"'],
  ])('%s: a currency stands where the language puts it', (lang, code) => {
    expect(firstLabels(specOf('type: bar\nlocale: en\nunit: € million\ndata: |\n  a,b\n  x,3.4\n  y,2.1\n', { lang }))?.format).toBe(code);
  });

  test('亿 in an English deck are millions, in figures, axis ends, annotations and subtitle', () => {
    const yaml =
      'type: column\ntitle: Sales\nunit: 亿元\nvalues: hide\nmax: 20\nannotate: [{value: 3, text: Before}]\ndata: |\n  a,b\n  x,3.5\n  y,12亿元\n';
    const { block, item } = draw(yaml, { lang: 'en' });
    expect(item && cells(item.chart)).toEqual([1200, 350]);
    expect(item?.chart.axes.find(({ kind }) => kind === 'value')).toMatchObject({ max: 2000 });
    expect(block.options.annotations[0]?.value).toBe(300);
    expect(item?.alt).toContain('Sales, CN¥m; highest y CN¥1,200m');
    expect(cells(specOf(yaml, { lang: 'zh' }))).toEqual([12, 3.5]);
  });

  test('a column of 万 by itself is scaled too', () => {
    const spec = specOf('type: column\ndata: |\n  a,b\n  x,3.5万\n  y,12万\n', { lang: 'en' });
    expect([cells(spec), firstLabels(spec)?.format]).toEqual([[120, 35], '#,##0"k"']);
    expect(firstLabels(specOf('type: column\ndata: |\n  a,b\n  x,3.5万\n  y,12万\n', { lang: 'zh' }))?.format).toBe('#,##0.0"万"');
  });

  test('millions that are far apart are 万 in a Chinese deck, each with a magnitude of its own', () => {
    const yaml = 'type: bar\nsort: none\nunit: 百万美元\ndata: |\n  a,b\n  x,0.294\n  y,5.576\n  z,1600\n';
    const { item } = draw(yaml, { lang: 'zh' });
    expect(item && [...(cells(item.chart) ?? [])].sort()).toEqual([160_000, 29.4, 557.6]);
    expect(item?.alt).toContain('16.0亿美元');
    expect(item?.alt).toContain('29.4万美元');
  });
});

describe('dates', () => {
  test.each([
    ['en', '[$-809]d mmm yyyy', '27 Jan 2025'],
    ['en-US', '[$-409]mmm d"," yyyy', 'Jan 27, 2025'],
    ['de', '[$-407]d"." mmm yyyy', '27. Jan. 2025'],
    ['fr', '[$-40C]d mmm yyyy', '27 janv. 2025'],
    ['zh', '[$-804]yyyy"年"m"月"d"日"', '2025年1月27日'],
    ['ja', '[$-411]yyyy"年"m"月"d"日"', '2025年1月27日'],
  ])('%s: %s', (lang, code, words) => {
    expect([dateCode('days', lang), printDate(45_684, 'days', lang)]).toEqual([code, words]);
  });

  test('months and years', () => {
    expect([dateCode('months', 'de'), dateCode('months', 'zh'), dateCode('years', 'zh'), dateCode('years', 'de')]).toEqual([
      '[$-407]mmm yyyy',
      '[$-804]yyyy"年"m"月"',
      '[$-804]yyyy"年"',
      '[$-407]yyyy',
    ]);
  });
});
