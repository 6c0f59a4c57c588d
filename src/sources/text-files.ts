/** One text file, or those right inside a folder, for sources that read tables and lists: bounded, links kept inside. */
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { textOfBytes } from '#core/separated.ts';

/** A catalogue of 100,000 products with long texts is near 50 MB; more is somebody else's file. */
const LARGEST_FILE = 64 * 2 ** 20;

/** Ten years of weekly snapshots. */
const MOST_FILES = 520;

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** A name that stays, on every machine: the last two parts of the path. */
export function placeOf(path: string): string {
  const whole = resolve(path);
  return `${basename(dirname(whole))}/${basename(whole)}`;
}

/** In the order of their names. Rejects with TARGET_NOT_FOUND, TARGET_UNREADABLE or NOTHING_TO_READ. */
export async function* readTextFiles(path: string, endings: RegExp, signal: AbortSignal): AsyncGenerator<TextFile> {
  const home = await realpath(path).catch((cause: NodeJS.ErrnoException) => fail(path, cause));
  const inFolder = (await lstat(home)).isDirectory();
  const names = inFolder ? (await readdir(home)).filter((name) => endings.test(name)).sort() : [basename(home)];
  if (names.length === 0) throw new BifocalError('NOTHING_TO_READ', { target: basename(resolve(path)) });
  if (names.length > MOST_FILES) {
    const cause = `it holds ${names.length} files, and at most ${MOST_FILES} are read`;
    throw new BifocalError('TARGET_UNREADABLE', { target: basename(resolve(path)), cause });
  }
  for (const name of names) {
    signal.throwIfAborted();
    const real = inFolder ? await inside(home, name) : home;
    const found = await lstat(real);
    if (!found.isFile()) throw new BifocalError('TARGET_UNREADABLE', { target: name, cause: 'it is not a plain file' });
    if (found.size > LARGEST_FILE) {
      const cause = `it is larger than ${LARGEST_FILE / 2 ** 20} MB`;
      throw new BifocalError('TARGET_UNREADABLE', { target: name, cause });
    }
    const bytes = await readFile(real).catch((cause: NodeJS.ErrnoException) => fail(name, cause));
    yield { name, text: textOfBytes(bytes) };
  }
}

async function inside(home: string, name: string): Promise<string> {
  const real = await realpath(join(home, name)).catch((cause: NodeJS.ErrnoException) => fail(name, cause));
  if (real.startsWith(home.endsWith(sep) ? home : home + sep)) return real;
  throw new BifocalError('TARGET_UNREADABLE', { target: name, cause: 'it is a link that leads out of the folder' });
}

function fail(target: string, cause: NodeJS.ErrnoException): never {
  const named = basename(resolve(target));
  if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') {
    throw new BifocalError('TARGET_NOT_FOUND', { target: named }, cause);
  }
  throw new BifocalError('TARGET_UNREADABLE', { target: named, cause: cause.code ?? cause.message }, cause);
}
