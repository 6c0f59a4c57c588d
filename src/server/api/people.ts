/** Who is heard: team, outsider or bot, and why; a person says otherwise here, and takes it back. */
import { createRoute, z } from '@hono/zod-openapi';
import { STANDINGS } from '#core/heard-person.ts';
import { giveRole, personMeant, takeBack } from '#engine/person.ts';
import { pageOf } from './page-of.ts';
import { failures, found, Page, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';
import { standing } from './standing.ts';

const Side = z.enum(STANDINGS);
const Role = z.enum(['team', 'outsider', 'bot']);

const Person = z
  .object({
    id: z.string().describe('a keyed pseudonym'),
    side: Side,
    because: z.string(),
    corrected: z.boolean().describe('a person said so'),
    channels: z.array(z.string()).readonly(),
    domain: z.string().nullable().describe('a company’s, where enough write from it'),
    shown: z.string().nullable().describe('of bots, and of people whose names were asked for'),
    asks: z.int(),
    replies: z.int(),
    changes: z.int(),
    identities: z.int().describe('as many are taken for one person'),
  })
  .openapi('HeardPerson');

const list = createRoute({
  method: 'get',
  path: '/products/{product}/people',
  summary: 'Who is heard, and as what',
  description: 'By pseudonym, in no order of merit.',
  request: { params: ProductId, query: Page.extend({ side: Side.optional() }) },
  responses: {
    200: found(
      'A page.',
      z.object({
        items: z.array(Person),
        next: z.string().nullable(),
        total: z.int(),
        sides: z.array(z.object({ side: Side, people: z.int() })).describe('of all of them'),
      }),
    ),
    ...failures,
  },
});

const Who = ProductId.extend({
  person: z
    .string()
    .max(320)
    .openapi({
      param: { name: 'person', in: 'path' },
      description: 'an id, an address, a handle, or `@company.example`',
    }),
});

const correct = createRoute({
  method: 'put',
  path: '/products/{product}/people/{person}/role',
  summary: 'Say what somebody is',
  description: 'The next reading obeys.',
  request: { params: Who, body: found('What they are.', z.object({ role: Role })) },
  responses: { 200: found('Kept.', z.object({ correction: z.string() })), ...failures },
});

const undo = createRoute({
  method: 'delete',
  path: '/products/{product}/people/{person}/role',
  summary: 'Take the last decision about somebody back',
  request: { params: Who },
  responses: { 200: found('What was taken back.', z.object({ verb: z.string().nullable() })), ...failures },
});

export const peopleRoutes: Routes = (api, served) => {
  const { store } = served;
  api.openapi(list, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    const { side, ...page } = c.req.valid('query');
    const people = await standing(c, served, id, 'people');
    const sides = STANDINGS.map((one) => ({ side: one, people: people.filter((own) => own.side === one).length }));
    const { items, ...rest } = pageOf(side === undefined ? people : people.filter((one) => one.side === side), page);
    const told = items.map(({ merged: _, identities, channels, ...one }) => ({
      ...one,
      channels: [...channels],
      identities: identities.length,
    }));
    return c.json({ items: told, ...rest, sides }, 200);
  });
  api.openapi(correct, async (c) => {
    const { product, person } = c.req.valid('param');
    await productOf(served, product);
    const meant = await personMeant(store, product, person);
    return c.json({ correction: await giveRole(store, product, meant, c.req.valid('json').role) }, 200);
  });
  api.openapi(undo, async (c) => {
    const { product, person } = c.req.valid('param');
    await productOf(served, product);
    return c.json({ verb: await takeBack(store, product, await personMeant(store, product, person)) }, 200);
  });
};
