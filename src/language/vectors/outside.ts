/**
 * Vectors from a model that does not ship: an adapter brings them before anything is grouped, so that grouping stays
 * pure. Without one, vectors are learned from the texts themselves.
 */
import { type Dense, dense } from './sparse.ts';

/** The port: what every adapter does, and one suite of tests holds all of them to. */
export interface Embedder {
  /** Names the model and where it runs. What was found with one is never mixed with another’s. */
  readonly model: string;
  /** One row per text in their order, of length one, all of one width; zeros for a text without words. */
  of(texts: readonly string[], signal: AbortSignal): Promise<Dense>;
}

/** Vectors that are there already. */
export interface Outside {
  readonly model: string;
  of(texts: readonly string[]): Dense;
}

/** `rows`: the vector of each text that will be asked for; empty ones need none. */
export function outsideOf(model: string, width: number, rows: ReadonlyMap<string, Float32Array>): Outside {
  return {
    model,
    of(texts) {
      const out = dense(texts.length, width);
      for (const [at, text] of texts.entries()) {
        const row = rows.get(text);
        if (row === undefined && text.trim() !== '') throw new Error('a text was grouped that nobody embedded');
        if (row !== undefined) out.data.set(row, at * width);
      }
      return out;
    },
  };
}
