/** What shipped an answer, and whether somebody else said the same again within a quarter after it: the problem came back. */
import { DAY } from '#core/time.ts';
import { computeFact } from './define-fact.ts';
import type { Needs, Returned, Subjects } from './need-values.ts';
import { alikeIn } from './rules/alike.ts';
import type { Repeats, Thread, Threads } from './voice-values.ts';

/** A problem that people meet again so soon after its fix was not fixed (C8 of the measures). */
const SOON = 90 * DAY;

interface Facts {
  readonly needs: Needs;
  readonly threads: Threads;
  readonly repeats: Repeats;
  readonly subjects: Subjects;
}

export default computeFact({
  id: 'returns',
  version: 2,
  facts: ['needs', 'threads', 'repeats', 'subjects'],
  compute: (facts: Facts): readonly Returned[] => {
    const { threads, subjects } = facts;
    const of = new Map(facts.needs.all.flatMap(({ id, members }) => members.map((one) => [one.evidence, id] as const)));
    const alike = alikeIn(subjects);
    const later = saying(threads, subjects);
    const said = sayingSo(facts);
    return threads.all.flatMap((thread, place) => {
      const { shipped, side, asker, id } = thread;
      if (shipped === null || side === 'maker' || side === 'bot') return [];
      const again = (other: Thread) =>
        other.at > shipped.at && other.at <= shipped.at + SOON && (other.asker < 0 || other.asker !== asker);
      const told = (said.get(place) ?? []).find(again);
      const read = () =>
        earliest(
          alike
            .telling(id)
            .map((word) => firstAfter(later.get(word) ?? [], shipped.at, (one) => again(one) && alike(id, one.id))),
        );
      const found = told ?? read() ?? null;
      return [{ thread: place, need: of.get(id) ?? null, again: found && { id: found.id, at: found.at } }];
    });
  },
});

/** Threads of outsiders by the words of each, in the order of time. */
function saying({ all }: Threads, { of }: Subjects): ReadonlyMap<number, readonly Thread[]> {
  const byWord = new Map<number, Thread[]>();
  for (const thread of all) {
    if (thread.side === 'maker' || thread.side === 'bot') continue;
    for (const word of of.get(thread.id) ?? []) {
      const own = byWord.get(word);
      if (own) own.push(thread);
      else byWord.set(word, [thread]);
    }
  }
  return byWord;
}

/** Threads that somebody says repeat a thread, by its place. */
function sayingSo({ threads, repeats }: Facts): ReadonlyMap<number, readonly Thread[]> {
  const said = new Map<number, Thread[]>();
  for (const [from, to] of repeats.of) {
    const thread = threads.all[from];
    if (!thread || thread.side === 'maker' || thread.side === 'bot') continue;
    const own = said.get(to) ?? [];
    own.push(thread);
    said.set(to, own);
  }
  return said;
}

function earliest(found: readonly (Thread | undefined)[]): Thread | undefined {
  return found.reduce((best, one) => (best === undefined || (one && one.at < best.at) ? one : best), undefined);
}

/** The first that fits, sought from a time on: within a quarter of it. */
function firstAfter(all: readonly Thread[], since: number, fits: (other: Thread) => boolean): Thread | undefined {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as Thread).at <= since) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < all.length; at += 1) {
    const other = all[at] as Thread;
    if (other.at > since + SOON) return undefined;
    if (fits(other)) return other;
  }
  return undefined;
}
