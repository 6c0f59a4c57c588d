/** Takes back a whole import, or says which can be. */
import { BifocalError } from '#core/errors.ts';
import type { GatherNote } from '#store/gathers.ts';
import type { Store } from '#store/store.ts';

export interface Undoable {
  readonly product: string;
  readonly productId: string;
  readonly gather: GatherNote;
  readonly source: string;
}

/** Newest first; of one product, where it is named. */
export async function undoable(store: Store, productId?: string): Promise<Undoable[]> {
  const found: Undoable[] = [];
  const products = await store.products.list();
  for (const { id, name } of products.filter((one) => productId === undefined || one.id === productId)) {
    const sources = new Map((await store.sources.list(id)).map((source) => [source.id, source.kind]));
    for (const gather of await store.gathers.list(id)) {
      if (gather.how !== 'import' || gather.state !== 'sealed') continue;
      found.push({ product: name, productId: id, gather, source: sources.get(gather.sourceId) ?? '' });
    }
  }
  return found.sort((one, other) => (other.gather.sealedAt ?? 0) - (one.gather.sealedAt ?? 0));
}

export interface UndoneImport extends Undoable {
  readonly removed: number;
  readonly restored: number;
  /** Rounds of the Mirror Test that went with it. */
  readonly rounds: number;
}

/** Of one product, where it is named. Rejects with GATHER_NOT_FOUND. */
export async function undoImport(store: Store, named: string, productId?: string): Promise<UndoneImport> {
  const one = (await undoable(store, productId)).find(({ gather }) => gather.id === named);
  if (!one) throw new BifocalError('GATHER_NOT_FOUND', { gather: named });
  const { removed, restored, rounds } = await store.gathers.undo(one.productId, one.gather.id);
  return { ...one, removed, restored, rounds };
}
