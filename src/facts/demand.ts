/** Who asks for each need: distinct people, not pieces; lately or long ago; waiting, leaving, content; and what shipped. */
import { wilson } from '#core/statistics/wilson.ts';
import { WEEK, YEAR_OF_WEEKS as YEAR } from '#core/time.ts';
import { computeFact } from './define-fact.ts';
import type { Demand, NeedFound, Trend } from './need-values.ts';
import type { FactValues } from './values.ts';
import type { Thread } from './voice-values.ts';

const LEVEL = 0.95;
/** A problem that people meet again so soon after its fix was not fixed (C8 of the measures). */
const AGAIN = 90 * 86_400_000;
const PART = 4 * WEEK;
const PARTS = (2 * YEAR) / PART;

type Facts = Pick<FactValues, 'needs' | 'threads' | 'phrases'>;

export default computeFact({
  id: 'demand',
  version: 2,
  facts: ['needs', 'threads', 'phrases'],
  compute: ({ needs, threads, phrases }: Facts, { at }): readonly Demand[] => {
    const byId = new Map(threads.all.map((thread) => [thread.id, thread]));
    const said = new Map(phrases.all.map((one) => [one.evidence, one]));
    return needs.all
      .map((need) => demandOf(need, byId, said, at))
      .sort((one, two) => two.people - one.people || two.pieces - one.pieces || (one.need < two.need ? -1 : 1));
  },
});

type Phrase = FactValues['phrases']['all'][number];

function demandOf(
  need: NeedFound,
  byId: ReadonlyMap<string, Thread>,
  said: ReadonlyMap<string, Phrase>,
  at: number,
): Demand {
  const known = need.members.flatMap(({ evidence }) => byId.get(evidence) ?? []);
  const threads = known.filter(({ side }) => side !== 'maker' && side !== 'bot');
  const people = (some: readonly Thread[]) => new Set(some.map(personOf)).size;
  const lately = threads.filter((thread) => thread.at > at - YEAR);
  const earlier = threads.filter((thread) => thread.at > at - 2 * YEAR && thread.at <= at - YEAR);
  const heard = (some: readonly Thread[], which: 'leaving' | 'praise') =>
    people(some.filter(({ id }) => said.get(id)?.[which] === true));
  const asked = people(threads);
  return {
    need: need.id,
    people: asked,
    pieces: need.members.length,
    byMakers: known.length - threads.length,
    strength: Math.log2(1 + asked),
    lastYear: people(lately),
    yearBefore: people(earlier),
    trend: trendOf(people(lately), people(earlier)),
    course: courseOf(threads, at),
    firstAt: known.reduce<number | null>((first, one) => (first === null ? one.at : Math.min(first, one.at)), null),
    newestAt: known.reduce<number | null>((last, one) => (last === null ? one.at : Math.max(last, one.at)), null),
    waiting: people(threads.filter(waits)),
    leaving: heard(threads, 'leaving'),
    content: heard(threads, 'praise'),
    kinds: countsBy(threads, ({ kind }) => kind),
    lines: countsBy(threads, ({ line }) => line ?? null),
    ...againOf(threads),
  };
}

function courseOf(threads: readonly Thread[], at: number): number[] {
  const people = Array.from({ length: PARTS }, () => new Set<number | string>());
  for (const thread of threads) people[PARTS - 1 - Math.floor((at - thread.at) / PART)]?.add(personOf(thread));
  return people.map(({ size }) => size);
}

/** Whom a source does not tell is taken for somebody else each time. */
function personOf({ asker, id }: Thread): number | string {
  return asker < 0 ? id : asker;
}

/** Open, asking, every reply read, and none of them by a maker. */
function waits({ closed, asks, read, replies }: Thread): boolean {
  return closed === null && asks && read && !replies.some(({ side }) => side === 'maker');
}

/** Of the people of two years the share of the later one: more or fewer where chance alone would not show it. */
function trendOf(lately: number, before: number): Trend {
  const share = wilson(lately, lately + before, LEVEL);
  if (share === null) return 'quiet';
  return share.low > 0.5 ? 'more' : share.high < 0.5 ? 'fewer' : 'even';
}

function countsBy(threads: readonly Thread[], of: (thread: Thread) => string | null): Demand['kinds'] {
  const groups = Map.groupBy(threads, of);
  return [...groups]
    .flatMap(([name, own]) => (name === null ? [] : [{ name, people: new Set(own.map(personOf)).size }]))
    .sort((one, two) => two.people - one.people || (one.name < two.name ? -1 : 1));
}

/** Fixes that shipped, and those after which somebody else wrote of the need within 90 days. */
function againOf(threads: readonly Thread[]): Pick<Demand, 'fixed' | 'again'> {
  const shipped = threads.filter((thread) => thread.shipped !== null);
  const again = shipped.filter((fixed) => {
    const at = fixed.shipped?.at ?? 0;
    return threads.some((other) => other.at > at && other.at <= at + AGAIN && personOf(other) !== personOf(fixed));
  });
  return { fixed: shipped.length, again: again.length };
}
