/** The sore thumb is the worst of what surely lies below, where enough is answered to stick out of: a question below its norm, a signal below its own past. */
import { expect, test } from 'vitest';
import { soreThumbOf } from './sore-thumb.ts';

const lens = (score: number, high: number, { of = 40, id = 'told' }: { of?: number | null; id?: string } = {}) =>
  ({
    reading: { score: of },
    questions: [{ reading: { id, question: 'Are they told?', because: 'No.', score, interval: { low: 0, high } } }],
  }) as never;
const thumb = (lens: never, signals: readonly never[] = [], stage: 'moving' | 'left' = 'moving') =>
  soreThumbOf({ lenses: [lens], signals, stage });
const fell = (before: number, now: number, verdict = 'down') =>
  ({ name: 'authenticity', change: { before, now, difference: now - before, interval: null, verdict } }) as never;

test('the farthest below speaks, question or signal', () => {
  expect(thumb(lens(30, 45), [fell(0.8, 0.5)]).sentence).toBe(
    'Authenticity: 50 % in the last half year, 80 % in the one before.',
  );
  expect(thumb(lens(10, 45), [fell(0.8, 0.5)])).toEqual({ question: 'told', sentence: 'Are they told? No.' });
});

test('what may be chance, or reaches its norm, sticks out nowhere', () => {
  const nothing = { question: null, sentence: 'Nothing sticks out.' };
  expect(thumb(lens(30, 60), [fell(0.8, 0.5, 'no change we can call')])).toEqual(nothing);
  expect(thumb(lens(30, 60), [{ name: 'passion', change: null } as never])).toEqual(nothing);
});

test('one finger is no hand: a lens without a score has nothing to stick out of, and a signal still may', () => {
  const little = { question: null, sentence: 'Too little is known to say what sticks out.' };
  expect(thumb(lens(1, 5, { of: null }))).toEqual(little);
  expect(thumb(lens(1, 5, { of: null }), [{ name: 'passion', change: null } as never])).toEqual(little);
  expect(thumb(lens(1, 5, { of: null }), [fell(0.8, 0.5)]).question).toBe('authenticity');
});

test('of a product that was left nobody says that it no longer changes', () => {
  const still = lens(1, 5, { id: 'substance' });
  expect(thumb(still).question).toBe('substance');
  expect(thumb(still, [], 'left')).toEqual({ question: null, sentence: 'Nothing sticks out.' });
});
