/** Days as people write them: what is sure is read, what could be two days is not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from './time.ts';
import { dayInName, readDays } from './written-days.ts';

const days = (...texts: string[]) => readDays(texts).map((at) => (at === null ? null : dayOf(at)));

test('forms that name one day', () => {
  const forms = [
    '2025-03-04',
    '2025/3/4',
    '20250304T090000',
    '04.03.2025',
    '4 March 2025',
    'Mar 4th, 2025',
    '2025-03-04 10:00',
  ];
  expect(new Set(days(...forms))).toEqual(new Set(['2025-03-04']));
  expect(readDays(['2025-03-04T01:00:00+02:00'])).toEqual([Date.UTC(2025, 2, 3, 23)]);
});

test('two numbers and a year are told by the other rows of the column, and by nothing else', () => {
  expect(days('03/04/2025')).toEqual([null]);
  expect(days('03/04/2025', '25/04/2025')).toEqual(['2025-04-03', '2025-04-25']);
  expect(days('03/04/2025', '04/25/2025')).toEqual(['2025-03-04', '2025-04-25']);
  expect(days('03/04/2025', '25/04/2025', '04/25/2025')).toEqual([null, null, null]);
  expect(days('03/03/2025')).toEqual(['2025-03-03']);
});

test('days that do not exist are none', () => {
  expect(days('2025-02-30', '31.04.2025', '4 Smarch 2025', 'soon', '')).toEqual([null, null, null, null, null]);
});

test('any text is answered, and a day that is written is read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => readDays([text]).length === 1),
    { seed: 7 },
  );
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      expect(dayOf(dayInName(`catalogue-${iso}.csv`) ?? 0)).toBe(iso);
      expect(dayOf(dayInName(`${iso.replaceAll('-', '')}_shop.json`) ?? 0)).toBe(iso);
    }),
    { seed: 7 },
  );
});

test('a month in a file name is its first day; other numbers are none', () => {
  expect(dayInName('2024-05 prices.tsv')).toBe(Date.UTC(2024, 4, 1));
  expect(dayInName('catalogue-v2.csv')).toBeNull();
  expect(dayInName('order-123456789.csv')).toBeNull();
});
