/** What other customers did is one sentence beside the loop: people who had a word, and asks whose first full answer it was. */
import { expect, test } from 'vitest';
import type { Reading } from '#core/reading.ts';
import { loopSentence, roundOf } from './loop-words.ts';

function sentenceOf(byPeers: number, asks: { readonly n: number; readonly value: number | null } | null): string {
  const loop = { asked: 90, shipped: 5, told: 5, helped: 1, byPeers, because: null };
  const audits = asks === null ? [] : [{ id: 'peer-answers', ...asks }];
  const round = roundOf({ loop, audits } as unknown as Reading);
  return round === null ? '' : loopSentence(round);
}

const ASKED = 'People who asked in these 52 weeks, 90 in all.';

test('a word that was never the first full answer is said so', () => {
  expect(sentenceOf(12, { n: 95, value: 0 })).toBe(
    `${ASKED} 12 people had a word from another customer; in none of 95 asks was it the first full answer.`,
  );
});

test('first full answers are counted in asks', () => {
  expect(sentenceOf(1, { n: 20, value: 0.05 })).toBe(
    `${ASKED} 1 person had a word from another customer; in 1 of 20 asks it was the first full answer.`,
  );
});

test('where asks cannot be judged the word stands alone, and silence is not mentioned', () => {
  expect(sentenceOf(12, null)).toBe(`${ASKED} 12 people had a word from another customer.`);
  expect(sentenceOf(12, { n: 3, value: null })).toBe(`${ASKED} 12 people had a word from another customer.`);
  expect(sentenceOf(0, { n: 95, value: 0 })).toBe(ASKED);
});
