/** Which commits were taken back, when and by which commit. */
import { type Window, within } from '#core/time.ts';
import type { History, Work } from '#facts/values.ts';
import type { Launch } from './launches.ts';

/** Messages name a commit by at least seven digits. */
const SHORTEST_SHA = 7;

interface Revert {
  readonly sha: string;
  readonly at: number;
  readonly id: string;
}

export interface Reverts {
  /** Evidence of a commit that took back something which a launch brought to the product, by `until`; null when none did. */
  of(launch: Launch, work: Work, until: number): readonly string[] | null;
}

/** Found by their first seven digits, so that each brought commit is looked up once. */
export function revertsOf(history: History, window: Window): Reverts {
  const byStart = new Map<string, Revert[]>();
  for (const { reverts, at, id } of history.commits) {
    if (reverts.length === 0 || !within(window, at)) continue;
    for (const sha of reverts) {
      const start = sha.slice(0, SHORTEST_SHA);
      byStart.set(start, [...(byStart.get(start) ?? []), { sha, at, id }]);
    }
  }
  return {
    of(launch, work, until) {
      if (byStart.size === 0) return null;
      for (const index of launch.brings) {
        const commit = history.commits[index];
        if (!commit || (work.making[index] !== 1 && work.visible[index] !== 1)) continue;
        const found = byStart
          .get(commit.sha.slice(0, SHORTEST_SHA))
          ?.find(({ sha, at }) => commit.sha.startsWith(sha) && at > launch.at && at <= until);
        if (found) return [found.id, commit.id];
      }
      return null;
    },
  };
}
