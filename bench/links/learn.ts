/** Learns the two sets of weights that recovered links are scored by: which of an ask’s changes, and how surely. */

/** Pairs of one ask: their traits and which of them are known to be right. */
export interface Lesson {
  readonly traits: readonly Float64Array[];
  readonly right: readonly boolean[];
}

/** Choice among the changes of one ask: mean of −log of the share that the right ones get, by Adam (Kingma and Ba, 2015). */
export function learnChoice(lessons: readonly Lesson[], ridge = 0.02, rounds = 600): number[] {
  const { middle, spread } = scaleOf(lessons.flatMap(({ traits }) => traits));
  const size = middle.length;
  const told = lessons
    .filter(({ right }) => right.some(Boolean))
    .map(({ traits, right }) => ({ right, rows: traits.map((row) => scaled(row, middle, spread)) }));
  const [weights, first, second] = Array.from({ length: 3 }, () => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let round = 1; round <= rounds; round += 1) {
    const slope = new Float64Array(size);
    for (const { rows, right } of told) {
      const scores = rows.map((row) => dot(row, weights));
      const most = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - most));
      const all = odds.reduce((sum, one) => sum + one, 0);
      const good = odds.reduce((sum, one, at) => sum + (right[at] ? one : 0), 0);
      for (const [at, row] of rows.entries()) {
        const pull = (right[at] ? (odds[at] as number) / good : 0) - (odds[at] as number) / all;
        for (let trait = 0; trait < size; trait += 1)
          slope[trait] = (slope[trait] as number) - pull * (row[trait] as number);
      }
    }
    for (let trait = 0; trait < size; trait += 1) {
      const own = (slope[trait] as number) / told.length + ridge * (weights[trait] as number);
      first[trait] = 0.9 * (first[trait] as number) + 0.1 * own;
      second[trait] = 0.999 * (second[trait] as number) + 0.001 * own * own;
      const step = (first[trait] as number) / (1 - 0.9 ** round);
      weights[trait] =
        (weights[trait] as number) -
        (0.05 * step) / (Math.sqrt((second[trait] as number) / (1 - 0.999 ** round)) + 1e-8);
    }
  }
  return Array.from(weights, (weight, trait) => weight / (spread[trait] as number));
}

/** Logistic regression with a ridge, by Newton’s steps; the constant comes first. */
export function learnOdds(lessons: readonly Lesson[], ridge = 3, steps = 25): number[] {
  const rows = lessons.flatMap(({ traits }) => traits);
  const right = lessons.flatMap((lesson) => lesson.right);
  const { middle, spread } = scaleOf(rows);
  const size = middle.length + 1;
  const known = rows.map((row) => [1, ...scaled(row, middle, spread)]);
  let weights = new Float64Array(size);
  for (let step = 0; step < steps; step += 1) {
    const slope = new Float64Array(size);
    const bend = Array.from({ length: size }, (_, at) => {
      const row = new Float64Array(size);
      row[at] = at === 0 ? 1e-6 : ridge;
      return row;
    });
    for (let trait = 1; trait < size; trait += 1) slope[trait] = ridge * (weights[trait] as number);
    for (const [at, row] of known.entries()) {
      const p = 1 / (1 + Math.exp(-dot(row, weights)));
      const off = p - (right[at] ? 1 : 0);
      for (let a = 0; a < size; a += 1) {
        slope[a] = (slope[a] as number) + off * (row[a] as number);
        const by = p * (1 - p) * (row[a] as number);
        const bent = bend[a] as Float64Array;
        for (let b = 0; b < size; b += 1) bent[b] = (bent[b] as number) + by * (row[b] as number);
      }
    }
    const change = solved(bend, slope);
    weights = weights.map((weight, at) => weight - (change[at] as number));
  }
  const plain = Array.from(weights.subarray(1), (weight, at) => weight / (spread[at] as number));
  const constant = plain.reduce((sum, weight, at) => sum - weight * (middle[at] as number), weights[0] as number);
  return [constant, ...plain];
}

function scaleOf(rows: readonly Float64Array[]): { middle: Float64Array; spread: Float64Array } {
  const size = rows[0]?.length ?? 0;
  const middle = new Float64Array(size);
  const spread = new Float64Array(size);
  for (const row of rows)
    for (let at = 0; at < size; at += 1) middle[at] = (middle[at] as number) + (row[at] as number) / rows.length;
  for (const row of rows) {
    for (let at = 0; at < size; at += 1) {
      spread[at] = (spread[at] as number) + ((row[at] as number) - (middle[at] as number)) ** 2 / rows.length;
    }
  }
  return { middle, spread: spread.map((square) => Math.sqrt(square) || 1) };
}

function scaled(row: Float64Array, middle: Float64Array, spread: Float64Array): Float64Array {
  return row.map((value, at) => (value - (middle[at] as number)) / (spread[at] as number));
}

function dot(row: ArrayLike<number>, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) sum += (row[at] as number) * (weights[at] as number);
  return sum;
}

/** Gauss with the largest pivot. */
function solved(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const rows: Float64Array[] = matrix.map((row, at) => Float64Array.of(...row, right[at] as number));
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let best = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(rows[row]?.[column] as number) > Math.abs(rows[best]?.[column] as number)) best = row;
    }
    const pivot = rows[best] as Float64Array;
    rows[best] = rows[column] as Float64Array;
    rows[column] = pivot;
    for (const [at, row] of rows.entries()) {
      if (at === column) continue;
      const by = (row[column] as number) / (pivot[column] as number);
      for (let cell = column; cell <= size; cell += 1) row[cell] = (row[cell] as number) - by * (pivot[cell] as number);
    }
  }
  return Float64Array.from(rows, (row, at) => (row[size] as number) / (row[at] as number));
}
