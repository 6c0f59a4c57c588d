/** Links through the command line: offered, confirmed, refused, taken back; what people say is obeyed, also when all is derived anew. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { capturedTerminal } from '../../test/e2e/captured-terminal.ts';
import { run } from './main.ts';

const GALLOP = fileURLToPath(new URL('../../examples/gallop', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bifocal-links-'));
  await bifocal('reflect', GALLOP, '--json');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function bifocal(...words: string[]) {
  const product = words[0] === 'reflect' ? [] : ['--product', 'Gallop'];
  const terminal = capturedTerminal({ BIFOCAL_HOME: join(folder, 'home') }, 80, folder, null);
  const status = await run([...words, ...product], terminal);
  return { status, out: terminal.out(), err: terminal.err(), json: () => JSON.parse(terminal.out()) };
}

interface Told {
  readonly id: string;
  readonly method: string;
  readonly confidence: number;
  readonly from: { readonly text: string };
  readonly to: { readonly text: string; readonly evidence: string };
}

async function linksNow(): Promise<Told[]> {
  return (await bifocal('links', '--json')).json().links;
}

test('what nobody wrote down is offered before what is written, both ends in words, within 80 columns', async () => {
  const links = await linksNow();
  expect(links[0]).toMatchObject({ method: 'offered', from: { text: expect.any(String) } });
  expect(links.filter(({ method }) => method === 'written').length).toBeGreaterThan(100);
  const { out } = await bifocal('links');
  expect(out).toContain('Perhaps: please look');
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('a confirmed link is kept, also when all is derived anew, and taken back', async () => {
  const stirrup = (await linksNow()).find(({ from }) => from.text === 'Make stirrup length optional') as Told;
  expect((await bifocal('links', 'confirm', stirrup.id)).out).toContain('answers “The form wants my stirrup length');
  const now = async () => (await linksNow()).find(({ id }) => id === stirrup.id);
  expect(await now()).toMatchObject({ method: 'confirmed', confidence: 1 });
  await bifocal('reflect', GALLOP, '--fresh', '--json');
  expect(await now()).toMatchObject({ method: 'confirmed' });
  expect((await bifocal('links', 'undo', stirrup.id)).out).toContain('Taken back');
  expect(await now()).toMatchObject({ method: 'offered', confidence: stirrup.confidence });
  expect((await bifocal('links', 'undo', stirrup.id)).out).toContain('Nothing was decided');
});

test('a refused link is no answer of any release any more', async () => {
  const answered = async () =>
    (await bifocal('shipped', '2.0', '--json')).json().answered.map((ask: { text: string }) => ask.text);
  expect(await answered()).toContain('Two accounts, one me');
  const own = (await linksNow()).filter(({ to }) => to.text === 'Two accounts, one me');
  await bifocal('links', 'veto', ...own.map(({ id }) => id));
  expect(await answered()).not.toContain('Two accounts, one me');
  expect((await linksNow()).filter(({ method }) => method === 'vetoed')).toHaveLength(own.length);
  await bifocal('links', 'undo', ...own.map(({ id }) => id));
  expect(await answered()).toContain('Two accounts, one me');
});

test('releases say how far they went and whom they answered; one of them, who was told', async () => {
  const { out } = await bifocal('shipped');
  expect(out).toMatch(/Gallop: \d+ of \d+ releases answered somebody\./);
  expect(out).toMatch(/3\.0\.0\s+overhaul/);
  const one = (await bifocal('shipped', 'v2.0')).out;
  expect(one).toContain('Gallop 2.0.0 answered 3 people; 2 were told.');
  expect(one).toContain('said it helped');
  for (const line of `${out}${one}`.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
});

test('a name that is not known says how to find one', async () => {
  expect(await bifocal('links', 'veto', 'zzzz')).toMatchObject({ status: 2, err: expect.stringContaining('--all') });
  expect(await bifocal('links', 'like', 'zzzz')).toMatchObject({ status: 2 });
  expect(await bifocal('shipped', '99.9')).toMatchObject({ status: 2, err: expect.stringContaining('--all') });
});
