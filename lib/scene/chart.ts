export interface ChartSpec {
  readonly todo: true;
}
