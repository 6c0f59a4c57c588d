/** What the caliper draws where no interval, or no upper end, is known. */
import { expect, test } from 'vitest';
import { caliper } from './caliper.ts';

const drawn = (...given: Parameters<typeof caliper>) => String(caliper(...given));

test('without an interval only the estimate stands: no band from end to end, no caps', () => {
  expect(drawn('k', 0, null, 'Telling')).toContain('<rect class="band" x="0%" width="0%"');
  expect(drawn('k', 0, null, 'Telling')).not.toContain('class="cap"');
});

test('an open upper end runs off the track without a cap', () => {
  const open = drawn('p', 40, { low: 30, high: null }, 'Product');
  expect(open).toContain('x="30%" width="70%"');
  expect(open.match(/class="cap"/g)).toHaveLength(1);
});
