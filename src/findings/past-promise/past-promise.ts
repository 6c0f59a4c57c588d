/** A promise with a time that has passed, and nothing that says it was kept. Page for readers: past-promise.md. */

import { contentWords } from '#core/content-words.ts';
import type { Found } from '#core/finding.ts';
import { stateOf } from '#core/promise-state.ts';
import { DAY, type Window, within } from '#core/time.ts';
import { onDay } from '#core/wording.ts';
import type { PromiseMade } from '#facts/promise-values.ts';
import { defineFinding } from '../define-finding.ts';
import { inWords } from '../wording.ts';

/** A month late is a slip that everybody has. */
const LATE = 30 * DAY;
/** Two words in three of one promise: the other is the same. */
const SAME = 2 / 3;
const MOST = 3;

export default defineFinding({
  id: 'past-promise',
  facts: ['promises'],
  version: 1,
  precision: { right: 0, of: 0, on: 'no product outside the examples yet' },
  find: ({ promises }, window) =>
    newestOfEach(promises.all.flatMap((one) => brokenIn(one, window)))
      .slice(0, MOST)
      .map((one) => toFound(one, window)),
});

type Broken = PromiseMade & { readonly due: number };

function brokenIn(promise: PromiseMade, window: Window): readonly Broken[] {
  const { at, due, gone } = promise;
  if (at > window.to || due === null || !within(window, due) || due > window.to - LATE) return [];
  // On a site alone nothing that ships was read; what is told is that nothing which was read says it.
  if (stateOf(promise, window.to, true) !== 'not kept') return [];
  return [{ ...promise, due, gone: gone !== null && gone.at <= window.to ? gone : null }];
}

function isAbout(line: string, words: readonly string[]): boolean {
  const there = contentWords(line);
  return words.filter((word) => there.has(word)).length >= words.length * SAME;
}

/** One thing that is promised twice, or on two pages, is one finding: the newest time speaks. */
function newestOfEach(all: readonly Broken[]): readonly Broken[] {
  const sorted = all.toSorted((a, b) => b.due - a.due || b.at - a.at);
  return sorted.filter(
    (one, order) => !sorted.slice(0, order).some((other) => isAbout(other.words.join(' '), one.words)),
  );
}

function toFound({ place, evidence, line, at, due, gone }: Broken, { to }: Window): Found {
  const weeks = Math.max(1, Math.round(((gone?.at ?? to) - due) / (7 * DAY)));
  const late = `${inWords(weeks)} ${weeks === 1 ? 'week' : 'weeks'}`;
  const what =
    gone === null
      ? `still stands there ${late} after its time`
      : gone.instead
        ? `was moved on ${onDay(gone.at)}, after its time`
        : `was taken out on ${onDay(gone.at)}, after its time`;
  return {
    sentence: `A promise of ${place} ${what}, and nothing that was read says it was kept.`,
    at: due,
    people: null,
    quotes: [
      { evidence, field: 'body', line, where: `${place}, ${onDay(at)}` },
      ...(gone?.instead
        ? [
            {
              evidence: gone.instead.evidence,
              field: 'body',
              line: gone.instead.line,
              where: `${onDay(gone.at)}`,
            } as const,
          ]
        : []),
    ],
    step: 'Say what became of it, where it was promised.',
    weight: 3,
  };
}
