/** Observations laid out once for everything that is computed from them: typed arrays, blocks as numbers. */
import type { Observation } from '#core/observation.ts';

export interface Sample {
  readonly rows: number;
  /** How many real cases are expected among them: counts times the probability that they are true. */
  readonly weight: number;
  readonly count: Float64Array;
  /** Probability that the row is true. */
  readonly p: Float64Array;
  readonly block: Int32Array;
  /** The blocks' names, in the order in which rows name them. */
  readonly blocks: readonly string[];
  /** By row, what else rows share, as numbers; null where they share nothing else. */
  readonly also: Int32Array | null;
  /** By row, when it fell; null where cases have no time. */
  readonly when: Float64Array | null;
  /** Rows with p < 1, in the order in which they were given. */
  readonly uncertain: Uint32Array;
  /** What the estimator reads of each row: hit as 0 or 1, value, or time. */
  readonly x: Float64Array;
  /** The second thing it reads: the denominator of a ratio, or 1 for a wait that ended. */
  readonly y: Float64Array;
}

/** `pick` reads the two numbers of an observation; rows come in the order of `compare`, or as given. */
export function sampleOf(
  observations: readonly Observation[],
  pick: (observation: Observation) => readonly [x: number, y: number],
  compare?: (xA: number, yA: number, xB: number, yB: number) => number,
): Sample {
  // A case that is surely false is no case.
  const given = observations.filter(({ p, count }) => p !== 0 && count !== 0);
  const size = given.length;
  const givenX = new Float64Array(size);
  const givenY = new Float64Array(size);
  const numbers = new Map<string, number>();
  for (let index = 0; index < size; index += 1) {
    const row = given[index] as Observation;
    const picked = pick(row);
    check(row, picked[0], picked[1]);
    givenX[index] = picked[0];
    givenY[index] = picked[1];
    if (!numbers.has(row.block)) numbers.set(row.block, numbers.size);
  }
  const order = Uint32Array.from(given.keys());
  if (compare) {
    const [x, y] = [givenX, givenY];
    order.sort((a, b) => compare(x[a] ?? 0, y[a] ?? 0, x[b] ?? 0, y[b] ?? 0) || a - b);
  }
  // Filled in one walk: a reading lays out a sample for every audit at every point of its series.
  const rows = new Array<Observation>(size);
  const position = new Uint32Array(size);
  const [count, p, when] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const [x, y, block] = [new Float64Array(size), new Float64Array(size), new Int32Array(size)];
  let weight = 0;
  let timed = true;
  for (let place = 0; place < size; place += 1) {
    const index = order[place] as number;
    const row = given[index] as Observation;
    const [cases, sure] = [row.count ?? 1, row.p ?? 1];
    rows[place] = row;
    position[index] = place;
    count[place] = cases;
    p[place] = sure;
    weight += cases * sure;
    block[place] = numbers.get(row.block) ?? 0;
    if (row.when === undefined) timed = false;
    else when[place] = row.when;
    x[place] = givenX[index] as number;
    y[place] = givenY[index] as number;
  }
  return {
    ...{ rows: size, weight, count, p, block, x, y },
    blocks: [...numbers.keys()],
    also: alsoOf(rows),
    when: timed ? when : null,
    uncertain: position.filter((row) => (p[row] ?? 1) < 1),
  };
}

function alsoOf(rows: readonly Observation[]): Int32Array | null {
  if (rows.every(({ also }) => also === undefined)) return null;
  const numbers = new Map<string, number>();
  return Int32Array.from(rows, ({ also, block }) => {
    const name = also ?? block;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}

/** Audits are ours: an observation that its estimator cannot read is a bug, not a missing case. */
function check({ p = 1, count = 1, block }: Observation, x: number, y: number): void {
  if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Error(`a case in ${block} lacks what its estimator reads`);
  if (!(p > 0 && p <= 1)) throw new Error(`a case in ${block} has the probability ${p}`);
  if (!(count > 0 && count < Number.POSITIVE_INFINITY)) throw new Error(`a case in ${block} has the count ${count}`);
}
