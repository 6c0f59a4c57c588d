/** What customers said: a page at a time, or what holds the words that are searched for. */
import { createRoute, z } from '@hono/zod-openapi';
import { BifocalError } from '#core/errors.ts';
import { pieceOf } from './pieces.ts';
import { failures, found, Page, Piece, ProductId } from './schemas.ts';
import { searchableIn } from './searchable.ts';
import { productOf, type Routes } from './served.ts';

const Found = z.object({
  items: z.array(Piece),
  next: z.string().nullable(),
  whole: z.boolean().optional().describe('of a search: false while what came last is still being made searchable'),
});

const said = createRoute({
  method: 'get',
  path: '/products/{product}/feedback',
  summary: 'What customers said',
  description: 'Oldest first without `search`, or newest first; with it the best first, one page.',
  request: {
    params: ProductId,
    query: Page.extend({
      search: z.string().max(400).optional().describe('every word; the last may be the beginning of one'),
      order: z.enum(['oldest', 'newest']).default('oldest'),
    }),
  },
  responses: {
    200: found('A page.', Found),
    ...failures,
  },
});

export const feedbackRoutes: Routes = (api, served) => {
  const { store } = served;
  const searchable = searchableIn(served);
  api.openapi(said, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    const { limit, cursor, search, order } = c.req.valid('query');
    if (search !== undefined && search.trim() !== '') {
      const whole = await searchable(id);
      const matches = await served.seeker.feedback(id, search, limit);
      return c.json({ items: matches.map(pieceOf), next: null, whole }, 200);
    }
    const after = cursor === undefined ? null : placeOf(cursor);
    const rows = await store.read.page(id, 'feedback', { after, limit, newest: order === 'newest' });
    const last = rows.length < limit ? undefined : rows.at(-1);
    return c.json({ items: rows.map(pieceOf), next: last ? `${last.at}.${last.id}` : null }, 200);
  });
};

/** Where a page begins. Rejects with USAGE where it is nobody's `next`. */
function placeOf(cursor: string): { at: number; id: string } {
  const [, at, id] = /^(-?\d{1,16})\.(.{1,100})$/.exec(cursor) ?? [];
  if (at === undefined || id === undefined)
    throw new BifocalError('USAGE', { cause: '`cursor` is not the `next` of a page.', command: 'serve' });
  return { at: Number(at), id };
}
