/** The block bootstrap by weights: which block counts how much in a draw, the same for every audit that shares it. */
import { wordsOf } from './random.ts';

/** DESIGN §4. */
export const DRAWS = 1_000;

/** Weights in the draws of one seed, for a fixed list of blocks. */
export interface BlockWeights {
  /** Writes the weights of draw number `draw` over `target`, one for each block in order. */
  into(draw: number, target: Float64Array): void;
}

/**
 * Exponential weights with mean 1: the Bayesian bootstrap (D. B. Rubin, Ann. Statist. 9 (1981) 130–134) with whole
 * blocks as its units. A weight depends on seed, draw and block and on nothing else, so that audits that saw the same
 * week rise and fall with it in the same draw.
 */
export function blockWeights(seed: string, blocks: readonly string[]): BlockWeights {
  const [seedA, seedB] = wordsOf(`blocks ${seed}`);
  const first = new Int32Array(blocks.length);
  const second = new Int32Array(blocks.length);
  blocks.forEach((block, index) => {
    [first[index], second[index]] = wordsOf(block);
  });
  const table = exponentials();
  return {
    into(draw, target) {
      const turn = mixed(seedA + Math.imul(draw, STRIDE));
      for (let block = 0; block < first.length; block += 1) {
        const bits = mixed(mixed((first[block] ?? 0) ^ turn) + (second[block] ?? 0) + seedB);
        target[block] = table[bits >>> STEP_BITS] ?? 0;
      }
    },
  };
}

/** Coins of which number `which` shows heads with `probabilities[which]`: is an uncertain case true in this draw? */
export function coins(seed: string, probabilities: ArrayLike<number>): { heads(draw: number, which: number): boolean } {
  const [seedA, seedB] = wordsOf(`coins ${seed}`);
  const own = Int32Array.from(probabilities, (_, which) => mixed(seedB + Math.imul(which, STRIDE)));
  const limit = Float64Array.from(probabilities, (probability) => probability * 2 ** 32 - 0.5);
  let turn = 0;
  let turned = -1;
  return {
    heads(draw, which) {
      if (draw !== turned) {
        turned = draw;
        turn = mixed(seedA + Math.imul(draw, STRIDE));
      }
      return mixed((own[which] ?? 0) ^ turn) >>> 0 < (limit[which] ?? 0);
    },
  };
}

/** 2^32 over the golden ratio (Knuth, The Art of Computer Programming 3, 6.4): consecutive numbers land far apart. */
const STRIDE = 0x9e3779b1;

/** The finaliser of MurmurHash3 (A. Appleby, 2011): every bit in moves every bit out by a half. */
function mixed(bits: number): number {
  let h = bits | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** The exponential in 65,536 steps of equal chance: a look-up is five times as fast as a logarithm, its spread 0.01 % short. */
const STEP_BITS = 16;
let steps: Float64Array | undefined;

function exponentials(): Float64Array {
  steps ??= Float64Array.from({ length: 2 ** STEP_BITS }, (_, step) => -Math.log((step + 0.5) / 2 ** STEP_BITS));
  return steps;
}
