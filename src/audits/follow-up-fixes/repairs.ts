/** Which releases a later one repaired: a patch of the same series that fixes what they altered. */
import type { FactValues, Release } from '#facts/values.ts';
import type { Launch } from './launches.ts';

type Seen = Pick<FactValues, 'history' | 'areas' | 'work'>;

/** A launch with the product paths that it altered. */
export interface Altering {
  readonly launch: Launch;
  readonly altered: ReadonlySet<number>;
}

/**
 * For each launch that was repaired within `soon` ms: ids of the patch and of the fix. Launches come oldest first; a fix
 * counts against the newest of them that altered its files, not against all of the week.
 */
export function repairsOf(
  launches: readonly Altering[],
  soon: number,
  seen: Seen,
): ReadonlyMap<Launch, readonly string[]> {
  const repairs = new Map<Launch, readonly string[]>();
  for (const [place, { launch: follower }] of launches.entries()) {
    const before = launches
      .slice(0, place)
      .filter(({ launch }) => follower.at > launch.at && follower.at <= launch.at + soon);
    if (before.length === 0) continue;
    for (const index of follower.brings) {
      const blamed = before.findLast(({ launch, altered }) => isRepair(index, launch, follower, altered, seen))?.launch;
      const patch = blamed && patchOf(blamed, follower);
      if (blamed && patch && !repairs.has(blamed))
        repairs.set(blamed, [patch.id, seen.history.commits[index]?.id ?? '']);
    }
  }
  return repairs;
}

/**
 * A person's fix, written after the release, at least half of whose product files the release had altered. By eye, three
 * of four releases of vite and quackback found so in a year did need that repair; any shared file in place of half of
 * them adds bots' updates and fixes of older faults in files that change all the time.
 */
function isRepair(
  index: number,
  launch: Launch,
  follower: Launch,
  altered: ReadonlySet<number>,
  { history, areas, work }: Seen,
): boolean {
  const commit = history.commits[index];
  if (!commit || commit.merge || commit.at <= launch.at || work.bot[index] === 1) return false;
  if (work.kind[index] !== 'fix' && work.kind[index] !== 'revert') return false;
  const product = commit.touched.filter((path) => areas.of[path] === 'product');
  const shared = product.filter((path) => altered.has(path)).length;
  return shared > 0 && shared * 2 >= product.length && patchOf(launch, follower) !== undefined;
}

/** 8.0.1 is a patch of 8.0.0; a security patch of 7.2 on the same day is not. */
function patchOf(launch: Launch, follower: Launch): Release | undefined {
  return follower.releases.find(
    (later) =>
      later.step === 'tinker' &&
      launch.releases.some((release) => release.line === later.line && seriesOf(release) === seriesOf(later)),
  );
}

/** `8.0` of `8.0.3`. */
function seriesOf({ version }: Release): string {
  return version.split('.', 2).join('.');
}
