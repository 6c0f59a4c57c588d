/** The mean of the stars that people give, each person once. Page for readers: ratings.md. */
import type { Observation } from '#core/observation.ts';
import { type Window, within } from '#core/time.ts';
import { counted, percent } from '#core/wording.ts';
import type { Thread } from '#facts/voice-values.ts';
import { defineAudit } from '../define-audit.ts';
import { askerOf, endOf } from '../heard-threads.ts';

export default defineAudit({
  id: 'ratings',
  lens: 'customer',
  answers: 'loved',
  question: 'How many stars do people give?',
  facts: ['threads'],
  unit: 'stars',
  estimate: { of: 'mean' },
  // No norm holds for all shops. Ours: four stars are usual and score 60, four and a half are good.
  curve: {
    kind: 'knots',
    knots: [
      [1, 0],
      [3, 30],
      [4, 60],
      [4.5, 90],
      [5, 100],
    ],
  },
  norm: 'Our own: four and a half stars score 90, four 60, three 30; what is usual differs from shop to shop.',
  minN: 30,
  version: 2,
  guardedBy: 'praise-against-leaving',

  observe({ threads }, window) {
    if (!threads.all.some(({ stars }) => stars !== null)) {
      return { state: 'not-collected', because: 'No reviews with stars were gathered.' };
    }
    const people = peopleIn(threads.all, window);
    if (people.length === 0) return { state: 'not-applicable', because: 'Nobody gave stars in this window.' };
    const observations = people.map(({ block, at, stars, evidence }): Observation => {
      return { block, when: at, value: stars, evidence };
    });
    const share = (some: (stars: number) => boolean) =>
      people.filter(({ stars }) => some(stars)).length / people.length;
    const noted = { one: share((stars) => stars <= 1.5), five: share((stars) => stars >= 4.5) };
    return { observations: observations.sort((a, b) => (a.value ?? 0) - (b.value ?? 0)), noted };
  },

  say({ value, n, noted }) {
    if (value === null) return 'Nobody gave stars.';
    const ends = `${percent(Number(noted.five))} gave five, ${percent(Number(noted.one))} one`;
    return `${value.toFixed(1)} stars on average from ${counted(n, 'person', 'people')}; ${ends}.`;
  },

  remedy: null,
});

interface Rated {
  readonly block: string;
  /** When they rated last. */
  readonly at: number;
  readonly stars: number;
  readonly evidence: readonly string[];
}

/** Each person once: what they say now of each thing that they rated, on average. Threads come in the order of time. */
function peopleIn(threads: readonly Thread[], window: Window): readonly Rated[] {
  const people = new Map<string, Map<string, Thread>>();
  for (const thread of threads) {
    const { stars, side, at, line } = thread;
    if (stars === null || side === 'maker' || side === 'bot') continue;
    if (!within({ from: window.from, to: endOf(thread, window) }, at)) continue;
    const person = askerOf(thread);
    const things = people.get(person) ?? new Map<string, Thread>();
    people.set(person, things.set(line ?? '', thread));
  }
  return [...people].map(([block, things]) => {
    const newest = [...things.values()].sort((a, b) => (a.stars ?? 0) - (b.stars ?? 0));
    const stars = newest.reduce((sum, thread) => sum + (thread.stars ?? 0), 0) / newest.length;
    return { block, at: Math.max(...newest.map(({ at }) => at)), stars, evidence: newest.map(({ id }) => id) };
  });
}
