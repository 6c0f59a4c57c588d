/** The contract of rounds, for every engine: what is acknowledged is kept, one door one person, nothing after the close. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { bench, IMPORT, type NewPlace } from './store-world.ts';

const round = { kind: 'anonymous', questions: { set: 'mirror/1', name: 'Autumn' } };
const said = (id: string, missed = 1) => ({ id, language: 'de', answers: { missed, closer: 'ü 漢' } });
const doors = [
  { hash: 'many', role: 'staff', single: false },
  { hash: 'one', role: 'leaders', single: true },
] as const;

export function roundsContract(newPlace: NewPlace, elsewhere: NewPlace): void {
  describe('rounds', () => {
    async function opened() {
      const on = await bench(await newPlace());
      const { rounds } = on.store;
      const id = await rounds.open(on.productId, round);
      await rounds.addDoors(on.productId, id, doors);
      return { ...on, rounds, id };
    }

    test('answers come back as they were given, in the order of ids, until the close', async () => {
      const { productId, rounds, id } = await opened();
      expect(await rounds.list(productId)).toMatchObject([{ ...round, id, closesAt: null }]);
      expect(await rounds.keep(productId, 'many', said('b'))).toBe('kept');
      expect(await rounds.keep(productId, 'many', said('a'))).toBe('kept');
      expect(await rounds.keep(productId, 'many', said('b', 2))).toBe('kept');
      const both = [
        { ...said('a'), role: 'staff' },
        { ...said('b', 2), role: 'staff' },
      ];
      expect(await rounds.answers(productId, id)).toEqual(both);
      expect(await rounds.answer(productId, id, 'b')).toEqual(both[1]);
      expect(await rounds.close(productId, id)).toBe(true);
      expect(await rounds.close(productId, id)).toBe(false);
      expect(await rounds.keep(productId, 'many', said('b', 3))).toBe('closed');
      expect(await rounds.keep(productId, 'many', said('c'))).toBe('closed');
      expect(await rounds.answers(productId, id)).toEqual(both);
    });

    test('a door for one lets one in, who may go on; no door lets nobody in', async () => {
      const { productId, rounds, id } = await opened();
      expect(await rounds.door(productId, 'one')).toEqual({ roundId: id, role: 'leaders', single: true, used: false });
      const two = await Promise.all([
        rounds.keep(productId, 'one', said('a')),
        rounds.keep(productId, 'one', said('b')),
      ]);
      expect(two.toSorted()).toEqual(['kept', 'used']);
      const [kept] = await rounds.answers(productId, id);
      expect(await rounds.keep(productId, 'one', said(kept?.id ?? '', 7))).toBe('kept');
      expect(await rounds.door(productId, 'one')).toMatchObject({ used: true });
      expect(await rounds.keep(productId, 'none', said('d'))).toBe('gone');
      expect(await rounds.answers(productId, id)).toEqual([{ ...said(kept?.id ?? '', 7), role: 'leaders' }]);
    });

    test('one person has one answer, also through a door of another role, which stays open', async () => {
      const { productId, rounds, id } = await opened();
      await rounds.keep(productId, 'many', said('a'));
      expect(await rounds.keep(productId, 'one', said('a', 9))).toBe('used');
      expect(await rounds.door(productId, 'one')).toMatchObject({ used: false });
      expect(await rounds.answers(productId, id)).toEqual([{ ...said('a'), role: 'staff' }]);
    });

    test('a round from elsewhere is taken whole and once, and other products know nothing of it', async () => {
      const { store, productId, rounds } = await opened();
      const whole = { id: 'r', ...round, opensAt: 1, closesAt: 2 };
      expect(await rounds.take(productId, whole, [{ ...said('x'), role: 'customers' }])).toBe(true);
      expect(await rounds.take(productId, whole, [{ ...said('y'), role: 'customers' }])).toBe(false);
      expect((await rounds.answers(productId, 'r')).map(({ id }) => id)).toEqual(['x']);
      const other = (await store.products.ensure({ name: 'fizz' })).id;
      expect([await rounds.list(other), await rounds.answers(other, 'r'), await rounds.door(other, 'one')]).toEqual([
        [],
        [],
        null,
      ]);
    });

    test('a round that an import brought goes with it, and with the last of two; one that was held here stays', async () => {
      const { store, productId, sourceId, rounds, id } = await opened();
      const imported = () => store.gathers.open(productId, sourceId, IMPORT);
      const sealed = (gather: string) => store.gathers.seal(productId, gather, { cursor: null, observedUntil: null });
      const whole = { id: 'r', ...round, opensAt: 1, closesAt: 2 };
      const [one, two] = [(await imported()).id, (await imported()).id];
      expect(await rounds.take(productId, whole, [{ ...said('x'), role: 'customers' }], one)).toBe(true);
      expect(await rounds.take(productId, whole, [], two)).toBe(false);
      expect(await rounds.take(productId, { ...whole, id }, [], two)).toBe(false);
      for (const gather of [one, two]) await sealed(gather);
      expect(await store.gathers.undo(productId, one)).toMatchObject({ rounds: 0 });
      expect(await rounds.answers(productId, 'r')).toHaveLength(1);
      expect(await store.gathers.undo(productId, two)).toMatchObject({ rounds: 1 });
      expect([await rounds.answers(productId, 'r'), (await rounds.list(productId)).map((kept) => kept.id)]).toEqual([
        [],
        [id],
      ]);
      const three = (await imported()).id;
      expect(await rounds.take(productId, whole, [], three)).toBe(true);
      await store.gathers.abandon(productId, three);
      expect(await rounds.list(productId)).toHaveLength(1);
    });

    test('who is forgotten is named in no answer any more', async () => {
      const { store, productId, rounds, id } = await opened();
      const answers = { name: 'Ada Lovelace', why: 'Ask Ada Lovelace.', missed: 4 };
      await rounds.keep(productId, 'many', { id: 'a', language: null, answers });
      await store.forget(productId, { space: 'github.com', handle: 'ada', alsoCalled: ['Ada Lovelace'] });
      const [kept] = await rounds.answers(productId, id);
      expect(kept?.answers).toEqual({ name: '[forgotten]', why: 'Ask [forgotten].', missed: 4 });
    });

    test('a store that moves takes rounds, answers and doors along', async () => {
      const { store, productId, rounds, id } = await opened();
      await rounds.keep(productId, 'one', said('a'));
      const other = await (await elsewhere()).open();
      onTestFinished(() => other.close());
      expect(await store.copyTo(other)).toMatchObject({ rounds: 1, answers: 1, doors: 2 });
      expect(await other.rounds.list(productId)).toEqual(await rounds.list(productId));
      expect(await other.rounds.answers(productId, id)).toEqual(await rounds.answers(productId, id));
      expect(await other.rounds.keep(productId, 'one', said('b'))).toBe('used');
      expect(await other.rounds.keep(productId, 'many', said('b'))).toBe('kept');
    });
  });
}
