/** The contract of everything beside evidence, for every engine: products, cache, readings, jobs, search, moving. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { all, bench, commit, gather, type NewPlace, people, said } from './store-world.ts';

/** `elsewhere` is an empty place to move a store to. */
export function restContract(newPlace: NewPlace, elsewhere: NewPlace): void {
  describe('the rest', () => {
    test('a product is made once and found by id and name', async () => {
      const { store } = await bench(await newPlace());
      const made = await store.products.ensure({ name: 'fizz', kind: 'drink', customers: 'guests' });
      const again = await store.products.ensure({ name: 'fizz', kind: 'other' });
      expect(again).toEqual(made);
      expect(made).toMatchObject({ name: 'fizz', kind: 'drink', customers: 'guests', settings: {} });
      expect(await store.products.byId(made.id)).toEqual(made);
      expect(await store.products.byName('fizz')).toEqual(made);
      expect(await store.products.byName('nobody')).toBeNull();
      const other = await store.products.ensure({ name: 'fizz', organisation: 'acme' });
      expect(other.id).not.toBe(made.id);
      await store.products.change(made.id, { customers: 'drinkers', settings: { weights: [1, 2] } });
      expect(await store.products.byId(made.id)).toMatchObject({
        customers: 'drinkers',
        settings: { weights: [1, 2] },
      });
      expect((await store.products.list()).map((product) => product.name)).toEqual(['acme', 'fizz', 'fizz']);
    });

    test('a source is one per kind and origin, and notes how it went', async () => {
      const { store, productId, sourceId } = await bench(await newPlace());
      const options = { path: '.', deep: true };
      const again = await store.sources.ensure(productId, { kind: 'git', origin: 'git:root', options });
      expect(again).toMatchObject({ id: sourceId, options, cursor: null, state: 'new', observedUntil: null });
      await store.sources.noted(productId, sourceId, { state: 'failed', error: 'SOURCE_UNREACHABLE' });
      expect(await store.sources.list(productId)).toMatchObject([{ state: 'failed', error: 'SOURCE_UNREACHABLE' }]);
    });

    test('a fact is found under all that went in, and swept when nobody used it', async () => {
      let now = 1_000;
      const { store, productId } = await bench(await newPlace(), { now: () => now });
      const value = JSON.stringify({ weeks: Array.from({ length: 500 }, (_, n) => n), ü: '漢' });
      await store.facts.put(productId, 'weeks', '1', 'input', value);
      await store.facts.put(productId, 'weeks', '2', 'input', 'other');
      expect(await store.facts.get(productId, 'weeks', '1', 'input')).toBe(value);
      expect(await store.facts.get(productId, 'weeks', '1', 'changed')).toBeNull();
      now += 3 * 86_400_000;
      await store.facts.get(productId, 'weeks', '1', 'input');
      expect(await store.facts.sweep(productId, now)).toBe(1);
      expect(await store.facts.get(productId, 'weeks', '1', 'input')).toBe(value);
      expect(await store.facts.get(productId, 'weeks', '2', 'input')).toBeNull();
    });

    test('a reading is kept as it was made', async () => {
      let now = 5;
      const { store, productId } = await bench(await newPlace(), { now: () => now++ });
      const reading = { id: 'r1', at: 1, method: 'm', input: '{"a":1}', json: '{"score":0.1}' };
      await store.readings.put(productId, reading);
      await store.readings.put(productId, { ...reading, json: 'changed' });
      await store.readings.put(productId, { ...reading, id: 'r2' });
      expect(await store.readings.get(productId, 'r1')).toMatchObject(reading);
      expect((await store.readings.list(productId)).map((row) => row.id)).toEqual(['r2', 'r1']);
      await store.readings.put(productId, { ...reading, id: 'r0' }, true);
      expect((await store.readings.list(productId)).map((row) => row.id)).toEqual(['r2', 'r1', 'r0']);
      expect(await store.readings.get(productId, 'r3')).toBeNull();
    });

    test('a guess is kept as it was said, beside those before it and for its product alone', async () => {
      let now = 5;
      const { store, productId } = await bench(await newPlace(), { now: () => now++ });
      const other = await store.products.ensure({ name: 'fizz' });
      expect(await store.guesses.list(productId)).toEqual([]);
      await store.guesses.add(productId, 'skip');
      await store.guesses.add(productId, 'both');
      await store.guesses.add(productId, 'product', 'ada');
      const kept = (await store.guesses.list(productId)).map(({ place, who }) => [place, who]);
      expect(kept).toEqual([
        ['skip', null],
        ['both', null],
        ['product', 'ada'],
      ]);
      expect(await store.guesses.list(other.id)).toEqual([]);
    });

    test('actions are kept as they were decided, changed whole, and their verdicts by day', async () => {
      const { store, productId } = await bench(await newPlace());
      const action = {
        ...{ readingId: 'r', kind: 'audit', targetId: 'loop-closure', plan: { title: 'Tell', steps: [] } },
        ...{ expected: null, tellTale: 'told', effort: 'minutes', owner: null, dueAt: null, state: 'adopted' },
      };
      const id = await store.actions.add(productId, action);
      expect(await store.actions.list(productId)).toEqual([{ ...action, id }]);
      const done = await store.actions.change(productId, id, (was) => ({
        ...was,
        state: 'done',
        dueAt: 5,
        owner: 'Ada',
      }));
      expect(await store.actions.list(productId)).toEqual([done]);
      expect(await store.actions.change(productId, 'nobody', (was) => was)).toBeNull();
      const refusing = store.actions.change(productId, id, () => {
        throw new Error('no');
      });
      await expect(refusing).rejects.toThrow('no');
      expect(await store.actions.list(productId)).toEqual([done]);
      const verdict = { actionId: id, readingId: '2026-02-28', verdict: 'too early', interval: null, beside: ['3.5'] };
      await store.actions.judge(productId, verdict);
      await store.actions.judge(productId, { ...verdict, verdict: 'moved', interval: { low: 1 } });
      await store.actions.judge(productId, { ...verdict, readingId: '2026-01-31' });
      const kept = (await store.actions.verdicts(productId)).map((one) => [one.readingId, one.verdict, one.interval]);
      expect(kept).toEqual([
        ['2026-01-31', 'too early', null],
        ['2026-02-28', 'moved', { low: 1 }],
      ]);
    });

    test('a job is claimed once, by priority, and again when its worker is gone', async () => {
      let now = 1_000;
      const { store, productId } = await bench(await newPlace(), { now: () => now });
      const low = await store.jobs.enqueue(productId, { kind: 'gather', key: 'git', payload: { n: 1 } });
      const high = await store.jobs.enqueue(productId, { kind: 'read', priority: 5 });
      await store.jobs.enqueue(productId, { kind: 'later', runAt: 99_999 });
      expect(await store.jobs.enqueue(productId, { kind: 'gather', key: 'git' })).toBe(low);
      expect(await store.jobs.claim(productId, 'a', 100)).toMatchObject({ id: high, attempts: 1 });
      expect(await store.jobs.claim(productId, 'b', 100)).toMatchObject({ id: low, payload: { n: 1 } });
      expect(await store.jobs.claim(productId, 'c', 100)).toBeNull();
      now += 50;
      expect(await store.jobs.renew(productId, low, 'b', 100, { done: 3 })).toBe(true);
      now += 60;
      expect(await store.jobs.claim(productId, 'c', 100)).toMatchObject({ id: high, attempts: 2 });
      expect(await store.jobs.renew(productId, high, 'a', 100)).toBe(false);
      expect(await store.jobs.finish(productId, high, 'a')).toBe(false);
      expect(await store.jobs.finish(productId, high, 'c')).toBe(true);
      expect(await store.jobs.fail(productId, low, 'b', 'broke', now + 10)).toBe(true);
      expect(await store.jobs.claim(productId, 'c', 100)).toBeNull();
      now += 10;
      expect(await store.jobs.claim(productId, 'c', 100)).toMatchObject({ id: low, attempts: 2 });
      expect(await store.jobs.fail(productId, low, 'c', 'broke again', null)).toBe(true);
      expect(await store.jobs.enqueue(productId, { kind: 'gather', key: 'git' })).not.toBe(low);
    });

    test('one holds the lease of a product at a time', async () => {
      let now = 1_000;
      const { store, productId } = await bench(await newPlace(), { now: () => now });
      expect(await store.jobs.lease(productId, 'a', 100)).toBe(true);
      expect(await store.jobs.lease(productId, 'b', 100)).toBe(false);
      expect(await store.jobs.lease(productId, 'a', 100)).toBe(true);
      expect(await store.jobs.claim(productId, 'w', 100)).toBeNull();
      now += 101;
      expect(await store.jobs.lease(productId, 'b', 100)).toBe(true);
      await store.jobs.release(productId, 'a');
      expect(await store.jobs.lease(productId, 'a', 100)).toBe(false);
      await store.jobs.release(productId, 'b');
      expect(await store.jobs.lease(productId, 'a', 100)).toBe(true);
    });

    test('search finds every word, follows updates and undo, and takes no operators', async () => {
      const on = await bench(await newPlace());
      const { store, productId } = on;
      await gather(on, [said(1, { title: 'Faster horse', body: 'on the bridge' }), said(2, { title: 'Slow horse' })]);
      expect(await store.search.query(productId, 'horse')).toEqual([]);
      await store.search.index(productId, 1);
      const found = async (text: string) => (await store.search.query(productId, text)).map((row) => row.externalId);
      expect((await found('horse')).sort()).toEqual(['1', '2']);
      expect(await found('faster hor')).toEqual(['1']);
      expect(await found('bridge')).toEqual(['1']);
      expect(await found('" OR * NEAR(')).toEqual([]);
      expect(await found('')).toEqual([]);
      const next = await gather(on, [said(1, { title: 'Quicker mule' }), said(3, { title: 'A horse again' })]);
      expect(await store.search.index(productId)).toBe(2);
      expect(await found('faster')).toEqual([]);
      expect((await found('horse')).sort()).toEqual(['2', '3']);
      await store.gathers.undo(productId, next.id);
      await store.search.index(productId);
      expect((await found('horse')).sort()).toEqual(['1', '2']);
    });

    test('a store moved elsewhere gives the same answers', async () => {
      const on = await bench(await newPlace());
      await gather(on, [commit(1), commit(2, { body: 'b'.repeat(4_000) }), said(3)], { rereadable: false });
      const second = await gather(on, [commit(1, { title: 'Reworded' })]);
      await on.store.corrections.add(on.productId, { target: 'link', targetId: 'x', verb: 'veto' });
      await on.store.guesses.add(on.productId, 'neither');
      await on.store.readings.put(on.productId, { id: 'r', at: 1, method: 'm', input: 'i', json: '{}' });
      await on.store.facts.put(on.productId, 'f', '1', 'i', 'v');
      const place = await elsewhere();
      const other = await place.open();
      onTestFinished(() => other.close());
      const copied = await on.store.copyTo(other);
      expect(copied).toMatchObject({ products: 1, gathers: 2, evidence: 3, blobs: 1 });
      const there = { ...on, store: other };
      const told = async (bench: typeof on) => ({
        rows: [...(await all(bench)), ...(await all(bench, 'feedback'))],
        people: await people(bench),
        digests: await bench.store.digests(bench.productId),
        reading: await bench.store.readings.get(bench.productId, 'r'),
        sources: await bench.store.sources.list(bench.productId),
        gathers: await bench.store.gathers.list(bench.productId),
        corrections: await bench.store.corrections.list(bench.productId),
        guesses: await bench.store.guesses.list(bench.productId),
      });
      expect(await told(there)).toEqual(await told(on));
      await other.gathers.undo(on.productId, second.id);
      await on.store.gathers.undo(on.productId, second.id);
      expect(await told(there)).toEqual(await told(on));
      await expect(on.store.copyTo(other)).rejects.toMatchObject({ code: 'STORE_UNUSABLE' });
    });
  });
}
