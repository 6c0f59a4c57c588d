/** Student's t distribution with any number of degrees of freedom: for spreads that were estimated from few cases. */
import { normalQuantile } from './normal.ts';

/** Above this many degrees of freedom t and the normal differ by less than 1e-6 at any level that is shown. */
const NORMAL_FROM = 1e6;

/** The share of t below `x`: DLMF 8.17 by way of the regularised incomplete beta function. */
export function studentCdf(x: number, df: number): number {
  return shareBelow(x, df, logBeta(df / 2, 0.5));
}

/**
 * The point of t below which a share lies, for so many degrees of freedom: Abramowitz and Stegun 26.7.5 as the start,
 * then Newton's method kept between bounds, halving where a step would leave them.
 */
export function studentQuantile(df: number): (p: number) => number {
  if (!(df > 0)) throw new RangeError(`Student's t needs degrees of freedom above 0, not ${df}`);
  if (df >= NORMAL_FROM) return normalQuantile;
  const beta = logBeta(df / 2, 0.5);
  const scale = Math.exp(-beta) / Math.sqrt(df);
  const below = (p: number): number => {
    const z = normalQuantile(p);
    let low = Number.NEGATIVE_INFINITY;
    let high = z;
    let x = Math.min(z, z + (z ** 3 + z) / (4 * df) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * df * df));
    for (let step = 0; step < 100; step += 1) {
      const error = shareBelow(x, df, beta) - p;
      if (error > 0) high = x;
      else low = x;
      const next = x - error / (scale * (1 + (x * x) / df) ** (-(df + 1) / 2));
      const kept = next > low && next < high ? next : low === Number.NEGATIVE_INFINITY ? 2 * x - 1 : (low + high) / 2;
      if (Math.abs(kept - x) <= 1e-10 * Math.abs(x)) return kept;
      x = kept;
    }
    return x;
  };
  return (p) => (p === 0.5 ? 0 : p > 0.5 ? -below(1 - p) : below(p));
}

function shareBelow(x: number, df: number, beta: number): number {
  const near = (x * x) / (df + x * x);
  // Near the middle the other half is the one that keeps its digits.
  const tail =
    (near < 0.5 ? 1 - betaShare(near, 0.5, df / 2, beta) : betaShare(df / (df + x * x), df / 2, 0.5, beta)) / 2;
  return x > 0 ? 1 - tail : tail;
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** The regularised incomplete beta function I_x(a, b): continued fraction DLMF 8.17.22, by Lentz's method. */
export function betaShare(x: number, a: number, b: number, beta = logBeta(a, b)): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a, beta);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - beta) / a;
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny);
  let fraction = d;
  for (let m = 1; m < 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || tiny);
    c = 1 + even / c || tiny;
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || tiny);
    c = 1 + odd / c || tiny;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return front * fraction;
}

/** ln Γ(x) for x > 0: Stirling's series DLMF 5.11.1 after stepping x up to 10, good to about 1e-14. */
export function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < 10; at += 1) shift += Math.log(at);
  const r = 1 / (at * at);
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
