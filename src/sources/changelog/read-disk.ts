/** Changelogs of a folder that is no repository, or one file: no commit dates them, only what they say themselves. */
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { digestOf } from '#core/ids.ts';
import type { Batch, Gathering } from '#core/source.ts';
import type { ChangelogOptions } from './changelog.ts';
import { cutText, MOST_FILES } from './file-limits.ts';
import { pickChangelogs } from './find.ts';
import { missingOf, noChangelog } from './gaps.ts';
import { SeenFiles } from './seen-files.ts';
import { replacedAt, toEvidence } from './to-evidence.ts';

/** A folder of notes is shallow; deeper trees are projects and belong under git. */
const DEEPEST = 4;
const MOST_ENTRIES = 20_000;

/** `changelog:` and the names of the folder and file: a path would differ between machines. */
export function diskOrigin(folder: string, file: string): string {
  return `changelog:${basename(resolve(folder))}/${file}`;
}

export async function* readFromDisk(gathering: Gathering<ChangelogOptions>): AsyncGenerator<Batch> {
  const { options, until, signal, progress } = gathering;
  const { folder, files } = await filesOf(options);
  const seen = new SeenFiles(gathering.cursor);
  let newest: number | null = null;
  for (const [at, file] of files.entries()) {
    signal.throwIfAborted();
    progress('changelogs', at, files.length);
    const { text, gaps } = cutText(await readFile(await inside(folder, file), 'utf8'), file);
    const origin = diskOrigin(folder, file);
    const read = toEvidence({
      ...{ origin, name: file, text, line: null, url: null, notAfter: null, undatedAt: 'newest' },
      names: [...(options.names ?? []), basename(resolve(folder))],
    });
    if (read.newest !== null) newest = Math.max(newest ?? read.newest, read.newest);
    if (seen.unchanged(file, digestOf(text))) continue;
    seen.read(file, digestOf(text), [...gaps, ...read.gaps]);
    yield {
      items: until === null ? read.items : read.items.filter((item) => item.at <= until),
      replaces: replacedAt(origin),
    };
  }
  const missing = missingOf(seen.gaps);
  yield {
    missing: files.length === 0 ? [...missing, noChangelog(basename(resolve(folder)))] : missing,
    cursor: seen.cursor,
    ...(newest !== null && { observedUntil: until === null ? newest : Math.min(newest, until) }),
    replaces: seen.gone.flatMap((file) => replacedAt(diskOrigin(folder, file))),
  };
}

async function filesOf({ path, file }: ChangelogOptions): Promise<{ folder: string; files: string[] }> {
  const target = path ?? '.';
  if (file !== undefined) return { folder: target, files: [file] };
  const found = await lstat(await realpath(target).catch((cause) => notFound(target, cause)));
  if (found.isFile()) return { folder: dirname(target), files: [basename(target)] };
  const paths = await listFiles(target);
  return { folder: target, files: pickChangelogs(paths).slice(0, MOST_FILES) };
}

async function listFiles(folder: string): Promise<string[]> {
  const paths: string[] = [];
  const waiting = [{ path: folder, depth: 0 }];
  for (let next = waiting.shift(); next && paths.length < MOST_ENTRIES; next = waiting.shift()) {
    for (const entry of await readdir(next.path, { withFileTypes: true })) {
      const path = join(next.path, entry.name);
      if (entry.isFile()) paths.push(relative(folder, path).split(sep).join('/'));
      const deeper = entry.isDirectory() && next.depth < DEEPEST && !/^(?:node_modules|\..*)$/.test(entry.name);
      if (deeper) waiting.push({ path, depth: next.depth + 1 });
    }
  }
  return paths;
}

/** The real path of a plain file within the folder; a link that leads out of it is refused. */
async function inside(folder: string, file: string): Promise<string> {
  const real = await realpath(join(folder, file)).catch((cause) => notFound(file, cause));
  const home = await realpath(folder);
  if (!real.startsWith(home.endsWith(sep) ? home : home + sep)) {
    throw new BifocalError('TARGET_UNREADABLE', { target: file, cause: 'it leads out of the folder' });
  }
  if (!(await lstat(real)).isFile()) {
    throw new BifocalError('TARGET_UNREADABLE', { target: file, cause: 'it is not a plain file' });
  }
  return real;
}

function notFound(target: string, cause: NodeJS.ErrnoException): never {
  if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')
    throw new BifocalError('TARGET_NOT_FOUND', { target }, cause);
  throw new BifocalError('TARGET_UNREADABLE', { target, cause: cause.code ?? cause.message }, cause);
}
