/** Guesses: what somebody thought of a product before they read, as they said it. */
import type { GuessAnswer } from '#core/guess.ts';
import type { Backend } from './backend.ts';
import { uuid } from './uuid.ts';

export interface StoredGuess {
  readonly place: GuessAnswer;
  /** Null: whoever sits at this machine. */
  readonly who: string | null;
  readonly at: number;
}

export function guesses(backend: Backend) {
  return {
    async add(productId: string, place: GuessAnswer, who: string | null = null): Promise<void> {
      const at = backend.now();
      const row = { product_id: productId, id: uuid(at), who, place, at };
      await backend.write(productId, (trx) => backend.insert(trx, 'guesses', [row]));
    },

    /** Oldest first. */
    async list(productId: string): Promise<StoredGuess[]> {
      const rows = await backend.db
        .selectFrom('guesses')
        .select(['place', 'who', 'at'])
        .where('product_id', '=', productId)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map(({ place, who, at }) => ({ place: place as GuessAnswer, who, at }));
    },
  };
}

export type Guesses = ReturnType<typeof guesses>;
