/** The mean of the stars that reviews carry. Page for readers: ratings.md. */
import type { Observation } from '#core/observation.ts';
import { within } from '#core/time.ts';
import { defineAudit } from '../define-audit.ts';
import { askerOf, endOf } from '../heard-threads.ts';
import { monthOf } from '../week-of.ts';
import { counted, percent } from '../wording.ts';

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
  version: 1,
  guardedBy: 'praise-against-leaving',

  observe({ threads }, window) {
    if (!threads.all.some(({ stars }) => stars !== null)) {
      return { state: 'not-collected', because: 'No reviews with stars were gathered.' };
    }
    const observations: Observation[] = [];
    let [one, five] = [0, 0];
    for (const thread of threads.all) {
      const { stars, side, at, id } = thread;
      if (stars === null || side === 'maker' || side === 'bot') continue;
      if (!within({ from: window.from, to: endOf(thread, window) }, at)) continue;
      if (stars <= 1.5) one += 1;
      if (stars >= 4.5) five += 1;
      observations.push({ block: askerOf(thread), also: monthOf(at), value: stars, evidence: [id] });
    }
    if (observations.length === 0) return { state: 'not-applicable', because: 'Nobody gave stars in this window.' };
    const noted = { one: one / observations.length, five: five / observations.length };
    return { observations: observations.sort((a, b) => (a.value ?? 0) - (b.value ?? 0)), noted };
  },

  say({ value, n, noted }) {
    if (value === null) return 'Nobody gave stars.';
    const ends = `${percent(Number(noted.five))} gave five, ${percent(Number(noted.one))} one`;
    return `${value.toFixed(1)} stars on average over ${counted(n, 'review')}; ${ends}.`;
  },

  remedy: null,
});
