/** Praise is praise of what is there: a wish, a complaint or an answer to another question is none. */
import { expect, test } from 'vitest';
import { answersTo, moodOf } from './claim-mood.ts';

test.each([
  ['I love the offline notes.', 'glad'],
  ['It works great on my phone.', 'glad'],
  ['A better editor, easily the best addition', 'even'],
  ['It needs a nice way to share.', 'even'],
  ['Would be great to have tabs.', 'even'],
  ['I wish it were fast.', 'even'],
  ['Love it, but it crashes.', 'sad'],
] as const)('%s: %s', (sentence, mood) => {
  expect(moodOf(sentence)).toBe(mood);
});

test.each([
  [null, true, true],
  ['pleasant_aspects_1', true, false],
  ['difficult_aspects_1', false, true],
  ['integrations_1', false, false],
  ['What other tools do you use?', false, false],
  ['features_changes_1', false, true],
])('an answer to %s may praise: %s, and tell of trouble: %s', (question, praise, trouble) => {
  expect(answersTo(question)).toEqual({ praise, trouble });
});
