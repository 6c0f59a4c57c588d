/** Webhooks: others call us when there is something new to gather, and we call others when something changed. */
import { createRoute, z } from '@hono/zod-openapi';
import { NOTICES, SIGNERS, type Signer } from '#core/access.ts';
import { BifocalError } from '#core/errors.ts';
import { inPrivate } from '#engine/post-notice.ts';
import { actorOf, callerOf } from '../access/caller.ts';
import { newSecret } from '../access/secrets.ts';
import { checked } from '../hooks/signature.ts';
import { isLoopback } from '../loopback.ts';
import { failure, failures, found, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const Delivery = z.object({
  id: z.string(),
  at: z.string(),
  event: z.string(),
  state: z.string(),
  told: z.string().nullable(),
});

const Webhook = z
  .object({
    id: z.string(),
    way: z.enum(['in', 'out']),
    address: z.string().describe('out: where we call; in: where others call us'),
    events: z.array(z.string()).describe('out: what it is told; in: who signs'),
    deliveries: z.array(Delivery).describe('the newest'),
  })
  .openapi('Webhook');

const list = createRoute({
  method: 'get',
  path: '/products/{product}/webhooks',
  summary: 'Webhooks, in and out',
  request: { params: ProductId },
  responses: { 200: found('All.', z.object({ items: z.array(Webhook), next: z.null() })), ...failures },
});

const make = createRoute({
  method: 'post',
  path: '/products/{product}/webhooks',
  summary: 'Make a webhook',
  description:
    'Out: signed as standardwebhooks.com asks, tried seven times within a day. In: signed as GitHub, GitLab or standardwebhooks.com do. The secret is shown once.',
  request: {
    params: ProductId,
    body: found(
      'Which.',
      z.discriminatedUnion('way', [
        z.object({ way: z.literal('out'), url: z.url().max(2_000), events: z.array(z.enum(NOTICES)).min(1) }),
        z.object({ way: z.literal('in'), signer: z.enum(SIGNERS) }),
      ]),
    ),
  },
  responses: { 201: found('It, with its secret.', Webhook.extend({ secret: z.string() })), ...failures },
});

const WebhookId = ProductId.extend({ webhook: z.string().openapi({ param: { name: 'webhook', in: 'path' } }) });

const remove = createRoute({
  method: 'delete',
  path: '/products/{product}/webhooks/{webhook}',
  summary: 'Remove a webhook',
  request: { params: WebhookId },
  responses: { 200: found('It is gone.', z.object({ removed: z.boolean() })), ...failures },
});

const receive = createRoute({
  method: 'post',
  path: '/hooks/{product}/{webhook}',
  summary: 'What others call when there is something new',
  description: 'Signed by them. It makes a gather due; a delivery that comes twice is one.',
  request: { params: WebhookId },
  responses: {
    202: found(
      'Taken.',
      z.object({ taken: z.boolean().describe('false: it came before'), job: z.string().nullable() }),
    ),
    401: failure('It is not signed as it should be.'),
    ...failures,
  },
});

/** GitHub sends up to 25 MB; the signature is over the body, of which nothing else is used. */
const LARGEST = 25 * 2 ** 20;
const SHOWN = 3;

export const webhookRoutes: Routes = (api, served) => {
  const { store } = served;
  const told = async (product: string, origin: string, hook: Hook): Promise<z.infer<typeof Webhook>> => ({
    id: hook.id,
    way: hook.url === null ? 'in' : 'out',
    address: hook.url ?? `${served.signIn?.url.origin ?? origin}/api/hooks/${product}/${hook.id}`,
    events: [...hook.events],
    deliveries: (await store.webhooks.deliveries(product, hook.id, SHOWN)).map(
      ({ id, at, event, state, told: why }) => ({
        ...{ id, event, state, told: why },
        at: new Date(at).toISOString(),
      }),
    ),
  });
  api.openapi(list, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    const { origin } = new URL(c.req.url);
    const items = [];
    for (const hook of await store.webhooks.list(id)) items.push(await told(id, origin, hook));
    return c.json({ items, next: null }, 200);
  });
  api.openapi(make, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    const wish = c.req.valid('json');
    if (wish.way === 'out') mustBeReachable(wish.url, served.signIn !== null);
    const secret = newSecret();
    const [url, events] = wish.way === 'out' ? [wish.url, wish.events] : [null, [wish.signer]];
    const hook = await store.webhooks.add(id, { url, events, secret, madeBy: actorOf(callerOf(c)) });
    return c.json({ ...(await told(id, new URL(c.req.url).origin, hook)), secret }, 201);
  });
  api.openapi(remove, async (c) => {
    const { product, webhook } = c.req.valid('param');
    const { id } = await productOf(served, product);
    if (!(await store.webhooks.remove(id, webhook)))
      throw new BifocalError('NOT_THERE', { what: `webhook ${webhook}` });
    return c.json({ removed: true }, 200);
  });
  api.openapi(receive, async (c) => {
    const { product, webhook } = c.req.valid('param');
    const hook = await store.webhooks.get(product, webhook);
    if (hook === null || hook.url !== null) throw new BifocalError('NOT_THERE', { what: `webhook ${webhook}` });
    if (Number(c.req.header('content-length') ?? 0) > LARGEST)
      throw new BifocalError('TOO_LARGE', { what: 'It', most: '25 MB' });
    const header = (name: string) => c.req.header(name);
    const body = await c.req.text();
    const { id, event } = checked(hook.events[0] as Signer, hook.secret, header, body, Date.now());
    const delivery = {
      webhookId: hook.id,
      id: id.slice(0, 200),
      event: event.slice(0, 100),
      state: 'taken',
      told: null,
    };
    const fresh = await store.webhooks.deliver(product, delivery);
    if (!fresh) return c.json({ taken: false, job: null }, 202);
    const { name } = await productOf(served, product);
    const job = await served.news.readAgain(product, name, `webhook:${hook.id}`);
    await store.auditLog.add(product, {
      actor: `webhook:${hook.id}`,
      verb: 'Gather, because there is something new',
      target: event,
    });
    return c.json({ taken: true, job: job.id }, 202);
  });
};

type Hook = NonNullable<Awaited<ReturnType<Parameters<Routes>[1]['store']['webhooks']['get']>>>;

/** A name is looked at when it is called: where it leads may change. An address in numbers is looked at now. */
function mustBeReachable(address: string, shared: boolean): void {
  const url = new URL(address);
  const own = isLoopback(url.hostname) && !shared;
  const cause = inPrivate(url.hostname) && !own ? 'The address lies in a private network.' : null;
  const unsafe = url.protocol === 'https:' || own ? null : 'A webhook is called by https alone.';
  if (cause ?? unsafe) throw new BifocalError('USAGE', { cause: `${cause ?? unsafe}`, command: 'serve' });
}
