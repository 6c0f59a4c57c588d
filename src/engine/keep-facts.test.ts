/** Kept facts: computed only when something changed, from their former rows and what people decided; never in the past. */
import { expect, test } from 'vitest';
import { type Fact, type KeptFrom, keepFact } from '#facts/define-fact.ts';
import { bench, gather, openMemory, START, said } from '../../test/contracts/store-world.ts';
import { evaluateFacts } from './evaluate-facts.ts';
import { keeperOf } from './keep-facts.ts';

type From = KeptFrom<'links', never>;

/** Each piece of feedback answers itself; a former row keeps its confidence, and a veto takes one away. */
async function world() {
  const on = await bench(openMemory());
  const runs: From[] = [];
  const echo = keepFact({
    ...{ id: 'echo', version: 1, keeps: ['links'], reads: ['feedback'], facts: [], corrects: ['link'] },
    keep: () => {
      const ids: string[] = [];
      return {
        take: ({ id }: { id: string }) => ids.push(id),
        done: (from: From) => {
          runs.push(from);
          const vetoed = from.decided.flatMap(({ verb, targetId }) => (verb === 'veto' ? targetId : []));
          const before = new Map(from.former.links.map((row) => [row.fromId, row.confidence]));
          const links = ids
            .filter((id) => !vetoed.includes(id))
            .map((id) => ({
              kind: 'echo',
              fromId: id,
              toId: id,
              method: 'echo 1',
              because: null,
              confidence: before.get(id) ?? 0.5,
            }));
          return { rows: { links }, memory: new TextEncoder().encode(`${ids.length}`) };
        },
      };
    },
    value: (rows: { links: readonly unknown[] }) => rows.links.length,
  } as never);
  const counted = {
    ...{ id: 'counted', version: 1, facts: ['echo'] },
    compute: (facts: { echo: number }) => facts.echo * 10,
  };
  const facts = [counted, echo] as unknown as readonly Fact[];
  const evaluate = async (how: { keeps?: boolean; fresh?: boolean; at?: number } = {}) => {
    const { keeps = true, fresh = false, at = START * 2 } = how;
    const keeper = keeperOf(on.store, on.productId, { keeps, fresh, at });
    const read = (name: string) => on.store.read.stream(on.productId, name as 'feedback', { until: at });
    const values = await evaluateFacts(facts, read, at, {}, keeper);
    return values as unknown as { echo: number; counted: number };
  };
  return { on, runs, evaluate };
}

test('is computed once while nothing changes, and other facts see it', async () => {
  const { on, runs, evaluate } = await world();
  await gather(on, [said(1), said(2)]);
  expect(await evaluate()).toEqual({ echo: 2, counted: 20 });
  expect(await evaluate()).toEqual({ echo: 2, counted: 20 });
  expect(runs).toHaveLength(1);
  await gather(on, [said(1), said(2), said(3)]);
  expect((await evaluate()).echo).toBe(3);
  expect(runs.at(-1)?.former.links).toHaveLength(2);
  expect(new TextDecoder().decode(runs.at(-1)?.memory ?? undefined)).toBe('2');
});

test('obeys what people decided, also when computed anew, and forgets what was taken back', async () => {
  const { on, runs, evaluate } = await world();
  await gather(on, [said(1), said(2)]);
  await evaluate();
  const [{ fromId = '' } = {}] = await on.store.kept.rows(on.productId, 'links');
  const id = await on.store.corrections.add(on.productId, { target: 'link', targetId: fromId, verb: 'veto' });
  await on.store.corrections.add(on.productId, { target: 'need', targetId: fromId, verb: 'rename' });
  expect((await evaluate()).echo).toBe(1);
  expect((await evaluate({ fresh: true })).echo).toBe(1);
  expect(runs.at(-1)?.former.links).toEqual([]);
  await on.store.corrections.undo(on.productId, id);
  expect((await evaluate()).echo).toBe(2);
});

test('the past is derived from evidence alone, and changes nothing that is kept', async () => {
  const { on, runs, evaluate } = await world();
  await gather(on, [said(1), said(2)]);
  await evaluate();
  const before = await on.store.digests(on.productId);
  expect((await evaluate({ keeps: false, at: START + 1.5 * 86_400_000 })).echo).toBe(1);
  expect(runs.at(-1)?.former.links).toEqual([]);
  expect(await on.store.digests(on.productId)).toEqual(before);
});

test('rows that come into sight as the moment moves on are seen, though no row came', async () => {
  const { on, evaluate } = await world();
  await gather(on, [said(1), said(2)]);
  expect((await evaluate({ at: START + 1.5 * 86_400_000 })).echo).toBe(1);
  expect((await evaluate()).echo).toBe(2);
});

test('who is overtaken computes again from what the other left', async () => {
  const { on, runs, evaluate } = await world();
  await gather(on, [said(1), said(2)]);
  await Promise.all([evaluate(), evaluate(), evaluate()]);
  expect(await on.store.kept.rows(on.productId, 'links')).toHaveLength(2);
  expect(runs.length).toBeGreaterThanOrEqual(1);
  expect((await evaluate()).echo).toBe(2);
});
