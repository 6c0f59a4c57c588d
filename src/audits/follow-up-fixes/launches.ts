/** Releases as users meet them: packages tagged together on one commit are one launch. */
import type { FactValues, Release, Releases } from '#facts/values.ts';

export interface Launch {
  readonly at: number;
  /** Evidence ids of its releases. */
  readonly ids: readonly string[];
  readonly releases: readonly Release[];
  /** Commits that it is the first final release of. */
  readonly brings: readonly number[];
}

/** Final releases up to a time, oldest first. */
export function launchesOf(releases: Releases, until: number): readonly Launch[] {
  const together = new Map<string, Release[]>();
  for (const release of releases.all) {
    if (release.pre || release.at > until) continue;
    const key = release.commit < 0 ? release.id : String(release.commit);
    const others = together.get(key);
    if (others) others.push(release);
    else together.set(key, [release]);
  }
  return [...together.values()]
    .map(toLaunch)
    .sort((a, b) => a.at - b.at || ((a.ids[0] ?? '') < (b.ids[0] ?? '') ? -1 : 1));
}

function toLaunch(releases: readonly Release[]): Launch {
  return {
    at: Math.min(...releases.map(({ at }) => at)),
    ids: releases.map(({ id }) => id),
    releases,
    brings: releases.flatMap(({ brings }) => brings),
  };
}

/** The product paths that a launch altered. */
export function productPathsOf(
  { brings }: Launch,
  { history, areas, work }: Pick<FactValues, 'history' | 'areas' | 'work'>,
): ReadonlySet<number> {
  const paths = new Set<number>();
  for (const index of brings) {
    if (work.making[index] !== 1 && work.visible[index] !== 1) continue;
    for (const path of history.commits[index]?.touched ?? []) if (areas.of[path] === 'product') paths.add(path);
  }
  return paths;
}
