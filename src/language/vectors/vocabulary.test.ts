/** The first words of a text: a title counts three times, and a long text is read no further than a need is told. */
import { expect, test } from 'vitest';
import { firstWords, titled } from './vocabulary.ts';

test('a title counts three times, and without one nothing does', () => {
  expect(firstWords(titled('Late horse', 'It came.')).join(' ')).toBe('late horse late horse late horse it came');
  expect(firstWords('Late horse\nIt came.').join(' ')).toBe('late horse it came');
  expect(firstWords(titled('', ''))).toEqual([]);
});

test('of a long text the first 150 words are read, the title among them', () => {
  expect(firstWords(titled('late', 'word '.repeat(500)))).toHaveLength(150);
});
