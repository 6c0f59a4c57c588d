/** The reading of a product: the newest as it stands, and a new one. */
import { createRoute, z } from '@hono/zod-openapi';
import { BifocalError } from '#core/errors.ts';
import { Reading } from '#core/reading.ts';
import { readingNow, toldOf } from './reading-now.ts';
import { failures, found, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const Told = z
  .object({
    id: z.string(),
    reading: Reading.openapi('Reading'),
    view: z.looseObject({}).describe('the same in words, as every face shows it: may gain and lose parts'),
  })
  .openapi('ReadingTold', { description: 'The reading as `bifocal reflect --json` prints it.' });

const newest = createRoute({
  method: 'get',
  path: '/products/{product}/reading',
  summary: 'The newest reading',
  description: 'Its ETag is the reading’s id: the same id is the same bytes.',
  request: { params: ProductId },
  responses: { 200: found('It.', Told), 304: { description: 'Nothing changed.' }, ...failures },
});

const again = createRoute({
  method: 'post',
  path: '/products/{product}/reading',
  summary: 'Gather what is new and read again',
  request: { params: ProductId },
  responses: { 202: found('It is being read.', z.object({ job: z.object({ id: z.string() }) })), ...failures },
});

export const readingRoutes: Routes = (api, served) => {
  const { store, workshop } = served;
  api.openapi(newest, async (c) => {
    const { id: productId, name } = await productOf(served, c.req.valid('param').product);
    const now = await readingNow(store, productId);
    const kept = now && (await store.readings.get(productId, now.id));
    if (kept === null) throw new BifocalError('NOT_THERE', { what: `a reading of ${name}` });
    const tag = `"${kept.id}"`;
    c.header('ETag', tag);
    c.header('Cache-Control', 'no-cache');
    if (c.req.header('if-none-match') === tag) return c.body(null, 304);
    return c.json({ id: kept.id, ...(await toldOf(store, kept.json)) }, 200);
  });
  api.openapi(again, async (c) => {
    const { id, name } = await productOf(served, c.req.valid('param').product);
    return c.json({ job: { id: workshop.begin({ does: 'read', target: name, productId: id }).id } }, 202);
  });
};
