/** Streams `git log` into rows of evidence, while git still works; does without paths where trees are absent. */
import { BifocalError, type Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import type { Batch, Git } from '#core/source.ts';
import { type Ahead, readAhead } from './log-ahead.ts';
import { LOG_FORMAT, LogParser } from './log-parse.ts';
import { commitRow, type History } from './log-rows.ts';
import { wholeTokens } from './log-tokens.ts';

/** About two seconds of what git prints of a long history: enough to learn its shape meanwhile. */
const AHEAD = 16 * 2 ** 20;

/** `paths: false` where git could not tell what some commits touched. */
export interface LogRead {
  readonly paths: boolean;
}

/** Starts the log of some revisions (and `^` those to stop at); nobody needs to listen yet. */
export function startLog(git: Git, tip: string, revisions: Iterable<string>, paths = true): Ahead {
  const told = paths ? ['--name-status', '--no-renames'] : [];
  // Authors as the mailmap of the commit read has them, not that of a work tree or of another branch.
  const args = ['-c', `mailmap.blob=${tip}:.mailmap`, 'log', '-z', `--format=${LOG_FORMAT}`, ...told, '--stdin'];
  return readAhead(git.stream(args, [`${[...revisions].join('\n')}\n`]), AHEAD);
}

/** The log as batches. `again` starts it once more without paths, should git not find a tree. */
export async function* readLog(
  log: Ahead,
  history: History,
  again: () => Ahead,
  onRead: (done: number) => void,
): AsyncGenerator<Batch, LogRead> {
  const seen = new Uint8Array(history.graph.size);
  let done = 0;
  async function* rowsOf(pieces: Ahead, paths: boolean): AsyncGenerator<Batch> {
    for await (const items of readRows(pieces, history, paths, seen)) {
      done += items.length;
      onRead(done);
      yield { items };
    }
  }
  try {
    yield* rowsOf(log, true);
    return { paths: true };
  } catch (error) {
    if (!(error instanceof BifocalError) || error.code !== 'GIT_FAILED') throw error;
    yield* rowsOf(again(), false);
    yield { missing: [withoutPaths(error)] };
    return { paths: false };
  }
}

async function* readRows(
  pieces: Ahead,
  history: History,
  paths: boolean,
  seen: Uint8Array,
): AsyncGenerator<Gathered[]> {
  const parser = new LogParser();
  try {
    for await (const text of wholeTokens(pieces)) {
      const rows = parser.push(text).flatMap((logged) => fresh(commitRow(logged, history, paths), history, seen));
      if (rows.length > 0) yield rows;
    }
    const last = parser.end();
    if (last !== null) yield fresh(commitRow(last, history, paths), history, seen);
  } finally {
    await pieces.close();
  }
}

/** The row, unless it was yielded before. */
function fresh(row: Gathered | null, { graph }: History, seen: Uint8Array): Gathered[] {
  if (row === null) return [];
  const commit = graph.find(row.externalId);
  if (seen[commit] === 1) return [];
  seen[commit] = 1;
  return [row];
}

function withoutPaths(error: BifocalError): Missing {
  return {
    source: 'git',
    code: 'NOT_COLLECTED',
    because: `git could not tell which files every commit touched (${error.details.cause ?? 'a tree is absent'}).`,
    remedy: 'Read a clone that was made without --filter=tree, or run `git fsck` there.',
  };
}
