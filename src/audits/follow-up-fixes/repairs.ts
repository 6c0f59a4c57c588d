/** Whether a later release repaired an earlier one: a patch of the same series that fixes what the earlier one altered. */
import type { FactValues, Release } from '#facts/values.ts';
import type { Launch } from './launches.ts';

type Seen = Pick<FactValues, 'history' | 'areas' | 'work'>;

/** Evidence of the first repair among the releases that follow, or null. `altered`: the product paths of the launch. */
export function repairOf(
  launch: Launch,
  altered: ReadonlySet<number>,
  followers: readonly Launch[],
  seen: Seen,
): readonly string[] | null {
  for (const follower of followers) {
    const patch = follower.releases.find((later) => launch.releases.some((release) => isPatchOf(release, later)));
    const fix = patch && follower.brings.find((index) => isRepair(index, launch, altered, seen));
    if (patch && fix !== undefined) return [patch.id, seen.history.commits[fix]?.id ?? ''];
  }
  return null;
}

/**
 * A person's fix, written after the release, at least half of whose product files the release had altered. By eye, 35 of
 * the 46 releases of vite and quackback found so in a year did need that repair; any shared file in place of half of them
 * adds bots' updates and fixes of older faults in files that change all the time.
 */
function isRepair(
  index: number,
  launch: Launch,
  altered: ReadonlySet<number>,
  { history, areas, work }: Seen,
): boolean {
  const commit = history.commits[index];
  if (!commit || commit.merge || commit.at <= launch.at || work.bot[index] === 1) return false;
  if (work.kind[index] !== 'fix' && work.kind[index] !== 'revert') return false;
  const product = commit.touched.filter((path) => areas.of[path] === 'product');
  const shared = product.filter((path) => altered.has(path)).length;
  return shared > 0 && shared * 2 >= product.length;
}

/** 8.0.1 is a patch of 8.0.0; a security patch of 7.2 on the same day is not. */
function isPatchOf(release: Release, later: Release): boolean {
  return later.line === release.line && later.step === 'tinker' && seriesOf(later) === seriesOf(release);
}

/** `8.0` of `8.0.3`. */
function seriesOf({ version }: Release): string {
  return version.split('.', 2).join('.');
}
