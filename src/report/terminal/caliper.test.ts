/** The caliper keeps its width and its scale whatever it is given. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { band, caliper } from './caliper.ts';
import { widthOf } from './layout.ts';
import { paintFor } from './style.ts';

const screen = { columns: 80, colour: false, ascii: false };
const paint = paintFor(screen);

test('draws the estimate inside its interval, on a scale from 0 to 100', () => {
  expect(caliper(screen, paint, 'product', 21, 50, { low: 25, high: 75 })).toBe('┈┈┈┈┈╶────╋────╴┈┈┈┈┈');
});

test('an open end runs off the track', () => {
  expect(caliper(screen, paint, 'product', 11, 20, { low: 10, high: null })).toBe('┈╶╋────────');
});

test('without an estimate only the track and its norm are drawn', () => {
  expect(caliper(screen, paint, 'product', 11, null, null)).toBe('┈┈┈┈┈┊┈┈┈┈┈');
});

test('keeps its width for any score and interval, in colour or not', () => {
  const percent = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(percent, percent, percent, fc.integer({ min: 11, max: 60 }), fc.boolean(), (a, b, c, width, colour) => {
      const [low = 0, score = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
      const line = caliper({ ...screen, colour }, paintFor({ ...screen, colour }), 'customer', width, score, {
        low,
        high,
      });
      expect(widthOf(line)).toBe(width);
      expect(widthOf(band(screen, paint, width, low, high))).toBe(width);
    }),
  );
});
