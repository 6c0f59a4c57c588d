/** The estimator of a ratio of two sums: Fieller's interval, which knows that the denominator was drawn too. */
import type { Observation } from '#core/observation.ts';
import { designEffect } from './design-effect.ts';
import { type Estimator, once, type Point } from './estimator.ts';
import { quotientOf } from './quotient.ts';
import { type Sample, sampleOf } from './sample.ts';
import { studentQuantile } from './student.ts';

/** The fourth moment of a normal number over its squared variance. */
const NORMAL_KURTOSIS = 3;

/** Fewer tell nothing at all. */
const LEAST_FREEDOM = 2;

/**
 * E. C. Fieller, JRSS B 16 (1954) 175–185: the ratios R for which the mean of value − R·of does not differ from zero,
 * with Student's t and the design effect at the ratio found.
 */
export function ratio(observations: readonly Observation[]): Estimator {
  const sample = sampleOf(observations, ({ value = Number.NaN, of = Number.NaN }) => [value, of]);
  const { value, weighted } = quotientOf(sample);
  const point = once(() => pointOf(sample, value));
  return { sample, value, weighted, method: 'block-t', point, beyond: once(() => mostExtreme(sample)) };
}

function pointOf(sample: Sample, value: number | null): Point | null {
  if (value === null || sample.weight <= 1) return null;
  const influence = sample.x.map((x, row) => x - value * (sample.y[row] ?? 0));
  if (influence.every((away, row) => Math.abs(away) <= 1e-12 * Math.abs(sample.x[row] ?? 0))) {
    return null;
  }
  const effect = designEffect(sample, influence);
  const student = studentQuantile(Math.min(effect.df, sample.weight - 1, freedomOf(sample, influence)));
  const { x, y, xx, xy, yy } = spreadOf(sample, effect.inflation);
  const [lowest, highest] = rangeOf(sample);
  return (part) => {
    const t = student(part);
    const a = y * y - t * t * yy;
    const b = x * y - t * t * xy;
    const c = x * x - t * t * xx;
    // The denominator's own interval holds zero: the side is open.
    if (a <= 0) return t < 0 ? lowest : highest;
    const root = Math.sqrt(Math.max(0, b * b - a * c));
    return Math.min(highest, Math.max(lowest, (b + Math.sign(t) * root) / a));
  };
}

/** Means of numerator and denominator, and the variances and covariance of these means. */
function spreadOf({ rows, count, p, weight, x, y }: Sample, inflation: number) {
  const sum = { x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
  for (let row = 0; row < rows; row += 1) {
    const many = (count[row] ?? 0) * (p[row] ?? 0);
    sum.x += (many * (x[row] ?? 0)) / weight;
    sum.y += (many * (y[row] ?? 0)) / weight;
  }
  for (let row = 0; row < rows; row += 1) {
    const many = ((count[row] ?? 0) * (p[row] ?? 0) * inflation) / (weight * (weight - 1));
    const dx = (x[row] ?? 0) - sum.x;
    const dy = (y[row] ?? 0) - sum.y;
    sum.xx += many * dx * dx;
    sum.xy += many * dx * dy;
    sum.yy += many * dy * dy;
  }
  return sum;
}

/** Sums of what is never negative have no negative ratio, and parts of a whole none above 1. */
function rangeOf({ x, y }: Sample): readonly [lowest: number, highest: number] {
  const positive = x.every((part, row) => part >= 0 && (y[row] ?? 0) >= 0);
  if (!positive) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return [0, x.every((part, row) => part <= (y[row] ?? 0)) ? 1 : Number.POSITIVE_INFINITY];
}

/** No ratio of sums lies beyond the most extreme ratio among its cases. */
function mostExtreme({ x, y }: Sample): number {
  let extreme = Number.NaN;
  x.forEach((part, row) => {
    const alone = part / (y[row] ?? 0);
    if (Number.isFinite(alone) && !(Math.abs(alone) <= Math.abs(extreme))) extreme = alone;
  });
  return extreme;
}

/**
 * A variance that few large pulls decide is known as badly as one of few cases: its degrees of freedom are 2 over its own
 * relative variance (Satterthwaite 1946), which for normal pulls are as many as cases.
 */
function freedomOf({ rows, count, p }: Sample, influence: Float64Array): number {
  let squares = 0;
  let fourths = 0;
  for (let row = 0; row < rows; row += 1) {
    const many = (count[row] ?? 0) * (p[row] ?? 0);
    squares += many * (influence[row] ?? 0) ** 2;
    fourths += many * (influence[row] ?? 0) ** 4;
  }
  return Math.max(LEAST_FREEDOM, (NORMAL_KURTOSIS * squares * squares) / fourths);
}
