/** The contract of gathering, for every engine: staged unseen, sealed whole, undone whole. */
import { describe, expect, test } from 'vitest';
import { all, bench, commit, gather, IMPORT, LIVE, type NewPlace, START, said, titles } from './store-world.ts';

const REPLACES = [{ origin: 'git:root', type: 'commit' }];

export function gatherContract(newPlace: NewPlace): void {
  describe('gathers', () => {
    test('rows of an open gather are invisible until it is sealed', async () => {
      const on = await bench(await newPlace());
      const { id } = await on.store.gathers.open(on.productId, on.sourceId, LIVE);
      await on.store.gathers.stage(on.productId, id, [commit(1)], { resume: 'page 2' });
      const [row] = await all(on);
      expect(row).toBeUndefined();
      expect(await on.store.read.count(on.productId)).toMatchObject({ change: 0 });
      expect((await on.store.digests(on.productId)).identities).toBe('0');
      await on.store.gathers.seal(on.productId, id, { cursor: 'c', observedUntil: START });
      expect(await titles(on)).toEqual(['Change 1']);
      expect(await on.store.read.count(on.productId)).toMatchObject({ change: 1 });
    });

    test('rows of an open gather are seen by who names it, and told as the seal will tell them', async () => {
      const on = await bench(await newPlace());
      const { id } = await on.store.gathers.open(on.productId, on.sourceId, LIVE);
      await on.store.gathers.stage(on.productId, id, [commit(1), commit(2)]);
      const told = await on.store.gathers.flush(on.productId, id);
      const seen = [];
      for await (const rows of on.store.read.stream(on.productId, 'changes', { staged: id })) seen.push(...rows);
      expect(await all(on)).toEqual([]);
      await on.store.gathers.seal(on.productId, id, { cursor: null, observedUntil: START, kept: 'soon' });
      expect(seen).toEqual(await all(on));
      expect(seen).toHaveLength(2);
      expect(told).toEqual(new Map([['changes', (await on.store.digests(on.productId)).changes]]));
    });

    test('a row of an open gather cannot be asked for by its id', async () => {
      const on = await bench(await newPlace());
      await gather(on, [commit(1)]);
      const [{ id } = { id: '' }] = await all(on);
      const other = await bench(await newPlace());
      const open = await other.store.gathers.open(other.productId, other.sourceId, LIVE);
      await other.store.gathers.stage(other.productId, open.id, [commit(1)], { resume: 'x' });
      expect(await other.store.read.evidence(other.productId, [id])).toEqual([]);
    });

    test('the seal tells what was added, unchanged, updated and gone', async () => {
      const on = await bench(await newPlace());
      const first = await gather(on, [commit(1), commit(2), commit(3)]);
      expect(first.counts).toEqual({ added: 3, unchanged: 0, updated: 0, gone: 0 });
      const second = await gather(on, [commit(1), commit(2, { title: 'Reworded' }), commit(4)], { replaces: REPLACES });
      expect(second.counts).toEqual({ added: 1, unchanged: 1, updated: 1, gone: 1 });
      expect(await titles(on)).toEqual(['Change 1', 'Reworded', 'Change 4']);
      const notes = await on.store.gathers.list(on.productId);
      expect(notes.map((note) => note.counts)).toEqual([second.counts, first.counts]);
    });

    test('a row that is gone at its source can still be opened by its id', async () => {
      const on = await bench(await newPlace());
      await gather(on, [commit(1), commit(2)]);
      const [first] = await all(on);
      await gather(on, [commit(2)], { replaces: REPLACES });
      expect(await titles(on)).toEqual(['Change 2']);
      expect(await on.store.read.evidence(on.productId, [first?.id ?? ''])).toEqual([first]);
    });

    test('a row that came back is seen again', async () => {
      const on = await bench(await newPlace());
      await gather(on, [commit(1), commit(2)]);
      const before = await on.store.digests(on.productId);
      await gather(on, [commit(2)], { replaces: REPLACES });
      await gather(on, [commit(1)]);
      expect(await titles(on)).toEqual(['Change 1', 'Change 2']);
      expect(await on.store.digests(on.productId)).toEqual(before);
    });

    test('sealing twice answers the same', async () => {
      const on = await bench(await newPlace());
      const { id, counts } = await gather(on, [commit(1)]);
      const again = await on.store.gathers.seal(on.productId, id, { cursor: 'other', observedUntil: 0 });
      expect(again).toEqual(counts);
      expect((await on.store.sources.list(on.productId))[0]).toMatchObject({ cursor: 'cursor', observedUntil: START });
    });

    test('a gather that yields a row twice means the second', async () => {
      const on = await bench(await newPlace());
      const { id } = await on.store.gathers.open(on.productId, on.sourceId, IMPORT);
      const twice = [commit(1, { title: 'a' }), commit(1, { title: 'b' })];
      await on.store.gathers.stage(on.productId, id, twice, { resume: '1' });
      await on.store.gathers.stage(on.productId, id, [commit(1, { title: 'c' })], { resume: '2' });
      const counts = await on.store.gathers.seal(on.productId, id, { cursor: null, observedUntil: null });
      expect(counts).toEqual({ added: 1, unchanged: 0, updated: 0, gone: 0 });
      expect(await titles(on)).toEqual(['c']);
      const other = await bench(await newPlace());
      await gather(other, [commit(1, { title: 'c' })]);
      expect(await on.store.digests(on.productId)).toEqual(await other.store.digests(other.productId));
    });

    test('pieces handed over at once all arrive', async () => {
      const on = await bench(await newPlace());
      const { id } = await on.store.gathers.open(on.productId, on.sourceId, LIVE);
      const pieces = Array.from({ length: 12 }, (_, n) => [commit(n), commit(100 + n)]);
      const resume = (n: number) => (n % 3 === 0 ? { resume: String(n) } : {});
      await Promise.all(pieces.map((piece, n) => on.store.gathers.stage(on.productId, id, piece, resume(n))));
      const counts = await on.store.gathers.seal(on.productId, id, { cursor: null, observedUntil: null });
      expect(counts.added).toBe(24);
      expect(await all(on)).toHaveLength(24);
    });

    test('an abandoned gather leaves nothing', async () => {
      const on = await bench(await newPlace());
      await gather(on, [commit(1)]);
      const before = await on.store.digests(on.productId);
      const { id } = await on.store.gathers.open(on.productId, on.sourceId, IMPORT);
      const long = commit(2, { body: 'x'.repeat(9_000) });
      await on.store.gathers.stage(on.productId, id, [long, commit(1, { title: 'new' })], { resume: 'x' });
      await on.store.gathers.abandon(on.productId, id);
      expect(await titles(on)).toEqual(['Change 1']);
      expect(await on.store.digests(on.productId)).toEqual(before);
      expect((await gather(on, [commit(2)])).counts).toMatchObject({ added: 1 });
    });

    test('undoing the newest brings the previous versions back', async () => {
      const on = await bench(await newPlace());
      await gather(on, [commit(1), commit(2), commit(3, { body: 'y'.repeat(5_000) })], { cursor: 'one' });
      const before = { rows: await all(on), digests: await on.store.digests(on.productId) };
      const second = await gather(
        on,
        [commit(1, { title: 'Reworded' }), commit(3, { body: 'z'.repeat(5_000) }), commit(4)],
        { replaces: REPLACES, cursor: 'two' },
      );
      expect(await titles(on)).toEqual(['Reworded', 'Change 3', 'Change 4']);
      const undone = await on.store.gathers.undo(on.productId, second.id);
      expect(undone).toEqual({ restored: 3, removed: 1, lost: 0, rounds: 0 });
      expect({ rows: await all(on), digests: await on.store.digests(on.productId) }).toEqual(before);
      expect((await on.store.sources.list(on.productId))[0]).toMatchObject({ cursor: 'one' });
    });

    test('undoing the oldest of three keeps the newest', async () => {
      const on = await bench(await newPlace());
      const first = await gather(on, [commit(1), commit(2)], IMPORT);
      await gather(on, [commit(1, { title: 'second' })], IMPORT);
      await gather(on, [commit(1, { title: 'third' })], IMPORT);
      await on.store.gathers.undo(on.productId, first.id);
      expect(await titles(on)).toEqual(['third']);
    });

    test('a row that a later gather saw unchanged outlives the undoing of the first', async () => {
      const on = await bench(await newPlace());
      const first = await gather(on, [commit(1), commit(2)]);
      await gather(on, [commit(1)]);
      await on.store.gathers.undo(on.productId, first.id);
      expect(await titles(on)).toEqual(['Change 1']);
    });

    test('when a former version is not kept any more, undo says so and the source starts over', async () => {
      const on = await bench(await newPlace());
      const gathered = [];
      for (let n = 0; n < 8; n++) gathered.push(await gather(on, [commit(1, { title: `v${n}` })], { cursor: `c${n}` }));
      const undone = [];
      for (const { id } of gathered.toReversed().slice(0, 6))
        undone.push(await on.store.gathers.undo(on.productId, id));
      expect(undone.map(({ lost }) => lost)).toEqual([0, 0, 0, 0, 0, 1]);
      expect((await on.store.sources.list(on.productId))[0]).toMatchObject({ cursor: null });
    });

    test('two gathers of the same source at once end as one would', async () => {
      const on = await bench(await newPlace());
      const rows = [commit(1), commit(2), commit(3)];
      const [one, two] = [
        await on.store.gathers.open(on.productId, on.sourceId, LIVE),
        await on.store.gathers.open(on.productId, on.sourceId, LIVE),
      ];
      await on.store.gathers.stage(on.productId, one.id, rows.slice(0, 2), { resume: 'x' });
      await on.store.gathers.stage(on.productId, two.id, rows, { resume: 'x' });
      await on.store.gathers.stage(on.productId, one.id, rows.slice(2), { resume: 'x' });
      const sealing = { cursor: 'c', observedUntil: START };
      const counts = [
        await on.store.gathers.seal(on.productId, two.id, sealing),
        await on.store.gathers.seal(on.productId, one.id, sealing),
      ];
      expect(counts).toEqual([
        { added: 3, unchanged: 0, updated: 0, gone: 0 },
        { added: 0, unchanged: 3, updated: 0, gone: 0 },
      ]);
      const alone = await bench(await newPlace());
      await gather(alone, rows);
      expect(await on.store.digests(on.productId)).toEqual(await alone.store.digests(alone.productId));
      expect(await all(on)).toEqual(await all(alone));
    });

    test('of two gathers at once the first may be abandoned after the second is sealed', async () => {
      const on = await bench(await newPlace());
      const one = await on.store.gathers.open(on.productId, on.sourceId, LIVE);
      await on.store.gathers.stage(on.productId, one.id, [commit(1), commit(2)], { resume: 'x' });
      await gather(on, [commit(1, { title: 'second' })]);
      await on.store.gathers.abandon(on.productId, one.id);
      expect(await titles(on)).toEqual(['second']);
    });

    test('products do not see each other', async () => {
      const on = await bench(await newPlace());
      await gather(on, [commit(1), said(1)]);
      const other = await on.store.products.ensure({ name: 'rival' });
      const source = await on.store.sources.ensure(other.id, { kind: 'git', origin: 'git:root', options: {} });
      const there = { store: on.store, productId: other.id, sourceId: source.id };
      expect(await all(there)).toEqual([]);
      await gather(there, [commit(1)]);
      expect(await titles(there)).toEqual(['Change 1']);
      expect(await all(there, 'feedback')).toEqual([]);
    });
  });
}
