/** What the customers of a simulated company say and hear back: threads and reviews as facts, and what was true of them. */
import { normalQuantile } from '#core/statistics/normal.ts';
import type { Random } from '#core/statistics/random.ts';
import { DAY, WEEK, weeksBack } from '#core/time.ts';
import type { Closed, Link, Reply, Shipped, Thread, Threads } from '#facts/voice-values.ts';
import { between, habit, Moods, poisson, rateOf, shared } from './chance.ts';
import type { Dials } from './dials.ts';
import { type Reviews, reviews } from './reviews.ts';

/** Letters of a nod, which is no reason, and of a reason. */
const [NOD, REASON] = [25, 160] as const;

/** Numbers of persons: the makers' one voice, the program, whoever shouts, then everybody else. */
const [MAKER, BOT, FIRST] = [0, 1, 3] as const;
export const SHOUTER = 2;

/** Median days until makers close an ask, and the standard deviation of its logarithm. */
export const CLOSING = { median: 40, spread: 0.8 };

/** Of outcomes, how many are a change, and within how many days of the closing it is out. */
export const CHANGES = 0.6;
export const RELEASED_WITHIN = 5;

export interface SaysTruth extends Reviews {
  readonly answered: number;
  readonly wait: number;
  readonly outcome: number;
  readonly told: number;
  readonly closed: number;
  readonly serving: number | null;
}

export interface Says {
  readonly threads: Threads;
  readonly truth: SaysTruth;
}

export function says(random: Random, dials: Dials, end: number): Says {
  const truth = {
    answered: between(random, dials.answered),
    wait: between(random, dials.wait),
    outcome: between(random, dials.outcome),
    told: between(random, dials.told),
    closed: between(random, dials.closed),
    serving: dials.serving && between(random, dials.serving.share),
  };
  const spoken = reviews(random, dials, end);
  const duty = dials.serving && habit(random, dials.weeks, truth.serving ?? 0, dials.serving.memory);
  const all = [...asks(random, dials, truth, end), ...spoken.threads].sort(
    (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
  );
  if (duty) onDuty(random, all, duty, end);
  pointAtOriginals(all);
  return { threads: threadsOf(all, end), truth: { ...truth, ...spoken.truth } };
}

/** Mutable while the world is made. */
export type Draft = { -readonly [Key in keyof Thread]: Thread[Key] };

function asks(
  random: Random,
  dials: Dials,
  truth: { answered: number; wait: number; outcome: number; told: number; closed: number },
  end: number,
): Draft[] {
  const { weeks, alike, kin, season } = dials;
  const [answered, outcome, told] = [truth.answered, truth.outcome, truth.told].map(normalQuantile);
  const [byPerson, byWeek, waitsOfPerson, waitsOfWeek, sweeps, tells] = Array.from(
    { length: 6 },
    () => new Moods(random),
  ) as [Moods, Moods, Moods, Moods, Moods, Moods];
  const all: Draft[] = [];
  for (let week = 0; week < weeks; week += 1) {
    const start = end - (weeks - week) * WEEK;
    const mood = Math.floor(week / season);
    for (let count = poisson(random, dials.asks * rateOf(random, dials.burst)); count > 0; count -= 1) {
      const at = start + random.uniform() * WEEK;
      const asker = random.uniform() < dials.shouter ? SHOUTER : FIRST + Math.floor(random.uniform() * dials.askers);
      const thread: Draft = bare(`t${all.length + 1}`, 'issue', at, asker, end);
      all.push(thread);
      const isAnswered = shared(random, [byPerson.of(asker), kin], [byWeek.of(mood), alike]) < (answered ?? 0);
      const away = shared(random, [waitsOfPerson.of(asker), kin], [waitsOfWeek.of(mood), alike]);
      const answer = isAnswered ? at + truth.wait * Math.exp(dials.waitSpread * away) * DAY : Number.POSITIVE_INFINITY;
      const leaves =
        dials.patience === 0 ? Number.POSITIVE_INFINITY : at + (dials.patience / Math.LN2) * random.exponential() * DAY;
      if (leaves < answer) {
        if (leaves <= end) thread.closed = closedBy(asker, leaves);
        continue;
      }
      if (answer <= end) thread.replies = [reply(thread.id, answer, MAKER, NOD)];
      const closing = at + CLOSING.median * Math.exp(CLOSING.spread * random.normal()) * DAY;
      if (closing > end || random.uniform() >= truth.closed) continue;
      thread.closed = closedBy(MAKER, closing);
      const sweep = sweeps.of(weeksBack(end, closing));
      if (shared(random, [byPerson.of(asker), kin], [sweep, alike]) >= (outcome ?? 0)) continue;
      ending(random, thread, closing);
      if (thread.shipped === null) continue;
      const isTold = shared(random, [tells.of(weeksBack(end, thread.shipped.at)), alike]) < (told ?? 0);
      const when = thread.shipped.at + 2 * DAY * random.uniform();
      if (isTold && when <= end) thread.told = { at: when, by: 'human', evidence: `${thread.id}.told` };
    }
  }
  return all;
}

/** Six in ten outcomes are a change that ships soon, the rest duplicates, or reasons where somebody had answered before. */
function ending(random: Random, thread: Draft, closing: number): void {
  const kind = random.uniform();
  if (kind < CHANGES) {
    thread.links = [changeFor(thread, closing)];
    const at = closing + RELEASED_WITHIN * DAY * random.uniform();
    const shipped: Shipped = { at, release: 0, version: '1.0.0', evidence: 'r1.0.0', noted: null };
    if (at <= thread.until) thread.shipped = shipped;
  } else if (kind < 0.8 && thread.replies.length > 0 && (thread.replies[0]?.at ?? 0) < closing) {
    thread.replies = [...thread.replies, reply(`${thread.id}.why`, closing - 60_000, MAKER, REASON)];
  } else if (thread.closed) thread.closed = { ...thread.closed, duplicate: true };
}

/** Each duplicate names the newest ask that a change had ended before it; the very first ones are said to be built instead. */
function pointAtOriginals(all: Draft[]): void {
  const built = [...all.entries()]
    .flatMap(([place, { links }]) => links.map(({ at }) => ({ place, at })))
    .sort((a, b) => a.at - b.at);
  for (const thread of all) {
    if (!thread.closed?.duplicate) continue;
    const { at } = thread.closed;
    const original = built.findLast((one) => one.at <= at)?.place;
    if (original !== undefined) thread.closed = { ...thread.closed, original };
    else {
      thread.closed = { ...thread.closed, duplicate: false };
      thread.links = [changeFor(thread, at)];
    }
  }
}

function changeFor({ id }: Draft, at: number): Link {
  return { how: 'commit', at, commit: 0, evidence: `${id}.change`, closes: true };
}

/** Makers speak in their weeks only, and then at least once: answers wait for the next such week. */
function onDuty(random: Random, all: readonly Draft[], duty: readonly boolean[], end: number): void {
  const weeks = duty.length;
  const start = end - weeks * WEEK;
  const spoke = new Set<number>();
  for (const thread of all) {
    const [first] = thread.replies;
    if (!first) continue;
    const asked = Math.floor((first.at - start) / WEEK);
    const next = duty.findIndex((on, week) => on && week >= asked);
    if (next < 0) thread.replies = [];
    else {
      const at = next === asked ? first.at : start + (next + random.uniform()) * WEEK;
      thread.replies = [{ ...first, at }];
      spoke.add(next);
    }
  }
  const issues = all.filter(({ kind }) => kind === 'issue');
  for (const [week, on] of duty.entries()) {
    if (!on || spoke.has(week)) continue;
    const at = start + (week + random.uniform()) * WEEK;
    const thread = issues.findLast((one) => one.at < at) ?? issues[0];
    if (!thread) continue;
    const again = reply(`${thread.id}.${week}`, at, MAKER, NOD);
    thread.replies = [...thread.replies, again].sort((a, b) => a.at - b.at);
  }
}

export function bare(id: string, kind: string, at: number, asker: number, until: number): Draft {
  return {
    ...{ id, kind, at, asker, side: 'outsider', read: true, until, wording: 0, asks: kind !== 'review', stars: null },
    ...{ replies: [], links: [], closed: null, shipped: null, told: null, helped: null },
  };
}

export function reply(thread: string, at: number, person: number, letters: number): Reply {
  const side = person === MAKER ? 'maker' : person === BOT ? 'bot' : 'outsider';
  const nothing = { templated: false, versions: [], duplicates: [], wording: 0 };
  return { id: `${thread}.reply`, at, person, side, letters, ...nothing };
}

export function closedBy(person: number, at: number): Closed {
  const side = person === MAKER ? 'maker' : person === BOT ? 'bot' : 'outsider';
  return { at, by: person, side, reason: null, evidence: null, duplicate: false, declined: false };
}

function threadsOf(all: readonly Thread[], until: number): Threads {
  return {
    collected: all.length > 0,
    because: all.length > 0 ? null : 'No issues and no reviews were gathered.',
    all,
    until,
    linked: true,
    makers: 'told',
    isMaker: Uint8Array.from([1]),
    commitBy: new Int32Array(0),
    commitNames: new Map(),
    commitPull: new Map(),
    pulls: [],
  };
}
