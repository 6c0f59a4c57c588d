/** Keeps what a page sends in a file of its own, within a limit, so that it is looked at as any other file is. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { BifocalError } from '#core/errors.ts';

/** A browser holds a dropped file open while it is sent; what is larger is imported from its place. */
const LARGEST = 512 * 2 ** 20;

/** Its path; `dropUpload` removes it. Rejects with TOO_LARGE. */
export async function keepUpload(body: unknown, name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bifocal-'));
  const path = join(folder, safeName(name));
  try {
    const from = body === null ? Readable.from([]) : Readable.fromWeb(body as ReadableStream);
    await pipeline(from, bounded(name), createWriteStream(path, { mode: 0o600 }));
    return path;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

export async function dropUpload(path: string): Promise<void> {
  await rm(dirname(path), { recursive: true, force: true });
}

function bounded(name: string) {
  return async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let length = 0;
    for await (const piece of pieces) {
      length += piece.length;
      if (length > LARGEST) throw new BifocalError('TOO_LARGE', { what: name, most: `${LARGEST / 2 ** 20} MB` });
      yield piece;
    }
  };
}

/** A name and nothing that leads elsewhere. */
function safeName(name: string): string {
  const bare = basename(name.replaceAll('\\', '/')).replaceAll(/[^\p{L}\p{N}._ -]/gu, '_');
  return bare === '' || bare.startsWith('.') ? `file${bare}` : bare;
}
