/** Several people asking the same thing, and no maker answering any of them. Page for readers: asked-again.md. */
import type { Found } from '#core/finding.ts';
import { type Window, within } from '#core/time.ts';
import { capital, monthOf, onDay } from '#core/wording.ts';
import type { FactValues } from '#facts/values.ts';
import type { Thread } from '#facts/voice-values.ts';
import { defineFinding } from '../define-finding.ts';
import { inWords } from '../wording.ts';

/** One person's question is a question; that of three is a need. */
const ENOUGH = 3;
/** Ours: whoever wrote in so many threads of others answers there, a maker by name or not. */
const REGULAR = 20;
/** The reading has room for three findings. */
const MOST = 3;

type Needs = Pick<FactValues, 'threads' | 'repeats' | 'answers'>;

export default defineFinding({
  id: 'asked-again',
  facts: ['threads', 'repeats', 'answers'],
  version: 2,
  precision: {
    right: 9,
    of: 18,
    on: 'the public Jira of Titanium with alloy, each year as of its end, before regulars counted',
  },
  find: (facts, window) => {
    const { threads } = facts;
    if (!threads.collected || threads.makers === 'unknown') return [];
    return groupsIn(facts, window)
      .toSorted((a, b) => b.people.size - a.people.size || b.newest.at - a.newest.at)
      .slice(0, MOST)
      .map(toFound);
  },
});

function toFound({ root, newest, people }: Group): Found {
  const again =
    newest.id === root.id ? [] : [{ evidence: newest.id, field: newest.field, where: `again ${onDay(newest.at)}` }];
  return {
    sentence: `${capital(inWords(people.size))} people wrote about the same thing since ${monthOf(root.at)}, and no maker answered.`,
    at: newest.at,
    people: people.size,
    quotes: [{ evidence: root.id, field: 'title', where: `asked ${onDay(root.at)}, still open` }, ...again],
    step: 'Answer once, in the open thread: yes, no, or not now, and why.',
    weight: 3,
  };
}

type Field = 'title' | 'body';

interface Group {
  readonly root: Thread;
  readonly newest: { readonly id: string; readonly at: number; readonly field: Field };
  readonly people: ReadonlySet<number>;
}

/** Threads that repeat one another, the one that they lead to still open, with no word of a maker and no work offered. */
function groupsIn({ threads, repeats, answers }: Needs, window: Window): readonly Group[] {
  const offers = new Set(answers.flatMap(({ id, pulls, done }) => (pulls.length + done.length > 0 ? id : [])));
  const regulars = regularsIn(threads.all);
  const members = Map.groupBy(threads.all.keys(), (place) => rootOf(place, repeats.of));
  return [...members].flatMap(([place, places]) => {
    const root = threads.all[place];
    if (!root || root.closed !== null || root.side !== 'outsider') return [];
    const all = places.flatMap((member) => threads.all[member] ?? []);
    if (all.some((thread) => !thread.read || isTakenUp(thread, offers, regulars))) return [];
    const asked = all.flatMap(spokenIn).filter(({ at }) => at <= window.to);
    const people = new Set(asked.map(({ person }) => person));
    const newest = asked.reduce((last, one) => (one.at > last.at ? one : last), {
      id: root.id,
      at: root.at,
      person: root.asker,
      side: root.side,
      field: 'title' as Field,
    });
    return people.size >= ENOUGH && within(window, newest.at) ? [{ root, newest, people }] : [];
  });
}

/** A maker or a regular wrote there (to name what it repeats is no answer), or somebody offered a change. */
function isTakenUp(
  { asker, replies, links }: Thread,
  offers: ReadonlySet<string>,
  regulars: ReadonlySet<number>,
): boolean {
  if (links.length > 0) return true;
  return replies.some(({ id, person, side, duplicates }) => {
    const answers = side === 'maker' || (person !== asker && regulars.has(person));
    return offers.has(id) || (answers && duplicates.length === 0);
  });
}

/** Testers and support write "we tested this" under names that nothing tells from outsiders but how often they do. */
function regularsIn(all: readonly Thread[]): ReadonlySet<number> {
  const wrote = new Map<number, number>();
  for (const { asker, replies } of all) {
    for (const person of new Set(replies.map((reply) => reply.person)))
      if (person >= 0 && person !== asker) wrote.set(person, (wrote.get(person) ?? 0) + 1);
  }
  return new Set([...wrote].flatMap(([person, threads]) => (threads >= REGULAR ? person : [])));
}

function spokenIn({ asker, side, id, at, replies }: Thread) {
  const all = [
    { person: asker, side, id, at, field: 'title' as Field },
    ...replies.map((reply) => ({
      person: reply.person,
      side: reply.side,
      id: reply.id,
      at: reply.at,
      field: 'body' as Field,
    })),
  ];
  return all.filter((one) => one.side === 'outsider' && one.person >= 0);
}

function rootOf(place: number, of: ReadonlyMap<number, number>): number {
  let root = place;
  const seen = new Set<number>();
  for (let next = of.get(root); next !== undefined && !seen.has(next); next = of.get(root)) {
    seen.add(root);
    root = next;
  }
  return root;
}
