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
  version: 1,
  facts: ['needs', 'threads', 'repeats', 'subjects'],
  compute: (facts: Facts): readonly Returned[] => {
    const of = new Map(facts.needs.all.flatMap(({ id, members }) => members.map((one) => [one.evidence, id] as const)));
    const later = laterIn(facts.threads, of);
    const alike = alikeIn(facts.subjects);
    const said = sayingSo(facts);
    return facts.threads.all.flatMap((thread, place) => {
      const { shipped, side, asker, id } = thread;
      if (shipped === null || side === 'maker' || side === 'bot') return [];
      const inTime = (other: Thread) =>
        other.at > shipped.at && other.at <= shipped.at + SOON && (other.asker < 0 || other.asker !== asker);
      const told = (said.get(place) ?? []).find(inTime);
      const need = of.get(id);
      const read = need === undefined ? undefined : find(later.get(need) ?? [], shipped.at, inTime, id, alike);
      const again = told ?? read ?? null;
      return [{ thread: place, need: need ?? null, again: again && { id: again.id, at: again.at } }];
    });
  },
});

/** Threads of outsiders by need, in the order of time. */
function laterIn({ all }: Threads, of: ReadonlyMap<string, string>): ReadonlyMap<string, readonly Thread[]> {
  const byNeed = new Map<string, Thread[]>();
  for (const thread of all) {
    const need = of.get(thread.id);
    if (need === undefined || thread.side === 'maker' || thread.side === 'bot') continue;
    const own = byNeed.get(need) ?? [];
    own.push(thread);
    byNeed.set(need, own);
  }
  return byNeed;
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

/** The first of the need that says the same, sought from the time of the release on. */
function find(
  all: readonly Thread[],
  since: number,
  inTime: (other: Thread) => boolean,
  id: string,
  alike: (one: string, other: string) => boolean,
): Thread | undefined {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as Thread).at <= since) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < all.length; at += 1) {
    const other = all[at] as Thread;
    if (other.at > since + SOON) return undefined;
    if (inTime(other) && alike(id, other.id)) return other;
  }
  return undefined;
}
