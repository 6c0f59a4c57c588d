/** What names a change and what does not: numbers, commits, words; and that long texts cost little. */
import { expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { nameIndex, numbersIn, wordsOf } from './name-index.ts';

const sha = '0123456789abcdef0123456789abcdef01234567';

test('numbers are read from marks and from addresses, not from bare digits', () => {
  const text = 'Fix #12, !7, :issue:`56` and https://host/a/b/pull/345, but not 99 or v1.2';
  expect(numbersIn(text)).toEqual(['12', '7', '56', '345']);
});

test('the words of a subject are those that tell it from others', () => {
  expect([...wordsOf('fix(css)!: Keep the ORDER of `@import` rules')]).toEqual(['keep', 'order', 'import', 'rules']);
});

test('seven digits of the commit name it', () => {
  const notes = nameIndex(['Something else ([0123456](https://host/commit/0123456789))']);
  expect(notes.names({ subject: 'Unlike', sha, numbers: [] })).toBe(true);
  expect(notes.names({ subject: 'Unlike', sha: sha.replaceAll('0', 'f'), numbers: [] })).toBe(false);
});

test('three words of five in one line name it, spread over lines they do not', () => {
  const change = { subject: 'Keep column order in wide tables', sha, numbers: [] };
  expect(nameIndex(['The order of columns: wide tables keep it']).names(change)).toBe(true);
  expect(nameIndex(['Column headings', 'A new order', 'Wide tables']).names(change)).toBe(false);
});

test('a subject of one or two words is never told by words alone', () => {
  expect(nameIndex(['Fix the typo in tables']).names({ subject: 'Fix typo', sha, numbers: [] })).toBe(false);
});

test('a line that says a short subject word for word names it, whatever stands around it', () => {
  const change = { subject: 'feat: Add the north window (#12)', sha, numbers: [] };
  expect(nameIndex(['- Add the north window.']).names(change)).toBe(true);
  expect(nameIndex(['* fix(ui): add the North window (#9)']).names(change)).toBe(true);
  expect(nameIndex(['Add the north window and the south one']).names(change)).toBe(false);
  expect(nameIndex(['Fix typo']).names({ subject: 'Fix typo', sha, numbers: [] })).toBe(false);
});

test('two megabytes of notes are indexed in well under two seconds', () => {
  const line = `${'a('.repeat(500_000)}`;
  const started = processorTime();
  nameIndex([line, '#'.repeat(500_000), 'word '.repeat(200_000), '0123456'.repeat(70_000)]).names({
    subject: 'feat'.repeat(200_000),
    sha,
    numbers: [],
  });
  expect(processorTime() - started).toBeLessThan(2_000);
});
