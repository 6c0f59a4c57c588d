/** An export carries rounds as their figures: the other store shows the same result, and holds no answer of anybody. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { exportProduct } from './export.ts';
import { ENCODINGS } from './export-rows.ts';
import { openStore } from './open-store.ts';
import { openRound, releasedRounds, roundsTold } from './rounds.ts';
import { takeRounds } from './rounds-import.ts';
import { takeExport } from './take-export.ts';
import { undoImport } from './undo.ts';

const signal = new AbortController().signal;
const path = fileURLToPath(new URL('../../examples/gallop/rounds.json', import.meta.url));

test.each(ENCODINGS)('as %s, and both go again with what brought them', async (encoding) => {
  const folder = mkdtempSync(join(tmpdir(), 'bifocal-rounds-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [store, empty] = [
    await openStore({ file: ':memory:', key: new Uint8Array(32).fill(1) }),
    await openStore({ file: ':memory:', key: new Uint8Array(32).fill(2) }),
  ];
  const product = await store.products.ensure({ name: 'Gallop' });
  const own = await takeRounds(store, product.id, { path, at: null, kind: 'anonymous', name: null });
  await openRound(store, product.id, { kind: 'anonymous', name: 'Still open', team: null });
  const to = join(folder, 'out');
  await exportProduct(store, product, { folder: to, encoding, version: 'test', signal });
  expect(readFileSync(join(to, `rounds.${encoding}`), 'utf8')).not.toContain('Still open');
  const taken = [];
  for (const _ of [1, 2]) taken.push(await takeExport(empty, { path: to, preview: false, signal }));
  const wanted = await releasedRounds(store, product.id);
  expect(wanted).toHaveLength(2);
  expect(await releasedRounds(empty, product.id)).toEqual(wanted);
  expect((await roundsTold(empty, product.id)).map(({ answered }) => answered)).toEqual([20, 20]);
  for (const { round } of wanted) expect(await empty.rounds.answers(product.id, round.id)).toEqual([]);
  for (const [at, { gathers }] of taken.entries()) {
    for (const gather of gathers) await undoImport(empty, gather);
    expect(await roundsTold(empty, product.id)).toHaveLength(at === 0 ? 2 : 0);
  }
  for (const { gather } of own) await undoImport(store, gather ?? '');
  expect((await roundsTold(store, product.id)).map(({ name }) => name)).toEqual(['Still open']);
  expect((await store.read.count(product.id)).feedback).toBe(0);
  await store.close();
  await empty.close();
});
