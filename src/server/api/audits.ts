/** How a product's audits come to their scores: the curve of each, as a face draws it. */

import { createRoute, z } from '@hono/zod-openapi';
import { curvesPut } from '#engine/curves-put.ts';
import { newestReading } from '#engine/kept-readings.ts';
import { curveView } from '#report/view/curve.ts';
import { failures, found, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const Point = z.tuple([z.number(), z.number()]).readonly();
const End = z.object({ value: z.number(), words: z.string() });

const Drawn = z
  .object({
    id: z.string(),
    least: End,
    most: End,
    course: z.array(Point).readonly().describe('value and score'),
    controls: z.array(Point).readonly().describe('the points that state the curve'),
    here: End.extend({ score: z.number() }).nullable().describe('null: no figure yet'),
    sure: z.object({ low: z.number(), high: z.number() }).nullable().describe('the interval, as far as it is shown'),
    sentence: z.string(),
  })
  .openapi('ScoreCurve');

const list = createRoute({
  method: 'get',
  path: '/products/{product}/curves',
  summary: 'From a value to its score: the curve of each audit, and where the product stands on it',
  description: 'Of the newest reading; audits that are never scored, or were made with another version, are left out.',
  request: { params: ProductId },
  responses: { 200: found('By audit.', z.object({ items: z.array(Drawn), next: z.null() })), ...failures },
});

export const auditRoutes: Routes = (api, served) => {
  api.openapi(list, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    const reading = await newestReading(served.store, id);
    const curves = curvesPut();
    const items = (reading?.audits ?? []).flatMap((audit) => {
      const curve = curves.get(`${audit.id} ${audit.method.version}`);
      return curve === undefined ? [] : [{ id: audit.id, ...curveView(curve, audit) }];
    });
    return c.json({ items, next: null }, 200);
  });
};
