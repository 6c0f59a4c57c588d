/** Rounds of the Mirror Test over the API: begun, given doors, closed, and shown beside the round before. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sent, startServer, type TestServer } from './server.ts';

let server: TestServer;
let at = '';

beforeAll(async () => {
  server = await startServer();
  at = `/products/${(await server.store.products.ensure({ name: 'Kettle' })).id}/rounds`;
});

afterAll(() => server.close());

interface Begun {
  readonly id: string;
  readonly answered: number;
}

async function begun(name: string): Promise<string> {
  const { status, json } = await server.ask(at, sent({ name }));
  expect(status).toBe(200);
  return (json as Begun).id;
}

async function answered(round: string, role: string, all: readonly Record<string, string>[]): Promise<void> {
  const { json } = await server.ask(`${at}/${round}/doors`, sent({ doors: [{ role }] }));
  const [link] = (json as { links: { url: string; qr: string }[] }).links;
  expect(link?.qr).toMatch(/^<svg/);
  for (const fields of all) {
    const body = new URLSearchParams(fields);
    const kept = await fetch(link?.url ?? '', { method: 'POST', body, headers: { accept: 'application/json' } });
    expect(await kept.json()).toEqual({ saved: true });
  }
}

const customers = (very: number, all: number) =>
  Array.from({ length: all }, (_, one) => ({ would: one < very ? 'very' : 'not', closer: `Wish ${one}` }));

test('two rounds: guess against answers, what moved, and wishes that join the needs', async () => {
  const first = await begun('Spring');
  expect((await server.ask(`${at}/${first}/result`)).status).toBe(409);
  await answered(
    first,
    'leaders',
    [60, 70, 75, 80, 90, 85].map((missed) => ({ missed: String(missed) })),
  );
  await answered(first, 'customers', customers(6, 30));
  const open = (await server.ask(at)).json as { items: Begun[] };
  expect(open.items[0]?.answered).toBe(20);
  await server.ask(`${at}/${first}/close`, { method: 'POST' });
  const second = await begun('Autumn');
  await answered(
    second,
    'leaders',
    [60, 70, 75, 80, 90, 85].map((missed) => ({ missed: String(missed) })),
  );
  await answered(second, 'customers', customers(27, 30));
  await server.ask(`${at}/${second}/close`, { method: 'POST' });
  const { json } = await server.ask(`${at}/${first}/result`);
  const told = json as {
    groups: { group: string; n: number }[];
    gaps: { selfImage: { value: number; sure: boolean } };
  };
  expect(told.groups.map(({ group, n }) => [group, n])).toEqual([
    ['leaders', 6],
    ['customers', 30],
  ]);
  expect(told.gaps.selfImage.sure).toBe(true);
  expect(told.gaps.selfImage.value).toBeGreaterThan(40);
  const later = (await server.ask(`${at}/${second}/result`)).json as {
    since: { groups: { customers: { very: { value: number; sure: boolean } } } };
  };
  expect(later.since.groups.customers.very.sure).toBe(true);
  expect(later.since.groups.customers.very.value).toBeGreaterThan(50);
  const product = at.split('/')[2] ?? '';
  const heard = await server.store.read.page(product, 'feedback');
  expect(heard).toHaveLength(60);
  expect(heard.every(({ authorId, body }) => authorId === null && body?.startsWith('Wish'))).toBe(true);
}, 60_000);

test('a small team is refused an anonymous round, and told what it can do', async () => {
  const { status, json } = await server.ask(at, sent({ name: 'Tiny', team: 3 }));
  expect(status).toBe(422);
  expect(JSON.stringify(json)).toContain('TEAM_TOO_SMALL');
  expect((await server.ask(at, sent({ name: 'Tiny', team: 3, kind: 'open' }))).status).toBe(200);
});

test('a round that is not there is said so', async () => {
  expect((await server.ask(`${at}/nothing/result`)).status).toBe(404);
});

test('an answer that is shown becomes one step, is taken back and taken up again; what nobody said does not', async () => {
  const round = await begun('Steps');
  await answered(round, 'customers', customers(3, 12));
  await answered(round, 'leaders', [{ missed: '50', closer: 'Alone' }]);
  await server.ask(`${at}/${round}/close`, { method: 'POST' });
  const act = (group: string, text: string) => server.ask(`${at}/${round}/actions`, sent({ group, text }));
  const taken = async () => ((await server.ask(`${at}/${round}/result`)).json as { taken: object[] }).taken;
  const { json } = await act('customers', 'Wish 3');
  const { id } = json as { id: string };
  expect((await act('customers', 'Wish 3')).json).toEqual({ id });
  expect(await taken()).toEqual([{ action: id, group: 'customers', text: 'Wish 3' }]);
  expect((await act('customers', 'Wish 99')).status).toBe(404);
  expect((await act('leaders', 'Alone')).status).toBe(404);
  const bridge = at.replace('rounds', 'bridge');
  const undone = await server.ask(`${bridge}/${id}`, sent({ verb: 'undo' }));
  expect(undone.status).toBe(200);
  expect(await taken()).toEqual([]);
  expect((await act('customers', 'Wish 3')).json).toEqual({ id });
  expect(await taken()).toHaveLength(1);
});
