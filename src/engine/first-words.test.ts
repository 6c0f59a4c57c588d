/** One line for a piece: its title, else the first line that is not empty. */
import { expect, test } from 'vitest';
import { firstLine, firstWords } from './first-words.ts';

test('a title comes first, unless it is blank', () => {
  expect(firstWords({ title: ' Late again ', body: 'Third time.' })).toBe('Late again');
  expect(firstWords({ title: '  ', body: '\n \n  Third time. \nThis week.' })).toBe('Third time.');
  expect(firstWords({ title: null, body: null })).toBe('');
});

test('a text of empty lines has no first one', () => {
  expect(firstLine(' \n\n\t')).toBeNull();
});
