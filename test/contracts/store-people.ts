/** The contract of people, for every engine: pseudonyms, who is one person, corrections, being forgotten. */
import { describe, expect, test } from 'vitest';
import type { Author } from '#core/evidence.ts';
import { all, bench, commit, gather, type NewPlace, people, said } from './store-world.ts';

const by = (author: Author, n = 1) => commit(n, { author });

export function peopleContract(newPlace: NewPlace): void {
  describe('people', () => {
    test('authors are keyed pseudonyms: the same under the same key, others under another', async () => {
      const on = await bench(await newPlace());
      await gather(on, [
        by({ space: 'email', handle: ' Ada@Example.org ' }),
        by({ space: 'email', handle: 'ada@example.org' }, 2),
      ]);
      const [one, two] = await all(on);
      expect(one?.authorId).toMatch(/^[0-9a-f]{32}$/);
      expect(two?.authorId).toBe(one?.authorId);
      const other = await bench(await newPlace(), { key: new Uint8Array(32).fill(9) });
      await gather(other, [by({ space: 'email', handle: 'ada@example.org' })]);
      expect((await all(other))[0]?.authorId).not.toBe(one?.authorId);
    });

    test('people have no names unless asked for; bots always have theirs', async () => {
      const items = [
        by({ space: 'email', handle: 'ada@example.org', name: 'Ada Lovelace' }, 1),
        by({ space: 'email', handle: '49699333+dependabot[bot]@users.noreply.github.com', name: 'dependabot[bot]' }, 2),
      ];
      const on = await bench(await newPlace());
      await gather(on, items);
      const shown = (await people(on)).map(({ shown, bot }) => [shown, bot]);
      expect(shown.sort()).toEqual(
        [
          [null, false],
          ['dependabot[bot]', true],
        ].sort(),
      );
      const named = await bench(await newPlace(), { names: true });
      await gather(named, items);
      expect((await people(named)).map((row) => row.shown).sort()).toEqual(['Ada Lovelace', 'dependabot[bot]']);
    });

    test('of several names of one handle the same is shown whatever came first', async () => {
      const names = ['Zoe', 'Ada', 'Mia'];
      const seen = [];
      for (const order of [names, names.toReversed()]) {
        const on = await bench(await newPlace(), { names: true });
        for (const [n, name] of order.entries()) await gather(on, [by({ space: 'github.com', handle: 'a', name }, n)]);
        seen.push((await people(on)).map((row) => row.shown));
      }
      expect(seen).toEqual([['Ada'], ['Ada']]);
    });

    test('a domain is told once three write from it, and never that of a mail provider', async () => {
      const on = await bench(await newPlace());
      const from = (n: number, domain: string) => by({ space: 'email', handle: `p${n}@${domain}` }, n);
      await gather(on, [from(1, 'acme.io'), from(2, 'acme.io'), from(3, 'ownname.dev')]);
      expect((await people(on)).map((row) => row.domain)).toEqual([null, null, null]);
      await gather(on, [from(4, 'acme.io'), from(5, 'gmail.com'), from(6, 'gmail.com'), from(7, 'gmail.com')]);
      const domains = (await people(on)).map((row) => row.domain);
      expect(domains.filter((domain) => domain === 'acme.io')).toHaveLength(3);
      expect(domains.filter((domain) => domain !== null)).toHaveLength(3);
    });

    test('aliases make one person, named after the earliest identity', async () => {
      const on = await bench(await newPlace());
      const old = { space: 'email', handle: 'ada@old.example' };
      const alias = { ...old, because: 'mailmap' };
      await gather(on, [
        by({ space: 'github.com', handle: 'Ada' }, 5),
        by({ space: 'email', handle: '7+ada@users.noreply.github.com', alias }, 4),
        by(old, 3),
        by({ space: 'email', handle: 'bob@old.example' }, 2),
      ]);
      const rows = await people(on);
      const persons = new Set(rows.map((row) => row.personId));
      expect(rows).toHaveLength(4);
      expect(persons.size).toBe(2);
      const earliest = (await all(on)).find((row) => row.externalId === 'sha3')?.authorId;
      expect(rows.filter((row) => row.personId === earliest)).toHaveLength(3);
    });

    test('people joined or parted by a correction stay so until it is undone', async () => {
      const on = await bench(await newPlace());
      await gather(on, [
        by({ space: 'github.com', handle: 'ada' }, 1),
        by({ space: 'github.com', handle: 'countess' }, 2),
      ]);
      const [a, b] = (await all(on)).map((row) => row.authorId ?? '');
      const persons = async () => new Set((await people(on)).map((row) => row.personId)).size;
      const before = await on.store.digests(on.productId);
      const same = { target: 'identity', targetId: a ?? '', verb: 'same', payload: b ?? '' };
      const id = await on.store.corrections.add(on.productId, same);
      expect(await persons()).toBe(1);
      expect((await on.store.digests(on.productId)).identities).not.toBe(before.identities);
      const undo = await on.store.corrections.undo(on.productId, id);
      expect(await persons()).toBe(2);
      expect(await on.store.digests(on.productId)).toEqual(before);
      await on.store.corrections.undo(on.productId, undo);
      expect(await persons()).toBe(1);
    });

    test('corrections hold in order, and undone ones only show when all are asked for', async () => {
      const on = await bench(await newPlace());
      const link = {
        target: 'link',
        targetId: 'l1',
        verb: 'veto',
        payload: { why: 'no' },
        author: 'me',
        reason: 'wrong',
      };
      const first = await on.store.corrections.add(on.productId, link);
      await on.store.corrections.add(on.productId, { ...link, verb: 'confirm' });
      await on.store.corrections.undo(on.productId, first, 'me');
      expect(await on.store.corrections.list(on.productId)).toMatchObject([
        { verb: 'confirm', payload: { why: 'no' } },
      ]);
      const all = await on.store.corrections.list(on.productId, { all: true });
      expect(all.map((row) => row.verb)).toEqual(['veto', 'confirm', 'undo']);
    });

    test('who is forgotten leaves counts behind, and nothing else', async () => {
      const on = await bench(await newPlace(), { names: true });
      const ada = { space: 'github.com', handle: 'ada', name: 'Ada Lovelace' };
      const noreply = { space: 'email', handle: '7+ada@users.noreply.github.com', name: 'Ada Lovelace' };
      await gather(on, [
        commit(1, { author: noreply, title: 'Add engine', body: 'I made it.' }),
        said(2, { author: ada, title: 'My wish', body: 'I wish', data: { mood: 'sad' } }),
        said(3, { body: 'As @Ada said to @ada-marie, and Ada Lovelace too' }),
        said(4, { body: 'z'.repeat(3_000) }),
      ]);
      await on.store.search.index(on.productId);
      expect(await on.store.search.query(on.productId, 'wish')).toHaveLength(1);
      await on.store.facts.put(on.productId, 'people', '1', 'in', 'Ada');
      const done = await on.store.forget(on.productId, { ...ada, alsoCalled: ['Ada Lovelace'] });
      expect(done).toEqual({ identities: 2, rows: 2, mentions: 1 });
      expect(await all(on)).toMatchObject([{ authorId: null, title: 'Add engine', body: null }]);
      expect(await all(on, 'feedback')).toMatchObject([
        { authorId: null, title: null, body: null, data: null },
        { body: 'As [forgotten] said to @ada-marie, and [forgotten] too' },
        { body: 'z'.repeat(3_000) },
      ]);
      expect(await people(on)).toHaveLength(2);
      expect(await on.store.search.query(on.productId, 'wish')).toEqual([]);
      expect(await on.store.facts.get(on.productId, 'people', '1', 'in')).toBeNull();
      expect(await on.store.read.count(on.productId)).toMatchObject({ change: 1, feedback: 3 });
    });

    test('who was forgotten is not brought back by the next gather, nor by an undo', async () => {
      const on = await bench(await newPlace());
      const ada = { space: 'github.com', handle: 'ada' };
      const items = [commit(1, { author: ada, body: 'mine' }), said(2, { author: ada })];
      await gather(on, items);
      const second = await gather(on, [said(2, { author: ada, body: 'I changed my mind' })], { rereadable: false });
      await on.store.forget(on.productId, ada);
      await gather(on, items);
      const later = await gather(on, [said(5)]);
      await on.store.gathers.undo(on.productId, later.id);
      await on.store.gathers.undo(on.productId, second.id);
      const rows = [...(await all(on)), ...(await all(on, 'feedback'))];
      expect(rows.map((row) => [row.authorId, row.body])).toEqual([
        [null, null],
        [null, null],
      ]);
      expect(await people(on)).toEqual([]);
      const [{ id } = { id: '' }] = await on.store.corrections.list(on.productId);
      await expect(on.store.corrections.undo(on.productId, id)).rejects.toThrow('cannot be brought back');
    });
  });
}
