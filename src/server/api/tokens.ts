/** Tokens: how a program asks for one product, with no more rights than it needs. */
import { createRoute, z } from '@hono/zod-openapi';
import { SCOPES } from '#core/access.ts';
import { BifocalError } from '#core/errors.ts';
import { actorOf, callerOf } from '../access/caller.ts';
import { hashOf, tokenOf } from '../access/secrets.ts';
import { failures, found, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const Scopes = z
  .array(z.enum(SCOPES))
  .min(1)
  .describe(
    'read: look; write: decide and correct; import: bring evidence in; manage: members, tokens, webhooks, the log',
  );

const Token = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: Scopes,
    madeAt: z.string(),
    usedAt: z.string().nullable().describe('to the minute'),
    revokedAt: z.string().nullable(),
  })
  .openapi('Token');

const list = createRoute({
  method: 'get',
  path: '/products/{product}/tokens',
  summary: 'Tokens of programs',
  request: { params: ProductId },
  responses: { 200: found('Newest first.', z.object({ items: z.array(Token), next: z.null() })), ...failures },
});

const make = createRoute({
  method: 'post',
  path: '/products/{product}/tokens',
  summary: 'Make a token',
  description: 'It is shown once: only its hash is kept.',
  request: {
    params: ProductId,
    body: found('What for.', z.object({ name: z.string().trim().min(1).max(100), scopes: Scopes })),
  },
  responses: { 201: found('The token itself.', Token.extend({ token: z.string() })), ...failures },
});

const revoke = createRoute({
  method: 'delete',
  path: '/products/{product}/tokens/{token}',
  summary: 'Revoke a token',
  request: { params: ProductId.extend({ token: z.string().openapi({ param: { name: 'token', in: 'path' } }) }) },
  responses: { 200: found('It opens nothing any more.', z.object({ revoked: z.boolean() })), ...failures },
});

export const tokenRoutes: Routes = (api, served) => {
  const { store } = served;
  api.openapi(list, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    return c.json({ items: (await store.tokens.list(id)).map(told), next: null }, 200);
  });
  api.openapi(make, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    const { name, scopes } = c.req.valid('json');
    const token = tokenOf(id);
    const made = await store.tokens.add(id, { name, scopes, madeBy: actorOf(callerOf(c)), hash: hashOf(token) });
    return c.json({ ...told(made), token }, 201);
  });
  api.openapi(revoke, async (c) => {
    const { product, token } = c.req.valid('param');
    const { id } = await productOf(served, product);
    if (!(await store.tokens.revoke(id, token))) throw new BifocalError('NOT_THERE', { what: `token ${token}` });
    return c.json({ revoked: true }, 200);
  });
};

type Note = Awaited<ReturnType<Parameters<Routes>[1]['store']['tokens']['list']>>[number];

function told({ id, name, scopes, madeAt, usedAt, revokedAt }: Note): z.infer<typeof Token> {
  const at = (time: number | null) => (time === null ? null : new Date(time).toISOString());
  return {
    id,
    name,
    scopes: [...scopes],
    madeAt: new Date(madeAt).toISOString(),
    usedAt: at(usedAt),
    revokedAt: at(revokedAt),
  };
}
