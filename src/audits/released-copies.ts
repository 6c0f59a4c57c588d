/** Changes copied to a branch of an older series: the copy is another commit, but with it users have the change. */
import type { Commit, FactValues, History, Releases } from '#facts/values.ts';

const known = new WeakMap<History, ReadonlyMap<number, number>>();

/**
 * From a change on the default branch to the first final release of a copy of it, as a place in `Releases.all`. A copy is
 * a released commit that never landed, with the author and the subject of the change, or the subject of the merge that
 * brought it. A subject that stands on several landed changes tells none of them apart and is left out. By eye on rails
 * all of 19 such pairs were copies. Found once per history, since each audit and window asks.
 */
export function releasedCopies(facts: Pick<FactValues, 'history' | 'releases'>): ReadonlyMap<number, number> {
  const found = known.get(facts.history) ?? findCopies(facts.history, facts.releases);
  known.set(facts.history, found);
  return found;
}

function findCopies({ commits }: History, { firstFinal }: Releases): ReadonlyMap<number, number> {
  const released = new Map<string, { index: number; release: number }[]>();
  for (const [index, { landedAt, subject }] of commits.entries()) {
    const release = firstFinal[index] ?? -1;
    if (landedAt !== null || release < 0) continue;
    const others = released.get(subject);
    if (others) others.push({ index, release });
    else released.set(subject, [{ index, release }]);
  }
  const byMerge = new Map<number, number>();
  if (released.size === 0) return byMerge;
  const merges = mergeCopies(commits, released);
  const bySubject = new Map<number, number>();
  const seen = new Map<string, number>();
  for (const [index, commit] of commits.entries()) {
    if (commit.landedAt === null || commit.merge) continue;
    keepEarliest(byMerge, index, merges.get(commit.landedAt));
    const alike = released.get(commit.subject);
    if (!alike) continue;
    const before = seen.get(commit.subject);
    seen.set(commit.subject, index);
    if (before !== undefined) bySubject.delete(before);
    else
      keepEarliest(bySubject, index, alike.find((copy) => commits[copy.index]?.authorId === commit.authorId)?.release);
  }
  for (const [index, release] of bySubject) keepEarliest(byMerge, index, release);
  return byMerge;
}

/** By the time of a landed merge: the first release of a copy of it. The subject carries the number of a pull request. */
function mergeCopies(
  commits: readonly Commit[],
  released: ReadonlyMap<string, readonly { release: number }[]>,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const { merge, landedAt, at, subject } of commits) {
    if (!merge || landedAt !== at || !subject.startsWith('Merge pull request #')) continue;
    for (const { release } of released.get(subject) ?? []) keepEarliest(found, at, release);
  }
  return found;
}

function keepEarliest(found: Map<number, number>, key: number, release: number | undefined): void {
  if (release !== undefined) found.set(key, Math.min(release, found.get(key) ?? release));
}
