/** What was said like a text: the same said otherwise comes first, before needs are kept and after. */
import { expect, test } from 'vitest';
import { bench, gather, openMemory, said } from '../../test/contracts/store-world.ts';
import { alike } from './similar.ts';

const TEXTS = [
  'The horse arrives late and nobody says when',
  'My ride came late again',
  'I cannot pay with my card in the shop',
  'Card payment refused at the counter',
  'Please add a dark colour for the saddle',
  'A black saddle would be nice',
];

async function world() {
  const on = await bench(await openMemory());
  await gather(
    on,
    TEXTS.map((title, at) => said(at, { title, body: null })),
  );
  return on;
}

test('the likest comes first, with the need that it is of', async () => {
  const on = await world();
  const among = await alike(on.store, on.productId);
  const found = await among?.to('paying by card was refused', 2);
  expect(found?.map(({ text }) => text).sort()).toEqual([TEXTS[3], TEXTS[2]]);
  expect(found?.[0]?.text).toBe(TEXTS[3]);
  expect(found?.[0]?.likeness).toBeGreaterThan(found?.[1]?.likeness ?? 1);
  const again = await (await alike(on.store, on.productId))?.to('paying by card was refused', 2);
  expect(again).toEqual(found);
});

test('words that nobody said find nothing, and so does nothing', async () => {
  const on = await world();
  const among = await alike(on.store, on.productId);
  expect(await among?.to('zzz qqq', 3)).toEqual([]);
  expect(await among?.to('', 3)).toEqual([]);
  const empty = await bench(await openMemory());
  expect(await alike(empty.store, empty.productId)).toBeNull();
});
