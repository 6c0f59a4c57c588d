/** Figures are said with no more digits than they earn. */
import { expect, test } from 'vitest';
import { counted } from '#core/wording.ts';
import { dateWords, monthWords, round, scoreWords, shareWords, valueWords } from './figures.ts';

test('a share carries its interval in brackets', () => {
  expect(shareWords(0.41, { low: 0.32, high: 0.52 })).toBe('41 % (32–52)');
  expect(shareWords(0.004, null)).toBe('0.4 %');
  expect(shareWords(0, { low: 0, high: 0.43 })).toBe('0 % (0–43)');
});

test('an open end is said, never a number', () => {
  expect(valueWords(214, 'days', { low: 161, high: null })).toBe('214 days (161 to not reached)');
});

test('a minus is a true minus, and brings “to” with it', () => {
  expect(valueWords(-0.4, 'count', { low: -2.9, high: 2.1 })).toBe('−0.4 (−2.9 to 2.1)');
  expect(round(-0.01)).toBe('0');
});

test('scores are whole', () => {
  expect(scoreWords(65.6, { low: 59.5, high: 72.4 })).toBe('66 (60–72)');
});

test('days, months and counts read as words', () => {
  expect(valueWords(1, 'days', null)).toBe('1 day');
  expect(dateWords('2026-02-28T10:00:00Z')).toBe('28 February 2026');
  expect(monthWords('2026-02-28')).toBe('Feb 2026');
  expect(counted(1, 'release')).toBe('1 release');
  expect(counted(1912, 'commit')).toBe('1,912 commits');
});
