/** Many open asks that are few needs, and how few of them hold half of the people. Page for readers: few-needs.md. */
import type { Found } from '#core/finding.ts';
import type { Window } from '#core/time.ts';
import { thousands } from '#core/wording.ts';
import type { NeedFound } from '#facts/need-values.ts';
import type { FactValues } from '#facts/values.ts';
import type { Thread } from '#facts/voice-values.ts';
import { defineFinding } from '../define-finding.ts';
import { inWords } from '../wording.ts';

/** Ours: fewer open asks are read one by one, and a list of more needs is no surprise. */
const ENOUGH = 40;
const FEW = 7;
/** Ours: where more asks are of no need, the needs do not speak for them. */
const SORTED = 0.6;
/** Ours: half of the people in nearly all of the needs is no surprise. */
const AT_MOST = 1 / 3;

export default defineFinding({
  id: 'few-needs',
  facts: ['needs', 'threads'],
  version: 1,
  precision: { right: 0, of: 2, on: 'the community tracker of Titanium, as of the ends of 2019 and 2021' },
  find: (facts, window) => {
    const found = foundIn(facts, window);
    return found === null ? [] : [found];
  },
});

interface Open {
  readonly need: NeedFound;
  readonly threads: readonly Thread[];
  readonly people: ReadonlySet<number | string>;
}

function foundIn({ needs, threads }: Pick<FactValues, 'needs' | 'threads'>, { to }: Window): Found | null {
  const open = new Map(threads.all.flatMap((thread) => (isOpen(thread, to) ? [[thread.id, thread] as const] : [])));
  if (open.size < ENOUGH) return null;
  const held = needs.all.flatMap((need): Open[] => {
    const own = need.members.flatMap(({ evidence }) => open.get(evidence) ?? []);
    return own.length === 0 ? [] : [{ need, threads: own, people: peopleIn(own) }];
  });
  const sorted = held.reduce((sum, one) => sum + one.threads.length, 0);
  if (sorted < SORTED * open.size) return null;
  const ranked = held.toSorted((a, b) => b.people.size - a.people.size || (a.need.id < b.need.id ? -1 : 1));
  const all = peopleIn(held.flatMap((one) => one.threads));
  const few = fewest(ranked, all.size / 2);
  if (few.length > FEW || few.length > AT_MOST * ranked.length) return null;
  const [first] = few as [Open, ...Open[]];
  const newest = Math.max(...[...open.values()].map(({ at }) => at));
  return {
    sentence: `${thousands(open.size)} asks are open; ${few.length === 1 ? 'one need holds' : `${inWords(few.length)} of ${ranked.length} needs hold`} half of the people.`,
    at: newest,
    people: all.size,
    quotes: few.slice(0, 2).map(({ need, threads: own, people }) => ({
      ...quoted(need, own),
      where: `${need.name}: ${people.size} people`,
    })),
    step: `Answer all who ask for “${first.need.name}” at once.`,
    weight: 2,
  };
}

function isOpen({ asks, side, closed, at }: Thread, to: number): boolean {
  return asks && side !== 'maker' && side !== 'bot' && at <= to && (closed === null || closed.at > to);
}

/** Those with most people, until together they hold so many. */
function fewest(ranked: readonly Open[], enough: number): readonly Open[] {
  const people = new Set<number | string>();
  for (const [at, one] of ranked.entries()) {
    for (const person of one.people) people.add(person);
    if (people.size >= enough) return ranked.slice(0, at + 1);
  }
  return ranked;
}

function peopleIn(threads: readonly Thread[]): ReadonlySet<number | string> {
  return new Set(threads.map(({ asker, id }) => (asker < 0 ? id : asker)));
}

/** The sentence that speaks for it where that is open, else the nearest open ask. */
function quoted({ statement, members }: NeedFound, open: readonly Thread[]) {
  const ids = new Set(open.map(({ id }) => id));
  if (statement !== null && ids.has(statement.evidence)) {
    return { evidence: statement.evidence, field: statement.field };
  }
  const [nearest] = members.filter(({ evidence }) => ids.has(evidence)).toSorted((a, b) => b.confidence - a.confidence);
  return { evidence: nearest?.evidence ?? (open[0] as Thread).id, field: 'title' as const };
}
