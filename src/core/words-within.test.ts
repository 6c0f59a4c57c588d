/** One walk meets what a search for each word would. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsWithin } from './words-within.ts';

const OTHER = 1 << 20;

test('words are met as a search for each finds them, overlapping ones and those within others too', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'C', '-'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      fc.uniqueArray(letters, { maxLength: 8 }),
      fc.string({ unit: fc.constantFrom(...'abcABC-') }),
      (some, text) => {
        const words = [...new Set(some.map((word) => word.toLowerCase()))];
        const within = wordsWithin(Object.fromEntries(words.map((word, bit) => [word, 1 << bit])), OTHER);
        const found = words.reduce((all, word, bit) => all | (text.toLowerCase().includes(word) ? 1 << bit : 0), 0);
        expect(within(text)).toBe(found);
      },
    ),
  );
});

test('a sign beyond ASCII is not judged', () => {
  expect(wordsWithin({ key: 1 }, OTHER)('clé')).toBe(OTHER);
});
