/** Data turned round: rows become series, columns categories. */
import type { ChartRequest } from './request.js';

/** The request with a series for each row and a category for each column; a row's standing joins its name. */
export function transposed(request: ChartRequest): ChartRequest {
  const { data } = request;
  const [first] = data.categories;
  if (!first) return request;
  const categories = data.series.map((series) => ({
    key: series.key,
    label: series.name,
    date: null,
    span: series.spans[0] ?? first.span,
  }));
  const series = data.categories.map((category, index) => {
    const word = request.standings[index]?.word ?? '';
    return {
      key: category.key,
      name: category.label + (word === '' ? '' : ` (${word})`),
      values: data.series.map((item) => item.values[index] ?? null),
      spans: data.series.map((item) => item.spans[index] ?? category.span),
    };
  });
  return {
    ...request,
    data: { ...data, categories, series, order: 'time', status: null },
    standings: categories.map(() => ({ look: 'solid', word: '' })),
  };
}
