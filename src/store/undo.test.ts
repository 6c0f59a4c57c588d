/** Undo against a model: after any run of gathers, undoings and abandonings, what is seen is what a list would show. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { all, type Bench, bench, commit, gather, IMPORT, KEY, LIVE } from '../../test/contracts/store-world.ts';
import { openStore } from './open.ts';

const ROWS = 4;
const ORIGIN = 'git:root';

type Step =
  | {
      readonly do: 'gather';
      readonly rows: readonly (number | null)[];
      readonly whole: boolean;
      readonly import: boolean;
    }
  | { readonly do: 'undo'; readonly which: number }
  | { readonly do: 'abandon'; readonly rows: readonly (number | null)[] };

/** For each row the version yielded, or null when the gather does not yield it. Even ones are long enough for a blob. */
const yielded = fc.array(fc.option(fc.integer({ min: 0, max: 2 })), { minLength: ROWS, maxLength: ROWS });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('gather' as const),
      rows: yielded,
      whole: fc.boolean(),
      import: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat({ max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('abandon' as const), rows: yielded }) },
);

/** One sealed gather: what it said of each row; `gone` where a whole gather did not yield a row that was there. */
interface Said {
  readonly id: string;
  readonly rows: readonly (number | 'gone' | null)[];
}

function items(rows: readonly (number | null)[]) {
  return rows.flatMap((version, n) => {
    if (version === null) return [];
    return commit(n, { title: `v${version}`, body: version % 2 === 0 ? `${version}`.repeat(2_500) : null });
  });
}

function shown(log: readonly Said[]): (number | 'gone' | null)[] {
  return Array.from({ length: ROWS }, (_, n) => log.findLast((said) => said.rows[n] !== null)?.rows[n] ?? null);
}

async function play(on: Bench, steps: readonly Step[]): Promise<Said[]> {
  const log: Said[] = [];
  for (const now of steps) {
    if (now.do === 'gather') {
      const before = shown(log);
      const replaces = now.whole ? [{ origin: ORIGIN, type: 'commit' }] : [];
      const { id } = await gather(on, items(now.rows), { ...(now.import ? IMPORT : LIVE), replaces });
      const vanished = (n: number) => now.whole && typeof before[n] === 'number';
      log.push({ id, rows: now.rows.map((version, n) => version ?? (vanished(n) ? 'gone' : null)) });
    } else if (now.do === 'undo') {
      const [undone] = log.splice(now.which % Math.max(1, log.length), 1);
      if (undone) await on.store.gathers.undo(on.productId, undone.id);
    } else {
      const { id } = await on.store.gathers.open(on.productId, on.sourceId, LIVE);
      await on.store.gathers.stage(on.productId, id, items(now.rows), { resume: 'x' });
      await on.store.gathers.abandon(on.productId, id);
    }
  }
  return log;
}

async function fresh(): Promise<Bench> {
  return bench({ open: (options = {}) => openStore({ file: ':memory:', key: KEY, ...options }) });
}

test('what is seen after any steps is what the newest gather that stands said, digests included', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (steps) => {
      const on = await fresh();
      const log = await play(on, steps);
      const versions = shown(log).map((version) => (typeof version === 'number' ? version : null));
      const alone = await fresh();
      await gather(alone, items(versions));
      expect(await all(on)).toEqual(await all(alone));
      expect(await on.store.digests(on.productId)).toEqual(await alone.store.digests(alone.productId));
      await on.store.close();
      await alone.store.close();
    }),
    { numRuns: 60 },
  );
});

test('undoing everything in any order leaves an empty product', async () => {
  const yields = fc.array(yielded, { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(yields, fc.infiniteStream(fc.nat()), async (gathers, picks) => {
      const on = await fresh();
      const empty = await on.store.digests(on.productId);
      const ids: string[] = [];
      for (const rows of gathers) ids.push((await gather(on, items(rows))).id);
      for (const pick of picks) {
        const [id] = ids.splice(pick % ids.length, 1);
        await on.store.gathers.undo(on.productId, id ?? '');
        if (ids.length === 0) break;
      }
      expect(await all(on)).toEqual([]);
      expect(await on.store.digests(on.productId)).toEqual(empty);
      const [source] = await on.store.sources.list(on.productId);
      expect(source).toMatchObject({ cursor: null, observedUntil: null });
      await on.store.close();
    }),
    { numRuns: 25 },
  );
});
