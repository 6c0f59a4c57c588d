/** A person's own weights beside the published ones: a view of the newest reading, which stays as it is. */
import { createRoute, z } from '@hono/zod-openapi';
import { BifocalError } from '#core/errors.ts';
import { ownWeightsOf } from '#core/own-weights.ts';
import { newestUnder } from '#engine/own-weights.ts';
import { weightedSentence } from '#report/weights-words.ts';
import { failures, found, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const Lens = z.object({
  published: z.number().nullable().describe('every answered question counts once; null where the lens has no score'),
  own: z.number().nullable().describe('under the weights that were asked for; null where all of them are nought'),
  sameSide: z.boolean().nullable().describe('whether both are on the same side of the norm'),
  agree: z.int().nullable().describe('of `draws` random weightings, how many put it on the side where `own` is'),
});

const Under = z.object({
  product: Lens,
  customer: Lens,
  norm: z.number(),
  draws: z.int(),
  says: z.object({ product: z.string(), customer: z.string() }).describe('the same in words'),
});

const under = createRoute({
  method: 'get',
  path: '/products/{product}/weights',
  summary: 'The lenses under weights of your own',
  description: 'A view beside the reading, which counts every answered question once and is not changed by it.',
  request: {
    params: ProductId,
    query: z.object({
      weights: z
        .string()
        .max(400)
        .default('')
        .describe('`told:3,loved:0`: from 0 to 4 by question; what is not named counts once'),
    }),
  },
  responses: {
    200: found('Both lenses.', Under),
    ...failures,
  },
});

export const weightRoutes: Routes = (api, served) => {
  api.openapi(under, async (c) => {
    const { id, name } = await productOf(served, c.req.valid('param').product);
    const said = c.req.valid('query').weights;
    const weights = ownWeightsOf(said);
    if (weights === null)
      throw new BifocalError('USAGE', { cause: `“${said}” are no weights: told:3,loved:0`, command: 'serve' });
    const told = await newestUnder(served.store, id, weights);
    if (told === null) throw new BifocalError('NOT_THERE', { what: `a reading of ${name}` });
    const says = { product: weightedSentence(told, 'product'), customer: weightedSentence(told, 'customer') };
    return c.json({ ...told, says }, 200);
  });
};
