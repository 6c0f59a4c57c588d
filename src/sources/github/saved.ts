/** Saved answers: which file is one, what an object in it is, and which repository it belongs to. */
import { basename } from 'node:path';
import { TextDecoder } from 'node:util';
import { BifocalError } from '#core/errors.ts';
import { inspectPacked, LARGEST_FILE, openBytes } from '#sources/evidence/file-bytes.ts';
import { type Fields, isFields, listIn, textIn } from '../fields.ts';
import type { Published } from '../published.ts';
import { partsOf } from './backups.ts';
import { diskFailure } from './disk-failure.ts';
import { type GhThread, ghThread, isGhThread } from './gh-output.ts';
import { ObjectCutter } from './json-objects.ts';
import { originOf, type Repository, repositoryOfUrl } from './repository.ts';
import { restComment, restHappening, restRelease, restThread } from './rest.ts';
import type { Comment, Happening, Thread } from './thread.ts';

/** One object of a file; `other` is of a kind that nothing is read from, `none` lacks what a row needs. */
export type Saved =
  | { readonly is: 'gh'; readonly value: GhThread; readonly url: string | null }
  | { readonly is: 'thread'; readonly value: Thread; readonly url: string | null }
  | { readonly is: 'comment'; readonly value: Comment; readonly url: string | null }
  | { readonly is: 'happening'; readonly value: Happening; readonly url: string | null }
  | { readonly is: 'release'; readonly value: Published; readonly url: string | null }
  | { readonly is: 'other' }
  | { readonly is: 'none' };

export function savedObject(fields: Fields): Saved {
  const url = textIn(fields, 'html_url') ?? textIn(fields, 'url');
  if (isGhThread(fields)) return made('gh', ghThread(fields), url);
  // A pull request of `/pulls` names its issue, too, and has a number of its own.
  if ('issue_url' in fields && !('number' in fields)) return made('comment', restComment(fields), url);
  if ('tag_name' in fields) return fields.draft === true ? { is: 'other' } : made('release', restRelease(fields), url);
  if (typeof fields.event === 'string' && 'actor' in fields) {
    const happening = restHappening(fields);
    return happening === null ? { is: 'other' } : made('happening', happening, url);
  }
  return made('thread', restThread(fields), url);
}

function made<Is extends string, Value>(is: Is, value: Value | null, url: string | null) {
  return value === null ? ({ is: 'none' } as const) : { is, value, url };
}

/** Every object of a file that is packed soundly or not at all. Rejects where the disk fails. */
export async function* objectsIn(path: string, signal: AbortSignal): AsyncGenerator<Found> {
  const flaw = path.endsWith('.gz') ? await inspectPacked(path, signal) : null;
  if (flaw === null) yield* objectsOf(path, signal);
  else yield { flaw };
}

type Found = { readonly fields: Fields } | { readonly flaw: string };

async function* objectsOf(path: string, signal?: AbortSignal): AsyncGenerator<Found> {
  try {
    yield* unguarded(path, signal);
  } catch (error) {
    throw diskFailure(path, error);
  }
}

async function* unguarded(path: string, signal: AbortSignal | undefined): AsyncGenerator<Found> {
  const { pieces, taken } = openBytes(path);
  const cutter = new ObjectCutter();
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    if (signal?.aborted) throw new BifocalError('INTERRUPTED');
    if (taken() > LARGEST_FILE) {
      yield { flaw: `it is larger than ${LARGEST_FILE / 2 ** 30} GB` };
      return;
    }
    // PowerShell writes what it is told to keep as UTF-16.
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : 'utf-8');
    for (const found of cutter.push(decoder.decode(piece, { stream: true }))) {
      yield* parsed(found);
      if ('flaw' in found) return;
    }
  }
  for (const found of cutter.end()) yield* parsed(found);
}

/** A search result holds its objects in `items`. */
function foundIn(fields: Fields): readonly Fields[] | null {
  return 'total_count' in fields ? (listIn(fields, 'items')?.filter(isFields) ?? null) : null;
}

function* parsed(found: { readonly object: string } | { readonly flaw: string }): Generator<Found> {
  if ('flaw' in found) {
    yield found;
    return;
  }
  let value: unknown;
  try {
    value = JSON.parse(found.object);
  } catch {
    yield { flaw: 'it is not JSON' };
    return;
  }
  const fields = value as Fields;
  const parts = partsOf(fields) ?? foundIn(fields);
  if (parts === null) yield { fields };
  else for (const part of parts) yield { fields: part };
}

/** So many objects tell what a file is. */
const TRIED = 5;

/** True for saved answers of GitHub, whatever the file is called. */
export async function isGithubFile(path: string): Promise<boolean> {
  let tried = 0;
  try {
    for await (const found of objectsOf(path)) {
      if ('flaw' in found) return false;
      const saved = savedObject(found.fields);
      if (saved.is !== 'none' && saved.is !== 'other') return saved.url === null || repositoryOfUrl(saved.url) !== null;
      tried += 1;
      if (tried >= TRIED) return false;
    }
  } catch {
    // What cannot be read is told by whoever reads it.
  }
  return false;
}

/** True for saved answers whose first objects name a repository of GitHub: a table may look like one that names none. */
export async function namesRepository(path: string): Promise<boolean> {
  return (await isGithubFile(path)) && (await firstRepository([path]).catch(() => null)) !== null;
}

const WORDS = { gh: 'thread', thread: 'thread', comment: 'comment', happening: 'event', release: 'release' } as const;

/** How many objects of each kind there are in each file: sentences. */
export async function toldOf(files: readonly string[], signal: AbortSignal): Promise<string[]> {
  const told: string[] = [];
  for (const path of files) {
    const counts = new Map<string, number>();
    for await (const found of objectsIn(path, signal)) {
      if ('flaw' in found) throw strange(path, found.flaw);
      const { is } = savedObject(found.fields);
      const word = is === 'none' || is === 'other' ? null : WORDS[is];
      if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const parts = [...counts].map(([word, count]) => `${count} ${word}${count === 1 ? '' : 's'}`);
    told.push(`${basename(path)}: ${parts.join(', ') || 'nothing that is read'}.`);
  }
  return told;
}

function strange(path: string, cause: string): BifocalError {
  return new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file: basename(path), format: 'saved output of gh', cause });
}

/** The repository that they begin with and the names of the files: a path would differ between machines. */
export async function originOfFiles(files: readonly string[], named: Repository | null): Promise<string> {
  const first = named ?? (await firstRepository(files));
  const names = files.map((file) => basename(file)).sort();
  return `${first === null ? 'github:' : originOf(first)}#${names.join('+')}`;
}

async function firstRepository(files: readonly string[]): Promise<Repository | null> {
  for (const file of files) {
    let tried = 0;
    for await (const found of objectsOf(file)) {
      if ('flaw' in found || tried >= TRIED) break;
      const saved = savedObject(found.fields);
      const repository = saved.is === 'none' || saved.is === 'other' ? null : repositoryOf(saved, null);
      if (repository !== null) return repository;
      tried += 1;
    }
  }
  return null;
}

export function repositoryOf(saved: { readonly url: string | null }, fallback: Repository | null): Repository | null {
  return (saved.url === null ? null : repositoryOfUrl(saved.url)) ?? fallback;
}

export function keyOf(repository: Repository, number: number): string {
  return `${originOf(repository)} ${number}`;
}
