/** What is remembered lately stays, and memory does not grow with what came by. */
import { expect, test } from 'vitest';
import { Recent } from './recent.ts';

test('the last values and those asked for since stay, older ones go', () => {
  const recent = new Recent<number>(3);
  for (let key = 0; key < 100; key += 1) {
    recent.set(`k${key}`, key);
    expect(recent.get('k0')).toBe(0);
  }
  expect(recent.get('k99')).toBe(99);
  expect(recent.get('k98')).toBe(98);
  expect(recent.get('k50')).toBeUndefined();
});
