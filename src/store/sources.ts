/** The sources of a product: what they point at, where the next gather starts, how the last one went. */
import { idOf } from '#core/ids.ts';
import { canonical, type Json } from '#core/json.ts';
import type { Backend } from './backend.ts';
import type { Tables } from './tables.ts';

export interface StoredSource {
  readonly id: string;
  readonly kind: string;
  readonly origin: string;
  readonly options: Json;
  /** Set by the seal alone, as `observedUntil` is. */
  readonly cursor: string | null;
  readonly state: string;
  readonly observedUntil: number | null;
  readonly error: string | null;
  /** When `gather --due` reads it next (ms UTC); null before the first gather. */
  readonly nextAt: number | null;
}

export function sources(backend: Backend) {
  return {
    /** One per kind and origin; newer options replace older ones. */
    async ensure(
      productId: string,
      source: { readonly kind: string; readonly origin: string; readonly options: Json },
    ): Promise<StoredSource> {
      const id = idOf('source', source.kind, source.origin);
      const options = canonical(source.options);
      const known = await one(productId, id);
      if (known && canonical(known.options) === options) return known;
      await backend.write(
        productId,
        async (trx) => {
          const row = { product_id: productId, id, kind: source.kind, origin: source.origin, options, state: 'new' };
          await trx
            .insertInto('sources')
            .values({ ...row, cursor: null, observed_until: null, next_at: null, error: null })
            .onConflict((conflict) => conflict.columns(['product_id', 'id']).doUpdateSet({ options }))
            .execute();
        },
        'soon',
      );
      const made = await one(productId, id);
      if (!made) throw new Error(`source ${id} was not kept`);
      return made;
    },

    /** Whether a source of this kind was ever read with these options, for whichever product. */
    async asked(kind: string, options: Json): Promise<boolean> {
      const query = backend.db.selectFrom('sources').select('id').where('kind', '=', kind).limit(1);
      return (await query.where('options', '=', canonical(options)).executeTakeFirst()) !== undefined;
    },

    /** The products that have this source, by id. */
    async readBy(kind: string, origin: string): Promise<string[]> {
      const query = backend.db
        .selectFrom('sources')
        .select('product_id')
        .where('id', '=', idOf('source', kind, origin));
      return (await query.orderBy('product_id').execute()).map((row) => row.product_id);
    },

    async list(productId: string): Promise<StoredSource[]> {
      const rows = await backend.db
        .selectFrom('sources')
        .selectAll()
        .where('product_id', '=', productId)
        .orderBy('kind')
        .orderBy('origin')
        .execute();
      return rows.map(sourceOf);
    },

    async due(productId: string, sourceId: string, nextAt: number) {
      await backend.write(
        productId,
        (trx) =>
          trx
            .updateTable('sources')
            .set({ next_at: nextAt })
            .where('product_id', '=', productId)
            .where('id', '=', sourceId)
            .execute(),
        'soon',
      );
    },

    /** Notes how it went when there was nothing to seal: `failed` with the error, `ok` without. */
    async noted(productId: string, sourceId: string, how: { readonly state: string; readonly error?: string | null }) {
      await backend.write(
        productId,
        (trx) =>
          trx
            .updateTable('sources')
            .set({ state: how.state, error: how.error ?? null })
            .where('product_id', '=', productId)
            .where('id', '=', sourceId)
            .execute(),
        'soon',
      );
    },
  };

  async function one(productId: string, id: string): Promise<StoredSource | null> {
    const row = await backend.db
      .selectFrom('sources')
      .selectAll()
      .where('product_id', '=', productId)
      .where('id', '=', id)
      .executeTakeFirst();
    return row ? sourceOf(row) : null;
  }
}

export type Sources = ReturnType<typeof sources>;

function sourceOf(row: Tables['sources']): StoredSource {
  const { id, kind, origin, cursor, state, error } = row;
  const options = JSON.parse(row.options) as Json;
  return { id, kind, origin, options, cursor, state, observedUntil: row.observed_until, error, nextAt: row.next_at };
}
