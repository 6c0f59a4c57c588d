/** Which changes count as finished work, and when a final release first carried each: the same for every audit of arrival. */
import type { Unseen } from '#core/audit.ts';
import { type Window, within } from '#core/time.ts';
import type { FactValues, History, Release, Work } from '#facts/values.ts';
import { releasedCopies } from './released-copies.ts';

export type FinishedFacts = Pick<FactValues, 'history' | 'work' | 'releases'>;

/** A person's change of what customers get that was on the default branch by `until`. */
export function isFinished(
  { history, work }: Pick<FactValues, 'history' | 'work'>,
  index: number,
  until: number,
): boolean {
  const commit = history.commits[index];
  if (!commit || commit.merge || commit.landedAt === null || commit.landedAt > until) return false;
  return work.bot[index] !== 1 && (work.making[index] === 1 || work.visible[index] === 1);
}

const LANDED = new WeakMap<Work, readonly number[]>();

/** Changes by people, merges left out, that reached the default branch in the window, whatever they touch. */
export function landedByPeople({ history, work }: Pick<FactValues, 'history' | 'work'>, window: Window): number[] {
  const known = LANDED.get(work) ?? peoplesLandings(history, work);
  LANDED.set(work, known);
  return known.filter((index) => within(window, history.commits[index]?.landedAt ?? Number.NaN));
}

function peoplesLandings({ commits }: History, work: Work): number[] {
  const landed: number[] = [];
  for (let index = 0; index < commits.length; index += 1) {
    const commit = commits[index];
    if (commit && !commit.merge && commit.landedAt !== null && work.bot[index] !== 1) landed.push(index);
  }
  return landed;
}

/** When the first final release with this change, or with a copy of it, came out; null while there is none by `until`. */
export function releasedAt(facts: FinishedFacts, index: number, until: number): number | null {
  const { all, firstFinal } = facts.releases;
  const own = all[firstFinal[index] ?? -1]?.at ?? Number.POSITIVE_INFINITY;
  const copy = all[releasedCopies(facts).get(index) ?? -1]?.at ?? Number.POSITIVE_INFINITY;
  const first = Math.min(own, copy);
  return first <= until ? first : null;
}

const EARLY = new WeakMap<FinishedFacts['releases'], ReadonlyMap<number, number>>();

/** When the first pre-release that carries a change came out, by the change's place; worked out once for all windows. */
export function preReleasedAt(releases: FinishedFacts['releases']): ReadonlyMap<number, number> {
  const known = EARLY.get(releases);
  if (known) return known;
  const first = new Map<number, number>();
  for (const { pre, at, brings } of releases.all) {
    if (pre) for (const index of brings) first.set(index, Math.min(at, first.get(index) ?? at));
  }
  EARLY.set(releases, first);
  return first;
}

/** Final, and with a change in it that a person made. A release known by its notes or a registry alone is taken at its word. */
export function bringsSomething(release: Release, work: Work): boolean {
  if (release.pre) return false;
  if (release.commit < 0) return true;
  return release.brings.some(
    (index) => (work.making[index] === 1 || work.visible[index] === 1) && work.bot[index] !== 1,
  );
}

/** Where the speed of delivery is no question: nothing was finished in the window and nothing waits. Null where it is one. */
export function restingIn(facts: FinishedFacts, window: Window): Unseen | null {
  const { history } = facts;
  if (history.commits.length === 0) return null;
  // From the newest down: where the window holds finished work, that is seen at once.
  for (let index = history.commits.length - 1; index >= 0; index -= 1) {
    if (!isFinished(facts, index, window.to)) continue;
    if (within(window, history.commits[index]?.landedAt ?? 0)) return null;
    if (releasedAt(facts, index, window.to) === null) return null;
  }
  return nothingThere(history, 'Nothing was finished in this window, so nothing waits.');
}

/** Nothing of the kind was seen: not applicable, unless it may hide behind changes whose files could not be read. */
export function nothingThere({ pathsKnown }: History, because: string): Unseen {
  if (pathsKnown) return { state: 'not-applicable', because };
  return notCollected(null, 'Which files some of the changes touched could not be read.');
}

/** A fact's own reason where it gives one, as an audit's answer. */
export function notCollected(because: string | null, otherwise: string): Unseen {
  return { state: 'not-collected', because: because ?? otherwise };
}
