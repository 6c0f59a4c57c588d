/** Everyday words: what everybody writes tells little, what a product is about tells all, and the table is by stems. */
import { expect, test } from 'vitest';
import { Stems } from '../words.ts';
import { tellingOf } from './everyday-words.ts';

const telling = (word: string) => tellingOf(new Stems().of(word));

test('words of every product tell less than words of one', () => {
  expect(telling('the')).toBeLessThan(0.1);
  expect(telling('great')).toBeLessThan(telling('thought'));
  expect(telling('thought')).toBeLessThan(telling('invoice'));
  for (const word of ['lamp', 'invoice', 'webview', 'zebra']) expect(telling(word)).toBe(1);
});

test('forms of one word tell alike, and who is choosier lets them tell less', () => {
  expect(telling('loves')).toBe(telling('loved'));
  expect(tellingOf('thought', 1e-5)).toBeLessThan(tellingOf('thought', 1e-3));
});
