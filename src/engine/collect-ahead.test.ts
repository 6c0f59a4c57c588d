/** What is collected before a gather is sealed holds only where the same would be collected after it. */
import { expect, test } from 'vitest';
import { bench, commit, gather, LIVE, openMemory, START } from '../../test/contracts/store-world.ts';
import { collectAhead, standing } from './collect-ahead.ts';

const AT = START * 2;
const CONTEXT = { at: AT, heardUntil: AT, heardOf: new Map(), shippedUntil: AT, rounds: [] };

async function ahead(known: Parameters<typeof gather>[1] = []) {
  const on = await bench(openMemory());
  if (known.length > 0) await gather(on, known);
  const { id } = await on.store.gathers.open(on.productId, on.sourceId, LIVE);
  await on.store.gathers.stage(on.productId, id, [commit(1), commit(2)]);
  const { changes = '0' } = Object.fromEntries(await on.store.gathers.flush(on.productId, id));
  const whole = { gatherId: id, digests: { changes }, observedUntil: AT };
  const collected = await collectAhead(on.store, on.productId, whole, new AbortController().signal);
  const seal = () => on.store.gathers.seal(on.productId, id, { cursor: null, observedUntil: AT });
  return { on, id, collected, seal };
}

test('facts of commits that were whole stand after the seal', async () => {
  const { on, collected, seal } = await ahead();
  await seal();
  const values = await standing(on.store, on.productId, CONTEXT, collected);
  expect((values.get('history') as { commits: readonly unknown[] }).commits).toHaveLength(2);
  expect([...values.keys()]).toContain('references');
});

test('nothing stands where another commit came, or the reading is of another moment', async () => {
  const { on, id, collected, seal } = await ahead();
  expect(await standing(on.store, on.productId, { ...CONTEXT, at: AT + 1 }, collected)).toEqual(new Map());
  await on.store.gathers.stage(on.productId, id, [commit(3)]);
  await seal();
  expect(await standing(on.store, on.productId, CONTEXT, collected)).toEqual(new Map());
});

test('of a product that is known already nothing is collected ahead', async () => {
  expect((await ahead([commit(4)])).collected.reads).toEqual([]);
});
