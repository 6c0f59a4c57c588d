/** Two or more products held against each other, by the readings that stand. */
import { createRoute, z } from '@hono/zod-openapi';
import { Comparison } from '#core/comparison.ts';
import { BifocalError } from '#core/errors.ts';
import { compareStanding } from '#engine/compare.ts';
import { rankWords } from '#report/comparison-words.ts';
import { middleOf, outline } from '#report/region.ts';
import { callerOf } from '../access/caller.ts';
import { seenBy } from '../access/seen-by.ts';
import { failures, found } from './schemas.ts';
import type { Routes } from './served.ts';

const MOST = 8;

const Spot = z.tuple([z.number(), z.number()]);
const Spots = z.array(Spot);

const compared = createRoute({
  method: 'get',
  path: '/compare',
  summary: 'Products side by side',
  description: 'Of the readings that stand: nothing is gathered. Readings of other years or methods are refused.',
  request: {
    query: z.object({
      of: z
        .string()
        .max(MOST * 70)
        .transform((ids) => [...new Set(ids.split(',').filter((id) => id !== ''))])
        .pipe(z.array(z.string()).min(2).max(MOST))
        .openapi({ type: 'string', description: `Ids of two to ${MOST} products, with commas between them.` }),
    }),
  },
  responses: {
    200: found(
      'What `bifocal compare --json` prints, and its sentences.',
      z.object({
        comparison: Comparison.clone().openapi('Comparison'),
        regions: z
          .record(z.string(), z.object({ ninety: Spots, fifty: Spots, middle: Spot }))
          .describe('per product, the outline of nine draws in ten and of half of them: product lens, customer lens'),
        words: z.record(z.string(), z.array(z.string())).describe('per figure, as `lens:id`'),
      }),
    ),
    ...failures,
  },
});

export const compareRoutes: Routes = (api, served) => {
  api.openapi(compared, async (c) => {
    const { of: ids } = c.req.valid('query');
    const seen = seenBy(served.store, callerOf(c));
    for (const id of ids)
      if ((await seen.products.byId(id)) === null) throw new BifocalError('NOT_THERE', { what: `product ${id}` });
    const comparison = await compareStanding(seen, ids);
    const words = comparison.figures.map((one) => [`${one.lens}:${one.id}`, rankWords(one, comparison.products)]);
    const regions = comparison.products.flatMap(({ id, region }) =>
      region.length < LEAST ? [] : [[id, regionOf(region)]],
    );
    return c.json({ comparison, regions: Object.fromEntries(regions), words: Object.fromEntries(words) }, 200);
  });
};

/** Fewer draws than a triangle has corners have no outline. */
const LEAST = 3;

function regionOf(draws: Comparison['products'][number]['region']) {
  const round = ([across, up]: readonly [number, number]): [number, number] => [tenth(across), tenth(up)];
  const of = (share: number) => outline(draws, share).map(round);
  return { ninety: of(0.9), fifty: of(0.5), middle: round(middleOf(draws)) };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
