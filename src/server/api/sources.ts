/** The sources of a product: how each stands, and another one. */
import { createRoute, z } from '@hono/zod-openapi';
import { instantOf } from '#core/time.ts';
import { addSources, type SourceState, STRANDS, sourceStates } from '#engine/sources.ts';
import { callerOf } from '../access/caller.ts';
import { mayName } from '../access/paths.ts';
import { failures, found, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const Source = z
  .object({
    kind: z.string(),
    title: z.string(),
    origin: z.string(),
    strands: z.array(z.enum(STRANDS)),
    state: z.enum(['new', 'ok', 'failed', 'stopped']),
    imported: z.boolean().describe('read when somebody handed it over, never again by itself'),
    observedUntil: z.string().nullable(),
    newsAt: z.string().nullable().describe('when something new came last'),
    nextAt: z.string().nullable().describe('when `bifocal gather --due` reads it next'),
    missing: z.array(z.object({ source: z.string(), code: z.string(), because: z.string(), remedy: z.string() })),
  })
  .openapi('Source');

const list = createRoute({
  method: 'get',
  path: '/products/{product}/sources',
  summary: 'What a product is read from',
  request: { params: ProductId },
  responses: { 200: found('All.', z.object({ items: z.array(Source), next: z.null() })), ...failures },
});

const add = createRoute({
  method: 'post',
  path: '/products/{product}/sources',
  summary: 'Connect another source',
  request: {
    params: ProductId,
    body: found(
      'A path or an address, and what it is to be taken as where that is not plain.',
      z.object({ target: z.string().min(1).max(2_000), as: z.string().max(60).optional() }),
    ),
  },
  responses: {
    200: found('All, with the new one.', z.object({ items: z.array(Source), next: z.null() })),
    ...failures,
  },
});

export const sourceRoutes: Routes = (api, served) => {
  const { store, cwd } = served;
  const all = async (id: string) => ({ items: (await sourceStates(store, id)).map(told), next: null });
  api.openapi(list, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    return c.json(await all(id), 200);
  });
  api.openapi(add, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    const { target, as = null } = c.req.valid('json');
    mayName(callerOf(c), target);
    await addSources(store, id, { as, target, cwd, env: process.env, signal: c.req.raw.signal });
    return c.json(await all(id), 200);
  });
};

function told({ observedUntil, newsAt, nextAt, strands, missing, ...rest }: SourceState): z.infer<typeof Source> {
  const at = (time: number | null) => (time === null ? null : instantOf(time));
  return {
    ...rest,
    strands: [...strands],
    missing: [...missing],
    observedUntil: at(observedUntil),
    newsAt: at(newsAt),
    nextAt: at(nextAt),
  };
}
