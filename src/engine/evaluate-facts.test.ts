/** Facts are computed once each, in the order of their needs, from reads streamed once. */
import { expect, test } from 'vitest';
import type { Fact } from '#facts/define-fact.ts';
import { evaluateFacts } from './evaluate-facts.ts';

const counting = (id: string, reads: string) => ({
  id,
  version: 1,
  reads,
  collect: () => {
    let count = 0;
    return {
      take: () => {
        count += 1;
      },
      done: () => count,
    };
  },
});
const summing = (id: string, facts: readonly string[]) => ({
  id,
  version: 1,
  facts,
  compute: (values: Record<string, number>) => Object.values(values).reduce((sum, value) => sum + value, 0),
});
const asFacts = (facts: readonly object[]) => facts as unknown as readonly Fact[];

test('hands each fact only what it names, whatever the order of the list', async () => {
  const facts = asFacts([summing('c', ['b', 'a']), summing('b', ['a']), counting('a', 'changes')]);
  const values = await evaluateFacts(
    facts,
    async function* () {
      yield [{}, {}] as never;
      yield [{}] as never;
    },
    0,
  );
  expect(values).toEqual({ a: 3, b: 3, c: 6 });
});

test('streams a read once however many facts collect it', async () => {
  let streams = 0;
  const facts = asFacts([counting('a', 'changes'), counting('b', 'changes'), counting('c', 'events')]);
  await evaluateFacts(
    facts,
    async function* (name) {
      if (name === 'changes') streams += 1;
      yield [] as never;
    },
    0,
  );
  expect(streams).toBe(1);
});

test('names a circle and a need that nothing computes', async () => {
  const none = async function* () {};
  await expect(evaluateFacts(asFacts([summing('a', ['b']), summing('b', ['a'])]), none, 0)).rejects.toThrow(
    'a → b → a',
  );
  await expect(evaluateFacts(asFacts([summing('a', ['x'])]), none, 0)).rejects.toThrow('needs x');
});
