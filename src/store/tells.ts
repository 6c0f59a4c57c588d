/** Notes that somebody says they sent: one for an ask, kept beside what is found in the evidence. */
import type { Backend } from './backend.ts';

export interface StoredTell {
  /** The release that answered, by its version: what the note is about. */
  readonly about: string;
  readonly ask: string;
  readonly channel: string;
  readonly draft: string;
  readonly state: string;
  readonly sentBy: string | null;
  readonly at: number;
}

export function tells(backend: Backend) {
  return {
    async list(productId: string): Promise<StoredTell[]> {
      const rows = await backend.db
        .selectFrom('tells')
        .selectAll()
        .where('product_id', '=', productId)
        .orderBy('need_id')
        .orderBy('thread_id')
        .execute();
      return rows.map((row) => ({
        ...{ about: row.need_id, ask: row.thread_id, channel: row.channel, draft: row.draft, state: row.state },
        ...{ sentBy: row.sent_by, at: row.at },
      }));
    },

    /** The same again takes the place of what was said before. */
    async put(productId: string, { about, ask, channel, draft, state, sentBy }: Omit<StoredTell, 'at'>): Promise<void> {
      const row = {
        ...{ product_id: productId, need_id: about, thread_id: ask, channel, draft, state },
        ...{ found_id: null, sent_by: sentBy, at: backend.now() },
      };
      await backend.write(productId, async (trx) => {
        await drop(trx, productId, about, ask);
        await backend.insert(trx, 'tells', [row]);
      });
    },

    async remove(productId: string, about: string, ask: string): Promise<void> {
      await backend.write(productId, (trx) => drop(trx, productId, about, ask));
    },
  };
}

export type Tells = ReturnType<typeof tells>;

async function drop(
  trx: Parameters<Parameters<Backend['write']>[1]>[0],
  productId: string,
  about: string,
  ask: string,
) {
  await trx
    .deleteFrom('tells')
    .where('product_id', '=', productId)
    .where('need_id', '=', about)
    .where('thread_id', '=', ask)
    .execute();
}
