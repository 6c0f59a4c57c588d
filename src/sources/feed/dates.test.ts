/** Times of feeds: both forms, zones by name and number, and what is no time. */
import { expect, test } from 'vitest';
import { feedTime } from './dates.ts';

const at = (written: string) => {
  const time = feedTime(written);
  return time === null ? null : new Date(time).toISOString().slice(0, 19);
};

test.each([
  ['Mon, 05 Jan 2026 10:00:00 GMT', '2026-01-05T10:00:00'],
  ['Mon, 05 Jan 2026 10:00:00 +0200', '2026-01-05T08:00:00'],
  ['05 Jan 26 10:00 PDT', '2026-01-05T17:00:00'],
  ['Sun, 1 February 1998 10:00:60 EST', '1998-02-01T15:00:59'],
  ['05 Jan 98 10:00 UT', '1998-01-05T10:00:00'],
  // A letter of the armies, and a name nobody defined: UTC, as RFC 2822 asks.
  ['Mon, 05 Jan 2026 10:00:00 A', '2026-01-05T10:00:00'],
  ['Mon, 05 Jan 2026 10:00:00 -0800 (PST)', '2026-01-05T18:00:00'],
  ['Mon, 05-Jan-2026', '2026-01-05T00:00:00'],
  ['2026-01-05T10:00:00.123-03:30', '2026-01-05T13:30:00'],
  ['2026-01-05', '2026-01-05T00:00:00'],
  ['2026-01-05 10:00:00', '2026-01-05T10:00:00'],
  ['2026-01', '2026-01-01T00:00:00'],
  ['31 Feb 2026 10:00 GMT', null],
  ['Mon, 05 Jan 2026 25:00:00 GMT', null],
  ['yesterday', null],
  ['', null],
  [' '.repeat(100_000), null],
])('%s is %s', (written, told) => expect(at(written)).toBe(told));
