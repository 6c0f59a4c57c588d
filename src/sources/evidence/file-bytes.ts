/** A file of lines as bytes: plain or gzipped, in pieces, with long lines dropped instead of held. */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** One row of evidence with a long document in it; more is a file without line ends. */
export const LONGEST_LINE = 4 * 2 ** 20;

/** Unpacked bytes of one file: a hundred million short rows. */
export const LARGEST_FILE = 16 * 2 ** 30;

/** JSON lines pack to a tenth, templated ones to a fiftieth; gzip itself ends near a thousandth, where bombs lie. */
const HIGHEST_RATIO = 250;
const RATIO_COUNTS_FROM = 64 * 2 ** 20;

export interface Pieces {
  readonly pieces: AsyncIterable<Buffer>;
  /** Bytes taken from the disk so far: for progress. */
  taken(): number;
}

export function openBytes(path: string): Pieces {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  if (!path.endsWith('.gz')) return { pieces: file, taken: () => file.bytesRead };
  const unpacked = createGunzip();
  file.once('error', (error) => unpacked.destroy(error));
  unpacked.once('close', () => file.destroy());
  return { pieces: file.pipe(unpacked), taken: () => file.bytesRead };
}

/** What is wrong with a packed file, found before any of its rows is taken; null when it is sound. */
export async function inspectPacked(path: string, signal: AbortSignal): Promise<string | null> {
  const { pieces, taken } = openBytes(path);
  let unpacked = 0;
  try {
    for await (const piece of pieces) {
      signal.throwIfAborted();
      unpacked += piece.length;
      if (unpacked > LARGEST_FILE) return `it unpacks to more than ${LARGEST_FILE / 2 ** 30} GB`;
      if (unpacked > RATIO_COUNTS_FROM && unpacked > HIGHEST_RATIO * taken()) {
        return `it unpacks to more than ${HIGHEST_RATIO} times its size`;
      }
    }
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') return 'it ends in the middle';
    if (typeof code === 'string' && code.startsWith('Z_')) return 'it is not a gzip file';
    throw error;
  }
}

/** Cuts pieces into lines. A line over the limit comes as null, and is never held. */
export class LineCutter {
  #held: Buffer[] = [];
  #bytes = 0;
  #tooLong = false;

  *push(piece: Buffer): Generator<Buffer | null> {
    let start = 0;
    for (let end = piece.indexOf(10); end !== -1; end = piece.indexOf(10, start)) {
      this.#hold(piece.subarray(start, end));
      yield this.#take();
      start = end + 1;
    }
    this.#hold(piece.subarray(start));
  }

  *end(): Generator<Buffer | null> {
    if (this.#bytes > 0) yield this.#take();
  }

  #hold(part: Buffer): void {
    this.#bytes += part.length;
    if (this.#bytes > LONGEST_LINE) {
      this.#tooLong = true;
      this.#held = [];
    } else if (part.length > 0) this.#held.push(part);
  }

  #take(): Buffer | null {
    const [only] = this.#held;
    const line = this.#held.length === 1 && only ? only : Buffer.concat(this.#held);
    const taken = this.#tooLong ? null : line;
    this.#held = [];
    this.#bytes = 0;
    this.#tooLong = false;
    return taken;
  }
}
