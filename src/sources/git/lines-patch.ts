/** Reads the bytes of `git log -p -U0`: commits, files and hunks. The lines themselves are stepped over, never kept. */

const NEWLINE = 10;
const NO_NEWLINE_MARK = 92;

/** A line outside hunks holds at most two paths; a longer one is not git's. */
const HEADER_LENGTH = 65_536;

/** `@@ -start,gone +…,added @@`: after `start` lines of the old file (counted from 0) some go and some come. */
export interface Hunk {
  readonly start: number;
  readonly gone: number;
  readonly added: number;
}

export interface FilePatch {
  /** null: the file is new. */
  readonly from: string | null;
  /** null: the file is deleted. */
  readonly to: string | null;
  /** text; binary: git says only that it differs; other: a symbolic link or a submodule. */
  readonly as: 'text' | 'binary' | 'other';
  readonly hunks: readonly Hunk[];
}

export interface PatchReader {
  /** The text of the commit's own line, as `--format=%x00…` printed it. */
  commit(text: string): void;
  file(patch: FilePatch): void;
}

interface Open {
  from: string | null;
  to: string | null;
  as: FilePatch['as'];
  hunks: Hunk[];
}

export class PatchParser {
  readonly #reader: PatchReader;
  #header: Buffer[] = [];
  #headerLength = 0;
  /** Lines of the hunk that are still to come. */
  #inHunk = 0;
  #midLine = false;
  #file: Open | null = null;

  constructor(reader: PatchReader) {
    this.#reader = reader;
  }

  push(piece: Uint8Array): void {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let at = 0;
    while (at < bytes.length) {
      if (this.#inHunk > 0 || this.#midLine) {
        at = this.#stepOver(bytes, at);
        continue;
      }
      const end = bytes.indexOf(NEWLINE, at);
      const part = bytes.subarray(at, end < 0 ? bytes.length : end);
      this.#headerLength += part.length;
      if (this.#headerLength <= HEADER_LENGTH) this.#header.push(part);
      if (end < 0) return;
      at = end + 1;
      this.#endHeader();
    }
  }

  end(): void {
    if (this.#headerLength > 0) this.#endHeader();
    this.#endFile();
  }

  #stepOver(bytes: Buffer, from: number): number {
    let at = from;
    while (at < bytes.length) {
      if (!this.#midLine) {
        if (this.#inHunk === 0) return at;
        if (bytes[at] !== NO_NEWLINE_MARK) this.#inHunk -= 1;
      }
      const end = bytes.indexOf(NEWLINE, at);
      this.#midLine = end < 0;
      if (end < 0) return bytes.length;
      at = end + 1;
    }
    return at;
  }

  #endHeader(): void {
    const [only] = this.#header;
    const whole = this.#header.length === 1 && only !== undefined ? only : Buffer.concat(this.#header);
    const line = this.#headerLength > HEADER_LENGTH ? '' : whole.toString('utf8');
    this.#header = [];
    this.#headerLength = 0;
    this.#read(line);
  }

  #read(line: string): void {
    if (line.startsWith('\0')) {
      this.#endFile();
      this.#reader.commit(line.slice(1));
    } else if (line.startsWith('diff --git ')) {
      this.#endFile();
      this.#file = { ...pathsOfHeader(line), as: 'text', hunks: [] };
    } else if (this.#file !== null) this.#readInFile(this.#file, line);
  }

  #readInFile(file: Open, line: string): void {
    if (line.startsWith('@@ ')) {
      const found = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
      if (found === null) return;
      const gone = Number(found[2] ?? 1);
      const added = Number(found[3] ?? 1);
      // Where nothing goes, git names the line after which others come; else the first that goes.
      file.hunks.push({ start: gone === 0 ? Number(found[1]) : Number(found[1]) - 1, gone, added });
      this.#inHunk = gone + added;
    } else if (line.startsWith('--- ')) file.from = pathOf(line.slice(4));
    else if (line.startsWith('+++ ')) file.to = pathOf(line.slice(4));
    else if (line.startsWith('rename from ')) file.from = unquoted(line.slice(12));
    else if (line.startsWith('rename to ')) file.to = unquoted(line.slice(10));
    else if (line.startsWith('new file mode ')) file.from = null;
    else if (line.startsWith('deleted file mode ')) file.to = null;
    else if (line.startsWith('Binary files ')) file.as = 'binary';
    if (/^(?:new file mode|deleted file mode|new mode|index .*) (?:120000|160000)$/.test(line)) file.as = 'other';
  }

  #endFile(): void {
    if (this.#file !== null) this.#reader.file(this.#file);
    this.#file = null;
  }
}

/** `diff --git a/x b/x`: both sides are the same path unless the lines after it say otherwise. */
function pathsOfHeader(line: string): { from: string; to: string } {
  const rest = line.slice('diff --git '.length);
  // Of two equal halves, each with a prefix of two letters: a path may itself hold ` b/`.
  const half = rest.startsWith('"') ? rest.slice(0, (rest.length - 1) / 2) : rest.slice(0, (rest.length - 1) / 2);
  const path = unquoted(half).slice(2);
  return { from: path, to: path };
}

/** The path of a `---` or `+++` line; null for `/dev/null`. A tab ends a path that holds a space. */
function pathOf(text: string): string | null {
  const bare = text.endsWith('\t') ? text.slice(0, -1) : text;
  return bare === '/dev/null' ? null : unquoted(bare).slice(2);
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };

/** Git puts unusual paths in double quotes, with C's escapes for single bytes. */
function unquoted(text: string): string {
  if (!text.startsWith('"') || !text.endsWith('"')) return text;
  const bytes: number[] = [];
  const inner = Buffer.from(text.slice(1, -1), 'utf8');
  for (let at = 0; at < inner.length; at += 1) {
    const byte = inner[at] ?? 0;
    if (byte !== 92) {
      bytes.push(byte);
      continue;
    }
    const octal = /^[0-7]{3}/.exec(inner.toString('latin1', at + 1, at + 4))?.[0];
    if (octal !== undefined) {
      bytes.push(Number.parseInt(octal, 8));
      at += 3;
    } else {
      at += 1;
      bytes.push(ESCAPES[String.fromCharCode(inner[at] ?? 0)] ?? 0);
    }
  }
  return Buffer.from(bytes).toString('utf8');
}
