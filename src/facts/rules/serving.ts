/** Serving, week by week: somebody of the makers answered an outsider in words of their own; and how many of those who wrote got an answer. */
import type { KindOfWork, Replaced, WeekOfWork } from '#core/focus.ts';
import { dayOf, WEEK, weeksBack, windowUntil, within } from '#core/time.ts';
import type { Thread, Threads } from '../voice-values.ts';
import { SPOKEN } from './voice-fields.ts';

const WEEKS = 52;
const NAMED = 5;
/** Named after what was read of it. */
function basisOf({ all }: Threads): string {
  const kinds = new Set(all.map(({ kind }) => kind));
  const asks = [...kinds].some((kind) => !SPOKEN.has(kind));
  const names = [asks ? 'issues' : '', kinds.has('review') || kinds.has('post') ? 'reviews' : ''];
  return names.filter(Boolean).join(' and ') || 'issues and reviews';
}

export function servingIn(threads: Threads, at: number): KindOfWork {
  const basis = basisOf(threads);
  const because = whyUnseen(threads, at);
  if (because !== null) {
    return { state: 'not-collected', because, basis, weeks: [], replaced: null, depthBecause: because };
  }
  const asked = threads.all.filter(({ side, read }) => side === 'outsider' && read);
  const replaced = peopleAnswered(asked, at);
  return {
    state: 'seen',
    because: null,
    basis,
    until: Math.min(at, threads.until),
    weeks: weeksIn(asked, threads.until, at),
    replaced: replaced.length > 0 ? replaced : null,
    depthBecause: replaced.length > 0 ? null : 'Nobody outside wrote in these 52 weeks.',
  };
}

function whyUnseen(threads: Threads, at: number): string | null {
  if (!threads.collected) {
    return 'No issues and no reviews were gathered, so nobody can say whether customers were answered.';
  }
  if (threads.until <= at - WEEKS * WEEK) {
    return `What customers say is known up to ${dayOf(threads.until)}; read at that day to hear it.`;
  }
  if (!threads.all.some(({ read }) => read)) return 'Feedback was gathered, but not the replies to it.';
  if (threads.makers === 'unknown') return 'Nothing tells the makers from those who ask, so who answered is not known.';
  if (!threads.all.some(({ side, read }) => side === 'outsider' && read)) return 'Nobody outside has written.';
  return null;
}

/** Weeks in which voices were known: from the first thread that was read, to the end of what was heard. */
function weeksIn(asked: readonly Thread[], until: number, at: number): readonly WeekOfWork[] {
  const start = asked[0]?.at ?? at;
  const cells = Math.min(WEEKS, weeksBack(at, start) + 1);
  const deaf = weeksBack(at, Math.min(at, until));
  const replies = Array.from({ length: cells }, (): { id: string; at: number }[] => []);
  for (const thread of asked) for (const reply of answersIn(thread)) replies[weeksBack(at, reply.at)]?.push(reply);
  return replies
    .map((found, back): WeekOfWork => {
      const evidence = found
        .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
        .slice(0, NAMED)
        .map(({ id }) => id);
      return { to: at - back * WEEK, happened: found.length > 0, depth: null, changes: found.length, evidence };
    })
    .slice(deaf)
    .reverse();
}

/** What makers wrote themselves in a thread of somebody else's. */
function answersIn({ replies, asker }: Thread) {
  return replies.filter(({ side, templated, person }) => side === 'maker' && !templated && person !== asker);
}

/** One row a person, whoever wrote within the window: answered by a maker or not. */
function peopleAnswered(asked: readonly Thread[], at: number): readonly Replaced[] {
  const window = windowUntil(at);
  const people = new Map<string, boolean>();
  for (const thread of asked) {
    if (!within(window, thread.at)) continue;
    const person = thread.asker < 0 ? thread.id : `person ${thread.asker}`;
    people.set(person, (people.get(person) ?? false) || answersIn(thread).length > 0);
  }
  return [...people].map(([block, answered]) => ({ block, stood: 1, gone: answered ? 1 : 0 }));
}
