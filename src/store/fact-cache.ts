/** The cache of facts: keyed by all that went in, so nothing is ever invalidated; what is not used any more goes. */
import type { Backend } from './backend.ts';
import { packText, unpackText } from './version.ts';

/** Noting every use would turn each read into a write; a day is fine enough to sweep by. */
const NOTED_EVERY = 86_400_000;

export function factCache(backend: Backend) {
  async function bytesOf(productId: string, name: string, method: string, input: string): Promise<Uint8Array | null> {
    const row = await backend.db
      .selectFrom('facts')
      .select(['value', 'used_at'])
      .where('product_id', '=', productId)
      .where('name', '=', name)
      .where('method', '=', method)
      .where('input', '=', input)
      .executeTakeFirst();
    if (!row) return null;
    if (backend.now() - row.used_at > NOTED_EVERY) {
      await backend.write(productId, (trx) =>
        trx
          .updateTable('facts')
          .set({ used_at: backend.now() })
          .where('product_id', '=', productId)
          .where('name', '=', name)
          .where('method', '=', method)
          .where('input', '=', input)
          .execute(),
      );
    }
    return row.value;
  }

  return {
    async get(productId: string, name: string, method: string, input: string): Promise<string | null> {
      const value = await bytesOf(productId, name, method, input);
      return value === null ? null : unpackText(value);
    },

    /** As `get`, of what `putBytes` put there. */
    getBytes: (productId: string, name: string, method: string, input: string): Promise<Uint8Array | null> =>
      bytesOf(productId, name, method, input),

    /** What `putBytes` put there last, from whatever it was made, and until when it is known to have been looked at. */
    async lastBytes(
      productId: string,
      name: string,
      method: string,
    ): Promise<{ readonly value: Uint8Array; readonly input: string; readonly usedAt: number } | null> {
      const row = await backend.db
        .selectFrom('facts')
        .select(['value', 'input', 'used_at'])
        .where('product_id', '=', productId)
        .where('name', '=', name)
        .where('method', '=', method)
        .orderBy('used_at', 'desc')
        .orderBy('input')
        .limit(1)
        .executeTakeFirst();
      return row ? { value: row.value, input: row.input, usedAt: row.used_at } : null;
    },

    async put(productId: string, name: string, method: string, input: string, value: string): Promise<void> {
      const row = { product_id: productId, name, method, input, value: packText(value), used_at: backend.now() };
      await backend.write(productId, (trx) => backend.insert(trx, 'facts', [row]), 'soon');
    },

    /** In place of what was there. */
    async putBytes(productId: string, name: string, method: string, input: string, value: Uint8Array): Promise<void> {
      const row = { product_id: productId, name, method, input, value, used_at: backend.now() };
      await backend.write(
        productId,
        async (trx) => {
          await trx.deleteFrom('facts').where('product_id', '=', productId).where('name', '=', name).execute();
          await backend.insert(trx, 'facts', [row]);
        },
        'soon',
      );
    },

    /** Drops what nobody has used since; answers how many rows went. */
    async sweep(productId: string, usedBefore: number): Promise<number> {
      const done = await backend.write(productId, (trx) =>
        trx
          .deleteFrom('facts')
          .where('product_id', '=', productId)
          .where('used_at', '<', usedBefore)
          .executeTakeFirst(),
      );
      return Number(done.numDeletedRows);
    },
  };
}

export type FactCache = ReturnType<typeof factCache>;
