/** A language is told where it can be, and not guessed where it cannot. */
import { expect, test } from 'vitest';
import { languageOf } from './detect-language.ts';

test('sentences of three languages are told apart', () => {
  expect(languageOf('How do I find my card, it has not arrived after two weeks')).toBe('en');
  expect(languageOf('Wo ist meine Karte, sie ist nach zwei Wochen noch nicht angekommen')).toBe('de');
  expect(
    languageOf('私のカードはまだ届いていません、二週間待っていますけど、まだ何も届いていません。どうすればいいですか'),
  ).toBe('ja');
});

test('a short text and one without letters have none', () => {
  expect(languageOf('where is my card')).toBeNull();
  expect(languageOf('🎉'.repeat(60))).toBeNull();
  expect(languageOf('1234 5678 '.repeat(10))).toBeNull();
});
