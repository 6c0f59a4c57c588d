/** Finished changes that users would notice and that no release carries. Page for readers: waiting-work.md. */
import type { Found } from '#core/finding.ts';
import { DAY, type Window } from '#core/time.ts';
import { capital, monthOf, onDay } from '#core/wording.ts';
import type { FactValues, Release } from '#facts/values.ts';
import { defineFinding } from '../define-finding.ts';
import { inWords, short } from '../wording.ts';

/** Under three it is a day's queue; over 30 days it is none any more (measuring P10). */
const ENOUGH = 3;
const LONG = 30 * DAY;
/** Work older than three years waits for nobody: a branch of the product that was given up. */
const STALE = 3 * 365 * DAY;

/** From four in five the wait is for a final name, not for the work to come out. */
const MOSTLY = 0.8;

type Needs = Pick<FactValues, 'history' | 'work' | 'releases'>;

export default defineFinding({
  id: 'waiting-work',
  facts: ['history', 'work', 'releases'],
  version: 1,
  precision: {
    right: 8,
    of: 8,
    on: 'quackback, zod, Lighthouse CI (in view while the rules were made), bat, Flask, jekyll, pelican and Gson (not)',
  },
  find: (facts, window) => {
    if (!facts.releases.collected) return [];
    const last = newestFinal(facts, window);
    if (last === null) return [];
    const waiting = waitingIn(facts, window);
    return waiting.length < ENOUGH ? [] : [toFound(facts, waiting, last, window)];
  },
});

/** Null where releases are cut from another line of history: then copies of the work may be out already. */
function newestFinal({ history, releases }: Needs, { to }: Window): Release | null {
  const last = releases.all.filter(({ pre, at, line }) => !pre && at <= to && line === releases.mainLine).at(-1);
  const landed = history.commits[last?.commit ?? -1]?.landedAt ?? null;
  return last && landed !== null ? last : null;
}

/** Oldest first; work by people on what customers get. */
function waitingIn({ history, work, releases }: Needs, { to }: Window): number[] {
  const waits = (index: number) => {
    const landed = history.commits[index]?.landedAt ?? null;
    if (landed === null || landed > to - LONG || landed < to - STALE) return false;
    if (work.visible[index] !== 1 || work.bot[index] === 1) return false;
    const first = releases.all[releases.firstFinal[index] ?? -1];
    return first === undefined || first.at > to;
  };
  const landedAt = (index: number) => history.commits[index]?.landedAt ?? 0;
  return history.commits
    .map((_, index) => index)
    .filter(waits)
    .sort((a, b) => landedAt(a) - landedAt(b));
}

function toFound({ history, releases }: Needs, waiting: readonly number[], last: Release, { to }: Window): Found {
  const oldest = history.commits[waiting[0] ?? -1];
  const since = oldest?.landedAt ?? to;
  const early = new Set(releases.all.flatMap(({ pre, at, brings }) => (pre && at <= to ? brings : [])));
  const tried = waiting.filter((index) => early.has(index)).length >= waiting.length * MOSTLY;
  const count = `${capital(inWords(waiting.length))} finished changes`;
  const wait = tried ? 'are only in pre-releases' : 'wait for a release';
  return {
    sentence: `${count} ${wait}, the oldest since ${monthOf(since)}.`,
    at: since,
    people: null,
    quotes: [
      ...(oldest
        ? [
            {
              evidence: oldest.id,
              field: 'title',
              where: `commit ${short(oldest.sha)}, ${onDay(since)}, not released`,
            } as const,
          ]
        : []),
      { evidence: last.id, field: 'title', where: `the newest release, ${onDay(last.at)}` },
    ],
    step: tried ? 'Say what keeps the pre-release from being final, or make it final.' : 'Release what is finished.',
    weight: 1 + Math.min(1, waiting.length / 50),
  };
}
