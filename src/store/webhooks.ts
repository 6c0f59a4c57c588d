/** Webhooks in and out, and what was delivered: a delivery that comes twice is one. */
import type { Backend } from './backend.ts';
import type { Tables } from './tables.ts';
import { uuid } from './uuid.ts';

export interface Webhook {
  readonly id: string;
  /** Where we call; null where others call us. */
  readonly url: string | null;
  /** The notices it wants, or who signs what comes in. */
  readonly events: readonly string[];
  readonly secret: string;
  readonly madeAt: number | null;
}

export interface Delivery {
  readonly webhookId: string;
  readonly id: string;
  readonly at: number;
  readonly event: string;
  readonly state: string;
  readonly told: string | null;
}

const ON = 'on';

export function webhooks(backend: Backend) {
  const of = (productId: string) => backend.db.selectFrom('webhooks').selectAll().where('product_id', '=', productId);
  return {
    async add(productId: string, hook: Pick<Webhook, 'url' | 'events' | 'secret'> & { madeBy: string | null }) {
      const now = backend.now();
      const { url, events, secret, madeBy } = hook;
      const told = { url: url ?? '', events: events.join(' '), secret, state: ON, made_by: madeBy, made_at: now };
      const row = { product_id: productId, id: uuid(now), ...told };
      await backend.write(productId, (trx) => backend.insert(trx, 'webhooks', [row]));
      return webhookOf(row);
    },

    async list(productId: string): Promise<Webhook[]> {
      return (await of(productId).orderBy('id').execute()).map(webhookOf);
    },

    async get(productId: string, id: string): Promise<Webhook | null> {
      const row = await of(productId).where('id', '=', id).executeTakeFirst();
      return row ? webhookOf(row) : null;
    },

    async remove(productId: string, id: string): Promise<boolean> {
      return backend.write(productId, async (trx) => {
        const query = trx.deleteFrom('webhooks').where('product_id', '=', productId).where('id', '=', id);
        const gone = await query.executeTakeFirst();
        await trx.deleteFrom('deliveries').where('product_id', '=', productId).where('webhook_id', '=', id).execute();
        return gone.numDeletedRows === 1n;
      });
    },

    /** False for one that came before. */
    async deliver(productId: string, delivery: Omit<Delivery, 'at'>): Promise<boolean> {
      const { webhookId, ...rest } = delivery;
      const row = { product_id: productId, webhook_id: webhookId, ...rest, at: backend.now() };
      const fresh = await backend.write(productId, (trx) => backend.insert(trx, 'deliveries', [row]));
      return fresh.size === 1;
    },

    async note(productId: string, { webhookId, id, state, told }: Omit<Delivery, 'at' | 'event'>): Promise<void> {
      await backend.write(productId, (trx) =>
        trx
          .updateTable('deliveries')
          .set({ state, told })
          .where('product_id', '=', productId)
          .where('webhook_id', '=', webhookId)
          .where('id', '=', id)
          .execute(),
      );
    },

    /** Newest first. */
    async deliveries(productId: string, webhookId: string, limit: number): Promise<Delivery[]> {
      const rows = await backend.db
        .selectFrom('deliveries')
        .selectAll()
        .where('product_id', '=', productId)
        .where('webhook_id', '=', webhookId)
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ product_id: _, webhook_id: hook, ...row }) => ({ webhookId: hook, ...row }));
    },
  };
}

export type Webhooks = ReturnType<typeof webhooks>;

function webhookOf({ id, url, events, secret, made_at: madeAt }: Tables['webhooks']): Webhook {
  return { id, url: url === '' ? null : url, events: events.split(' '), secret: secret ?? '', madeAt };
}
