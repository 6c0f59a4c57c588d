/** Cuts text that comes in pieces into rows of cells: quotes, doubled quotes, quoted line ends, any line end. */

/** One row with a long document in it; more is a quote that is never closed. */
const LONGEST_ROW = 4 * 2 ** 20;

export interface CutRow {
  /** The line that it begins on, counted from 1, as an editor shows it. */
  readonly row: number;
  readonly cells: readonly string[];
}

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

/** Fed with pieces; a row comes as soon as it is whole. A row over the limit, or a quote left open, comes as `flaw`. */
export class CellCutter {
  readonly #code: number;
  #held = '';
  #line = 1;
  #flaw: { readonly row: number; readonly flaw: string } | null = null;

  constructor(delimiter: string) {
    this.#code = delimiter.charCodeAt(0);
  }

  get flaw() {
    return this.#flaw;
  }

  push(piece: string): CutRow[] {
    return this.#cut(this.#held === '' ? piece : this.#held + piece, false);
  }

  end(): CutRow[] {
    const text = this.#held;
    this.#held = '';
    return text === '' ? [] : this.#cut(text, true);
  }

  #cut(text: string, last: boolean): CutRow[] {
    const rows: CutRow[] = [];
    let start = 0;
    while (start < text.length && this.#flaw === null) {
      const cells: string[] = [];
      let at = start;
      let lines = 1;
      let whole = false;
      for (;;) {
        let cell: string;
        if (text.charCodeAt(at) === QUOTE) {
          const quoted = this.#quoted(text, at);
          if (quoted === null) {
            at = -1;
            break;
          }
          cell = quoted.cell;
          lines += quoted.lines;
          at = quoted.at;
          // What stands behind the closing quote belongs to the cell, as spreadsheets read it.
          const end = this.#plainEnd(text, at);
          if (end > at) cell += text.slice(at, end).trimEnd();
          at = end;
        } else {
          const end = this.#plainEnd(text, at);
          cell = text.slice(at, end);
          at = end;
        }
        if (at >= text.length) {
          cells.push(cell);
          whole = last;
          if (!last) at = -1;
          break;
        }
        cells.push(cell);
        const sign = text.charCodeAt(at);
        at += 1;
        if (sign === this.#code) continue;
        if (sign === RETURN) {
          // The line feed of this line end may come with the next piece.
          if (at >= text.length && !last) {
            at = -1;
            break;
          }
          if (text.charCodeAt(at) === LINE_FEED) at += 1;
        }
        whole = true;
        break;
      }
      if (!whole) {
        if (last) this.#flaw = { row: this.#line, flaw: 'a quote is opened and never closed' };
        else if (text.length - start > LONGEST_ROW)
          this.#flaw = { row: this.#line, flaw: `it is longer than ${LONGEST_ROW / 2 ** 20} MB` };
        break;
      }
      rows.push({ row: this.#line, cells });
      this.#line += lines;
      start = at;
    }
    this.#held = last || this.#flaw !== null ? '' : text.slice(start);
    return rows;
  }

  #plainEnd(text: string, from: number): number {
    for (let at = from; at < text.length; at += 1) {
      const sign = text.charCodeAt(at);
      if (sign === this.#code || sign === LINE_FEED || sign === RETURN) return at;
    }
    return text.length;
  }

  /** From an opening quote to behind the closing one; null where the text ends before. */
  #quoted(text: string, from: number): { cell: string; at: number; lines: number } | null {
    let cell = '';
    let start = from + 1;
    for (;;) {
      const end = text.indexOf('"', start);
      // A quote at the very end may be the first of two.
      if (end === -1) return null;
      const next = text.charCodeAt(end + 1);
      cell += text.slice(start, end);
      if (next !== QUOTE) return { cell, at: end + 1, lines: linesIn(cell) };
      cell += '"';
      start = end + 2;
    }
  }
}

/** Line ends of all three kinds. */
function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  if (!text.includes('\r')) return lines;
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) !== LINE_FEED) lines += 1;
  }
  return lines;
}
