/** What is told is made once, and again only when what it rests on changed, or somebody asks for it. */
import { expect, test } from 'vitest';
import { bench, openMemory } from '../../test/contracts/store-world.ts';
import { keptIn } from './keep-told.ts';

test('made once for what it rests on, with its maps and texts; again for another input, or when asked', async () => {
  const { store, productId } = await bench(openMemory());
  let [rests, made] = ['a', 0];
  const telling = (fresh = false) =>
    keptIn(store, { productId, name: 'said as told', input: async () => rests, fresh }, async () => {
      made += 1;
      return new Map([['said', `${made} “äé”`]]);
    });
  expect(await telling()).toEqual(new Map([['said', '1 “äé”']]));
  expect(await telling()).toEqual(new Map([['said', '1 “äé”']]));
  rests = 'b';
  expect((await telling()).get('said')).toBe('2 “äé”');
  expect((await telling(true)).get('said')).toBe('3 “äé”');
  expect(made).toBe(3);
});
