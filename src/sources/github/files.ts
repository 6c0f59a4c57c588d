/** Saved answers as evidence: read twice, first for who the makers are and how many comments there are, then for rows. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { BifocalError, type Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import type { Batch, Gathering, RefusedRow } from '#core/source.ts';
import { diskFailure } from './disk-failure.ts';
import { originOf, type Repository } from './repository.ts';
import { objectsIn, type Saved, savedObject } from './saved.ts';
import { Survey } from './survey.ts';

/** Rows that are handed on together. */
const PIECE = 1_000;
const WITHOUT_REPOSITORY = 'it does not name its repository: add url to --json, or name the repository';

interface Cursor {
  readonly digest: string;
  readonly newest: number | null;
  readonly missing: readonly Missing[];
  readonly refused: readonly RefusedRow[];
}

export async function* readFiles(
  { cursor, until, signal, progress }: Gathering<unknown>,
  files: readonly string[],
  repository: Repository | null,
): AsyncGenerator<Batch> {
  const digest = await digestOf(files, repository, signal);
  const before = cursor === null ? null : (JSON.parse(cursor) as Cursor);
  if (before?.digest === digest) {
    const { missing, refused, newest } = before;
    yield { missing, refused, cursor: JSON.stringify(before), ...(newest !== null && { observedUntil: newest }) };
    return;
  }
  const survey = new Survey(repository);
  for await (const { saved } of savedIn(files, signal)) survey.take(saved);
  if (survey.objects > 0 && survey.name === null) throw strange(files, survey);
  const refused: RefusedRow[] = [];
  const emitted = new Set<string>();
  let rows: Gathered[] = [];
  let read = 0;
  for await (const { saved, file, row } of savedIn(files, signal)) {
    read += 1;
    const found = saved.is === 'other' ? [] : survey.rows(saved);
    if (found === null) refused.push({ file, row, reason: reasonOf(saved) });
    for (const one of found ?? []) {
      const key = `${one.kind} ${one.origin} ${one.externalId}`;
      if (emitted.has(key) || (until !== null && one.at > until)) continue;
      emitted.add(key);
      rows.push(one);
    }
    if (rows.length < PIECE) continue;
    progress('saved answers', read, survey.objects);
    yield { items: rows };
    rows = [];
  }
  const releases = survey.releases().filter(({ at }) => until === null || at <= until);
  const missing = survey.missing();
  const newest = survey.newest;
  const observedUntil = newest === null || until === null ? newest : Math.min(newest, until);
  yield {
    ...{ items: [...rows, ...releases], missing, refused },
    cursor: JSON.stringify({ digest, newest, missing, refused } satisfies Cursor),
    ...(observedUntil !== null && { observedUntil }),
    ...(survey.name !== null && { product: { name: survey.name, kind: 'software' } }),
  };
}

function reasonOf(saved: Saved): string {
  return saved.is === 'none' ? 'it has no number, title or creation time as GitHub writes them' : WITHOUT_REPOSITORY;
}

interface Placed {
  readonly saved: Saved;
  readonly file: string;
  /** The object's place in its file, from 1. */
  readonly row: number;
}

/** Rejects with FILE_NOT_WHAT_IT_CLAIMS where one of the files is none of GitHub's, or TARGET_UNREADABLE. */
async function* savedIn(files: readonly string[], signal: AbortSignal): AsyncGenerator<Placed> {
  for (const path of files) {
    const file = basename(path);
    let row = 0;
    for await (const found of objectsIn(path, signal)) {
      if ('flaw' in found) {
        throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file, format: 'saved output of gh', cause: found.flaw });
      }
      row += 1;
      yield { saved: savedObject(found.fields), file, row };
    }
  }
}

async function digestOf(files: readonly string[], repository: Repository | null, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256').update(repository === null ? '' : originOf(repository));
  for (const path of files) {
    try {
      for await (const piece of createReadStream(path, { highWaterMark: 2 ** 20 })) {
        if (signal.aborted) throw new BifocalError('INTERRUPTED');
        hash.update(piece as Buffer);
      }
    } catch (error) {
      throw diskFailure(path, error);
    }
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** Objects there are, and not one of them can be taken. */
function strange(files: readonly string[], { known }: Survey): BifocalError {
  const file = files.map((path) => basename(path)).join(', ');
  const cause =
    known > 0 ? WITHOUT_REPOSITORY : 'none of its objects is an issue, a pull request, a reply or a release';
  return new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file, format: 'saved output of gh', cause });
}
