/** Work offered to a simulated company from outside and by its team, and which of those who build it also answer. */
import { randomFrom } from '#core/statistics/random.ts';
import { DAY, WEEK, windowUntil, within } from '#core/time.ts';
import type { History, Work } from '#facts/values.ts';
import type { Reply, Side, Thread, Threads } from '#facts/voice-values.ts';
import { reply } from './says.ts';

/** Beyond the numbers of everybody who asks, and so many who build. */
const [BUILDERS, TEAM] = [6_000, 30] as const;
const [OFFERING, FRIEND] = [7_100_000, 7_900_000] as const;
const OUTSIDE_A_WEEK = 1;
const TEAM_A_WEEK = 2;
/** What is taken is taken within so many days; half of the rest after the month. */
const [SOON, LATE] = [25, 45] as const;
const NOD = 25;

type Pull = Threads['pulls'][number];

export interface Offered {
  readonly threads: Threads;
  /** Null where nobody could have shown that they listen. */
  readonly listening: number | null;
}

/** From a chance of its own, so that the rest of the company stays as it was. */
export function withOffers(
  seed: string,
  threads: Threads,
  { history, work }: { readonly history: History; readonly work: Work },
  shares: { readonly taken: number; readonly own: number; readonly listening: number },
  weeks: number,
): Offered {
  const random = randomFrom(`offered ${seed}`);
  const start = threads.until - weeks * WEEK;
  const offer = (id: string, side: Side, share: number, person: number): Pull => {
    const at = start + random.uniform() * weeks * WEEK;
    const taken = random.uniform() < share;
    const days = taken ? SOON * random.uniform() : random.uniform() < 0.5 ? LATE : Number.POSITIVE_INFINITY;
    const merged = at + days * DAY;
    return pull(id, side, at, merged <= threads.until ? merged : null, person, threads.until);
  };
  const pulls = [
    ...Array.from({ length: OUTSIDE_A_WEEK * weeks }, (_, each) =>
      offer(`o${each}`, 'outsider', shares.taken, OFFERING + Math.floor(random.uniform() * 1_000)),
    ),
    ...Array.from({ length: TEAM_A_WEEK * weeks }, (_, each) =>
      offer(`m${each}`, 'maker', shares.own, BUILDERS + Math.floor(random.uniform() * TEAM)),
    ),
  ].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const commitBy = Int32Array.from(history.commits, (_, at) =>
    work.bot[at] === 1 ? -1 : BUILDERS + Math.floor(random.uniform() * TEAM),
  );
  const isMaker = new Uint8Array(BUILDERS + TEAM).fill(1, BUILDERS);
  isMaker.set(threads.isMaker);
  const listeners = Array.from({ length: TEAM }, () => random.uniform() < shares.listening);
  const places = answered(threads);
  const said = new Map<Thread, Reply[]>();
  for (const [which, listens] of listeners.entries()) {
    const thread = places[Math.floor(random.uniform() * places.length)];
    if (!listens || thread === undefined) continue;
    said.set(thread, [...(said.get(thread) ?? []), besides(thread, BUILDERS + which)]);
  }
  const all = threads.all.map((thread) => withReplies(thread, said.get(thread) ?? []));
  return {
    threads: { ...threads, all, pulls, commitBy, isMaker },
    listening: places.length > 0 && pulls.length > 0 ? shares.listening : null,
  };
}

/** Forty friends whose trivial work is merged within the day. */
export function friendsTaken(threads: Threads): Threads {
  const more = Array.from({ length: 40 }, (_, each) => {
    const at = threads.until - (40 + each) * DAY;
    return pull(`friend${each}`, 'outsider', at, at + DAY, FRIEND + each, threads.until);
  });
  return { ...threads, pulls: [...threads.pulls, ...more].sort((a, b) => a.at - b.at) };
}

/** Everybody who builds writes one short reply where an answer stands already. */
export function eachRepliesOnce(threads: Threads): Threads {
  const [place] = answered(threads);
  if (place === undefined) return threads;
  const said = Array.from({ length: TEAM }, (_, which) => besides(place, BUILDERS + which));
  return { ...threads, all: threads.all.map((thread) => (thread === place ? withReplies(thread, said) : thread)) };
}

/** Threads of the year with an answer: one more beside it, at its very time, changes nothing else that is true. */
function answered({ all, until }: Threads): readonly Thread[] {
  const year = windowUntil(until);
  return all.filter(({ kind, replies }) => {
    const first = replies.find(({ side }) => side === 'maker');
    return kind === 'issue' && first !== undefined && within(year, first.at);
  });
}

function besides({ id, replies }: Thread, person: number): Reply {
  const at = replies.find(({ side }) => side === 'maker')?.at ?? 0;
  return { ...reply(id, at, person, NOD), id: `${id}.by${person}`, side: 'maker' };
}

function withReplies(thread: Thread, more: readonly Reply[]): Thread {
  if (more.length === 0) return thread;
  return { ...thread, replies: [...thread.replies, ...more].sort((a, b) => a.at - b.at) };
}

function pull(id: string, side: Side, at: number, mergedAt: number | null, person: number, until: number): Pull {
  const rest = { outsiderSpeaks: null, wording: 0, closes: [], commit: -1 };
  return { id, origin: 'offered', thread: id, at, side, person, mergedAt, until, ...rest };
}
