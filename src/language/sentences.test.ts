/** Sentences end where a reader would end them: not in a version, not after e.g., and in any script. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentencesOf } from './sentences.ts';

test('versions and abbreviations do not end a sentence', () => {
  expect(sentencesOf(['This affects SDK 5.5.1.GA and 6.0. Use e.g. Android. It crashed! why?'])).toEqual([
    'This affects SDK 5.5.1.GA and 6.0.',
    'Use e.g. Android.',
    'It crashed!',
    'why?',
  ]);
});

test('other scripts have their own full stops', () => {
  expect(sentencesOf(['カードが届きません。いつ届きますか？'])).toEqual(['カードが届きません。', 'いつ届きますか？']);
  expect(sentencesOf(['لم تصل بطاقتي. متى تصل؟'])).toHaveLength(2);
});

test('nothing is said by nothing', () => {
  expect(sentencesOf(['', '   '])).toEqual([]);
});

test('sentences are verbatim parts of their unit, and hold all of its words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (unit) => {
      const found = sentencesOf([unit]);
      for (const sentence of found) expect(unit.includes(sentence)).toBe(true);
      expect(found.join('').replace(/\s/g, '')).toBe(unit.replace(/\s/g, ''));
    }),
  );
});
