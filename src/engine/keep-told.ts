/** What is told of a product, in the store while nothing changed that it rests on: evidence, decisions, methods. */
import { deserialize, serialize } from 'node:v8';
import { idOf } from '#core/ids.ts';
import type { Store } from '#store/store.ts';
import { METHODS } from './methods.ts';

export interface Telling {
  readonly productId: string;
  readonly name: string;
  /** Another text whenever it may have to be told otherwise. */
  readonly input: () => Promise<string>;
  /** Makes it again whatever is kept. */
  readonly fresh?: boolean;
}

/** Raise it when the shape of something changes that is kept this way. */
const SHAPES = '3';

/** What was kept last, of evidence that has changed since; null where it holds, or where nothing is kept. */
export async function lastKeptIn<Told>(
  store: Store,
  { productId, name, input }: Pick<Telling, 'productId' | 'name' | 'input'>,
): Promise<{ readonly at: number; readonly told: Told } | null> {
  const kept = await store.facts.lastBytes(productId, name, idOf('methods', ...METHODS, SHAPES));
  if (kept === null || kept.input === idOf(name, await input())) return null;
  return { at: kept.usedAt, told: deserialize(kept.value) as Told };
}

/** As it is kept, else made and kept. */
export async function keptIn<Told>(
  store: Store,
  { productId, name, input, fresh = false }: Telling,
  make: () => Promise<Told>,
): Promise<Told> {
  const method = idOf('methods', ...METHODS, SHAPES);
  const key = async () => idOf(name, await input());
  const kept = fresh ? null : await store.facts.getBytes(productId, name, method, await key());
  if (kept !== null) return deserialize(kept) as Told;
  const told = await make();
  // What facts keep may have changed while it was made: the next look-up rests on what is there now.
  await store.facts.putBytes(productId, name, method, await key(), serialize(told));
  return told;
}
