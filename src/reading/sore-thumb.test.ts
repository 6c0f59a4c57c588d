/** The sore thumb is the worst of what surely lies below: a question below its norm, a signal below its own past. */
import { expect, test } from 'vitest';
import { soreThumbOf } from './sore-thumb.ts';

const lens = (score: number, high: number) =>
  ({
    questions: [
      { reading: { id: 'told', question: 'Are they told?', because: 'No.', score, interval: { low: 0, high } } },
    ],
  }) as never;
const fell = (before: number, now: number, verdict = 'down') =>
  ({ name: 'authenticity', change: { before, now, difference: now - before, interval: null, verdict } }) as never;

test('the farthest below speaks, question or signal', () => {
  expect(soreThumbOf([lens(30, 45)], [fell(0.8, 0.5)]).sentence).toBe(
    'Authenticity: 50 % in the last half year, 80 % in the one before.',
  );
  expect(soreThumbOf([lens(10, 45)], [fell(0.8, 0.5)])).toEqual({ question: 'told', sentence: 'Are they told? No.' });
});

test('what may be chance, or reaches its norm, sticks out nowhere', () => {
  const nothing = { question: null, sentence: 'Nothing sticks out.' };
  expect(soreThumbOf([lens(30, 60)], [fell(0.8, 0.5, 'no change we can call')])).toEqual(nothing);
  expect(soreThumbOf([lens(30, 60)], [{ name: 'passion', change: null }])).toEqual(nothing);
});
