/** The lean by depth: a recipe that stays under new cans, a shop that renews both, and what cannot be told. */
import { expect, test } from 'vitest';
import type { KindOfWork } from '#core/focus.ts';
import { leanOf } from './lean.ts';

const AT = Date.UTC(2026, 2, 1);

function kind(noun: string, gone: number, more: Partial<KindOfWork> = {}): KindOfWork {
  const replaced = Array.from({ length: 12 }, (_, index) => ({ block: `p${index}`, stood: 5, gone }));
  return { state: 'seen', because: null, basis: noun, noun, weeks: [], replaced, depthBecause: null, ...more };
}

const UNHEARD = kind('serving', 0, { state: 'not-collected' });
const lean = (making: KindOfWork, telling: KindOfWork) => leanOf({ making, telling, serving: UNHEARD }, AT);
const recipe = (gone: number) => kind('the recipe', gone, { by: 'depth' });

test('a recipe that stays while the can is new leans to the customer, and says how deep each went', () => {
  expect(lean(recipe(0), kind('the can', 4))).toMatchObject({
    ...{ verdict: 'customer', unit: 'depth', difference: -0.8 },
    because:
      'Of what stood a year ago 0 % of the recipe and 80 % of the can is gone or replaced: telling runs deep while making rests.',
  });
});

test('a recipe rewritten under an old can leans to the product; both renewed is both; little of either is no lean', () => {
  expect(lean(recipe(4), kind('the can', 0)).verdict).toBe('product');
  expect(lean(recipe(4), kind('the can', 3)).verdict).toBe('both');
  expect(lean(recipe(1), kind('the can', 1))).toMatchObject({ verdict: 'undecided', unit: 'depth' });
});

test('its interval holds the difference, also where nothing at all changed', () => {
  const { interval, difference } = lean(recipe(0), kind('the can', 4));
  expect(interval?.low).toBeLessThan(difference ?? 0);
  expect(interval?.high).toBeGreaterThan(difference ?? 0);
});

test('what is not known of a year ago gives no lean, with the reason', () => {
  const young = kind('the recipe', 0, { by: 'depth', replaced: null, depthBecause: 'The first look was in May.' });
  expect(lean(young, kind('the can', 4))).toMatchObject({
    verdict: 'undecided',
    unit: null,
    because: 'The first look was in May.',
  });
});
