/**
 * Finds the weights that part two sets of texts: a linear support vector machine with squared loss, by coordinate
 * descent on its dual. Hsieh et al., “A dual coordinate descent method for large-scale linear SVM”, ICML 2008.
 */
import { randomFrom } from '#core/statistics/random.ts';
import type { Features } from './features.ts';
import { WIDTH } from './letters.ts';

export interface Separation {
  readonly weights: Float32Array;
  readonly bias: number;
}

const ROUNDS = 15;
/** Steps smaller than this change no decision; smaller ones only cost time. */
const CLOSE = 0.05;

/** `costs`: how much a mistake on each row weighs. */
export function separate(rows: readonly Features[], holds: readonly boolean[], costs: Float64Array): Separation {
  const weights = new Float64Array(WIDTH);
  let bias = 0;
  const dual = new Float64Array(rows.length);
  const curve = Float64Array.from(rows, ({ value }, row) => {
    let sum = 1 + 0.5 / (costs[row] as number);
    for (const one of value) sum += one * one;
    return sum;
  });
  const order = Int32Array.from(rows, (_, row) => row);
  const random = randomFrom('separate');
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random.uniform);
    let largest = 0;
    for (const row of order) {
      const { at, value } = rows[row] as Features;
      const side = holds[row] ? 1 : -1;
      let score = bias;
      for (let cell = 0; cell < at.length; cell += 1) {
        score += (weights[at[cell] as number] as number) * (value[cell] as number);
      }
      const was = dual[row] as number;
      const slope = side * score - 1 + (was * 0.5) / (costs[row] as number);
      const able = was === 0 ? Math.min(slope, 0) : slope;
      if (able === 0) continue;
      largest = Math.max(largest, Math.abs(able));
      const now = Math.max(was - slope / (curve[row] as number), 0);
      dual[row] = now;
      const step = (now - was) * side;
      for (let cell = 0; cell < at.length; cell += 1) {
        const number = at[cell] as number;
        weights[number] = (weights[number] as number) + step * (value[cell] as number);
      }
      bias += step;
    }
    if (largest < CLOSE) break;
  }
  return { weights: Float32Array.from(weights), bias };
}

function shuffle(order: Int32Array, uniform: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(uniform() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
}
