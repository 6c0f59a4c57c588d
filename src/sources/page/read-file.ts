/** A page that lies on this machine: as a browser saved it, or in Markdown. */
import { lstat, readFile as readBytes, realpath } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { pageText } from '#core/page-bytes.ts';
import type { Batch, Gathering } from '#core/source.ts';
import { placeOf } from '../text-files.ts';
import { copyOf } from './copy.ts';
import { cursorOf } from './cursor.ts';
import type { PageOptions } from './page.ts';
import { LARGEST_PAGE } from './read-url.ts';

export async function* readFile(gathering: Gathering<PageOptions>, path: string): AsyncGenerator<Batch> {
  const { signal, until } = gathering;
  signal.throwIfAborted();
  const before = cursorOf(gathering.cursor);
  const name = basename(resolve(path));
  const real = await realpath(path).catch((cause: unknown) => {
    throw new BifocalError('TARGET_NOT_FOUND', { target: name }, cause);
  });
  const found = await lstat(real);
  if (!found.isFile()) throw new BifocalError('PAGE_UNREADABLE', { page: name, cause: 'it is not a file' });
  if (found.size > LARGEST_PAGE) {
    const cause = `it is larger than ${LARGEST_PAGE / 2 ** 20} MB`;
    throw new BifocalError('PAGE_UNREADABLE', { page: name, cause });
  }
  const bytes = await readBytes(real).catch((cause: NodeJS.ErrnoException) => {
    throw new BifocalError('TARGET_UNREADABLE', { target: name, cause: cause.code ?? cause.message }, cause);
  });
  // A copy is as old as its file: when somebody saved it.
  const at = Math.floor(found.mtimeMs);
  const type = /\.(?:md|markdown|txt)$/i.test(name) ? 'text/plain' : '';
  const copy = copyOf({ place: placeOf(path), url: null, type, text: pageText(bytes, ''), at });
  if ('flaw' in copy) throw new BifocalError('PAGE_UNREADABLE', { page: name, cause: copy.flaw });
  const { row, digest, missing } = copy;
  const observedUntil = until === null ? at : Math.min(until, at);
  if (until !== null && at > until) {
    yield { missing, observedUntil };
    return;
  }
  const cursor = JSON.stringify({ digest, missing });
  yield { items: digest === before?.digest ? [] : [row], missing, observedUntil, cursor };
}
