/** How far two mixes of topics lie apart: 0 alike, 1 without anything in common. */

/**
 * The square root of the Jensen–Shannon divergence to base 2 (J. Lin, IEEE Trans. Inf. Theory 37 (1991) 145–151;
 * a metric by Endres and Schindelin, ibid. 49 (2003) 1858–1860). Weights of 0 and more, of any total; null when one
 * side has none at all.
 */
export function jensenShannon(left: readonly number[], right: readonly number[]): number | null {
  if (left.length !== right.length) throw new RangeError(`${left.length} topics against ${right.length}`);
  const leftTotal = totalOf(left);
  const rightTotal = totalOf(right);
  if (leftTotal === 0 || rightTotal === 0) return null;
  let divergence = 0;
  for (let topic = 0; topic < left.length; topic += 1) {
    const p = (left[topic] ?? 0) / leftTotal;
    const q = (right[topic] ?? 0) / rightTotal;
    // Against the middle (p + q) / 2, not halved: half of the least number there is would be 0.
    if (p > 0) divergence += (p * Math.log2((2 * p) / (p + q))) / 2;
    if (q > 0) divergence += (q * Math.log2((2 * q) / (p + q))) / 2;
  }
  return Math.sqrt(Math.min(1, Math.max(0, divergence)));
}

function totalOf(weights: readonly number[]): number {
  let total = 0;
  for (const weight of weights) {
    if (!(weight >= 0) || weight === Number.POSITIVE_INFINITY) throw new RangeError(`a topic weighs ${weight}`);
    total += weight;
  }
  return total;
}
