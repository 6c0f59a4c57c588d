/** Where a reading of a repository starts, and by what it tells that nothing is new. */
import { BifocalError } from '#core/errors.ts';
import { digestOf } from '#core/ids.ts';
import type { Git } from '#core/source.ts';
import { TIP } from './first-questions.ts';

/** Tried in this order where HEAD names a branch that is not there, as in some mirrors. */
const USUAL = ['refs/remotes/origin/HEAD', 'refs/heads/main', 'refs/heads/master', 'refs/heads/trunk'];

/** A commit, and a word by which git knows it. */
export interface Tip {
  readonly sha: string;
  readonly named: string;
}

/** The commit that HEAD names. Rejects with GIT_EMPTY where no branch has a commit. */
export async function readTip(git: Git, path: string): Promise<Tip> {
  try {
    return { sha: (await git.text(TIP)).trim(), named: 'HEAD' };
  } catch (error) {
    if (!(error instanceof BifocalError) || error.code !== 'GIT_FAILED') throw error;
    return readOtherTip(git, path);
  }
}

async function readOtherTip(git: Git, path: string): Promise<Tip> {
  const format = '--format=%(objectname) %(refname)';
  const listed = await git.text(['for-each-ref', '--sort=-committerdate', format, 'refs/heads', 'refs/remotes']);
  const branches = listed.split('\n').flatMap((line) => {
    const [sha, ref] = line.split(' ');
    return sha && ref ? [{ sha, ref }] : [];
  });
  const usual = USUAL.map((ref) => branches.find((branch) => branch.ref === ref)).find((branch) => branch);
  const tip = usual ?? branches[0];
  if (tip === undefined) throw new BifocalError('GIT_EMPTY', { target: path });
  return { sha: tip.sha, named: tip.sha };
}

/** Changes when HEAD or any tag does. */
export function stateOf(tip: string, tags: readonly { readonly object: string; readonly ref: string }[]): string {
  return digestOf(`${tip}\n${tags.map(({ object, ref }) => `${object} ${ref}\n`).join('')}`);
}
