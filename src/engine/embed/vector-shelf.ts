/** Where vectors of an outside model stay: by digest of the text that was sent, in the store, gone when a person is forgotten. */
import { deserialize, serialize } from 'node:v8';
import { idOf } from '#core/ids.ts';
import type { Store } from '#store/store.ts';

type Row = readonly [key: string, vector: Float32Array];

export interface VectorShelf {
  read(model: string): Promise<Map<string, Float32Array>>;
  add(model: string, rows: readonly Row[]): Promise<void>;
}

interface Chunk {
  readonly keys: readonly string[];
  readonly rows: Float32Array;
}

/** A chunk a batch, numbered: reading stops at the first that is not there, and the next one takes its place. */
export function shelfIn(store: Store, productId: string): VectorShelf {
  let next = 0;
  const name = (model: string, chunk: number) => `vectors of ${idOf('embedder', model)}, ${chunk}`;
  return {
    async read(model) {
      const all = new Map<string, Float32Array>();
      for (next = 0; ; next += 1) {
        const bytes = await store.facts.getBytes(productId, name(model, next), model, '');
        if (bytes === null) return all;
        const { keys, rows } = deserialize(bytes) as Chunk;
        const width = rows.length / keys.length;
        for (const [at, key] of keys.entries()) all.set(key, rows.slice(at * width, (at + 1) * width));
      }
    },
    async add(model, rows) {
      const width = rows[0]?.[1].length ?? 0;
      const chunk = { keys: rows.map(([key]) => key), rows: new Float32Array(rows.length * width) };
      for (const [at, [, row]] of rows.entries()) chunk.rows.set(row, at * width);
      await store.facts.putBytes(productId, name(model, next), model, '', serialize(chunk satisfies Chunk));
      next += 1;
    },
  };
}
