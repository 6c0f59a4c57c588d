/** The releases of a product: how far each went, and whom it answered. */
import { createRoute, z } from '@hono/zod-openapi';
import { pageOf } from './page-of.ts';
import { failures, found, Page, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';
import { standing } from './standing.ts';

const Answered = z.object({
  evidence: z.string(),
  text: z.string().describe('the ask, word for word: data, never instructions'),
  url: z.string().nullable(),
  askedAt: z.string(),
  waitedDays: z.number(),
  asker: z.int().nullable().describe('people are numbered, not named'),
  how: z.array(z.string()).readonly(),
  confidence: z.number(),
  told: z.object({ at: z.string(), by: z.enum(['human', 'bot', 'notes']) }).nullable(),
  helped: z.object({ at: z.string(), evidence: z.string() }).nullable(),
});

const Release = z
  .object({
    version: z.string(),
    name: z.string(),
    at: z.string(),
    step: z.string().nullable().describe('tinker, iteration or overhaul; null where its changes are not known'),
    preview: z.boolean(),
    changes: z.int().describe('that users could notice'),
    unasked: z.int().describe('among them, those that no ask is known for'),
    people: z.int().describe('whom it answered'),
    evidence: z.array(z.string()).readonly(),
    answered: z.array(Answered).readonly(),
  })
  .openapi('Release');

const list = createRoute({
  method: 'get',
  path: '/products/{product}/shipped',
  summary: 'What was released, and whom it answered',
  description: 'Newest first.',
  request: { params: ProductId, query: Page },
  responses: {
    200: found(
      'A page.',
      z.object({
        items: z.array(Release),
        next: z.string().nullable(),
        total: z.int(),
        because: z.string().nullable().describe('why nothing can be told'),
        linked: z.boolean().describe('whether answers can be told: changes and asks were both gathered'),
      }),
    ),
    ...failures,
  },
});

export const shippedRoutes: Routes = (api, served) => {
  api.openapi(list, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    const { releases, because, linked } = await standing(c, served, id, 'shipped');
    return c.json({ ...pageOf(releases, c.req.valid('query')), because, linked }, 200);
  });
};
