/** From scores of texts that were held out to probabilities, and to the line from which a label is given. */

/** Platt’s sigmoid by Newton’s method: Lin, Lin, Weng, “A note on Platt’s probabilistic outputs”, ML 68 (2007). */
export function sigmoidOf(scores: readonly number[], holds: readonly boolean[]): { slope: number; offset: number } {
  const held = holds.reduce((sum, one) => sum + (one ? 1 : 0), 0);
  const yes = (held + 1) / (held + 2);
  const no = 1 / (holds.length - held + 2);
  let slope = 0;
  let offset = Math.log((holds.length - held + 1) / (held + 1));
  let loss = lossOf(scores, holds, slope, offset, yes, no);
  for (let round = 0; round < 100; round += 1) {
    let [h11, h22, h21, g1, g2] = [1e-12, 1e-12, 0, 0, 0];
    for (let at = 0; at < scores.length; at += 1) {
      const score = scores[at] as number;
      const p = 1 / (1 + Math.exp(slope * score + offset));
      const weight = p * (1 - p);
      h11 += score * score * weight;
      h22 += weight;
      h21 += score * weight;
      const off = (holds[at] ? yes : no) - p;
      g1 += score * off;
      g2 += off;
    }
    if (Math.abs(g1) < 1e-5 && Math.abs(g2) < 1e-5) break;
    const det = h11 * h22 - h21 * h21;
    const toSlope = -(h22 * g1 - h21 * g2) / det;
    const toOffset = -(-h21 * g1 + h11 * g2) / det;
    let step = 1;
    for (; step > 1e-10; step /= 2) {
      const next = lossOf(scores, holds, slope + step * toSlope, offset + step * toOffset, yes, no);
      if (next >= loss + 1e-4 * step * (g1 * toSlope + g2 * toOffset)) continue;
      slope += step * toSlope;
      offset += step * toOffset;
      loss = next;
      break;
    }
    if (step <= 1e-10) break;
  }
  return { slope, offset };
}

function lossOf(
  scores: readonly number[],
  holds: readonly boolean[],
  slope: number,
  offset: number,
  yes: number,
  no: number,
): number {
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const x = slope * (scores[at] as number) + offset;
    const target = holds[at] ? yes : no;
    sum += x >= 0 ? target * x + Math.log1p(Math.exp(-x)) : (target - 1) * x + Math.log1p(Math.exp(x));
  }
  return sum;
}

/** What a threshold is chosen for: the F1 of the label alone, or the mean of its F1 and that of its absence. */
export type Aim = 'label' | 'both';

/** The probability from which on giving the label does best. */
export function thresholdOf(probabilities: readonly number[], holds: readonly boolean[], aim: Aim): number {
  const order = probabilities
    .map((_, at) => at)
    .sort((a, b) => (probabilities[b] as number) - (probabilities[a] as number));
  const all = holds.reduce((sum, one) => sum + (one ? 1 : 0), 0);
  let [hits, best, threshold] = [0, -1, 0.5];
  for (let place = 0; place < order.length; place += 1) {
    const at = order[place] as number;
    if (holds[at]) hits += 1;
    const here = probabilities[at] as number;
    const next = probabilities[order[place + 1] ?? -1] ?? 0;
    if (next === here) continue;
    const given = place + 1;
    const rest = holds.length - given;
    const own = (2 * hits) / (given + all);
    const other = (2 * (rest - (all - hits))) / (rest + holds.length - all || 1);
    const value = aim === 'label' ? own : (own + other) / 2;
    if (value > best) [best, threshold] = [value, (here + next) / 2];
  }
  return threshold;
}
