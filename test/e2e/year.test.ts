/** The year on one page: nothing yet, rounds alone, the gaps that each round shows, and one printed sheet. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Year } from '#core/year.ts';
import { takeRounds } from '#engine/rounds-import.ts';
import { type AppInBrowser, faultsOf, startApp } from './app-in-browser.ts';

const rounds = join(fileURLToPath(new URL('../..', import.meta.url)), 'examples/gallop/rounds.json');
let app: AppInBrowser;
let product = '';

beforeAll(async () => {
  app = await startApp();
  product = (await app.server.store.products.ensure({ name: 'Kettle' })).id;
}, 240_000);

afterAll(() => app.close());

async function year() {
  const { status, json } = await app.server.ask(`/products/${product}/year`);
  expect(status).toBe(200);
  return (json as { year: (Year & { says: Record<string, string> }) | null }).year;
}

test('nothing was read and no round closed: the page says so', async () => {
  expect(await year()).toBeNull();
  const page = await app.open(`/p/${product}/year`);
  await page.getByText('Nothing was read yet, and no round was closed.').waitFor();
  await page.context().close();
}, 120_000);

test('rounds without a reading: each gap is the one that its round shows', async () => {
  await takeRounds(app.server.store, product, { path: rounds, at: null, kind: 'anonymous', name: null });
  const told = await year();
  expect(told?.places).toEqual([]);
  expect(told?.promises).toBeNull();
  expect(told?.rounds.map(({ name }) => name)).toEqual(['autumn-2024', 'winter-2026']);
  for (const [place, { id }] of (told?.rounds ?? []).entries()) {
    const { json } = await app.server.ask(`/products/${product}/rounds/${id}/result`);
    const { gaps } = json as { gaps: { selfImage: object | null; roles: Record<string, object> } };
    const known: Record<string, object | null> = { ...gaps.roles, 'self-image': gaps.selfImage };
    for (const { question, rounds: all } of told?.gaps ?? []) {
      const gap = all[place];
      if (gap?.state === 'gap') expect(gap).toMatchObject(known[question] ?? { none: question });
      else expect(known[question] ?? null).toBeNull();
    }
  }
  expect(told?.says.place).toBe('Nothing was read in this year.');
}, 120_000);

test('it passes axe, never scrolls sideways, and prints on one page of A4 and of Letter', async () => {
  const page = await app.open(`/p/${product}/year`, { viewport: { width: 360, height: 800 } });
  await page.getByRole('heading', { name: 'Culture' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  for (const format of ['A4', 'Letter']) {
    const pdf = (await page.pdf({ format, preferCSSPageSize: false })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
  await page.context().close();
}, 120_000);
