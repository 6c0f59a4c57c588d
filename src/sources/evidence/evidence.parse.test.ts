/** One line of evidence: any text is answered, and what is taken reads back as it was written. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVIDENCE_KINDS } from '#core/evidence.ts';
import { canonical } from '#core/json.ts';
import { readRow, toTime } from './evidence.parse.ts';

test('any line is taken or refused with a reason that does not quote it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.json(),
        fc.jsonValue().map((value) => JSON.stringify({ at: value })),
      ),
      (line) => {
        const read = readRow(line, 'evidence:x');
        if ('reason' in read) expect(read.reason.length).toBeLessThan(600);
      },
    ),
    { seed: 7 },
  );
});

const row = fc.record(
  {
    kind: fc.constantFrom(...EVIDENCE_KINDS),
    type: fc.string({ minLength: 1, maxLength: 20 }),
    externalId: fc.string({ minLength: 1, maxLength: 50 }),
    at: fc
      .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.getTime()),
    body: fc.option(fc.string({ unit: 'grapheme' })),
    amount: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    gone: fc.boolean(),
    data: fc.option(
      fc.dictionary(
        fc.string({ minLength: 1, unit: fc.constantFrom(...'abcxyz') }),
        fc.oneof(fc.string(), fc.integer(), fc.boolean()),
      ),
    ),
  },
  { requiredKeys: ['kind', 'type', 'externalId', 'at'] },
);

test('a row that fits comes back as it was written, with the folder’s origin and an author or null', () => {
  fc.assert(
    fc.property(row, (written) => {
      const read = readRow(JSON.stringify(written), 'evidence:x');
      expect('row' in read && canonical(read.row)).toBe(canonical({ ...written, origin: 'evidence:x', author: null }));
    }),
    { seed: 7 },
  );
});

test('a time is read from a day, from an instant with its zone and from milliseconds', () => {
  expect(toTime('2026-01-02')).toBe(Date.UTC(2026, 0, 2));
  expect(toTime('2026-01-02T03:04+02:00')).toBe(Date.UTC(2026, 0, 2, 1, 4));
  expect(toTime('2026-01-02T03:04:05.5Z')).toBe(Date.UTC(2026, 0, 2, 3, 4, 5, 500));
  expect(toTime(1_700_000_000_000)).toBe(1_700_000_000_000);
  expect(toTime(-1_000)).toBe(-1_000);
  expect(toTime('1969-07-20')).toBe(Date.UTC(1969, 6, 20));
  expect(toTime('2026-01-02T25:00Z')).toBe('is not a time that exists');
});
