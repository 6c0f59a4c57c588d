/** Lines wrap at words and line up whatever their colours. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './fold.ts';
import { beside, padEnd, widthOf, wrap } from './layout.ts';

test('wraps at words and keeps every one of them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }),
      fc.integer({ min: 12, max: 80 }),
      (words, width) => {
        const lines = wrap(words.join(' '), width);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      },
    ),
  );
});

test('a share is not parted from its sign, nor n from its number', () => {
  expect(wrap('it is 12\n% (0–40), n 59', 8)).toEqual(['it is', '12 %', '(0–40),', 'n 59']);
});

test('a word longer than the line stands alone, whole', () => {
  expect(wrap('see https://example.com/a/long/address now', 12)).toEqual([
    'see',
    'https://example.com/a/long/address',
    'now',
  ]);
});

test('colours do not count towards a width', () => {
  expect(widthOf('\u001b[34mblue\u001b[39m')).toBe(4);
  expect(padEnd('\u001b[34mblue\u001b[39m', 6)).toMatch(/ {2}$/);
  expect(beside(['a'], ['x', 'y'], 4)).toEqual(['a   x', '    y']);
});

test('what is too long goes on under its last column, and no word is lost', () => {
  expect(fold('  since [<day>]   First Monday: in at most ten lines what changed', 40)).toBe(
    '  since [<day>]   First Monday: in at\n                  most ten lines what\n                  changed',
  );
  expect(fold(' a short line', 40)).toBe(' a short line');
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), fc.nat(20), (words, margin) => {
      const line = ' '.repeat(margin) + words.join(' ');
      const lines = fold(line, 40).split('\n');
      expect(lines.flatMap((one) => one.split(/\s+/).filter((word) => word !== ''))).toEqual(words);
      for (const one of lines) expect(widthOf(one)).toBeLessThanOrEqual(40);
    }),
  );
});
