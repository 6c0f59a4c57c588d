/** What the stage is told from: how old, how active, how many releases, what waits, and what the makers said. */
import type { StageSigns } from '#core/focus.ts';
import { DAY, YEAR_OF_WEEKS } from '#core/time.ts';
import { computeFact } from './define-fact.ts';
import { newestMade } from './rules/shelf-weeks.ts';
import { SPOKEN } from './rules/voice-fields.ts';
import type { FactValues, History, ReleaseRows, Releases, Work } from './values.ts';
import type { Threads } from './voice-values.ts';

/** An ask is given a month before it counts as waiting (measuring C2). */
const LONG = 30 * DAY;

export default computeFact({
  id: 'signs',
  version: 6,
  facts: ['history', 'work', 'releaseRows', 'releases', 'pronouncements', 'threads', 'references', 'catalogue'],
  compute: (
    { history, work, releaseRows, releases, pronouncements, threads, references, catalogue },
    { at },
  ): StageSigns => {
    const seenUntil = history.until ?? at;
    const times = timesOf({ history, work, releases, catalogue });
    return {
      ...times,
      seenUntil,
      mergesHeard: references.pulls.length > 0 && threads.until > at - YEAR_OF_WEEKS,
      movedAfter: movedAfter(seenUntil, references.pulls, releases),
      releases: releases.collected ? releases.all.filter(({ pre }) => !pre).length : null,
      waiting: waiting(history, work, releases),
      voiceHeard: threads.collected && threads.until > at - YEAR_OF_WEEKS,
      unansweredNeeds: waitingPeople(threads, at),
      saidStopped: pronouncements.stopped ?? withdrawn(releaseRows),
    };
  },
});

/** Where no history was read, what is on the shelf and releases are the only changes that are known. */
function timesOf({
  history,
  work,
  releases,
  catalogue,
}: Pick<FactValues, 'history' | 'work' | 'releases' | 'catalogue'>) {
  let [first, newest, making] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [index, { at, landedAt }] of history.commits.entries()) {
    first = Math.min(first, at);
    newest = Math.max(newest, at);
    if (landedAt !== null && work.making[index] === 1 && work.bot[index] !== 1) making = Math.max(making, at);
  }
  if (history.commits.length === 0) {
    for (const { at, pre } of releases.all) {
      [first, newest] = [Math.min(first, at), Math.max(newest, at)];
      // Nothing tells what it brought: it is taken at its word, as by the audits of arrival.
      if (!pre) making = Math.max(making, at);
    }
  }
  if (catalogue.alone && catalogue.collected && catalogue.firstAt !== null) {
    first = Math.min(first, catalogue.firstAt);
    newest = Math.max(newest, catalogue.lastAt ?? catalogue.firstAt);
    // A catalogue shows what a launch brought: a new can alone is nothing made.
    making = newestMade(catalogue.changes) ?? Number.NEGATIVE_INFINITY;
  }
  const known = (at: number) => (Number.isFinite(at) ? at : null);
  return { firstAt: known(first), newestAt: known(newest), newestMakingAt: known(making) };
}

/** What others than the history tell of work after it ends: pull requests that were merged, releases that came out. */
function movedAfter(until: number, pulls: FactValues['references']['pulls'], { all }: Releases): number | null {
  const merged = pulls.flatMap(({ mergedAt }) => (mergedAt !== null && mergedAt > until ? [mergedAt] : []));
  const released = all.flatMap(({ at }) => (at > until ? [at] : []));
  const times = [...merged, ...released];
  return times.length === 0 ? null : times.reduce((newest, at) => Math.max(newest, at));
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

/**
 * Until needs are known: the people of the last 52 weeks whose threads no maker answered, closed without a word or not.
 * One person alone is no need of two, so that is none; null where silence cannot be told.
 */
function waitingPeople({ all, makers }: Threads, at: number): number | null {
  const since = at - YEAR_OF_WEEKS;
  // Who reviews it tells what they think of it, and waits for nothing.
  const asks = all.filter(({ kind }) => !SPOKEN.has(kind));
  const asked = asks.filter((thread) => thread.side === 'outsider' && thread.read && thread.at > since);
  if (makers === 'unknown' || (asked.length === 0 && !all.some(({ read }) => read))) return null;
  const people = new Set<number>();
  for (const thread of asked) {
    if (thread.asker < 0 || thread.at > Math.min(at, thread.until) - LONG || isSettled(thread)) continue;
    if (!thread.replies.some(({ side }) => side === 'maker')) people.add(thread.asker);
  }
  return people.size >= 2 ? people.size : 0;
}

/** What a program closed, or a maker without a word, a reason, a change or another ask to look at, was not answered. */
function isSettled({ closed, asker, links }: Threads['all'][number]): boolean {
  if (closed === null) return false;
  if (closed.by === asker || links.length > 0 || closed.duplicate) return true;
  return closed.side !== 'bot' && (closed.side !== 'maker' || closed.declined);
}
