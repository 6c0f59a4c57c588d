/** All vectors that a run needs: kept ones first, the rest from the model, but only after it was said what would be sent. */
import { BifocalError } from '#core/errors.ts';
import { digestOf } from '#core/ids.ts';
import { type Embedder, type Outside, outsideOf } from '#language/vectors/outside.ts';
import { wordsSent } from '../words-sent.ts';
import { BATCH } from './endpoint.ts';
import type { VectorShelf } from './vector-shelf.ts';

/** A model that is asked only with leave. */
export interface AskedEmbedder extends Embedder {
  /** Says what would be sent, and rejects where that is not wanted. Called before anything is. */
  may(sent: Sent): Promise<void>;
  /** Told after each batch. */
  onProgress?(done: number, all: number): void;
}

export interface Sent {
  readonly texts: number;
  readonly characters: number;
}

/** `shelf`: where vectors stay, so that no text is sent twice; written batch by batch, so that a stop loses one. */
export async function embedded(
  texts: readonly string[],
  { model, of, may, onProgress }: AskedEmbedder,
  shelf: VectorShelf | null,
  signal: AbortSignal,
): Promise<Outside> {
  const words = new Map(texts.filter((text) => text.trim() !== '').map((text) => [text, wordsSent(text)]));
  const known = (await shelf?.read(model)) ?? new Map<string, Float32Array>();
  const missing = new Map<string, string>();
  for (const sent of words.values()) {
    const key = digestOf(sent);
    if (!known.has(key)) missing.set(key, sent);
  }
  const all = [...missing];
  if (all.length > 0) {
    await may({ texts: all.length, characters: all.reduce((sum, [, { length }]) => sum + length, 0) });
  }
  for (let from = 0; from < all.length; from += BATCH) {
    const batch = all.slice(from, from + BATCH);
    const { width, data } = await of(
      batch.map(([, sent]) => sent),
      signal,
    );
    const rows = batch.map(([key], at) => [key, data.slice(at * width, (at + 1) * width)] as const);
    if (known.size > 0 && known.values().next().value?.length !== width) throw other(model);
    for (const [key, row] of rows) known.set(key, row);
    await shelf?.add(model, rows);
    onProgress?.(from + batch.length, all.length);
  }
  const width = known.values().next().value?.length ?? 0;
  return outsideOf(model, width, new Map([...words].map(([text, sent]) => [text, known.get(digestOf(sent)) as never])));
}

function other(model: string): BifocalError {
  const cause = 'its vectors are of another length than those that it gave before';
  return new BifocalError('EMBEDDER_UNUSABLE', { model, cause });
}
