/** How much of what stood a year ago is gone or replaced, file by file and week by week: the depth of making and telling. */
import { BifocalError, type Missing } from '#core/errors.ts';
import type { Batch, Git } from '#core/source.ts';
import { instantOf, WEEK, YEAR_OF_WEEKS } from '#core/time.ts';
import type { Pinned } from './documents.ts';
import { readHeads } from './documents-objects.ts';
import type { FirstParent } from './documents-walk.ts';
import { inDirectories, type RenewedFile, rowsOf, type TouchedFile } from './renewal-files.ts';
import { type Pair, readChanges } from './renewal-numstat.ts';

/** A younger history has no past to be renewed. */
const LEAST_WEEKS = 8;
const WEEKS = YEAR_OF_WEEKS / WEEK;
/** Beyond these a row would be too large to hold and to show: files are then counted by their folder. */
const FILES = 20_000;
const TOUCHES = 60_000;

export interface Lined extends Pinned {
  /** The first-parent line, newest first. */
  readonly firstParent: readonly FirstParent[];
}

export async function* readRenewal(git: Git, pinned: Lined): AsyncGenerator<Batch, void> {
  const span = spanOf(pinned);
  if (span === null) {
    yield { missing: [young(pinned)] };
    return;
  }
  try {
    yield { items: [await renewalOf(git, pinned, span)] };
  } catch (error) {
    if (!(error instanceof BifocalError) || error.code !== 'GIT_FAILED') throw error;
    yield { missing: [absent] };
  }
}

interface Span {
  readonly from: number;
  /** The commits at the ends of the weeks, oldest first; the first is where the span begins. */
  readonly ends: readonly { readonly sha: string; readonly to: number }[];
}

/** The newest commit at or before each week's end; the oldest commit where the history begins within the year. */
function spanOf({ headAt, firstParent }: Lined): Span | null {
  const oldest = firstParent.at(-1);
  if (oldest === undefined || headAt - oldest.at < LEAST_WEEKS * WEEK) return null;
  const ends: { sha: string; to: number }[] = [];
  let place = 0;
  for (let back = 0; back <= WEEKS; back += 1) {
    const to = headAt - back * WEEK;
    while (place < firstParent.length && (firstParent[place]?.at ?? 0) > to) place += 1;
    const commit = firstParent[place];
    ends.unshift(commit === undefined ? { sha: oldest.sha, to: oldest.at } : { sha: commit.sha, to });
    if (commit === undefined) break;
  }
  return { from: ends[0]?.to ?? headAt, ends };
}

/** What git calls a tree without entries, for each of its two hashes: known to every repository without being stored. */
const EMPTY_SHA1 = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const EMPTY_SHA256 = '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321';

async function renewalOf(git: Git, pinned: Lined, { from, ends }: Span) {
  const empty = ends[0]?.sha.length === EMPTY_SHA256.length ? EMPTY_SHA256 : EMPTY_SHA1;
  const heads = await readHeads(
    git,
    ends.map(({ sha }) => `${sha}^{tree}`),
  );
  const trees = heads.map((head) => head?.oid ?? empty);
  const [first = empty, last = empty] = [trees[0], trees.at(-1)];
  const weeks = ends.slice(1).map(({ to }, at) => ({ to, from: trees[at] ?? empty, tree: trees[at + 1] ?? empty }));
  const moving = weeks.filter((week) => week.from !== week.tree);
  const pairs = moving.map((week): Pair => ({ from: week.from, to: week.tree }));
  // Git compares on one core; the halves of the year are compared at once.
  const half = Math.ceil(pairs.length / 2);
  const [[stood = [], year = []], ...halves] = await Promise.all([
    readChanges(git, [
      { from: empty, to: first },
      { from: first, to: last },
    ]),
    readChanges(git, pairs.slice(0, half)),
    readChanges(git, pairs.slice(half)),
  ]);
  const touched = halves.flat();
  let files: RenewedFile[] = rowsOf(stood, year);
  let weekly = weeks.map((week) => ({
    to: week.to,
    files: (touched[moving.indexOf(week)] ?? [])
      .filter(({ binary }) => !binary)
      .map(({ path, gone, added }): TouchedFile => [path, gone, added]),
  }));
  const touches = weekly.reduce((sum, week) => sum + week.files.length, 0);
  const by = files.length > FILES || touches > TOUCHES ? 'directory' : 'file';
  if (by === 'directory') {
    files = inDirectories(files);
    weekly = weekly.map((week) => ({ to: week.to, files: inDirectories(week.files) }));
  }
  return {
    kind: 'event' as const,
    type: 'renewal',
    origin: pinned.origin,
    externalId: 'renewal',
    author: null,
    at: pinned.headAt,
    data: { head: pinned.head, from, fromSha: ends[0]?.sha ?? '', to: pinned.headAt, by, files, weeks: weekly },
  };
}

function young({ firstParent }: Lined): Missing {
  const since = firstParent.at(-1)?.at;
  return {
    source: 'git',
    code: 'NOT_COLLECTED',
    because: `The history begins ${since === undefined ? 'nowhere' : `at ${instantOf(since)}`}, less than ${LEAST_WEEKS} weeks before its end: too young to tell what was renewed.`,
    remedy: `Read it again once it is ${LEAST_WEEKS} weeks old.`,
  };
}

const absent: Missing = {
  source: 'git',
  code: 'NOT_COLLECTED',
  because: 'How much was renewed within the year is not known: files of the past year are not in this clone.',
  remedy: 'Read a clone that was made without --filter and without --depth.',
};
