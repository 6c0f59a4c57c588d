/** Readings as they were made: never changed, found by the hash of their whole input. */
import type { Backend } from './backend.ts';

export interface StoredReading {
  readonly id: string;
  readonly at: number;
  readonly method: string;
  /** What went in: digests, settings, versions, as the engine wrote it. */
  readonly input: string;
  readonly json: string;
  readonly madeAt: number;
}

export function readings(backend: Backend) {
  return {
    async get(productId: string, id: string): Promise<StoredReading | null> {
      const row = await backend.db
        .selectFrom('readings')
        .selectAll()
        .where('product_id', '=', productId)
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row) return null;
      return { id, at: row.at, method: row.method, input: row.input, json: row.json, madeAt: row.made_at };
    },

    /** Keeps it; the same id again changes nothing. `behind`: all that are kept stay newer than it. */
    async put(productId: string, reading: Omit<StoredReading, 'madeAt'>, behind = false): Promise<void> {
      const { id, at, method, input, json } = reading;
      await backend.write(productId, async (trx) => {
        const kept = trx.selectFrom('readings').where('product_id', '=', productId);
        const oldest = behind
          ? await kept.select((made) => made.fn.min('made_at').as('first')).executeTakeFirst()
          : undefined;
        const madeAt = oldest?.first == null ? backend.now() : Number(oldest.first) - 1;
        await backend.insert(trx, 'readings', [
          { product_id: productId, id, at, method, input, json, made_at: madeAt },
        ]);
      });
    },

    /** Newest first, without their text. */
    async list(productId: string): Promise<Omit<StoredReading, 'json' | 'input'>[]> {
      const rows = await backend.db
        .selectFrom('readings')
        .select(['id', 'at', 'method', 'made_at'])
        .where('product_id', '=', productId)
        .orderBy('made_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(({ id, at, method, made_at: madeAt }) => ({ id, at, method, madeAt }));
    },
  };
}

export type Readings = ReturnType<typeof readings>;
