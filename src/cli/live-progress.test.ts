/** Progress is one line with an estimate. */
import { expect, test } from 'vitest';
import { progressWords } from './live-progress.ts';

test('says how far along it is and about how long it will take', () => {
  const half = { step: 'gather', source: 'git', doing: 'reading history', done: 50_000, total: 100_000 } as const;
  expect(progressWords(half, 4_000, 100)).toBe('git: reading history  50,000 of 100,000  ▰▰▰▰▰▱▱▱▱▱  about 4 s');
});

test('never estimates from almost nothing, and never leaves its line', () => {
  const first = { step: 'gather', source: 'git', doing: 'reading history', done: 1, total: 100_000 } as const;
  expect(progressWords(first, 10, 100)).not.toContain('about');
  expect(progressWords(first, 10, 20)).toHaveLength(20);
});
