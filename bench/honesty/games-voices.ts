/** What games do to threads, reviews and those who write them. */
import { DAY } from '#core/time.ts';
import phrases from '#facts/phrases.ts';
import type { Thread } from '#facts/voice-values.ts';
import { cameBack, SAID } from '../../test/worlds/simulated/needed.ts';
import { bare, closedBy, reply } from '../../test/worlds/simulated/says.ts';
import { END, type WorldFacts } from '../../test/worlds/simulated/world.ts';

const [MAKER, BOT] = [0, 1] as const;
const HOUR = DAY / 24;
/** Nobody whom the world knows. */
const FRIEND = 8_000_000;

function threaded(facts: WorldFacts, of: (thread: Thread) => Thread | readonly Thread[]): WorldFacts {
  const all = facts.threads.all.flatMap((thread) => of(thread)).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const threads = { ...facts.threads, all };
  const told = (phrases as unknown as { compute(facts: object, context: object): WorldFacts['phrases'] }).compute(
    { threads },
    { at: END },
  );
  return { ...facts, threads, phrases: told, returns: returnsOf(facts, threads) };
}

/** What came back came back of what is answered still, and of what is only said to be. */
function returnsOf({ returns, threads: before }: WorldFacts, threads: WorldFacts['threads']): WorldFacts['returns'] {
  const known = new Map(returns.map((one) => [before.all[one.thread]?.id, one.again]));
  return threads.all.flatMap(({ id, shipped, links }, thread) => {
    if (shipped === null) return [];
    const again = links.some(({ evidence }) => evidence.endsWith(SAID)) ? cameBack(id, shipped.at) : known.get(id);
    return [{ thread, need: null, again: again ?? null }];
  });
}

export function repliedAtOnce(facts: WorldFacts, templated: boolean): WorldFacts {
  return threaded(facts, (thread) => {
    if (thread.kind !== 'issue') return thread;
    const canned = { ...reply(`${thread.id}.canned`, Math.min(END, thread.at + HOUR), MAKER, 20), templated };
    return { ...thread, replies: [canned, ...thread.replies] };
  });
}

export function noddedAndClosed(facts: WorldFacts): WorldFacts {
  return threaded(repliedAtOnce(facts, false), (thread) => {
    if (thread.kind !== 'issue' || thread.links.length > 0 || thread.closed?.duplicate) return thread;
    return { ...thread, closed: closedBy(MAKER, Math.min(END, thread.at + 2 * HOUR)) };
  });
}

export function staleBot(facts: WorldFacts): WorldFacts {
  return threaded(facts, (thread) => {
    const stale = thread.at + 60 * DAY;
    if (thread.kind !== 'issue' || thread.closed !== null || stale > END) return thread;
    return { ...thread, closed: closedBy(BOT, stale) };
  });
}

export function friendAnswers(facts: WorldFacts): WorldFacts {
  return threaded(facts, (thread) => {
    if (thread.kind !== 'issue' || thread.at + HOUR > END) return thread;
    const said = { ...reply(thread.id, thread.at + HOUR, FRIEND, 160), id: `${thread.id}.friend` };
    return { ...thread, replies: [said, ...thread.replies] };
  });
}

export function hardOnesIgnored(facts: WorldFacts): WorldFacts {
  return threaded(facts, (thread) => {
    const easy =
      thread.links.length > 0 || thread.closed?.duplicate || thread.replies.some(({ letters }) => letters > 100);
    return thread.kind !== 'issue' || easy || thread.closed === null
      ? thread
      : { ...thread, closed: null, replies: [] };
  });
}

type Original = (threads: readonly Thread[], closed: number) => number;

/** Whatever was closed without a change is said to repeat another, and what was built came back that often. */
export function duplicates(facts: WorldFacts, original: Original): WorldFacts {
  const { all } = facts.threads;
  const gamed = all.map((thread): Thread => {
    const { closed, links } = thread;
    if (closed === null || links.length > 0) return thread;
    const place = original(all, closed.at);
    return place < 0 || all[place] === thread
      ? thread
      : { ...thread, closed: { ...closed, duplicate: true, original: place } };
  });
  const back = new Map(facts.returns.map((one) => [one.thread, one.again]));
  for (const { at, id, closed, asker } of gamed) {
    const shipped = gamed[closed?.original ?? -1]?.shipped;
    if (closed?.original === undefined || !shipped || gamed[closed.original]?.asker === asker) continue;
    // As facts/returns.ts has it: within a quarter.
    if (at > shipped.at && at <= shipped.at + 90 * DAY) back.set(closed.original, { id, at });
  }
  const returns = facts.returns.map((one) => ({ ...one, again: back.get(one.thread) ?? null }));
  return { ...facts, threads: { ...facts.threads, all: gamed }, returns };
}

export function firstBuilt(threads: readonly Thread[], closed: number): number {
  return threads.findIndex(({ shipped }) => shipped !== null && shipped.at <= closed);
}

export function builtLast(threads: readonly Thread[], closed: number): number {
  return threads.findLastIndex(({ shipped, at }) => shipped !== null && at < closed && shipped.at <= closed);
}

export function untoldUnlinked(facts: WorldFacts): WorldFacts {
  return threaded(facts, (thread) =>
    thread.shipped === null || thread.told !== null ? thread : { ...thread, links: [], shipped: null },
  );
}

export function manyNames(facts: WorldFacts): WorldFacts {
  const pieces = new Map<number, number>();
  for (const { asker } of facts.threads.all) pieces.set(asker, (pieces.get(asker) ?? 0) + 1);
  const [loudest] = [...pieces].reduce((most, one) => (one[1] > most[1] ? one : most));
  let turn = 0;
  return threaded(facts, (thread) => {
    if (thread.asker !== loudest) return thread;
    turn += 1;
    return { ...thread, asker: 5_000_000 + (turn % 10) };
  });
}

export function moreReviews(facts: WorldFacts, wording: number, stars = 5): WorldFacts {
  return threaded(facts, (thread) => {
    if (thread.kind !== 'review') return thread;
    const id = `${thread.id}.more`;
    return [
      thread,
      { ...bare(id, 'review', thread.at, 9_000_000 + Number(thread.id.slice(1)), END), read: false, stars, wording },
    ];
  });
}

/** A sixth of a middling company's reviews. */
export function oneManyTimes(facts: WorldFacts): WorldFacts {
  const more = Array.from({ length: 60 }, (_, day) => {
    return { ...bare(`fond ${day}`, 'review', END - day * DAY - HOUR, 9_999_999, END), read: false, stars: 5 };
  });
  const [first] = facts.threads.all;
  return threaded(facts, (thread) => (thread === first ? [thread, ...more] : thread));
}

export function closedInSilence(facts: WorldFacts): WorldFacts {
  return threaded(facts, (thread) => {
    const late = thread.at + 60 * DAY;
    const open = thread.closed === null || thread.closed.at > late;
    return thread.kind === 'issue' && open && late <= END
      ? { ...thread, links: [], shipped: null, closed: closedBy(MAKER, late) }
      : thread;
  });
}

/** Said to be done, and not done. */
export function namedByChanges(facts: WorldFacts): WorldFacts {
  return threaded(facts, (thread) => {
    const at = thread.at + 60 * DAY;
    if (thread.kind !== 'issue' || thread.closed !== null || at > END) return thread;
    const link = { how: 'commit', at, commit: 0, evidence: `${thread.id}${SAID}`, closes: true } as const;
    const shipped = { at, release: 0, version: '1.0.0', evidence: 'r1.0.0', noted: null };
    return { ...thread, links: [link], shipped, closed: closedBy(MAKER, at) };
  });
}
