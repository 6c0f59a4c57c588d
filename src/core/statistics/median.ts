/** The estimator of a median: the middle value, with order statistics as its interval. */
import type { Observation } from '#core/observation.ts';
import { designEffect } from './design-effect.ts';
import { type Estimator, once } from './estimator.ts';
import { type Sample, sampleOf } from './sample.ts';
import { studentQuantile } from './student.ts';

/**
 * R. S. Woodruff, JASA 47 (1952) 635–646: Wilson's interval around one half, over as many cases as the sample is worth
 * (see share.ts), read off the sorted values at k / (n + 1), straight lines between.
 */
export function median(observations: readonly Observation[]): Estimator {
  const sample = sampleOf(
    observations,
    ({ value = Number.NaN }) => [value, 0],
    (a, _a, b, _b) => a - b,
  );
  const method = 'order-statistics' as const;
  const weighted = (base: Float64Array, blocks: ArrayLike<number>) => middleOf(sample, base, blocks);
  if (sample.rows === 0) return { sample, value: null, weighted, method, point: () => null };
  const read = readerOf(sample);
  const value = read(sample.weight / 2);
  const point = once(() => {
    if (sample.weight < 2) return null;
    const effect = designEffect(
      sample,
      sample.x.map((x) => Math.sign(x - value)),
    );
    const worth = sample.weight / effect.inflation;
    const student = studentQuantile(effect.df);
    return (part: number) => {
      const t = student(part);
      const quantile = 0.5 + t / 2 / Math.sqrt(worth + t * t);
      return read(quantile * (sample.weight + 1) - 0.5);
    };
  });
  return { sample, value, weighted, method, point };
}

/** The value at a place between 0 and the total weight: each row stands over the middle of its own cases. */
function readerOf({ rows, count, p, x }: Sample): (place: number) => number {
  const from = new Float64Array(rows);
  const to = new Float64Array(rows);
  let sum = 0;
  for (let row = 0; row < rows; row += 1) {
    const many = (count[row] ?? 0) * (p[row] ?? 0);
    const edge = Math.min(many, 1) / 2;
    from[row] = sum + edge;
    sum += many;
    to[row] = sum - edge;
  }
  return (place) => {
    let row = 0;
    // Points are asked for a thousand times a run: halving, not walking.
    for (let step = 2 ** Math.ceil(Math.log2(rows + 1)); step >= 1; step /= 2) {
      if (row + step < rows && (from[row + step] ?? 0) <= place) row += step;
    }
    const end = to[row] ?? 0;
    const next = from[row + 1];
    const here = x[row] ?? Number.NaN;
    if (place <= end || next === undefined) return here;
    return here + ((x[row + 1] ?? here) - here) * ((place - end) / (next - end));
  };
}

function middleOf({ rows, block, x }: Sample, base: Float64Array, blocks: ArrayLike<number>): number {
  let left = 0;
  for (let row = 0; row < rows; row += 1) left += (base[row] ?? 0) * (blocks[block[row] ?? 0] ?? 0);
  left /= 2;
  if (left === 0) return Number.NaN;
  for (let row = 0; row < rows; row += 1) {
    left -= (base[row] ?? 0) * (blocks[block[row] ?? 0] ?? 0);
    if (left <= 0) return x[row] ?? Number.NaN;
  }
  return x[rows - 1] ?? Number.NaN;
}
