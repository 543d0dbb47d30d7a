/** Words, lines and spans in a chart, as helper series of its own, so that they move with the data (LOOKS, section 4). */
import type { ChartSpec, ValueAxis } from '../scene/chart.js';
import { annotatedLying } from './annotate-lying.js';
import { annotatedPoints } from './annotate-points.js';
import { annotatedUpright } from './annotate-upright.js';
import type { ChartRequest } from './request.js';
import { untangled } from './untangle.js';

/** The chart with its annotations, by how its axes lie: values upwards, values along lying bars, or values on both axes. */
export function annotated(request: ChartRequest, spec: ChartSpec): ChartSpec {
  const values = spec.axes.filter((axis): axis is ValueAxis => axis.kind === 'value');
  const [axis] = values;
  if (!axis) return spec;
  const upright = values.length === 1 && axis.position === 'l';
  if (request.options.annotations.length === 0) return upright ? untangled(request, spec, axis) : spec;
  if (values.length > 1) return annotatedPoints(request, spec, values);
  return axis.position === 'l' ? annotatedUpright(request, spec, axis) : annotatedLying(request, spec, axis);
}
