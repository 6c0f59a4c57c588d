/** How long words are kept, and the person who asks to be forgotten: for owners. */
import { createRoute, z } from '@hono/zod-openapi';
import { forgetIn } from '#engine/forget.ts';
import { applyRetention, keepWordsFor } from '#engine/retention.ts';
import { failures, found, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const Months = z.int().min(1).max(9_999).nullable().describe('null: all are kept');

const look = createRoute({
  method: 'get',
  path: '/products/{product}/privacy',
  summary: 'How long words are kept',
  request: { params: ProductId },
  responses: { 200: found('It.', z.object({ keepMonths: Months })), ...failures },
});

const keep = createRoute({
  method: 'put',
  path: '/products/{product}/privacy',
  summary: 'Say how long words are kept',
  description: 'Older words go at once and cannot be brought back; that they were written stays.',
  request: { params: ProductId, body: found('How long.', z.object({ keepMonths: Months })) },
  responses: {
    200: found('Kept.', z.object({ keepMonths: Months, expired: z.int().describe('texts that went') })),
    ...failures,
  },
});

const forget = createRoute({
  method: 'post',
  path: '/products/{product}/privacy/forgotten',
  summary: 'Erase a person from this product',
  description: 'For good: their texts go, mentions of them are blank, and they stay out of every later gather.',
  request: {
    params: ProductId,
    body: found(
      'Who.',
      z.object({
        person: z.string().trim().min(1).max(320).describe('an address, a handle, or an id'),
        also: z
          .array(z.string().trim().min(1).max(200))
          .max(20)
          .default([])
          .describe('names that texts may call them by'),
      }),
    ),
  },
  responses: {
    200: found('What went.', z.object({ texts: z.int(), mentions: z.int() })),
    ...failures,
  },
});

export const privacyRoutes: Routes = (api, served) => {
  const { store } = served;
  api.openapi(look, async (c) => {
    const { settings } = await productOf(served, c.req.valid('param').product);
    return c.json({ keepMonths: monthsIn(settings.keepMonths) }, 200);
  });
  api.openapi(keep, async (c) => {
    const { id, settings } = await productOf(served, c.req.valid('param').product);
    const { keepMonths } = c.req.valid('json');
    c.set('noted', { before: { keepMonths: monthsIn(settings.keepMonths) }, after: { keepMonths } });
    await keepWordsFor(store, id, keepMonths);
    return c.json({ keepMonths, expired: await applyRetention(store, id, Date.now()) }, 200);
  });
  api.openapi(forget, async (c) => {
    const product = await productOf(served, c.req.valid('param').product);
    const { person, also } = c.req.valid('json');
    // Whoever is forgotten is not to stand in the log either.
    c.set('noted', { after: {} });
    const { rows, mentions } = await forgetIn(store, product, person, also);
    return c.json({ texts: rows, mentions }, 200);
  });
};

function monthsIn(kept: unknown): number | null {
  return typeof kept === 'number' ? kept : null;
}
