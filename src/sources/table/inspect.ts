/** A file as bytes, looked at once before any row is taken: whether it is sound, in which encoding, and its digest. */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { BifocalError } from '#core/errors.ts';
import { type Encoding, markOf } from './encoding.ts';
import { workbookIn } from './sheet-bytes.ts';

/** Unpacked bytes of one file: a hundred million short rows. */
const LARGEST_FILE = 16 * 2 ** 30;

/** Tables pack to a tenth, templated ones to a fiftieth; gzip itself ends near a thousandth, where bombs lie. */
const HIGHEST_RATIO = 250;
const RATIO_COUNTS_FROM = 64 * 2 ** 20;

const PIECE = 256 * 1024;

export interface Inspected {
  readonly encoding: Encoding;
  /** SHA-256 of what is in it, unpacked. */
  readonly digest: string;
  /** Bytes on the disk, for progress. */
  readonly bytes: number;
}

export interface Opened {
  readonly pieces: AsyncIterable<Buffer>;
  /** Bytes taken from the disk so far. */
  taken(): number;
}

/** The bytes of a file, unpacked where it is gzip, whatever it is called. */
export async function openFile(path: string): Promise<Opened> {
  const head = await headOf(path, 2);
  const file = createReadStream(path, { highWaterMark: PIECE });
  if (head[0] !== 0x1f || head[1] !== 0x8b) return { pieces: file, taken: () => file.bytesRead };
  const unpacked = createGunzip({ chunkSize: PIECE });
  file.once('error', (error) => unpacked.destroy(error));
  unpacked.once('close', () => file.destroy());
  return { pieces: file.pipe(unpacked), taken: () => file.bytesRead };
}

/** The first bytes, unpacked: enough to tell what a file is. Rejects with TARGET_NOT_FOUND or TARGET_UNREADABLE. */
export async function headBytes(path: string, length = PIECE): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    const { pieces } = await openFile(path);
    for await (const piece of pieces) {
      parts.push(piece);
      size += piece.length;
      if (size >= length) break;
    }
  } catch (error) {
    throw diskFailure(path, error);
  }
  return Buffer.concat(parts).subarray(0, length);
}

/** Rejects with FILE_NOT_WHAT_IT_CLAIMS where the file ends in the middle, hides a bomb or is no text. */
export async function inspect(path: string, signal: AbortSignal): Promise<Inspected> {
  const hash = createHash('sha256');
  let unpacked = 0;
  let marked: Encoding | null = null;
  let packed = false;
  let sound = true;
  let rest: Buffer = Buffer.alloc(0);
  let bytes = 0;
  try {
    const { pieces, taken } = await openFile(path);
    for await (const piece of pieces) {
      signal.throwIfAborted();
      if (unpacked === 0) {
        marked = markOf(piece);
        packed = workbookIn(piece) !== null;
      }
      unpacked += piece.length;
      bytes = taken();
      if (unpacked > LARGEST_FILE) throw strange(path, `it is larger than ${LARGEST_FILE / 2 ** 30} GB`);
      if (unpacked > RATIO_COUNTS_FROM && unpacked > HIGHEST_RATIO * bytes)
        throw strange(path, `it unpacks to more than ${HIGHEST_RATIO} times its size`);
      hash.update(piece);
      if (marked !== null || packed) continue;
      if (piece.includes(0)) throw strange(path, 'it holds bytes that no text has');
      if (!sound) continue;
      const text = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
      const whole = text.length - cutAt(text);
      sound = isUtf8(text.subarray(0, whole));
      rest = Buffer.from(text.subarray(whole));
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw strange(path, 'it ends in the middle', error);
    if (typeof code === 'string' && code.startsWith('Z_')) throw strange(path, 'its packing is damaged', error);
    throw error instanceof BifocalError ? error : signal.aborted ? error : diskFailure(path, error);
  }
  const encoding = marked ?? (sound && rest.length === 0 ? 'utf-8' : 'windows-1252');
  return { encoding, digest: hash.digest('hex'), bytes };
}

/** Bytes at the end that begin a character whose rest comes with the next piece. */
function cutAt(piece: Buffer): number {
  for (let back = 1; back <= Math.min(3, piece.length); back += 1) {
    const byte = piece[piece.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

async function headOf(path: string, length: number): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw diskFailure(path, error);
  }
}

function strange(path: string, cause: string, from?: unknown): BifocalError {
  return new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file: path, format: 'a table', cause }, from);
}

function diskFailure(target: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new BifocalError('TARGET_NOT_FOUND', { target }, error);
  if (code === 'EACCES' || code === 'EPERM')
    return new BifocalError('TARGET_UNREADABLE', { target, cause: 'permission denied' }, error);
  if (code === 'EISDIR') return new BifocalError('TARGET_UNREADABLE', { target, cause: 'it is a folder' }, error);
  return error;
}
