/** Words and stems: what counts as one, in any script, and what is no word at all. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Stems, wordsOf } from './words.ts';

test('words are lower case, without marks, and don’t is one', () => {
  expect(wordsOf("Don’t STOP: it can't run_me, v2.5!")).toEqual(['dont', 'stop', 'it', 'cant', 'run_me', 'v2', '5']);
});

test('scripts without spaces are cut into their words', () => {
  const words = wordsOf('カードはまだ届いていません');
  expect(words.length).toBeGreaterThan(3);
  expect(words.join('')).toBe('カードはまだ届いていません');
});

test('keys and hashes are no words', () => {
  expect(wordsOf(`see ${'a1'.repeat(40)} there`)).toEqual(['see', 'there']);
});

test('one need in two forms has one stem, and other alphabets stay whole', () => {
  const stems = new Stems();
  expect(stems.of('crashes')).toBe(stems.of('crashing'));
  expect(stems.of('приложение')).toBe('приложение');
});

test('any text gives words that are in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const flat = text.toLowerCase().replace(/['’]/g, '');
      for (const word of wordsOf(text)) expect(flat.includes(word)).toBe(true);
    }),
  );
});
