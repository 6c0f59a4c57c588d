/** Texts that come after a grouping join the needs that are there; what fits none waits for the next grouping. */

import type { Outside } from '../vectors/outside.ts';
import type { Dense } from '../vectors/sparse.ts';
import { vectorsOf } from '../vectors/text-vectors.ts';
import { nearestCentre } from './centres.ts';
import type { Grouping } from './group.ts';

export interface Joined {
  /** For each text the need that it joined, -1 for none. */
  readonly of: Int32Array;
  readonly near: Float64Array;
  readonly vectors: Dense;
}

/** Nothing is learned again and no member moves. */
export function join(
  known: Pick<Grouping, 'model' | 'centres' | 'reach'>,
  texts: readonly string[],
  outside: Outside | null = null,
): Joined {
  const vectors = outside?.of(texts) ?? vectorsOf(known.model, texts);
  const { of, near } = nearestCentre(vectors, known.centres);
  for (let row = 0; row < of.length; row += 1) {
    const need = of[row] as number;
    if (need >= 0 && (near[row] as number) >= (known.reach[need] as number)) continue;
    of[row] = -1;
    near[row] = 0;
  }
  return { of, near, vectors };
}
