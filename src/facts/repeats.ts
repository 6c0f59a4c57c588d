/** Which threads say outright that they repeat which others: by the tracker, or by somebody's reply. */
import { computeFact } from './define-fact.ts';
import { keyOf } from './rules/voice-fields.ts';
import type { FactValues } from './values.ts';
import type { Repeats } from './voice-values.ts';

export default computeFact({
  id: 'repeats',
  version: 1,
  facts: ['asks', 'answers'],
  compute: ({ asks, answers }): Repeats => repeatsOf(asks, answers),
});

function repeatsOf(asks: FactValues['asks'], answers: FactValues['answers']): Repeats {
  const places = new Map<string, number>();
  for (const [place, ask] of asks.entries()) {
    places.set(keyOf(ask), place);
    // A key such as `ALOY-12` names one thread wherever it stands; a number does so only within its tracker.
    if (/^\D/.test(ask.thread)) places.set(ask.thread, place);
  }
  const find = (origin: string, named: string) =>
    places.get(keyOf({ origin, thread: named.replace(/^#/, '') })) ?? places.get(named);
  const of = new Map<number, number>();
  const note = (from: number | undefined, to: number | undefined) => {
    if (from !== undefined && to !== undefined && from !== to && !of.has(from) && of.get(to) !== from) of.set(from, to);
  };
  for (const [place, { origin, duplicateOf }] of asks.entries()) {
    if (duplicateOf !== null) note(place, find(origin, duplicateOf));
  }
  for (const answer of answers) {
    const [named] = answer.duplicates;
    if (named !== undefined && !answer.onPull) note(places.get(keyOf(answer)), find(answer.origin, named));
  }
  return { of };
}
