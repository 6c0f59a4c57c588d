/** Evidence by id: the verbatim rows behind a figure. */
import { createRoute, z } from '@hono/zod-openapi';
import { pieceOf } from './pieces.ts';
import { failures, found, Piece, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

/** A figure shows its first rows; the rest is asked for as they are looked at. */
const AT_ONCE = 100;

const rows = createRoute({
  method: 'get',
  path: '/products/{product}/evidence',
  summary: 'The rows behind a figure, word for word',
  request: {
    params: ProductId,
    query: z.object({
      ids: z
        .string()
        .max(AT_ONCE * 64)
        .transform((ids) => ids.split(',').filter((id) => id !== ''))
        .pipe(z.array(z.string()).max(AT_ONCE))
        .openapi({ type: 'string', description: `At most ${AT_ONCE}, with commas between them.` }),
    }),
  },
  responses: {
    200: found('In the order asked for; what is not known is left out.', z.object({ items: z.array(Piece) })),
    ...failures,
  },
});

export const evidenceRoutes: Routes = (api, served) => {
  api.openapi(rows, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    const found = await served.store.read.evidence(id, c.req.valid('query').ids);
    return c.json({ items: found.map(pieceOf) }, 200);
  });
};
