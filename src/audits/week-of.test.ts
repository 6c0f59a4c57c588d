/** Weeks begin on Mondays in UTC, whatever the year. */
import { expect, test } from 'vitest';
import { weekOf } from './week-of.ts';

test('Monday to Sunday are one week, also across a new year and before 1970', () => {
  expect(weekOf(Date.UTC(2026, 1, 23))).toBe('2026-02-23');
  expect(weekOf(Date.UTC(2026, 2, 1, 23, 59, 59))).toBe('2026-02-23');
  expect(weekOf(Date.UTC(2026, 2, 2))).toBe('2026-03-02');
  expect(weekOf(Date.UTC(2026, 0, 1))).toBe('2025-12-29');
  expect(weekOf(Date.UTC(1969, 11, 31))).toBe('1969-12-29');
});
