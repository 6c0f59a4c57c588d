/** A file handed over by a person: looked at first, taken, and taken back as a whole. */
import { createRoute, z } from '@hono/zod-openapi';
import { undoImport } from '#engine/undo.ts';
import { keepUpload } from '../upload.ts';
import { failure, failures, found, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const Wish = z.object({
  name: z.string().min(1).max(255).describe('the file’s own name: its ending tells what it may be'),
  as: z.string().max(60).optional().describe('the format, where its content does not tell'),
  map: z.string().max(2_000).optional().describe('columns, as `id=Ref,text=Message,at=When`'),
  dates: z.enum(['day-first', 'month-first']).optional(),
  preview: z.enum(['0', '1']).default('0').describe('1: say what would be taken, and take nothing'),
});

const take = createRoute({
  method: 'post',
  path: '/products/{product}/imports',
  summary: 'Import a file',
  description:
    'The body is the file as it is. The job’s `result` is what `bifocal import --json` prints: rows read, added and refused, each with its reason.',
  request: {
    params: ProductId,
    query: Wish,
    body: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: {
    202: found('It is being read.', z.object({ job: z.object({ id: z.string() }) })),
    413: failure('It is larger than a page may send; use `bifocal import`.'),
    ...failures,
  },
});

const undo = createRoute({
  method: 'delete',
  path: '/products/{product}/imports/{gather}',
  summary: 'Take a whole import back',
  request: { params: ProductId.extend({ gather: z.string().openapi({ param: { name: 'gather', in: 'path' } }) }) },
  responses: {
    200: found(
      'How many pieces went, and how many are again as they were.',
      z.object({ removed: z.number(), restored: z.number() }),
    ),
    ...failures,
  },
});

export const importRoutes: Routes = (api, served) => {
  const { store, workshop } = served;
  api.openapi(take, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    const { name, preview, ...wish } = c.req.valid('query');
    const file = await keepUpload(c.req.raw.body, name);
    const job = workshop.begin({ does: 'import', productId: id, file, preview: preview === '1', ...wish });
    return c.json({ job: { id: job.id } }, 202);
  });
  api.openapi(undo, async (c) => {
    const { product, gather } = c.req.valid('param');
    await productOf(served, product);
    const { removed, restored } = await undoImport(store, gather, product);
    return c.json({ removed, restored }, 200);
  });
};
