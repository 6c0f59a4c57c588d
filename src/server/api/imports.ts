/** A file handed over by a person: looked at first, taken, listed, and taken back as a whole. */
import { createRoute, z } from '@hono/zod-openapi';
import { instantOf } from '#core/time.ts';
import { undoable, undoImport } from '#engine/undo.ts';
import { actorOf, callerOf, organisationFor } from '../access/caller.ts';
import { keepUpload } from '../upload.ts';
import { failure, failures, found, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const Name = z.string().min(1).max(255).describe('the file’s own name: its ending tells what it may be');
const Understood = z.object({
  name: Name,
  as: z.string().max(60).optional().describe('the format, where its content does not tell'),
  map: z.string().max(2_000).optional().describe('columns, as `id=Ref,text=Message,at=When`'),
  dates: z.enum(['day-first', 'month-first']).optional(),
});
const Wish = Understood.extend({
  preview: z.enum(['0', '1']).default('0').describe('1: say what would be taken, and take nothing'),
});

const body = { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } };
const begun = found('It is being read.', z.object({ job: z.object({ id: z.string() }) }));
const tooLarge = failure('It is larger than a page may send; use `bifocal import`.');

const look = createRoute({
  method: 'post',
  path: '/imports',
  summary: 'Look at a file before there is a product that it is about',
  description:
    'Nothing is kept. The job’s `result` is what `bifocal import --preview --json` prints; where the columns do not tell what they are, its `error` has `columns`, and `map` says it.',
  request: { query: Understood, body },
  responses: { 202: begun, 413: tooLarge, ...failures },
});

const take = createRoute({
  method: 'post',
  path: '/products/{product}/imports',
  summary: 'Import a file',
  description:
    'The body is the file as it is. The job’s `result` is what `bifocal import --json` prints: rows read, added and refused, each with its reason.',
  request: { params: ProductId, query: Wish, body },
  responses: { 202: begun, 413: tooLarge, ...failures },
});

const Taken = z
  .object({
    gather: z.string(),
    source: z.string().describe('what understood it'),
    at: z.string(),
    rows: z.number().describe('that it brought, changed or knew'),
  })
  .openapi('TakenImport');

const list = createRoute({
  method: 'get',
  path: '/products/{product}/imports',
  summary: 'Imports that can be taken back',
  request: { params: ProductId },
  responses: { 200: found('Newest first.', z.object({ items: z.array(Taken), next: z.null() })), ...failures },
});

const undo = createRoute({
  method: 'delete',
  path: '/products/{product}/imports/{gather}',
  summary: 'Take a whole import back',
  request: { params: ProductId.extend({ gather: z.string().openapi({ param: { name: 'gather', in: 'path' } }) }) },
  responses: {
    200: found(
      'How many pieces went, and how many are again as they were.',
      z.object({
        removed: z.number(),
        restored: z.number(),
        rounds: z.number().describe('of the Mirror Test, that went with it'),
      }),
    ),
    ...failures,
  },
});

export const importRoutes: Routes = (api, served) => {
  const { store, workshop } = served;
  api.openapi(look, async (c) => {
    const caller = callerOf(c);
    organisationFor(caller);
    const { name, ...wish } = c.req.valid('query');
    const file = await keepUpload(c.req.raw.body, name);
    const job = workshop.begin({ does: 'import', productId: null, file, preview: true, ...wish }, actorOf(caller));
    return c.json({ job: { id: job.id } }, 202);
  });
  api.openapi(take, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    const { name, preview, ...wish } = c.req.valid('query');
    const file = await keepUpload(c.req.raw.body, name);
    const job = workshop.begin({ does: 'import', productId: id, file, preview: preview === '1', ...wish });
    return c.json({ job: { id: job.id } }, 202);
  });
  api.openapi(list, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    const items = (await undoable(store, id)).map(({ gather, source }) => {
      const { added = 0, updated = 0, unchanged = 0 } = gather.counts ?? {};
      const at = instantOf(gather.sealedAt ?? gather.startedAt);
      return { gather: gather.id, source, at, rows: added + updated + unchanged };
    });
    return c.json({ items, next: null }, 200);
  });
  api.openapi(undo, async (c) => {
    const { product, gather } = c.req.valid('param');
    await productOf(served, product);
    const { removed, restored, rounds } = await undoImport(store, gather, product);
    return c.json({ removed, restored, rounds }, 200);
  });
};
