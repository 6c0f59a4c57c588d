/** Rows of terms on two sides, and how alike a row of one is to all of the other: cosine of damped counts, rare terms telling more. */

/** A term that stands in a larger share of the rows tells nothing and costs most. Ours. */
const TOO_COMMON = 0.25;

interface Rows {
  readonly start: Int32Array;
  readonly term: Int32Array;
  readonly weight: Float32Array;
}

export class CrossIndex {
  readonly #asked: Rows;
  readonly #termStart: Int32Array;
  readonly #termRow: Int32Array;
  readonly #termWeight: Float32Array;
  readonly changes: number;

  constructor(asked: readonly (readonly string[])[], changed: readonly (readonly string[])[]) {
    this.changes = changed.length;
    const numbers = new Map<string, number>();
    const spread: number[] = [];
    const last: number[] = [];
    const both = [asked, changed].map((rows, side) =>
      rows.map((terms, row) => Int32Array.from(terms, (term) => numbered(term, side * asked.length + row))),
    );
    function numbered(term: string, row: number): number {
      let number = numbers.get(term);
      if (number === undefined) {
        number = spread.length;
        numbers.set(term, number);
        spread.push(0);
        last.push(-1);
      }
      if (last[number] !== row) {
        last[number] = row;
        spread[number] = (spread[number] as number) + 1;
      }
      return number;
    }
    const all = asked.length + changed.length;
    const most = Math.max(8, TOO_COMMON * all);
    const rare = Float64Array.from(spread, (rows) => (rows > most ? 0 : Math.log((all + 1) / rows)));
    this.#asked = rowsOf(both[0] ?? [], rare);
    const turned = rowsOf(both[1] ?? [], rare);
    this.#termStart = new Int32Array(spread.length + 1);
    for (const term of turned.term) this.#termStart[term + 1] = (this.#termStart[term + 1] as number) + 1;
    for (let term = 0; term < spread.length; term += 1) {
      this.#termStart[term + 1] = (this.#termStart[term + 1] as number) + (this.#termStart[term] as number);
    }
    const next = this.#termStart.slice(0, spread.length);
    this.#termRow = new Int32Array(turned.term.length);
    this.#termWeight = new Float32Array(turned.term.length);
    for (let row = 0; row < changed.length; row += 1) {
      for (let cell = turned.start[row] as number; cell < (turned.start[row + 1] as number); cell += 1) {
        const term = turned.term[cell] as number;
        const place = next[term] as number;
        next[term] = place + 1;
        this.#termRow[place] = row;
        this.#termWeight[place] = turned.weight[cell] as number;
      }
    }
  }

  /** Writes the likeness of an ask to every change from row `from` on. */
  likeness(out: Float32Array, ask: number): void {
    out.fill(0);
    const { start, term, weight } = this.#asked;
    for (let cell = start[ask] as number; cell < (start[ask + 1] as number); cell += 1) {
      const own = weight[cell] as number;
      const number = term[cell] as number;
      const end = this.#termStart[number + 1] as number;
      for (let place = this.#termStart[number] as number; place < end; place += 1) {
        const row = this.#termRow[place] as number;
        out[row] = (out[row] as number) + own * (this.#termWeight[place] as number);
      }
    }
  }
}

function rowsOf(rows: readonly Int32Array[], rare: Float64Array): Rows {
  const start = new Int32Array(rows.length + 1);
  const term: number[] = [];
  const weight: number[] = [];
  for (const [row, terms] of rows.entries()) {
    const from = term.length;
    const counts = new Map<number, number>();
    for (const number of terms) counts.set(number, (counts.get(number) ?? 0) + 1);
    let square = 0;
    for (const [number, count] of counts) {
      const value = (1 + Math.log(count)) * (rare[number] as number);
      if (value === 0) continue;
      square += value * value;
      term.push(number);
      weight.push(value);
    }
    const length = Math.sqrt(square) || 1;
    for (let at = from; at < weight.length; at += 1) weight[at] = (weight[at] as number) / length;
    start[row + 1] = term.length;
  }
  return { start, term: Int32Array.from(term), weight: Float32Array.from(weight) };
}
