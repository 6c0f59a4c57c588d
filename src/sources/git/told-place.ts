/** What a repository says of where it comes from and what is checked out: asked once, for all who want to know. */
import type { Git } from '#core/source.ts';

export interface ToldPlace {
  /** The address it was cloned from; empty where it tells none. */
  readonly remote: Promise<string>;
  /** Its branches and those of its remote, by their short names. */
  readonly branches: Promise<readonly string[]>;
  /** Rejects where nothing is. */
  readonly checkedOut: Promise<string>;
}

const asked = new WeakMap<Git, ToldPlace>();

export function toldPlace(git: Git): ToldPlace {
  const known = asked.get(git) ?? ask(git);
  asked.set(git, known);
  return known;
}

function ask(git: Git): ToldPlace {
  const remote = git.text(['config', '--default', '', '--get', 'remote.origin.url']).then((told) => told.trim());
  const refs = git.text(['for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/remotes/origin']);
  const branches = refs.then((told) => told.split('\n'));
  const checkedOut = git.text(['rev-parse', '--abbrev-ref', 'HEAD']).then((told) => told.trim());
  // Whoever wants one of them hears of its failure.
  for (const answer of [remote, branches, checkedOut]) answer.catch(() => undefined);
  return { remote, branches, checkedOut };
}
