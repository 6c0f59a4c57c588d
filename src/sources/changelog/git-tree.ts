/** What a changelog's reader asks git: the commit, its files, their contents and the last change of each. */
import { BifocalError } from '#core/errors.ts';
import type { Git } from '#core/source.ts';

/** Paths from the top of the tree to blob ids. */
export type Tree = ReadonlyMap<string, string>;

/** HEAD, or the newest commit of its first-parent way that is not later than `until`; null when there is none so old. */
export async function commitAt(git: Git, until: number | null): Promise<{ sha: string; at: number } | null> {
  try {
    const past = until === null ? [] : ['--first-parent', `--until=${new Date(until).toISOString()}`];
    const [sha, seconds] = (await git.text(['log', '-1', '--format=%H %ct', ...past, 'HEAD'])).trim().split(' ');
    return sha ? { sha, at: Number(seconds) * 1000 } : null;
  } catch (error) {
    if (!(error instanceof BifocalError) || error.code !== 'GIT_FAILED') throw error;
    if ((await git.text(['rev-list', '-1', '--all'])).trim() !== '') throw error;
    throw new BifocalError('GIT_EMPTY', { target: 'The repository' }, error);
  }
}

/** `git:` and the oldest commit on the first-parent way down from HEAD: the repository's own name for itself. */
export async function repositoryOrigin(git: Git): Promise<string> {
  const roots = await git.text(['rev-list', '--first-parent', '--max-parents=0', 'HEAD']);
  const root = roots.trim().split('\n').at(-1);
  if (!root) throw new BifocalError('GIT_EMPTY', { target: 'The repository' });
  return `git:${root}`;
}

export async function readTree(git: Git, commit: string): Promise<Tree> {
  const tree = new Map<string, string>();
  const listed = await git.text(['ls-tree', '-r', '-z', '--full-tree', commit]);
  for (const row of listed.split('\0')) {
    const tab = row.indexOf('\t');
    const [mode, type, id] = row.slice(0, Math.max(0, tab)).split(' ');
    // 120000 is a symbolic link: its content is a path, and may lead anywhere.
    if (type === 'blob' && mode !== '120000' && id) tree.set(row.slice(tab + 1), id);
  }
  return tree;
}

/** Bytes of each blob; a blob that this clone does not hold is left out. */
export async function sizesOf(git: Git, blobs: readonly string[]): Promise<Map<string, number>> {
  if (blobs.length === 0) return new Map();
  const listed = await orNull(git.text(['cat-file', '--batch-check'], `${blobs.join('\n')}\n`));
  const rows = listed?.split('\n').map((row) => row.split(' ')) ?? (await sizesOneByOne(git, blobs));
  return new Map(rows.flatMap(([id, type, bytes]) => (id && type === 'blob' ? [[id, Number(bytes)]] : [])));
}

/** In a partial clone one absent blob ends the whole list, so each is asked for by itself. */
async function sizesOneByOne(git: Git, blobs: readonly string[]): Promise<string[][]> {
  const rows: string[][] = [];
  for (const blob of blobs) {
    const bytes = await orNull(git.text(['cat-file', '-s', blob]));
    if (bytes !== null) rows.push([blob, 'blob', bytes]);
  }
  return rows;
}

async function orNull(answer: Promise<string>): Promise<string | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof BifocalError && error.code === 'GIT_FAILED') return null;
    throw error;
  }
}

/** When each path was last changed (ms UTC), in one walk that ends as soon as all are found. */
export async function lastChanges(git: Git, commit: string, paths: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const wanted = new Set(paths);
  if (wanted.size === 0) return found;
  const specs = paths.map((path) => `:(top,literal)${path}`);
  // A newline before a time, a NUL behind everything: no path can be taken for a time.
  const args = ['log', '--format=%x00%ct', '--name-only', '-z', '--no-renames', commit, '--', ...specs];
  let time = 0;
  let rest = '';
  let expectTime = false;
  const decoder = new TextDecoder();
  for await (const piece of git.stream(args)) {
    const tokens = (rest + decoder.decode(piece, { stream: true })).split('\0');
    rest = tokens.pop() ?? '';
    for (const token of tokens) {
      if (token === '') expectTime = true;
      else if (expectTime) {
        time = Number(token.trim()) * 1000;
        expectTime = false;
      } else {
        const path = token.replace(/^\n/, '');
        if (wanted.delete(path)) found.set(path, time);
      }
    }
    if (wanted.size === 0) break;
  }
  return found;
}
