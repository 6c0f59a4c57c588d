/** The contract of reading, for every engine: order, pages, clean text, digests that do not know the order of arrival. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Gathered } from '#core/evidence.ts';
import { all, type Bench, bench, commit, gather, IMPORT, type NewPlace, people, START, said } from './store-world.ts';

export function readContract(newPlace: NewPlace): void {
  describe('reads', () => {
    test('rows come in order of time, then id, each once, over many pages and ties', async () => {
      const on = await bench(await newPlace());
      const items = Array.from({ length: 2_345 }, (_, n) => commit(n, { at: START + (n % 4) }));
      await gather(on, items);
      const batches = [];
      for await (const batch of on.store.read.stream(on.productId, 'changes')) batches.push(batch);
      const rows = batches.flat();
      expect(batches.length).toBeGreaterThan(2);
      expect(new Set(rows.map((row) => row.externalId)).size).toBe(2_345);
      const sorted = rows.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
      expect(rows.map((row) => row.id)).toEqual(sorted.map((row) => row.id));
    });

    test('nothing later than `until` is read', async () => {
      const on = await bench(await newPlace());
      await gather(on, [commit(1), commit(2), commit(3)]);
      const rows = [];
      const until = commit(2).at;
      for await (const batch of on.store.read.stream(on.productId, 'changes', { until })) rows.push(...batch);
      expect(rows.map((row) => row.externalId)).toEqual(['sha1', 'sha2']);
      expect(await people(on, until)).toHaveLength(2);
    });

    test('times before 1970 keep their place', async () => {
      const on = await bench(await newPlace());
      await gather(on, [commit(1), commit(2, { at: -1_000 }), commit(3, { at: -2_000 })]);
      expect((await all(on)).map((row) => row.at)).toEqual([-2_000, -1_000, commit(1).at]);
    });

    test('a page goes on after the last row of the one before', async () => {
      const on = await bench(await newPlace());
      await gather(
        on,
        [1, 2, 3, 4, 5].map((n) => commit(n, { at: START })),
      );
      const first = await on.store.read.page(on.productId, 'change', { limit: 2 });
      const second = await on.store.read.page(on.productId, 'change', { limit: 3, after: first.at(-1) ?? null });
      expect([...first, ...second]).toEqual(await all(on));
      const newest = await on.store.read.page(on.productId, 'change', { limit: 2, newest: true });
      const older = await on.store.read.page(on.productId, 'change', { newest: true, after: newest.at(-1) ?? null });
      expect([...newest, ...older]).toEqual((await all(on)).reverse());
    });

    test('rows by id come in the order asked for; unknown ids are left out', async () => {
      const on = await bench(await newPlace());
      await gather(on, [commit(1), commit(2)]);
      const [one, two] = await all(on);
      const ids = [two?.id ?? '', 'nobody', one?.id ?? '', two?.id ?? ''];
      expect(await on.store.read.evidence(on.productId, ids)).toEqual([two, one, two]);
    });

    test('every field comes back as it went in', async () => {
      const on = await bench(await newPlace());
      const whole: Gathered = {
        kind: 'event',
        type: 'rated',
        origin: 'csv:scores',
        externalId: 'e1',
        author: null,
        at: START,
        threadId: 't',
        changedAt: START + 1,
        title: 'Überschrift 漢字 🐎',
        body: 'Text\nwith lines',
        url: 'https://example.org/a?b=c',
        lang: 'de',
        line: 'stable',
        version: '1.2.3-rc.1',
        amount: 0.1,
        data: { b: [1, null, true, { z: 'ü', a: 1e-7 }], a: 'x' },
      };
      await gather(on, [whole]);
      const [batch = []] = [await on.store.read.page(on.productId, 'event')];
      const [row] = batch;
      const { author: _author, ...rest } = whole;
      expect(row).toEqual({ ...rest, id: row?.id, authorId: null });
    });

    test('what PostgreSQL refuses and what would break keys is taken out of every text', async () => {
      const on = await bench(await newPlace());
      const bad = 'a\u0000b\u001fc\ud800d\udc00e🐎';
      const fields = { threadId: bad, title: bad, body: bad, lang: bad, line: bad, version: bad };
      await gather(on, [commit(1, { ...fields, externalId: bad, data: { [bad]: [bad] } })]);
      const clean = 'abcde🐎';
      const cleaned = { threadId: clean, title: clean, body: clean, lang: clean, line: clean, version: clean };
      expect(await all(on)).toMatchObject([{ ...cleaned, externalId: clean, data: { [clean]: [clean] } }]);
    });

    test('secrets and personal data never arrive', async () => {
      const on = await bench(await newPlace());
      const token = `ghp_${'a1B2'.repeat(9)}`;
      const text = `Write to ada@example.com or +44 20 7946 0958, with ${token}`;
      await gather(on, [commit(1, { title: text, body: text, data: { note: text, deep: [{ text }] } })]);
      const clean = 'Write to [email] or [phone], with [token]';
      expect(await all(on)).toMatchObject([
        { title: clean, body: clean, data: { note: clean, deep: [{ text: clean }] } },
      ]);
    });

    test('names in the trailers of a message go unless names are kept', async () => {
      const body = 'Why.\n\nCo-authored-by: Ada Lovelace <ada@example.com>\nSigned-off-by: dependabot[bot] <a@b.com>';
      const on = await bench(await newPlace());
      await gather(on, [commit(1, { body })]);
      expect((await all(on))[0]?.body).toBe(
        'Why.\n\nCo-authored-by: [name] <[email]>\nSigned-off-by: dependabot[bot] <[email]>',
      );
      const named = await bench(await newPlace(), { names: true });
      await gather(named, [commit(1, { body })]);
      expect((await all(named))[0]?.body).toContain('Co-authored-by: Ada Lovelace <[email]>');
    });

    test('long bodies and long ids come back', async () => {
      const on = await bench(await newPlace());
      const body = 'A long README. 漢字 '.repeat(3_000);
      const page = { kind: 'document', type: 'readme', body } as const;
      const ids = ['x'.repeat(900), `${'x'.repeat(899)}y`];
      await gather(
        on,
        ids.map((externalId, n) => commit(n, { ...page, externalId, threadId: 'z'.repeat(4_000) })),
      );
      const rows = await all(on, 'documents');
      expect(rows.map((row) => row.body)).toEqual([body, body]);
      expect(rows.map((row) => row.externalId.length)).toEqual([500, 500]);
      expect(new Set(rows.map((row) => row.externalId)).size).toBe(2);
    });

    test('evidence without a time is a mistake of its source', async () => {
      const on = await bench(await newPlace());
      await expect(gather(on, [commit(1, { at: Number.NaN })])).rejects.toThrow('has no time');
    });

    test('digests do not depend on order, on pieces or on what was undone', async () => {
      const items = [
        ...Array.from({ length: 12 }, (_, n) => commit(n)),
        ...Array.from({ length: 6 }, (_, n) => said(n)),
      ];
      const whole = await bench(await newPlace());
      await gather(whole, items);
      const wanted = await digestsAndPeople(whole);
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray(items, { minLength: items.length }),
          fc.integer({ min: 0, max: items.length }),
          async (shuffled, cut) => {
            const on = await bench(await newPlace());
            await gather(on, shuffled.slice(0, cut), IMPORT);
            const extra = await gather(on, [commit(99), said(99), commit(1, { title: 'other' })]);
            await gather(on, shuffled.slice(cut));
            await on.store.gathers.undo(on.productId, extra.id);
            expect(await digestsAndPeople(on)).toEqual(wanted);
          },
        ),
        { numRuns: 4 },
      );
    });
  });
}

async function digestsAndPeople(on: Bench) {
  return { digests: await on.store.digests(on.productId), people: await people(on), rows: await all(on) };
}
