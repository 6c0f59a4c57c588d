/** Who may do what over HTTP: every route of the API's own description, tried by everybody who may not. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sent } from './server.ts';
import { type SharedServer, type SignedIn, startShared } from './shared-server.ts';

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
}

/** Open to everybody, each for its own reason: sign-in itself, and what carries a secret of its own. */
const OPEN = /^\/(?:session|invitations\/(?:look|accept)|hooks\/)/;

let server: SharedServer;
let product: string;
let viewer: SignedIn;
let foreigner: SignedIn;
let operations: Operation[];

beforeAll(async () => {
  server = await startShared();
  ({ id: product } = await server.store.products.ensure({ name: 'Kettle' }));
  const other = await server.store.products.ensure({ name: 'Teapot', organisation: 'abroad' });
  await server.store.organisations.ensure('abroad', 'Abroad');
  viewer = await server.joined(await invited('viewer'), 'vera');
  foreigner = await server.joined(await invited('viewer', false), 'fritz');
  await server.store.organisations.change('home', foreigner.id, product, null);
  await server.store.organisations.join('abroad', foreigner.id, '', 'owner');
  expect(other.organisation).toBe('abroad');
  operations = await described();
}, 60_000);
afterAll(() => server.close());

async function invited(role: string, everything = true): Promise<string> {
  const { json } = await server.owner.ask(`/products/${product}/invitations`, sent({ role, everything }));
  return (json as { link: string }).link;
}

async function described(): Promise<Operation[]> {
  const { json } = await server.ask('/openapi.json');
  const { paths } = json as { paths: Record<string, Record<string, { parameters?: Operation['parameters'] }>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [] }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
    })),
  );
}

function at({ path }: Operation): string {
  return path
    .replaceAll('{product}', product)
    .replaceAll('{organisation}', 'home')
    .replaceAll(/\{[^}]+\}/g, 'nothing');
}

async function tried(who: Pick<SignedIn, 'ask'>, operation: Operation): Promise<string> {
  const { method } = operation;
  const body = method === 'GET' || method === 'DELETE' ? {} : sent({}, method);
  const { status, json } = await who.ask(at(operation), { ...body, method });
  return `${method} ${operation.path} ${status} ${(json as { error?: { code: string } })?.error?.code ?? ''}`;
}

test('whoever is not signed in is asked to, at every address that is not made for them', async () => {
  const closed = operations.filter(({ path }) => !OPEN.test(path));
  expect(closed.length).toBeGreaterThan(25);
  const answers = await Promise.all(closed.map((operation) => tried(server, operation)));
  expect(answers.filter((answer) => !answer.endsWith(' 401 SIGN_IN_FIRST'))).toEqual([]);
});

test('a product of another organisation is not there, whatever is asked of it', async () => {
  const named = operations.filter(({ path }) => path.includes('{product}') && !OPEN.test(path));
  const answers = await Promise.all(named.map((operation) => tried(foreigner, operation)));
  expect(answers.filter((answer) => !answer.endsWith(' 404 NOT_THERE'))).toEqual([]);
  const { json } = await foreigner.ask('/products');
  expect((json as { items: { name: string }[] }).items.map(({ name }) => name)).toEqual(['Teapot']);
});

test('an organisation that one does not belong to is not there, nor for a member of one product or a token', async () => {
  const named = operations.filter(({ path }) => path.includes('{organisation}'));
  expect(named.length).toBeGreaterThan(7);
  const narrow = await server.joined(await invited('owner', false), 'piet');
  for (const who of [foreigner, narrow]) {
    const answers = await Promise.all(named.map((operation) => tried(who, operation)));
    expect(answers.filter((answer) => !answer.endsWith(' 404 NOT_THERE'))).toEqual([]);
  }
  const { json } = await foreigner.ask('/organisations/abroad');
  expect(json).toMatchObject({ name: 'Abroad', role: 'owner', home: false, products: [{ name: 'Teapot' }] });
});

test('an owner renames an organisation, invites to one of its products, changes a role, and all that stands in its log', async () => {
  const home = '/organisations/home';
  expect((await server.owner.ask(home, sent({ name: 'Copper & Sons' }, 'PATCH'))).status).toBe(200);
  const { json } = await server.owner.ask(home);
  expect(json).toMatchObject({ name: 'Copper & Sons', role: 'owner', home: true });
  const invitation = await server.owner.ask(`${home}/invitations`, sent({ role: 'editor', product }));
  const quinn = await server.joined((invitation.json as { link: string }).link, 'quinn');
  const path = `${home}/members/${quinn.id}`;
  expect((await server.owner.ask(path, sent({ role: 'viewer', product }, 'PUT'))).status).toBe(200);
  const told = async () =>
    ((await server.owner.ask(`${home}/members`)).json as { items: { id: string }[] }).items.filter(
      ({ id }) => id === quinn.id,
    );
  expect(await told()).toMatchObject([{ role: 'viewer', everything: false, product }]);
  const teapot = (await server.store.products.byName('Teapot'))?.id;
  const foreign = await server.owner.ask(`${home}/invitations`, sent({ role: 'owner', product: teapot }));
  expect([foreign.status, foreign.json]).toMatchObject([404, { error: { code: 'NOT_THERE' } }]);
  expect((await server.owner.ask(`${path}?product=${product}`, { method: 'DELETE' })).status).toBe(200);
  expect(await told()).toEqual([]);
  const log = ((await server.owner.ask(`${home}/log`)).json as { items: { verb: string; before: unknown }[] }).items;
  expect(log.map(({ verb }) => verb)).toEqual([
    'Take a member of an organisation out',
    'Give a member of an organisation another role',
    'Invite somebody to an organisation, by a link',
    'Call an organisation otherwise',
  ]);
  expect(log.at(-1)?.before).toEqual({ name: 'localhost' });
});

test('what belongs to another product is not reached through one’s own', async () => {
  const nested = operations.filter(
    ({ path }) => path.includes('{product}') && /\{(?!product)/.test(path) && !OPEN.test(path),
  );
  expect(nested.length).toBeGreaterThan(5);
  const answers = await Promise.all(nested.map((operation) => tried(server.owner, operation)));
  expect(answers.filter((answer) => !/ (?:400|404) /.test(answer))).toEqual([]);
});

test('a viewer looks at everything and changes nothing', async () => {
  const changes = operations.filter(
    ({ method, path }) => method !== 'GET' && /\{(?:product|organisation)\}/.test(path) && !OPEN.test(path),
  );
  const answers = await Promise.all(changes.map((operation) => tried(viewer, operation)));
  expect(answers.filter((answer) => !answer.endsWith(' 403 MAY_NOT'))).toEqual([]);
  expect((await viewer.ask(`/products/${product}`)).status).toBe(200);
  expect((await viewer.ask('/products', sent({ target: 'sample:fizz' }))).status).toBe(403);
});

test('what only owners may see is closed to a viewer', async () => {
  for (const part of ['tokens', 'log', 'members'])
    expect([part, (await viewer.ask(`/products/${product}/${part}`)).status]).toEqual([part, 403]);
  for (const part of ['members', 'log'])
    expect([part, (await viewer.ask(`/organisations/home/${part}`)).status]).toEqual([part, 403]);
  expect((await viewer.ask('/organisations/home')).json).toMatchObject({ role: 'viewer' });
});

test('a token opens its own product, within its scopes, until it is revoked', async () => {
  const { json } = await server.owner.ask(`/products/${product}/tokens`, sent({ name: 'a script', scopes: ['read'] }));
  const { token, id } = json as { token: string; id: string };
  const headers = { authorization: `Bearer ${token}` };
  const script = {
    ask: (path: string, init: RequestInit = {}) =>
      server.ask(path, { ...init, headers: { ...(init.headers as object), ...headers } }),
  };
  expect((await script.ask(`/products/${product}`)).status).toBe(200);
  const changes = operations.filter(
    ({ method, path }) => method !== 'GET' && path.includes('{product}') && !OPEN.test(path),
  );
  const answers = await Promise.all(changes.map((operation) => tried(script, operation)));
  expect(answers.filter((answer) => !answer.endsWith(' 403 MAY_NOT'))).toEqual([]);
  const { json: listed } = await script.ask('/products');
  expect((listed as { items: unknown[] }).items).toHaveLength(1);
  const { json: kept } = await server.owner.ask(`/products/${product}/tokens`);
  expect(JSON.stringify(kept)).not.toContain(token);
  expect(kept).toMatchObject({ items: [{ id, name: 'a script', scopes: ['read'], revokedAt: null }] });
  await server.owner.ask(`/products/${product}/tokens/${id}`, { method: 'DELETE' });
  expect((await script.ask(`/products/${product}`)).json).toMatchObject({ error: { code: 'TOKEN_REFUSED' } });
});

test('an assistant sees the products that its token opens, and none without one', async () => {
  const { json } = await server.owner.ask(`/products/${product}/tokens`, sent({ name: 'assistant', scopes: ['read'] }));
  await server.store.products.ensure({ name: 'Saucepan' });
  const { token } = json as { token: string };
  const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'products', arguments: {} } };
  const init = sent(call);
  const headers = { ...(init.headers as object), accept: 'application/json, text/event-stream' };
  const asked = await fetch(`${server.address}/mcp`, {
    ...init,
    headers: { ...headers, authorization: `Bearer ${token}` },
  });
  const told = await asked.text();
  expect(told).toContain('Kettle');
  expect(told).not.toContain('Saucepan');
  expect((await fetch(`${server.address}/mcp`, { ...init, headers })).status).toBe(401);
});

test('every change stands in the log, with who, before and after', async () => {
  await server.owner.ask(`/products/${product}`, sent({ customers: 'guests' }, 'PATCH'));
  const { json } = await server.owner.ask(`/products/${product}/log`);
  const { items } = json as { items: object[] };
  expect(items[0]).toMatchObject({
    actor: `user:${server.owner.id}`,
    who: 'olga',
    verb: 'Change what a product and its customers are called, and whose it is',
    before: { customers: 'customers' },
    after: { customers: 'guests' },
  });
});

test('the last owner can neither leave nor be made less', async () => {
  const path = `/products/${product}/members/${server.owner.id}`;
  const less = await server.owner.ask(path, sent({ role: 'viewer', everything: true }, 'PUT'));
  expect([less.status, less.json]).toMatchObject([409, { error: { code: 'LAST_OWNER' } }]);
  expect((await server.owner.ask(`${path}?everything=1`, { method: 'DELETE' })).status).toBe(409);
});

test('an owner of one product hands out that product alone, and no file of the server is read for others', async () => {
  const narrow = await server.joined(await invited('owner', false), 'nora');
  const wide = await narrow.ask(`/products/${product}/invitations`, sent({ role: 'owner', everything: true }));
  expect(wide.status).toBe(403);
  const own = await narrow.ask(`/products/${product}/invitations`, sent({ role: 'viewer', everything: false }));
  expect(own.status).toBe(201);
  const file = await narrow.ask(`/products/${product}/sources`, sent({ target: '/etc' }));
  expect([file.status, file.json]).toMatchObject([403, { error: { code: 'MAY_NOT' } }]);
});
