/** Reads `git diff-tree --stdin -r --numstat -z`: which lines of which files went and came between pairs of trees. */
import type { Git } from '#core/source.ts';
import { Bytes } from './documents-bytes.ts';
import { isLockfile, NO_LOCKFILES } from './renewal-lockfiles.ts';

const NUL = 0;

/** Two trees, the older first. */
export interface Pair {
  readonly from: string;
  readonly to: string;
}

export interface Changed {
  /** The path before a rename. */
  readonly path: string;
  readonly gone: number;
  readonly added: number;
  /** Git counts no lines in it. */
  readonly binary: boolean;
}

/** For each pair the files that differ, lockfiles apart. Renames are followed, up to 1,000 in one pair. */
export async function readChanges(git: Git, pairs: readonly Pair[]): Promise<Changed[][]> {
  const changes: Changed[][] = pairs.map(() => []);
  if (pairs.length === 0) return changes;
  const heads = pairs.map(({ from, to }) => `${from} ${to}`);
  const args = ['diff-tree', '--stdin', '-r', '--numstat', '-z', '-M', '-l1000', '--', ...NO_LOCKFILES];
  const bytes = new Bytes(git.stream(args, [`${heads.join('\n')}\n`], 'last'));
  let at = -1;
  for (let token = await bytes.until(NUL); token !== null; token = await bytes.until(NUL)) {
    let text = token.toString('utf8');
    // Git repeats each pair on a line of its own before what differs in it, also where nothing does.
    while (at + 1 < heads.length && text.startsWith(`${heads[at + 1]}\n`)) {
      at += 1;
      text = text.slice((heads[at]?.length ?? 0) + 1);
    }
    const [added = '', gone = '', ...rest] = text.split('\t');
    let path = rest.join('\t');
    if (rest.length === 0) continue;
    if (path === '') {
      path = (await bytes.until(NUL))?.toString('utf8') ?? '';
      await bytes.until(NUL);
    }
    if (isLockfile(path)) continue;
    const binary = added === '-';
    changes[at]?.push({ path, gone: binary ? 0 : Number(gone), added: binary ? 0 : Number(added), binary });
  }
  return changes;
}
