/** Rows of terms, and how alike one of them is to every other: cosine of damped counts, rare terms telling more. */

/** Row after row, terms as numbers; only terms that at least two rows have. */
export class TermIndex {
  readonly #rowStart: Int32Array;
  readonly #rowTerm: Int32Array;
  readonly #rowWeight: Float32Array;
  readonly #termStart: Int32Array;
  readonly #termRow: Int32Array;
  readonly #termWeight: Float32Array;

  constructor(rows: readonly (readonly string[])[]) {
    const numbers = new Map<string, number>();
    const spread: number[] = [];
    const counted = rows.map((terms) => {
      const counts = new Map<number, number>();
      for (const term of terms) {
        let number = numbers.get(term);
        if (number === undefined) {
          number = spread.length;
          numbers.set(term, number);
          spread.push(0);
        }
        counts.set(number, (counts.get(number) ?? 0) + 1);
      }
      for (const number of counts.keys()) spread[number] = (spread[number] as number) + 1;
      return counts;
    });
    const start = new Int32Array(rows.length + 1);
    const terms: number[] = [];
    const weights: number[] = [];
    for (const [row, counts] of counted.entries()) {
      const from = terms.length;
      let square = 0;
      for (const [number, count] of counts) {
        const weight = (1 + Math.log(count)) * Math.log((rows.length + 1) / (spread[number] as number));
        // The length counts all terms, so that a long text of its own words is not like everything.
        square += weight * weight;
        if ((spread[number] as number) < 2) continue;
        terms.push(number);
        weights.push(weight);
      }
      for (let at = from; at < weights.length; at += 1) weights[at] = (weights[at] as number) / Math.sqrt(square);
      start[row + 1] = terms.length;
    }
    this.#rowStart = start;
    this.#rowTerm = Int32Array.from(terms);
    this.#rowWeight = Float32Array.from(weights);
    this.#termStart = new Int32Array(spread.length + 1);
    for (const term of terms) this.#termStart[term + 1] = (this.#termStart[term + 1] as number) + 1;
    for (let term = 0; term < spread.length; term += 1) {
      this.#termStart[term + 1] = (this.#termStart[term + 1] as number) + (this.#termStart[term] as number);
    }
    const next = this.#termStart.slice(0, spread.length);
    this.#termRow = new Int32Array(terms.length);
    this.#termWeight = new Float32Array(terms.length);
    for (let row = 0; row < rows.length; row += 1) {
      for (let cell = start[row] as number; cell < (start[row + 1] as number); cell += 1) {
        const term = this.#rowTerm[cell] as number;
        const place = next[term] as number;
        next[term] = place + 1;
        this.#termRow[place] = row;
        this.#termWeight[place] = this.#rowWeight[cell] as number;
      }
    }
  }

  /** Adds `by` times the likeness to `row` to every row of `out`. */
  addTo(out: Float32Array, row: number, by: number): void {
    for (let cell = this.#rowStart[row] as number; cell < (this.#rowStart[row + 1] as number); cell += 1) {
      const term = this.#rowTerm[cell] as number;
      const weight = by * (this.#rowWeight[cell] as number);
      const end = this.#termStart[term + 1] as number;
      for (let place = this.#termStart[term] as number; place < end; place += 1) {
        const other = this.#termRow[place] as number;
        out[other] = (out[other] as number) + weight * (this.#termWeight[place] as number);
      }
    }
  }
}
