/** Tokens of programs: the hash alone is kept, so that a copy of the store opens nothing. */
import type { Scope } from '#core/access.ts';
import type { Backend } from './backend.ts';
import type { Tables } from './tables.ts';
import { uuid } from './uuid.ts';

export interface TokenNote {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly madeAt: number;
  readonly madeBy: string | null;
  readonly usedAt: number | null;
  readonly revokedAt: number | null;
}

/** Its last use is noted so often at most: a program that asks all day long must not write all day long. */
const NOTED_MS = 60_000;

export function tokens(backend: Backend) {
  const of = (productId: string) => backend.db.selectFrom('tokens').selectAll().where('product_id', '=', productId);
  const change = (productId: string, id: string, set: Partial<Tables['tokens']>) =>
    backend.write(productId, async (trx) => {
      const query = trx.updateTable('tokens').set(set).where('product_id', '=', productId).where('id', '=', id);
      const done = await query.where('revoked_at', 'is', null).executeTakeFirst();
      return done.numUpdatedRows === 1n;
    });

  return {
    async add(productId: string, token: Pick<TokenNote, 'name' | 'scopes' | 'madeBy'> & { readonly hash: string }) {
      const now = backend.now();
      const { name, scopes, madeBy, hash } = token;
      const made = { name, scopes: scopes.join(' '), made_at: now, made_by: madeBy };
      const row = { product_id: productId, id: uuid(now), hash, ...made, used_at: null, revoked_at: null };
      await backend.write(productId, (trx) => backend.insert(trx, 'tokens', [row]));
      return noteOf(row);
    },

    /** Newest first, revoked ones too. */
    async list(productId: string): Promise<TokenNote[]> {
      return (await of(productId).orderBy('made_at', 'desc').orderBy('id').execute()).map(noteOf);
    },

    /** One that still opens, and notes that it was used. */
    async use(productId: string, hash: string): Promise<TokenNote | null> {
      const row = await of(productId).where('hash', '=', hash).where('revoked_at', 'is', null).executeTakeFirst();
      if (!row) return null;
      const now = backend.now();
      if ((row.used_at ?? 0) + NOTED_MS < now) await change(productId, row.id, { used_at: now });
      return noteOf(row);
    },

    /** False where it was revoked before, or never there. */
    revoke: (productId: string, id: string): Promise<boolean> => change(productId, id, { revoked_at: backend.now() }),
  };
}

export type Tokens = ReturnType<typeof tokens>;

function noteOf(row: Tables['tokens']): TokenNote {
  const { id, name, scopes, made_at: madeAt, made_by: madeBy, used_at: usedAt, revoked_at: revokedAt } = row;
  return { id, name, scopes: scopes.split(' ') as Scope[], madeAt, madeBy, usedAt, revokedAt };
}
