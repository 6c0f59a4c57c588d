/** How far cases rise and fall together in time: the variance of a sum by its slowest waves. */

/**
 * Waves over the time that cases span: half a wave to one and a half. Moods that last up to a quarter of that time move
 * these and are counted; the fewer waves, the longer the moods, and the less is known of their spread. Why
 * three: docs/decisions/0010-moods-of-months.md.
 */
export const WAVES = 3;

/**
 * The variance of Σ pulls where neighbours in time may take after each other: the mean square of its projections on
 * cosines (Müller, Econometrica 72 (2004) 1391–1416; Lazarus, Lewis, Stock and Watson, J. Bus. Econ. Stat. 36 (2018)
 * 541–559), with as many degrees of freedom as waves. No length of blocks has to be chosen, and a mood may begin on any
 * day. null where all cases are of one moment.
 */
export function varianceByWaves(pulls: ArrayLike<number>, when: ArrayLike<number>): number | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < when.length; row += 1) {
    first = Math.min(first, when[row] ?? first);
    last = Math.max(last, when[row] ?? last);
  }
  if (!(last > first)) return null;
  let squares = 0;
  for (let wave = 1; wave <= WAVES; wave += 1) {
    const turn = (Math.PI * wave) / (last - first);
    let sum = 0;
    for (let row = 0; row < when.length; row += 1) {
      sum += (pulls[row] ?? 0) * Math.cos(turn * ((when[row] ?? 0) - first));
    }
    squares += 2 * sum * sum;
  }
  return squares / WAVES;
}
