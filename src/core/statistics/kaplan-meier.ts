/** The Kaplan–Meier curve: the share still waiting after every time, with those not yet ended counted until last seen. */

/** The curve after each time at which something ended, oldest first. */
export interface SurvivalCurve {
  readonly at: Float64Array;
  /** Kaplan and Meier, JASA 53 (1958) 457–481: Π (1 − d / r). */
  readonly survival: Float64Array;
  /** Greenwood's sum Σ d / (r (r − d)) (Reports on Public Health 33, 1926): the variance is survival² times it. */
  readonly greenwood: Float64Array;
  /** Cases that a share at this time is worth, by Greenwood over r + d; finite even when all have ended. */
  readonly worth: Float64Array;
  /** The longest time seen. */
  readonly last: number;
}

/** Times in rising order, at one time those that ended before those that did not; weights real-valued. */
export function kaplanMeier(
  times: ArrayLike<number>,
  ended: ArrayLike<number>,
  weights: ArrayLike<number>,
): SurvivalCurve {
  const risk = riskOf(weights);
  const points: { at: number; survival: number; greenwood: number; worth: number }[] = [];
  let survival = 1;
  let greenwood = 0;
  let shrunk = 1;
  let spread = 0;
  for (let row = 0; row < times.length; row += 1) {
    if (!ended[row]) continue;
    const at = times[row] ?? 0;
    const before = risk[row] ?? 0;
    const after = risk[row + 1] ?? 0;
    const weight = before - after;
    // Rows of one time taken one by one give the same products and sums as taken together.
    survival *= after / before;
    greenwood += weight / (before * after);
    shrunk *= before / (before + weight);
    spread += weight / (before * (before + weight));
    if (times[row + 1] === at && ended[row + 1]) continue;
    const whole = risk[0] ?? 0;
    points.push({ at, survival, greenwood, worth: ((1 - shrunk) / (shrunk * spread)) * (whole / (whole + 1)) });
  }
  const column = (of: 'at' | 'survival' | 'greenwood' | 'worth') => Float64Array.from(points, (point) => point[of]);
  return {
    at: column('at'),
    survival: column('survival'),
    greenwood: column('greenwood'),
    worth: column('worth'),
    last: times[times.length - 1] ?? 0,
  };
}

/** Which point of the curve holds at a time: −1 before the first end, null after the last case was seen. */
export function pointAt({ at, survival, last }: SurvivalCurve, time: number): number | null {
  let point = -1;
  while (point + 1 < at.length && (at[point + 1] ?? 0) <= time) point += 1;
  return time > last && survival[point] !== 0 ? null : point;
}

/**
 * The first time at which no more than half wait. Where exactly half wait for a while it is the middle of that while,
 * as in R's survival package.
 */
export function medianTime({ at, survival }: SurvivalCurve): number | null {
  const point = survival.findIndex((share) => share <= 0.5 + 1e-12);
  if (point < 0) return null;
  const here = at[point] ?? 0;
  const flat = Math.abs((survival[point] ?? 0) - 0.5) <= 1e-12;
  return flat ? (here + (at[point + 1] ?? here)) / 2 : here;
}

/**
 * Greenwood's variance on the scale of log(−log S), which keeps the bound in 0–1: Kalbfleisch and Prentice, The
 * Statistical Analysis of Failure Time Data (1980). Above the curve for z > 0.
 */
export function logLogBound(survival: number, greenwood: number, z: number): number {
  if (survival >= 1) return 1;
  if (survival <= 0) return z > 0 ? 1 : 0;
  const log = Math.log(survival);
  return Math.exp(log * Math.exp((z * Math.sqrt(greenwood)) / log));
}

/**
 * Where a bound of the curve first passes one half: an end of the median's interval. Brookmeyer and Crowley, Biometrics
 * 38 (1982) 29–41, on the log-log scale. The earlier end for z < 0; null where it is never passed: an open end.
 */
export function brookmeyerCrowley({ at, survival, greenwood }: SurvivalCurve): (z: number) => number | null {
  // The bound at z lies at or below one half up to a z of each point's own; the highest so far says who is first.
  let highest = Number.NEGATIVE_INFINITY;
  const passes = survival.map((share, point) => {
    highest = Math.max(highest, passesHalfAt(share, greenwood[point] ?? 0));
    return highest;
  });
  return (z) => {
    let low = 0;
    let high = passes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((passes[middle] ?? 0) >= z) high = middle;
      else low = middle + 1;
    }
    return at[low] ?? null;
  };
}

/** The z for which logLogBound is one half; nothing bounds the curve from above once all have ended. */
function passesHalfAt(survival: number, greenwood: number): number {
  if (survival <= 0) return 0;
  const log = Math.log(survival);
  return (log / Math.sqrt(greenwood)) * Math.log(Math.log(0.5) / log);
}

/** Weight still at risk before each row; summed from the end, so that the last one leaves exactly nothing. */
function riskOf(weights: ArrayLike<number>): Float64Array {
  const risk = new Float64Array(weights.length + 1);
  for (let row = weights.length - 1; row >= 0; row -= 1) risk[row] = (risk[row + 1] ?? 0) + (weights[row] ?? 0);
  return risk;
}
