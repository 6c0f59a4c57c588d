/** One file of an evidence folder, row by row: what is taken, what is refused, and what the file is as a whole. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Gathered } from '#core/evidence.ts';
import type { RefusedRow } from '#core/source.ts';
import { readRow } from './evidence.parse.ts';
import { inspectPacked, LARGEST_FILE, LineCutter, LONGEST_LINE, openBytes } from './file-bytes.ts';
import type { DataFile } from './folder.ts';

/** As many lines that are no JSON object, before the first that is one, and the file is something else. */
const STRANGE_LINES = 20;

/** Rows that are handed on together. */
const PIECE = 1_000;

export type FilePiece =
  | { readonly items: readonly Gathered[]; readonly refused: readonly RefusedRow[]; readonly taken: number }
  /** The file as a whole is not taken; nothing of it came before this. */
  | { readonly whole: string };

export async function* readDataFile(file: DataFile, origin: string, signal: AbortSignal): AsyncGenerator<FilePiece> {
  const packed = file.name.endsWith('.gz');
  const flaw = packed ? await inspectPacked(file.path, signal) : sizeFlaw(file.bytes);
  if (flaw !== null) {
    yield { whole: flaw };
    return;
  }
  const { pieces, taken } = openBytes(file.path);
  const reader = new RowReader(file.name, origin);
  const cutter = new LineCutter();
  for await (const piece of pieces) {
    signal.throwIfAborted();
    for (const line of cutter.push(piece)) {
      reader.read(line);
      if (reader.full) yield reader.take(taken());
    }
    if (reader.strange) break;
  }
  for (const line of cutter.end()) reader.read(line);
  if (reader.strange || reader.allStrange) yield { whole: 'it is not JSON, one object on each line' };
  else yield reader.take(taken());
}

class RowReader {
  readonly #file: string;
  readonly #origin: string;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #row = 0;
  #items: Gathered[] = [];
  #refused: RefusedRow[] = [];
  #objects = 0;
  #others = 0;

  constructor(file: string, origin: string) {
    this.#file = file;
    this.#origin = origin;
  }

  get full(): boolean {
    return this.#objects > 0 && this.#items.length + this.#refused.length >= PIECE;
  }

  get strange(): boolean {
    return this.#objects === 0 && this.#others >= STRANGE_LINES;
  }

  get allStrange(): boolean {
    return this.#objects === 0 && this.#others > 0;
  }

  take(taken: number): FilePiece {
    const piece = { items: this.#items, refused: this.#refused, taken };
    this.#items = [];
    this.#refused = [];
    return piece;
  }

  read(line: Buffer | null): void {
    this.#row += 1;
    if (this.strange) return;
    if (line === null) {
      this.#refuse(`it is longer than ${LONGEST_LINE / 2 ** 20} MB`);
      return;
    }
    let text: string;
    try {
      text = this.#decoder.decode(line);
    } catch {
      this.#refuse('it is not UTF-8');
      return;
    }
    if (text.trim() === '') return;
    const read = readRow(text, this.#origin);
    if ('row' in read) {
      this.#objects += 1;
      this.#items.push(read.row);
      return;
    }
    if (read.json) this.#objects += 1;
    this.#refuse(read.reason, read.json);
  }

  #refuse(reason: string, json = false): void {
    if (!json) this.#others += 1;
    this.#refused.push({ file: this.#file, row: this.#row, reason });
  }
}

function sizeFlaw(bytes: number): string | null {
  return bytes > LARGEST_FILE ? `it is larger than ${LARGEST_FILE / 2 ** 30} GB` : null;
}

/** SHA-256 of a file as it lies there, packed or not. */
export async function digestOfFile(file: DataFile, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file.path, { highWaterMark: 1024 * 1024 })) {
    signal.throwIfAborted();
    hash.update(piece as Buffer);
  }
  return hash.digest('hex');
}
