/** From a value to a score of 0–100, by the curve that an audit states. */
import type { Curve } from '#core/observation.ts';
import { erfc, normalQuantile } from './normal.ts';

/**
 * √2 · erfc⁻¹(0.2), the normal quantile of 0.9: how far p10 lies from the median in log terms. Lighthouse's curve with
 * two control points writes erfc⁻¹(0.2) = 0.9061938 for it (`getLogNormalScore` in its `shared/statistics.js`).
 */
const P10 = normalQuantile(0.9);

export function scoreOf(curve: Curve, value: number): number {
  if (Number.isNaN(value)) return Number.NaN;
  if (curve.kind === 'knots') return Math.min(100, Math.max(0, betweenKnots(curve.knots, value)));
  const { p10, median, better } = curve;
  const apart = better === 'lower' ? median > p10 : p10 > median;
  if (!apart || !(p10 > 0) || !(median > 0)) {
    throw new RangeError(`a curve cannot have ${p10} as good and ${median} as middling where ${better} is better`);
  }
  // The logarithm ends at zero: no days at all is as good, or as bad, as it gets.
  if (value <= 0) return better === 'lower' ? 100 : 0;
  const away = (P10 * Math.log(value / median)) / Math.abs(Math.log(p10 / median));
  return 50 * erfc((better === 'lower' ? away : -away) / Math.SQRT2);
}

function betweenKnots(knots: readonly (readonly [value: number, score: number])[], value: number): number {
  const first = knots[0];
  if (first === undefined) throw new RangeError('a curve of knots needs at least one');
  let [atBefore, before] = first;
  if (value <= atBefore) return before;
  for (const [at, score] of knots.slice(1)) {
    if (!(at > atBefore)) throw new RangeError(`knots must rise: ${at} stands after ${atBefore}`);
    if (value <= at) return before + ((score - before) * (value - atBefore)) / (at - atBefore);
    atBefore = at;
    before = score;
  }
  return before;
}
