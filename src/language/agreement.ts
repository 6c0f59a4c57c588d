/** How well found groups agree with known ones: mutual information, adjusted Rand, B-cubed. */

export interface Agreement {
  /** Normalised by the arithmetic mean of both entropies. */
  readonly nmi: number;
  /** The same, adjusted for chance: Vinh, Epps, Bailey, JMLR 11 (2010). */
  readonly ami: number;
  /** Hubert and Arabie, Journal of Classification 2 (1985). */
  readonly ari: number;
  /** Bagga and Baldwin, ACL 1998; Amigó et al., Information Retrieval 12 (2009). */
  readonly b3: { readonly precision: number; readonly recall: number; readonly f1: number };
}

interface Table {
  readonly n: number;
  readonly known: Float64Array;
  readonly found: Float64Array;
  /** Cells that are not empty. */
  readonly cells: readonly { readonly one: number; readonly two: number; readonly both: number }[];
}

/** `known[i]` and `found[i]` are of the same text. */
export function agreement(known: readonly (string | number)[], found: readonly (string | number)[]): Agreement {
  const table = crossed(known, found);
  const information = mutual(table);
  const entropies = (entropy(table.known, table.n) + entropy(table.found, table.n)) / 2;
  const chance = expectedMutual(table);
  const b3 = bCubed(table);
  return {
    nmi: entropies === 0 ? 1 : information / entropies,
    ami: ratio(information - chance, entropies - chance),
    ari: adjustedRand(table),
    b3,
  };
}

function ratio(over: number, under: number): number {
  return Math.abs(under) < 1e-12 ? 1 : over / under;
}

function crossed(known: readonly (string | number)[], found: readonly (string | number)[]): Table {
  const ones = numbered(known);
  const twos = numbered(found);
  const cells = new Map<number, number>();
  for (let at = 0; at < known.length; at += 1) {
    const key = (ones.of[at] as number) * twos.count + (twos.of[at] as number);
    cells.set(key, (cells.get(key) ?? 0) + 1);
  }
  return {
    n: known.length,
    known: sizes(ones),
    found: sizes(twos),
    cells: [...cells].map(([key, both]) => ({ one: Math.floor(key / twos.count), two: key % twos.count, both })),
  };
}

function numbered(labels: readonly (string | number)[]): { of: Int32Array; count: number } {
  const numbers = new Map<string | number, number>();
  const of = Int32Array.from(labels, (label) => {
    const known = numbers.get(label);
    if (known !== undefined) return known;
    numbers.set(label, numbers.size);
    return numbers.size - 1;
  });
  return { of, count: numbers.size };
}

function sizes({ of, count }: { of: Int32Array; count: number }): Float64Array {
  const out = new Float64Array(count);
  for (const group of of) out[group] = (out[group] as number) + 1;
  return out;
}

function entropy(groups: Float64Array, n: number): number {
  return groups.reduce((sum, size) => sum - (size / n) * Math.log(size / n), 0);
}

function mutual({ n, known, found, cells }: Table): number {
  return cells.reduce(
    (sum, { one, two, both }) =>
      sum + (both / n) * Math.log((n * both) / ((known[one] as number) * (found[two] as number))),
    0,
  );
}

/** Vinh et al. equation 24. Groups of one size are alike, so each pair of sizes is summed once. */
function expectedMutual({ n, known, found }: Table): number {
  const logFactorial = new Float64Array(n + 1);
  for (let k = 1; k <= n; k += 1) logFactorial[k] = (logFactorial[k - 1] as number) + Math.log(k);
  const log = (k: number) => logFactorial[k] as number;
  let sum = 0;
  for (const [a, timesA] of bySize(known)) {
    for (const [b, timesB] of bySize(found)) {
      const fixed = log(a) + log(b) + log(n - a) + log(n - b) - log(n);
      let part = 0;
      for (let both = Math.max(1, a + b - n); both <= Math.min(a, b); both += 1) {
        const chance = Math.exp(fixed - log(both) - log(a - both) - log(b - both) - log(n - a - b + both));
        part += (both / n) * Math.log((n * both) / (a * b)) * chance;
      }
      sum += part * timesA * timesB;
    }
  }
  return sum;
}

function bySize(groups: Float64Array): Map<number, number> {
  const out = new Map<number, number>();
  for (const size of groups) out.set(size, (out.get(size) ?? 0) + 1);
  return out;
}

function adjustedRand({ n, known, found, cells }: Table): number {
  const pairs = (size: number) => (size * (size - 1)) / 2;
  const inBoth = cells.reduce((sum, { both }) => sum + pairs(both), 0);
  const inKnown = known.reduce((sum, size) => sum + pairs(size), 0);
  const inFound = found.reduce((sum, size) => sum + pairs(size), 0);
  const chance = n < 2 ? 0 : (inKnown * inFound) / pairs(n);
  return ratio(inBoth - chance, (inKnown + inFound) / 2 - chance);
}

function bCubed({ n, known, found, cells }: Table): Agreement['b3'] {
  let precision = 0;
  let recall = 0;
  for (const { one, two, both } of cells) {
    precision += (both * both) / (found[two] as number) / n;
    recall += (both * both) / (known[one] as number) / n;
  }
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
