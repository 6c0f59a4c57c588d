/** The curve of an audit as a face draws it: its course, its control points, where the product stands, and a sentence. */
import type { Curve } from '#core/observation.ts';
import type { AuditReading } from '#core/reading.ts';
import { scoreOf } from '#core/statistics/curve.ts';
import { valueWords } from '../figures.ts';

type Measured = Pick<AuditReading, 'value' | 'interval' | 'unit'>;
type Point = readonly [value: number, score: number];

/** Enough for a line that looks bent where it is. */
const POINTS = 96;

export function curveView(curve: Curve, measured: Measured) {
  const { value, interval, unit } = measured;
  const words = (at: number) => valueWords(at, unit, null).replace(/^1 stars$/, '1 star');
  const controls = controlsOf(curve);
  const [least, most] = shown(curve, controls, measured);
  const at = (point: number) => least + ((most - least) * point) / POINTS;
  const here = value === null ? null : { value, score: scoreOf(curve, value), words: words(value) };
  const marks = controls.map(([reached, score], place) =>
    place === 0 ? `${score} is reached at ${words(reached)}` : `${score} at ${words(reached)}`,
  );
  const stands =
    here === null ? 'this product has no figure yet' : `here ${here.words}, a score of ${Math.round(here.score)}`;
  return {
    least: { value: least, words: words(least) },
    most: { value: most, words: words(most) },
    course: Array.from({ length: POINTS + 1 }, (_, point): Point => [at(point), scoreOf(curve, at(point))]),
    controls,
    here,
    sure: interval && { low: Math.max(interval.low, least), high: Math.min(interval.high ?? most, most) },
    sentence: `${marks.join(', ')}; ${stands}.`,
  };
}

export type CurveView = ReturnType<typeof curveView>;

function controlsOf(curve: Curve): readonly Point[] {
  if (curve.kind === 'knots') return curve.knots;
  return [
    [curve.p10, 90],
    [curve.median, 50],
  ];
}

/** Wide enough for the curve to be seen to fall or rise, for the product, and for its interval where that ends; a share ends at one. */
function shown(curve: Curve, controls: readonly Point[], { value, interval, unit }: Measured): [number, number] {
  const ends = controls.map(([at]) => at);
  const knots = curve.kind === 'knots';
  const far = Math.max(...ends) * (knots ? 1 : 1.6);
  const least = knots ? Math.min(...ends, value ?? Number.POSITIVE_INFINITY) : 0;
  const limit = unit === 'share' ? 1 : Number.POSITIVE_INFINITY;
  return [least, Math.min(limit, Math.max(far, (value ?? 0) * 1.08, (interval?.high ?? 0) * 1.04)) || 1];
}
