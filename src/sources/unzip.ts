/** Files of a ZIP, unpacked into a folder of their own that goes with the import: bounded in number, size and ratio. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Entry, ZipFile } from 'yauzl';
import { BifocalError } from '#core/errors.ts';

/** An export of a board with a hundred thousand posts is near 100 MB. */
const LARGEST_ENTRY = 2 ** 30;
const MOST_ENTRIES = 10_000;

/** Deflate ends near a thousandth, where bombs lie; tables pack to a fiftieth. */
const HIGHEST_RATIO = 250;
const RATIO_COUNTS_FROM = 16 * 2 ** 20;

export interface Unpacked {
  readonly files: readonly string[];
  remove(): Promise<void>;
}

export async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50;
  } finally {
    await file.close();
  }
}

/** Names of the files in it; rejects with FILE_NOT_WHAT_IT_CLAIMS where it is damaged. */
export async function namesIn(path: string): Promise<string[]> {
  const names: string[] = [];
  await eachEntry(path, async (entry) => void names.push(entry.fileName));
  return names;
}

/** Those whose last part of the name is wanted, in the order wanted. Rejects with FILE_NOT_WHAT_IT_CLAIMS. */
export async function unpack(path: string, wanted: readonly string[], signal: AbortSignal): Promise<Unpacked> {
  const folder = await mkdtemp(join(tmpdir(), 'bifocal-zip-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const files: string[] = [];
  try {
    await eachEntry(path, async (entry, zip) => {
      signal.throwIfAborted();
      const name = basename(entry.fileName);
      if (!wanted.includes(name) || files.some((file) => basename(file) === name)) return;
      checkSize(path, entry);
      const target = join(folder, name);
      await pipeline(await stream(zip, entry), createWriteStream(target, { mode: 0o600 }), { signal });
      files.push(target);
    });
  } catch (error) {
    await remove();
    throw error;
  }
  const order = (file: string) => wanted.indexOf(basename(file));
  return { files: files.sort((one, other) => order(one) - order(other)), remove };
}

async function eachEntry(path: string, take: (entry: Entry, zip: ZipFile) => Promise<void>): Promise<void> {
  const { open: openZip } = (await import('yauzl')).default;
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: unknown) =>
      reject(
        error instanceof BifocalError || (error as Error)?.name === 'AbortError'
          ? error
          : strange(path, 'its packing is damaged', error),
      );
    openZip(path, { lazyEntries: true, autoClose: true }, (error, zip) => {
      if (error || !zip) return refuse(error);
      if (zip.entryCount > MOST_ENTRIES) {
        zip.close();
        return refuse(strange(path, `it holds more than ${MOST_ENTRIES} files`));
      }
      zip.on('error', refuse);
      zip.on('end', () => resolve());
      zip.on('entry', (entry) => {
        take(entry, zip).then(
          () => zip.readEntry(),
          (failure: unknown) => {
            zip.close();
            refuse(failure);
          },
        );
      });
      zip.readEntry();
    });
  });
}

function stream(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error || !opened ? reject(error) : resolve(opened)));
  });
}

/** The sizes that it claims; the reader holds it to them. */
function checkSize(path: string, { fileName, uncompressedSize, compressedSize }: Entry): void {
  const name = basename(fileName);
  if (uncompressedSize > LARGEST_ENTRY)
    throw strange(path, `${name} in it is larger than ${LARGEST_ENTRY / 2 ** 30} GB`);
  if (uncompressedSize > RATIO_COUNTS_FROM && uncompressedSize > HIGHEST_RATIO * compressedSize)
    throw strange(path, `${name} in it unpacks to more than ${HIGHEST_RATIO} times its size`);
}

function strange(path: string, cause: string, from?: unknown): BifocalError {
  return new BifocalError(
    'FILE_NOT_WHAT_IT_CLAIMS',
    { file: basename(path), format: 'a ZIP that can be read', cause },
    from,
  );
}
