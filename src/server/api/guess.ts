/** The guess before the reading, of whoever sits at this machine. */
import { createRoute, z } from '@hono/zod-openapi';
import { GUESSES } from '#core/guess.ts';
import { guessOf, keepGuess } from '#engine/guess.ts';
import { failures, found, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const Guess = z.object({ place: z.enum(GUESSES).nullable() }).openapi('Guess');

const kept = createRoute({
  method: 'get',
  path: '/products/{product}/guess',
  summary: 'The newest guess',
  request: { params: ProductId },
  responses: { 200: found('Null where none was made.', Guess), ...failures },
});

const keep = createRoute({
  method: 'put',
  path: '/products/{product}/guess',
  summary: 'Keep a guess, or that none is wanted',
  request: {
    params: ProductId,
    body: found('Where the product stands, as somebody thinks.', z.object({ place: z.enum([...GUESSES, 'skip']) })),
  },
  responses: { 200: found('The guess that stands.', Guess), ...failures },
});

export const guessRoutes: Routes = (api, served) => {
  const { store } = served;
  api.openapi(kept, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    return c.json({ place: await guessOf(store, id) }, 200);
  });
  api.openapi(keep, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    await keepGuess(store, id, c.req.valid('json').place);
    return c.json({ place: await guessOf(store, id) }, 200);
  });
};
