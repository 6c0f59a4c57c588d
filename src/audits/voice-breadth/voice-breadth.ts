/** Whether many people are heard or one who is loud, and through which channels. Page for readers: voice-breadth.md. */
import type { Observation } from '#core/observation.ts';
import { prepare } from '#core/statistics/estimate.ts';
import { within } from '#core/time.ts';
import { counted, percent } from '#core/wording.ts';
import type { Thread } from '#facts/voice-values.ts';
import { defineAudit } from '../define-audit.ts';
import { askerOf, endOf, howTold } from '../heard-threads.ts';
import { weekOf } from '../week-of.ts';

const CHANNELS: Readonly<Record<string, string>> = {
  issue: 'issues',
  review: 'reviews',
  ticket: 'tickets',
  survey: 'surveys',
  post: 'posts',
};

export default defineAudit({
  id: 'voice-breadth',
  lens: 'customer',
  answers: 'heard',
  question: 'Are many people heard, or one who is loud?',
  facts: ['threads'],
  unit: 'share',
  estimate: { of: 'share' },
  // A quarter from one account is where the cited rule warns: taken as the middle. The other knots are our own.
  curve: {
    kind: 'knots',
    knots: [
      [0, 100],
      [0.1, 90],
      [0.25, 50],
      [1, 0],
    ],
  },
  norm: 'Our own, after a rule of thumb that warns where one account wrote more than a quarter.',
  minN: 20,
  version: 3,
  guardedBy: 'a plain check of the newest accounts among those who wrote',

  observe({ threads }, window) {
    if (!threads.collected) {
      return { state: 'not-collected', because: threads.because ?? 'No issues and no reviews were gathered.' };
    }
    if (threads.makers === 'unknown') {
      return { state: 'not-collected', because: 'Nothing tells the makers from those who ask.' };
    }
    const asked = threads.all.filter((thread) => isHeard(thread, window.from, endOf(thread, window)));
    if (asked.length === 0) return { state: 'not-applicable', because: 'Nobody outside wrote in this window.' };
    const pieces = new Map<string, number>();
    for (const thread of asked) pieces.set(askerOf(thread), (pieces.get(askerOf(thread)) ?? 0) + 1);
    const partOf = loudestOfTheRest(pieces);
    const observations = asked.flatMap((thread): Observation[] => {
      const part = partOf(askerOf(thread));
      const seen = { block: weekOf(thread.at), evidence: [thread.id] };
      if (part === 0 || part === 1) return [{ ...seen, hit: part === 1 }];
      return [
        { ...seen, hit: true, count: part },
        { ...seen, hit: false, count: 1 - part },
      ];
    });
    return {
      observations: observations.sort((a, b) => Number(b.hit) - Number(a.hit)),
      ...severalAlike(pieces, observations),
      noted: {
        people: pieces.size,
        voices: effective(pieces, asked.length),
        channels: channelsOf(asked),
        ...howTold(threads),
      },
    };
  },

  say({ value, n, noted }) {
    if (value === null) return 'Nobody outside wrote.';
    const only = `in ${noted.channels} alone`;
    const people = counted(Number(noted.people), 'person', 'people');
    if (value === 0) {
      return `Nobody of ${people} stands out among ${counted(n, 'ask')}: like ${noted.voices} equals, ${only}.`;
    }
    return `The loudest of ${people} wrote ${percent(value)} of ${counted(n, 'ask')}, like ${noted.voices} equals, ${only}.`;
  },

  remedy: null,
});

/**
 * Which part of an ask was written by the loudest, as all the other asks tell who that is: shared where some are as loud.
 * Whoever has most by chance would else be the loudest, and of forty people who wrote once one would be by a single ask.
 */
function loudestOfTheRest(pieces: ReadonlyMap<string, number>): (asker: string) => number {
  const counts = [...pieces.values()].sort((a, b) => b - a);
  const [most = 0, second = 0] = counts;
  return (asker) => {
    const own = pieces.get(asker) ?? 0;
    const highest = own === most ? second : most;
    if (own - 1 !== highest) return own - 1 > highest ? 1 : 0;
    const alike = counts.filter((count) => count === highest).length;
    return own === 1 ? 0 : 1 / (1 + alike);
  };
}

/**
 * The share of whoever wrote most is too much where several write alike, and the figure then too little: by turns
 * somebody else is the loudest of the rest. Somebody stands out where the second loudest lies below the interval, nobody
 * where even the loudest lies in it; in between neither figure tells how loud the loudest really is.
 */
function severalAlike(
  pieces: ReadonlyMap<string, number>,
  observations: readonly Observation[],
): { unsure: string } | Record<never, never> {
  const counts = [...pieces.values()].sort((a, b) => b - a);
  const all = counts.reduce((a, b) => a + b, 0);
  const [most = 0, second = 0] = counts.map((count) => count / all);
  const prepared = prepare({ of: 'share' }, observations);
  const interval = prepared.interval();
  if (interval === null) return {};
  const clear = prepared.value() === 0 ? most <= (interval.high ?? 1) : second < interval.low;
  return clear ? {} : { unsure: 'Several people are about as loud: how loud the loudest is, is not known well.' };
}

function isHeard({ side, at }: Thread, from: number, to: number): boolean {
  return side === 'outsider' && within({ from, to }, at);
}

/** One over the Herfindahl index: as many equally loud people would give the same. */
function effective(pieces: ReadonlyMap<string, number>, all: number): number {
  let concentration = 0;
  for (const count of pieces.values()) concentration += (count / all) ** 2;
  return Math.round(1 / concentration);
}

/** Whoever writes elsewhere, or nowhere, is not heard: that is said, not guessed. */
function channelsOf(asked: readonly Thread[]): string {
  const kinds = [...new Set(asked.map(({ kind }) => CHANNELS[kind] ?? kind))].sort();
  return kinds.length < 2 ? kinds.join('') : `${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1)}`;
}
