/** Products: all that are known, one of them, and a new one from whatever can be read. */

import { createRoute, z } from '@hono/zod-openapi';
import { HOME } from '#core/access.ts';
import { instantOf } from '#core/time.ts';
import type { Store } from '#engine/open-store.ts';
import { isSample } from '#engine/sample.ts';
import { isTheirs, tellWhose } from '#engine/whose.ts';
import { actorOf, callerOf, may, organisationFor } from '../access/caller.ts';
import { mayName } from '../access/paths.ts';
import { readingNow } from './reading-now.ts';
import { failures, found, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const Product = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    customers: z.string().describe('what its customers are called'),
    theirs: z.boolean().describe('somebody else’s product: conflicts are told as seen from outside'),
    sample: z.boolean().describe('an invented company that comes with the program'),
    reading: z.object({ id: z.string(), at: z.string() }).nullable().describe('the newest'),
  })
  .openapi('Product');

const Begun = z
  .object({ product: Product.nullable(), job: z.object({ id: z.string() }) })
  .openapi('Begun', { description: 'Work that goes on by itself: GET /api/jobs/{id} tells how far it is.' });

const list = createRoute({
  method: 'get',
  path: '/products',
  summary: 'Every product that this store knows',
  responses: { 200: found('By name.', z.object({ items: z.array(Product), next: z.null() })) },
});

const one = createRoute({
  method: 'get',
  path: '/products/{product}',
  summary: 'One product',
  request: { params: ProductId },
  responses: { 200: found('It.', Product), ...failures },
});

const make = createRoute({
  method: 'post',
  path: '/products',
  summary: 'Read a product for the first time, or again',
  request: {
    body: found(
      'What to read: a path, an address, npm:<name>, github:<owner>/<name>, sample:<name>.',
      z.object({
        target: z.string().min(1).max(2_000),
        organisation: z.string().max(60).optional().describe('to which it is to belong; where one is signed in'),
      }),
    ),
  },
  responses: { 202: found('It is being read.', Begun), ...failures },
});

const name = createRoute({
  method: 'put',
  path: '/products',
  summary: 'A product by its name, for files that are handed over',
  description: 'Made on first use; nothing is read.',
  request: {
    body: found(
      'What it is called.',
      z.object({
        name: z.string().trim().min(1).max(200),
        organisation: z.string().max(60).optional().describe('to which it is to belong; where one is signed in'),
      }),
    ),
  },
  responses: { 200: found('It.', Product), ...failures },
});

const change = createRoute({
  method: 'patch',
  path: '/products/{product}',
  summary: 'Change what a product and its customers are called, and whose it is',
  request: {
    params: ProductId,
    body: found(
      'What is to change.',
      z
        .object({
          name: z.string().trim().min(1).max(200),
          customers: z.string().trim().min(1).max(60),
          theirs: z.boolean().describe('it is somebody else’s product'),
        })
        .partial(),
    ),
  },
  responses: { 200: found('The product as it is now.', Product), ...failures },
});

export const productRoutes: Routes = (api, served) => {
  const { store, workshop } = served;
  api.openapi(list, async (c) => {
    const items = [];
    const caller = callerOf(c);
    for (const product of await store.products.list())
      if (may(caller, 'read', product)) items.push(await told(store, product));
    return c.json({ items, next: null }, 200);
  });
  api.openapi(one, async (c) => {
    const { product } = c.req.valid('param');
    return c.json(await told(store, await productOf(served, product)), 200);
  });
  api.openapi(make, (c) => {
    const { target, organisation: wished } = c.req.valid('json');
    const caller = callerOf(c);
    const organisation = organisationFor(caller, wished);
    mayName(caller, target);
    const order = { does: 'read', target, ...(organisation !== HOME && { organisation }) } as const;
    return c.json({ product: null, job: { id: workshop.begin(order, actorOf(caller)).id } }, 202);
  });
  api.openapi(name, async (c) => {
    const { name: called, organisation: wished } = c.req.valid('json');
    const organisation = organisationFor(callerOf(c), wished);
    const own = (await store.products.list()).filter((product) => (product.organisation ?? HOME) === organisation);
    const known = own.find((product) => product.name === called);
    const made =
      known ?? (await store.products.ensure({ name: called, ...(organisation !== HOME && { organisation }) }));
    return c.json(await told(store, made), 200);
  });
  api.openapi(change, async (c) => {
    const { product } = c.req.valid('param');
    const was = await productOf(served, product);
    const { id } = was;
    const { name, customers, theirs } = c.req.valid('json');
    const set = { ...(name && { name }), ...(customers && { customers }) };
    const whose = theirs !== undefined && theirs !== isTheirs(was);
    c.set('noted', {
      before: {
        ...Object.fromEntries(Object.keys(set).map((key) => [key, was[key as keyof typeof set]])),
        ...(whose && { theirs: !theirs }),
      },
      after: { ...set, ...(whose && { theirs }) },
    });
    if (Object.keys(set).length > 0) await store.products.change(id, set);
    if (whose) await tellWhose(store, id, theirs);
    return c.json(await told(store, await productOf(served, id)), 200);
  });
};

type Known = Awaited<ReturnType<Store['products']['list']>>[number];

async function told(store: Store, known: Known): Promise<z.infer<typeof Product>> {
  const { id, name, kind, customers } = known;
  const newest = await readingNow(store, id);
  const reading = newest && { id: newest.id, at: instantOf(newest.at) };
  return { id, name, kind, customers, theirs: isTheirs(known), sample: await isSample(store, id), reading };
}
