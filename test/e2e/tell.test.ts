/** Telling on the sample: who was left untold, a note marked as sent, and that it counts only once it is found in the thread. */
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFolder } from '#engine/sample.ts';
import { sent, startServer, type TestServer } from './server.ts';

interface Tell {
  readonly ask: string;
  readonly state: string;
  readonly text: string;
  readonly draft: string;
  readonly says: string;
}

let server: TestServer;
let product: string;
const folder = mkdtempSync(join(tmpdir(), 'bifocal-tell-'));

async function read(target: object): Promise<void> {
  const { json } = await server.ask('/products', sent(target));
  const job = await server.ended((json as { job: { id: string } }).job.id);
  expect(job.error).toBeNull();
  product = job.productId;
}

beforeAll(async () => {
  server = await startServer();
  cpSync(sampleFolder('gallop'), folder, { recursive: true });
  await read({ target: folder });
}, 120_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function tells(release: string) {
  const { json } = await server.ask(`/products/${product}/tell?release=${release}`);
  return json as { head: string; items: Tell[] };
}

async function loopClosure(): Promise<{ value: number; n: number }> {
  const { json } = await server.ask(`/products/${product}/reading`);
  const { audits } = (json as { reading: { audits: { id: string; value: number; n: number }[] } }).reading;
  return audits.find(({ id }) => id === 'loop-closure') as { value: number; n: number };
}

test('of the eleven threads that 3.4.0 answered nobody was told, as the story has it; each has a note from its own words', async () => {
  const { head, items } = await tells('3.4.0');
  expect(head).toBe('0 of 11 shipped asks were told; 11 asks are left to tell.');
  const [first] = items;
  expect(first?.draft).toBe(
    'You asked on 30 May 2023: “Where is it”\n\nIt is in 3.4.0, out since 12 November 2025. If it does not do what you meant, please say so here.',
  );
});

test('a note that somebody says they sent is kept and can be taken back, and no figure moves by it', async () => {
  const before = await loopClosure();
  const [{ ask }] = (await tells('3.4.0')).items as [Tell];
  await server.ask(`/products/${product}/tell/${ask}`, sent({ sent: true, by: 'Kaisa' }));
  const { head, items } = await tells('3.4.0');
  expect(head).toBe(
    '0 of 11 shipped asks were told; 1 more marked as sent and not found yet; 10 asks are left to tell.',
  );
  expect(items[0]).toMatchObject({
    state: 'sent',
    says: expect.stringContaining('by Kaisa; not found in the thread yet'),
  });
  await read({ target: folder });
  expect(await loopClosure()).toEqual(before);
  await server.ask(`/products/${product}/tell/${ask}`, sent({ sent: false }));
  expect((await tells('3.4.0')).items[0]?.state).toBe('untold');
  expect((await server.ask(`/products/${product}/tell/nobody`, sent({ sent: true }))).status).toBe(404);
}, 60_000);

test('once the note stands in the thread it counts, and loop closure rises', async () => {
  const before = await loopClosure();
  const reply = {
    ...{ kind: 'reply', type: 'comment', externalId: 'told-15', origin: 'tracker:gallop', threadId: '15' },
    ...{ at: '2026-02-20T10:00:00.000Z', author: { space: 'gallop.example', handle: 'kaisa' } },
    body: 'It is in 3.4.0, out since 12 November 2025.',
  };
  appendFileSync(join(folder, 'tracker.jsonl'), `${JSON.stringify(reply)}\n`);
  await read({ target: folder });
  const { items } = await tells('3.4.0');
  expect(items.filter(({ state }) => state === 'told').map(({ says }) => says)).toEqual([
    'told by a person on 20 February 2026',
  ]);
  const after = await loopClosure();
  expect(after.n).toBe(before.n);
  expect(Math.round(after.value * after.n)).toBe(Math.round(before.value * before.n) + 1);
}, 60_000);

test('the card of a release and the month in ten lines', async () => {
  const { json: card } = await server.ask(`/products/${product}/shipped/3.4.0/card`);
  const { markdown } = card as { markdown: string };
  expect(markdown).toContain('# Gallop 3.4.0, 12 November 2025, an iteration\n\nRelease 3.4.0 answered 6 people; ');
  expect(markdown).toContain('## Whom to tell');
  const { json: month } = await server.ask(`/products/${product}/since`);
  const { head, lines, figures } = month as {
    head: string;
    lines: { head: string; says: string }[];
    figures: { waits: { people: number }; releases: { version: string }[] };
  };
  expect(head).toBe('Gallop from 31 January 2026 to 28 February 2026');
  expect(lines.length).toBeLessThanOrEqual(9);
  expect(lines.map((line) => line.head)).toContain('next');
  expect(lines.find((line) => line.head === 'asks')?.says).toMatch(/^15 people newly wait for a human answer; /);
  expect([figures.waits.people, figures.releases.map(({ version }) => version)]).toEqual([15, ['3.5.1']]);
});
