/** The cache of facts: keyed by all that went in, so nothing is ever invalidated; what is not used any more goes. */
import type { Backend } from './backend.ts';
import { packText, unpackText } from './version.ts';

/** Noting every use would turn each read into a write; a day is fine enough to sweep by. */
const NOTED_EVERY = 86_400_000;

export function factCache(backend: Backend) {
  return {
    async get(productId: string, name: string, method: string, input: string): Promise<string | null> {
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
      return unpackText(row.value);
    },

    async put(productId: string, name: string, method: string, input: string, value: string): Promise<void> {
      const row = { product_id: productId, name, method, input, value: packText(value), used_at: backend.now() };
      await backend.write(productId, (trx) => backend.insert(trx, 'facts', [row]), 'soon');
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
