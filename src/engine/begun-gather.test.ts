/** What a gather that began early yields to whoever takes it, and what becomes of it where nobody does. */
import { expect, test } from 'vitest';
import type { Batch } from '#core/source.ts';
import { BegunGather } from './begun-gather.ts';

/** Tells how far it was asked, and whether it was let go. */
function told(fail?: Error) {
  const seen: string[] = [];
  async function* batches(): AsyncGenerator<Batch> {
    try {
      seen.push('began');
      await Promise.resolve();
      if (fail) throw fail;
      yield { cursor: 'first' };
      seen.push('went on');
      yield { cursor: 'second' };
    } finally {
      seen.push('let go');
    }
  }
  return { seen, begun: new BegunGather(batches()) };
}

async function cursors(begun: BegunGather): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const { cursor } of begun.take()) all.push(cursor);
  return all;
}

test('it begins at once, and gives all of it to whoever takes it', async () => {
  const { seen, begun } = told();
  expect(seen).toEqual(['began']);
  expect(await cursors(begun)).toEqual(['first', 'second']);
  await begun.end();
  expect(seen).toEqual(['began', 'went on', 'let go']);
});

test('what nobody takes goes no further than its first piece and is let go', async () => {
  const { seen, begun } = told();
  await begun.end();
  expect(seen).toEqual(['began', 'let go']);
});

test('a failure is heard by whoever takes it, and by nobody where it is ended', async () => {
  await expect(cursors(told(new Error('no such thing')).begun)).rejects.toThrow('no such thing');
  await expect(told(new Error('no such thing')).begun.end()).resolves.toBeUndefined();
});
