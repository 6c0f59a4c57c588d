/** Numbers read well at one, at none, and at many. */
import { expect, test } from 'vitest';
import { counted, inDays, monthOf, percent, thousands } from '#core/wording.ts';

test('one is singular and thousands are thousands', () => {
  expect([counted(1, 'change'), counted(0, 'change'), counted(117_802, 'change')]).toEqual([
    '1 change',
    '0 changes',
    '117,802 changes',
  ]);
  expect([thousands(999), thousands(1_041), thousands(1_234_567)]).toEqual(['999', '1,041', '1,234,567']);
});

test('short times are told in hours, long ones in whole days', () => {
  expect([0, 0.02, 0.05, 0.5, 0.99, 1, 1.02, 7.83, 9.96, 46.2, 1_200].map(inDays)).toEqual([
    'an hour',
    'an hour',
    'an hour',
    '12 hours',
    '24 hours',
    'a day',
    'a day',
    '7.8 days',
    '10 days',
    '46 days',
    '1,200 days',
  ]);
});

test('a share above none never reads as none', () => {
  expect([0, 0.008, 0.01, 0.25, 0.992, 1].map(percent)).toEqual([
    '0 %',
    'under 1 %',
    '1 %',
    '25 %',
    'over 99 %',
    '100 %',
  ]);
});

test('a month is named in UTC', () => {
  expect(monthOf(Date.UTC(2026, 2, 31, 23, 59))).toBe('March 2026');
});
