/** Which threads repeat which, as trackers and replies say it. */
import { expect, test } from 'vitest';
import repeats from './repeats.ts';
import type { Answer, Ask } from './voice-values.ts';

const ask = (thread: string, duplicateOf: string | null = null, origin = 'jira:x') =>
  ({ id: thread, origin, thread, duplicateOf }) as unknown as Ask;
const reply = (thread: string, names: string, origin = 'github:o/r') =>
  ({ origin, thread, duplicates: [names], onPull: false }) as unknown as Answer;
const of = (asks: readonly Ask[], answers: readonly Answer[]) => {
  if (!('compute' in repeats)) throw new Error('repeats is computed');
  return [...repeats.compute({ asks, answers } as never, { at: 0 }).of];
};

test('by the tracker, and by a reply that names the other', () => {
  expect(of([ask('A-1'), ask('A-2', 'A-1')], [])).toEqual([[1, 0]]);
  const numbers = [ask('1', null, 'github:o/r'), ask('2', null, 'github:o/r')];
  expect(of(numbers, [reply('2', '#1')])).toEqual([[1, 0]]);
});

test('a number of another tracker, itself, and a circle are nothing', () => {
  expect(of([ask('1', null, 'github:o/r'), ask('2', null, 'github:o/s')], [reply('2', '#1', 'github:o/s')])).toEqual(
    [],
  );
  expect(of([ask('A-1', 'A-1')], [])).toEqual([]);
  expect(of([ask('A-1', 'A-2'), ask('A-2', 'A-1')], [])).toEqual([[0, 1]]);
});
