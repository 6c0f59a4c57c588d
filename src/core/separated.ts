/** Separated values (CSV, TSV, semicolons) as spreadsheets write them: rows of cells with the line each began on. Pure, linear. */

export interface SeparatedRow {
  /** Counted from 1, as an editor shows it. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface SeparatedTable {
  readonly separator: string;
  /** As written, trimmed; an empty name stays empty. */
  readonly header: readonly string[];
  readonly rows: readonly SeparatedRow[];
}

const SEPARATORS = [',', ';', '\t', '|'] as const;

/** The first row that is not blank is the header. Null where nothing separates anything and there is no row below it. */
export function readTable(text: string): SeparatedTable | null {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const separator = separatorOf(text, start);
  const [first, ...rows] = rowsOf(text, start, separator);
  if (!first) return null;
  return { separator, header: first.cells.map((name) => name.trim()), rows };
}

/** Whatever splits the header into most cells, quotes left whole. */
function separatorOf(text: string, start: number): string {
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]));
  let quoted = false;
  let begun = false;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at] as string;
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === '\n' || letter === '\r')) {
      if (begun) break;
      continue;
    } else if (!quoted && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    if (letter.trim() !== '') begun = true;
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** Blank lines are left out. A quote opens only at the start of a cell; one that never closes takes the rest as text. */
function rowsOf(text: string, start: number, separator: string): SeparatedRow[] {
  const rows: SeparatedRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  let at = start;
  const endRow = () => {
    if (cells.length > 1 || (cells[0] ?? '').trim() !== '') rows.push({ line: begun, cells });
    cells = [];
    begun = line;
  };
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      const read = quotedCell(text, at);
      for (let each = at; each < read.next; each += 1) if (text[each] === '\n') line += 1;
      cell = read.cell;
      at = read.next;
      // What stands behind a closing quote belongs to the cell all the same.
      const end = cellEnd(text, at, separator);
      cell += text.slice(at, end);
      at = end;
    } else {
      const end = cellEnd(text, at, separator);
      cell = text.slice(at, end);
      at = end;
    }
    cells.push(cell);
    if (at >= text.length) break;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) cells.push('');
      continue;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line += 1;
    endRow();
  }
  endRow();
  return rows;
}

function cellEnd(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === separator || letter === '\n' || letter === '\r') return at;
  }
  return text.length;
}

function quotedCell(text: string, open: number): { readonly cell: string; readonly next: number } {
  let cell = '';
  let from = open + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return { cell: cell + text.slice(from), next: text.length };
    cell += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { cell, next: quote + 1 };
    cell += '"';
    from = quote + 2;
  }
}

/** Bytes of a text file as its program wrote them: UTF-8, UTF-16 with its mark, else Windows-1252. */
export function textOfBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
