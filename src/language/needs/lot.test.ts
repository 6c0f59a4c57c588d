/** What is drawn of very much is the same in any order, and evenly spread. */
import { expect, test } from 'vitest';
import { EvenDraw } from './lot.ts';

const ids = Array.from({ length: 10_000 }, (_, at) => `piece ${at}`);

function drawnOf(order: readonly string[], most: number) {
  const draw = new EvenDraw<number>(most);
  for (const [at, id] of order.entries()) draw.add(id, at);
  return draw.drawn();
}

test('of too many some are drawn, the same in any order, and as many of each part', () => {
  const { items, all } = drawnOf(ids, 1_000);
  expect(all).toBe(false);
  expect(items.size).toBeLessThanOrEqual(1_000);
  expect(items.size).toBeGreaterThan(450);
  expect(new Set(drawnOf(ids.toReversed(), 1_000).items.keys())).toEqual(new Set(items.keys()));
  const early = ids.slice(0, 5_000).filter((id) => items.has(id)).length;
  expect(Math.abs(early / items.size - 0.5)).toBeLessThan(0.08);
});

test('of few all are drawn, in the order in which they came', () => {
  const { items, all } = drawnOf(ids.slice(0, 100), 100);
  expect(all).toBe(true);
  expect([...items.keys()]).toEqual(ids.slice(0, 100));
});
