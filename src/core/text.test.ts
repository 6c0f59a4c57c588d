/** Clean text: nothing that a database refuses, nothing else changed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, cutText } from './text.ts';

test('U+0000, U+001F and lone surrogates go, everything else stays', () => {
  expect(cleanText('a\u0000b\u001fc')).toBe('abc');
  expect(cleanText('\ud83d\udc0e and \ud83d alone')).toBe('\ud83d\udc0e and  alone');
  expect(cleanText('tab\tline\nü漢')).toBe('tab\tline\nü漢');
});

test('clean text is well formed and is not changed again', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 50 });
  const broken = fc.array(fc.oneof(anything, fc.constantFrom('\u0000', '\u001f', '\ud800', '\udfff')));
  fc.assert(
    fc.property(broken, (parts) => {
      const clean = cleanText(parts.join(''));
      expect(clean.isWellFormed()).toBe(true);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be gone
      expect(clean).not.toMatch(/[\u0000\u001f]/);
      expect(cleanText(clean)).toBe(clean);
    }),
  );
});

test('a text is never cut through a pair of surrogates', () => {
  expect(cutText('ab🐎', 3)).toBe('ab');
  expect(cutText('ab🐎', 4)).toBe('ab🐎');
  expect(cutText('abc', 2)).toBe('ab');
});
