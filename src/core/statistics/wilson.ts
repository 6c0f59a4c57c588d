/** The Wilson score interval of a share. */
import { normalQuantile } from './normal.ts';

/**
 * One end of the interval: the share whose score test the sample `hits` of `n` just passes at `z`; below the share
 * for z < 0, above it for z > 0. E. B. Wilson, JASA 22 (1927) 209–212. Hits and n may be real-valued: weighted
 * cases, or cases divided by a design effect.
 */
export function wilsonBound(hits: number, n: number, z: number): number {
  // All or nothing on one side leaves nothing beyond it; said here, as rounding would leave a trace.
  if ((hits === 0 && z <= 0) || (hits === n && z >= 0)) return hits / n;
  const share = hits / n;
  const square = z * z;
  const centre = share + square / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  return Math.min(1, Math.max(0, (centre + half) / (1 + square / n)));
}

export function wilson(hits: number, n: number, level: number): { low: number; high: number } | null {
  if (!(n > 0)) return null;
  if (hits < 0 || hits > n) throw new RangeError(`${hits} hits of ${n}`);
  const z = normalQuantile((1 + level) / 2);
  return { low: wilsonBound(hits, n, -z), high: wilsonBound(hits, n, z) };
}
