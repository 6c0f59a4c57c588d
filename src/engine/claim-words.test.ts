/** Claims in words: halves of links go, what stands between ticks stays, and long notes are quoted where they speak of it. */
import { expect, test } from 'vitest';
import { shownWords } from '#core/shown-words.ts';
import { lineOf, sayable, wordOf } from './claim-words.ts';

test.each([
  [
    'a link at the beginning',
    'HTTP server](https://a.example/x#y) ([protocol](https://b.example))',
    'HTTP server (protocol)',
  ],
  [
    'a link at the end',
    'many services via the [rclone](https://r.example) [Backend',
    'many services via the rclone Backend',
  ],
  ['a link to a name below the text', 'use [the desktop][desktop], a client', 'use the desktop, a client'],
  [
    'emphasis',
    'connect to both **normal** *and* web peers; you _must_ ask',
    'connect to both normal and web peers; you must ask',
  ],
  ['stars and lines that are none', 'HEVC* in test/a_b/_generated, 2 * 3', 'HEVC* in test/a_b/_generated, 2 * 3'],
  ['a tag between ticks', 'into a `<video>` tag and <b>more</b>', 'into a `<video>` tag and more'],
  ['a sign that is meant', 'on Python \\< 3.10', 'on Python < 3.10'],
  ['the sign of a box', ':::tip TL;DR It works', 'TL;DR It works'],
  ['brackets that are no link', 'takes [a list] of names', 'takes [a list] of names'],
])('%s', (_, text, shown) => {
  expect(shownWords(text)).toBe(shown);
});

const NOTE = ['We are few, please help', '', '- Fix a crash', '- Attach pictures to markdown cells (#5411)'].join('\n');

test('of a note the line that speaks of it is quoted, else its first', () => {
  expect(lineOf(NOTE, new Set(['markdown']))).toBe('- Attach pictures to markdown cells (#5411)');
  expect(lineOf(NOTE, new Set(['lamp']))).toBe('We are few, please help');
});

test('what could be said is the sentence that speaks of it, or nothing', () => {
  expect(sayable('- Attach pictures to markdown cells ([5411](https://a.example))', 'markdown')).toBe(
    'Attach pictures to markdown cells.',
  );
  expect(sayable('feat(ui): add a lamp (#12) @kaisa', 'lamp')).toBe('Add a lamp.');
  expect(sayable('We are few. Lamps are brighter now.', 'lamp')).toBe('Lamps are brighter now.');
  expect(sayable('([Full Changelog](https://a.example))', 'python')).toBeNull();
});

test('else the word itself stands there as customers write it', () => {
  expect(wordOf('interfac', ['Great interface', null])).toBe('“interface”');
  expect(wordOf('interfac', [])).toBe('“interfac”');
});
