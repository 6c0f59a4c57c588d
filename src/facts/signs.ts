/** What the stage is told from: how old, how active, how many releases, what waits, and what the makers said. */
import type { StageSigns } from '#core/focus.ts';
import { computeFact } from './define-fact.ts';
import type { FactValues, History, ReleaseRows, Releases, Work } from './values.ts';

export default computeFact({
  id: 'signs',
  version: 1,
  facts: ['history', 'work', 'releaseRows', 'releases', 'pronouncements', 'voice'],
  compute: ({ history, work, releaseRows, releases, pronouncements, voice }): StageSigns => {
    const times = timesOf({ history, work, releases });
    return {
      ...times,
      releases: releases.collected ? releases.all.filter(({ pre }) => !pre).length : null,
      waiting: waiting(history, work, releases),
      voiceHeard: voice.feedback > 0,
      unansweredNeeds: null,
      saidStopped: pronouncements.stopped ?? withdrawn(releaseRows),
    };
  },
});

/** Where no history was read, releases are the only changes that are known. */
function timesOf({ history, work, releases }: Pick<FactValues, 'history' | 'work' | 'releases'>) {
  let [first, newest, making] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [index, { at, landedAt }] of history.commits.entries()) {
    first = Math.min(first, at);
    newest = Math.max(newest, at);
    if (landedAt !== null && work.making[index] === 1 && work.bot[index] !== 1) making = Math.max(making, at);
  }
  if (history.commits.length === 0) {
    for (const { at } of releases.all) [first, newest] = [Math.min(first, at), Math.max(newest, at)];
  }
  const known = (at: number) => (Number.isFinite(at) ? at : null);
  return { firstAt: known(first), newestAt: known(newest), newestMakingAt: known(making) };
}

/** Landed, by a person, noticeable, and in no final release; not known where no final release has a place in the history. */
function waiting({ commits }: History, work: Work, releases: Releases): number | null {
  if (!releases.all.some(({ pre, commit }) => !pre && commit >= 0)) return null;
  let count = 0;
  for (const [index, { landedAt }] of commits.entries()) {
    if (landedAt === null || work.visible[index] !== 1 || work.bot[index] === 1) continue;
    if (releases.firstFinal[index] === -1) count += 1;
  }
  return count;
}

/** The newest final version in a registry is withdrawn, so there is none to take instead. */
function withdrawn({ all }: ReleaseRows): StageSigns['saidStopped'] {
  const newest = all.findLast(({ source, pre }) => source === 'registry' && !pre);
  const quote = newest?.deprecated?.trim() ?? '';
  return newest && quote !== '' ? { quote, evidence: newest.id, at: newest.at } : null;
}
