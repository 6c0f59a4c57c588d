/** Which of many p-values may be called real when a stated share of the calls may be wrong. */

/**
 * Benjamini and Hochberg, JRSS B 57 (1995) 289–300: the largest k with p(k) ≤ k·q/m, and all up to it. Holds the
 * expected share of false calls at `q` for independent and positively dependent p-values.
 */
export function benjaminiHochberg(ps: readonly number[], q: number): boolean[] {
  const order = ps.map((_, index) => index).sort((a, b) => (ps[a] ?? 1) - (ps[b] ?? 1) || a - b);
  let called = 0;
  order.forEach((index, rank) => {
    const p = ps[index] ?? 1;
    if (!(p >= 0 && p <= 1)) throw new RangeError(`a p-value lies in 0 to 1, not ${p}`);
    if (p <= ((rank + 1) * q) / ps.length) called = rank + 1;
  });
  const answers = ps.map(() => false);
  for (const index of order.slice(0, called)) answers[index] = true;
  return answers;
}
