/** placeholder until the chart module lands */
export interface ChartKind {
  readonly name: string;
}
