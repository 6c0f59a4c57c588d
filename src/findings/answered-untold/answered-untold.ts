/** Asks that a release answered, where nobody told those who asked. Page for readers: answered-untold.md. */
import { DAY, type Window, within } from '#core/time.ts';
import { capital, onDay } from '#core/wording.ts';
import type { Shipped, Thread } from '#facts/voice-values.ts';
import { defineFinding } from '../define-finding.ts';
import { inWords } from '../wording.ts';

/** One may have asked for themselves alone; telling may take a month. */
const ENOUGH = 2;
const LATE = 30 * DAY;
/** "Merged" and "verified" are said weeks before a tracker closes: only a thread that was silent for so long before is silent. */
const SILENT = 182 * DAY;

type Untold = Thread & { readonly shipped: Shipped };

export default defineFinding({
  id: 'answered-untold',
  facts: ['threads'],
  version: 1,
  precision: { right: 3, of: 3, on: 'the public Jira of Titanium' },
  find: ({ threads }, window) => {
    if (!threads.collected || !threads.linked || threads.makers === 'unknown') return [];
    const untold = threads.all.filter((thread): thread is Untold => isUntold(thread, window));
    const byVersion = Map.groupBy(untold, ({ shipped }) => shipped.version);
    const most = [...byVersion.values()].reduce<Untold[]>(
      (best, some) =>
        peopleIn(some) > peopleIn(best) || (peopleIn(some) === peopleIn(best) && newer(some, best)) ? some : best,
      [],
    );
    const [first] = most;
    if (!first || peopleIn(most) < ENOUGH) return [];
    const { shipped } = first;
    const people = peopleIn(most);
    return [
      {
        sentence: `${shipped.version} answered ${inWords(people)} people who had asked; nobody told them.`,
        at: shipped.at,
        people,
        quotes: [
          {
            evidence: first.id,
            field: 'title',
            where: `asked ${onDay(first.at)}, closed ${onDay(first.closed?.at ?? shipped.at)} without a word`,
          },
          ...(shipped.release < 0
            ? []
            : [{ evidence: shipped.evidence, field: 'title', where: `released ${onDay(shipped.at)}` } as const]),
        ],
        step: `${capital(inWords(most.length))} threads, one line each: it is in ${shipped.version}.`,
        weight: 3,
      },
    ];
  },
});

/** Somebody outside asked, a change says that it closes the thread, it came out, and not a word was written there since. */
function isUntold(
  { side, asker, read, shipped, told, links, closed, replies, until }: Thread,
  window: Window,
): boolean {
  if (side !== 'outsider' || asker < 0 || !read || shipped === null || told !== null || closed === null) return false;
  if (closed.duplicate || !within(window, shipped.at) || shipped.at > Math.min(until, window.to) - LATE) return false;
  if (!links.some(({ closes }) => closes)) return false;
  const landed = links.flatMap(({ how, at }) => (how === 'notes' || how === 'tracker' ? [] : at));
  const since = Math.min(...landed, closed.at, shipped.at) - SILENT;
  return !replies.some((reply) => reply.at >= since);
}

function peopleIn(threads: readonly Thread[]): number {
  return new Set(threads.map(({ asker }) => asker)).size;
}

function newer(some: readonly Untold[], best: readonly Untold[]): boolean {
  return (some[0]?.shipped.at ?? 0) > (best[0]?.shipped.at ?? 0);
}
