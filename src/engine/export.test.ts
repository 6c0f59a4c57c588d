/** Every format of import, round: read from its tape, exported, taken in by an empty store, row for row as it was. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '#store/store.ts';
import { seeds } from '../../bench/fuzz/seeds.ts';
import { exportProduct } from './export.ts';
import { ENCODINGS } from './export-rows.ts';
import { importFiles } from './import.ts';
import { openStore } from './open-store.ts';
import { takeExport } from './take-export.ts';

const SIGNAL = new AbortController().signal;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bifocal-round-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const opened = (key: number) => openStore({ file: ':memory:', key: new Uint8Array(32).fill(key) });

async function rowsOf(store: Store, productId: string) {
  const rows = [];
  for await (const piece of store.carry.evidence(productId)) rows.push(...piece);
  return rows;
}

for (const { name, bytes } of await seeds()) {
  test(`${name} comes back as it was`, async () => {
    const file = join(folder, `${name.split('/')[0]}-${basename(name)}`);
    writeFileSync(file, bytes);
    const store = await opened(1);
    const product = await store.products.ensure({ name: 'kettle' });
    const wish = { files: [file] };
    await importFiles(store, {
      productId: product.id,
      wish,
      as: name.startsWith('survey/') ? 'survey' : null,
      preview: false,
      now: Date.UTC(2030),
      signal: SIGNAL,
      onProgress: () => undefined,
    });
    const wanted = await rowsOf(store, product.id);
    expect(wanted.length).toBeGreaterThan(0);
    for (const encoding of ENCODINGS) {
      const out = `${file}-${encoding}`;
      await exportProduct(store, product, { folder: out, encoding, version: 'test', signal: SIGNAL });
      const empty = await opened(2);
      const taken = await takeExport(empty, { path: out, preview: false, signal: SIGNAL });
      expect(taken.product.id).toBe(product.id);
      expect(await rowsOf(empty, product.id)).toEqual(wanted);
      expect(await empty.digests(product.id)).toEqual(await store.digests(product.id));
      await empty.close();
    }
    await store.close();
  });
}
