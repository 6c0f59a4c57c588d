/** People who changed the product, and which of them also answered somebody outside. Page for readers: listening-makers.md. */
import type { Observation } from '#core/observation.ts';
import { type Window, within } from '#core/time.ts';
import { counted, percent, thousands } from '#core/wording.ts';
import type { Threads } from '#facts/voice-values.ts';
import { defineAudit } from '../define-audit.ts';
import { endOf, howTold, unheard } from '../heard-threads.ts';

export default defineAudit({
  id: 'listening-makers',
  lens: 'customer',
  // Beside serving: a team may well share the work out.
  answers: null,
  question: 'Do those who build also listen?',
  facts: ['threads', 'history', 'work'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: null,
  norm: 'None: that builders and listeners are the same people is one way among several to bring the two together.',
  minN: 5,
  version: 1,
  guardedBy: 'a plain check of ten such answers by eye',

  observe({ threads, history, work }, window) {
    const unseen = unheard(threads, window);
    if (unseen !== null) return unseen;
    if (history.commits.length === 0) return { state: 'not-collected', because: 'No history of changes was read.' };
    const built = new Map<number, { changes: number; last: { id: string; at: number } }>();
    for (const [index, { id, landedAt, merge }] of history.commits.entries()) {
      const person = threads.commitBy[index] ?? -1;
      if (landedAt === null || merge || person < 0 || !within(window, landedAt)) continue;
      if (work.visible[index] !== 1 || work.bot[index] === 1) continue;
      const before = built.get(person);
      const last = before && before.last.at > landedAt ? before.last : { id, at: landedAt };
      built.set(person, { changes: (before?.changes ?? 0) + 1, last });
    }
    if (built.size === 0) {
      return { state: 'not-applicable', because: 'No change that users could notice landed in this window.' };
    }
    const answers = answersIn(threads, window);
    const observations: Observation[] = [];
    const noted = { listen: 0, changes: 0, theirs: 0 };
    let silent = 0;
    for (const [person, { changes, last }] of built) {
      // Whoever never wrote in a thread may do so under a name that nobody has joined to this one.
      if (person >= threads.isMaker.length) silent += 1;
      if (threads.isMaker[person] !== 1) continue;
      const answer = answers.get(person);
      noted.changes += changes;
      if (answer !== undefined) {
        noted.listen += 1;
        noted.theirs += changes;
      }
      const evidence = answer === undefined ? [last.id] : [last.id, answer];
      observations.push({ block: `maker ${person}`, when: last.at, hit: answer !== undefined, evidence });
    }
    if (observations.length === 0) {
      return { state: 'not-collected', because: 'Nobody who changed the product is known among those who speak.' };
    }
    return {
      observations: observations.sort((a, b) => Number(b.hit) - Number(a.hit)),
      coverage: { eligible: observations.length + silent, observed: observations.length },
      noted: { ...noted, ...howTold(threads) },
    };
  },

  say({ n, noted }) {
    const [listen, changes, theirs] = ['listen', 'changes', 'theirs'].map((key) => Number(noted[key] ?? 0)) as [
      number,
      number,
      number,
    ];
    const people = `${counted(n, 'person', 'people')} who changed the product`;
    if (listen === 0) return `None of ${people} answered a customer.`;
    const part = changes === 0 ? 0 : theirs / changes;
    return `${thousands(listen)} of ${people} also answered customers; ${percent(part)} of the changes are theirs.`;
  },

  remedy: null,
});

/** The first answer of each maker to somebody else outside, in words of their own. */
function answersIn(threads: Threads, window: Window): ReadonlyMap<number, string> {
  const first = new Map<number, string>();
  for (const thread of threads.all) {
    if (thread.side !== 'outsider' || !thread.asks) continue;
    const end = endOf(thread, window);
    for (const { side, templated, person, at, id } of thread.replies) {
      if (side !== 'maker' || templated || person < 0 || person === thread.asker || first.has(person)) continue;
      if (within(window, at) && at <= end) first.set(person, id);
    }
  }
  return first;
}
