/** Streams `git log` into rows of evidence, while git still works; does without paths where trees are absent. */
import { BifocalError, type Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import type { Batch, Git } from '#core/source.ts';
import { type Ahead, readAhead } from './log-ahead.ts';
import { LOG_FORMAT, type Logged, LogParser } from './log-parse.ts';
import { commitRow, type History } from './log-rows.ts';
import { wholeTokens } from './log-tokens.ts';

/** About a second of what git prints of a long history: enough to learn its shape meanwhile. */
const AHEAD = 8 * 2 ** 20;

/** Rows per batch: always the same ones together, whatever pieces git's output comes in. */
const BATCH_ROWS = 250;

/** `paths: false` where git could not tell what some commits touched. */
export interface LogRead {
  readonly paths: boolean;
}

/** What git is told to map authors with where there is nothing: a name that leads nowhere. */
const NO_MAILMAP = 'none';

/** The mailmap of the commit read: not that of a work tree, nor of another branch. */
export async function readMailmap(git: Git, head: string): Promise<string> {
  try {
    const [entry = ''] = (await git.text(['ls-tree', head, '--', '.mailmap'])).split('\t');
    const [mode, , blob = NO_MAILMAP] = entry.split(' ');
    if (mode !== '100644' && mode !== '100755') return NO_MAILMAP;
    await git.text(['cat-file', '-e', blob]);
    return blob;
  } catch (error) {
    // A partial clone may lack it.
    if (error instanceof BifocalError && error.code === 'GIT_FAILED') return NO_MAILMAP;
    throw error;
  }
}

/** Starts the log of some revisions (and `^` those to stop at); nobody needs to listen yet. */
export function startLog(git: Git, mailmap: string, revisions: Iterable<string>, paths = true): Ahead {
  const told = paths ? ['--name-status', '--no-renames'] : [];
  const args = ['-c', `mailmap.blob=${mailmap}`, 'log', '-z', `--format=${LOG_FORMAT}`, ...told, '--stdin'];
  return readAhead(git.stream(args, [`${[...revisions].join('\n')}\n`]), AHEAD, ({ length }) => length);
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
  let rows: Gathered[] = [];
  const take = (logged: Logged) => {
    const row = commitRow(logged, history, paths);
    if (row !== null && isFresh(row, history, seen)) rows.push(row);
  };
  try {
    for await (const text of wholeTokens(pieces)) {
      for (const logged of parser.push(text)) {
        take(logged);
        if (rows.length < BATCH_ROWS) continue;
        yield rows;
        rows = [];
      }
    }
    const last = parser.end();
    if (last !== null) take(last);
    if (rows.length > 0) yield rows;
  } finally {
    await pieces.close();
  }
}

/** Whether a row was not yielded before; notes that it is now. */
function isFresh(row: Gathered, { graph }: History, seen: Uint8Array): boolean {
  const commit = graph.find(row.externalId);
  if (seen[commit] === 1) return false;
  seen[commit] = 1;
  return true;
}

function withoutPaths(error: BifocalError): Missing {
  return {
    source: 'git',
    code: 'NOT_COLLECTED',
    because: `git could not tell which files every commit touched (${error.details.cause ?? 'a tree is absent'}).`,
    remedy: 'Read a clone that was made without --filter=tree, or run `git fsck` there.',
  };
}
