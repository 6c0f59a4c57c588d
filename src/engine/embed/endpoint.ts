/** Vectors from an OpenAI-compatible endpoint, Ollama’s included: in batches, bounded, tried again, and looked at before use. */
import { BifocalError } from '#core/errors.ts';
import type { Embedder } from '#language/vectors/outside.ts';
import { type Dense, dense } from '#language/vectors/sparse.ts';
import { type ModelAsked, modelAddress } from '../model-address.ts';
import { vectorsIn } from './endpoint-answer.ts';

/** Hugging Face’s text-embeddings-inference takes no more at once unless it is told to. */
export const BATCH = 32;

/**
 * A model on a laptop’s processor takes seconds for a batch. 32 vectors of 4,096 numbers are 3 MB as JSON; four times
 * as much is no vectors.
 */
const LIMITS = { headMs: 120_000, wholeMs: 180_000, bytes: 16 * 2 ** 20, tries: 4, patienceMs: 120_000 };

export function endpoint(asked: ModelAsked): Embedder & { to: string } {
  const { model } = asked;
  const { to, ask } = modelAddress(asked, { path: 'embeddings', limits: LIMITS, unusable });

  async function batch(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    const answer = await ask(JSON.stringify({ model, input: texts, encoding_format: 'float' }), signal);
    return vectorsIn(answer, texts.length, (cause) => unusable(to, cause));
  }

  return {
    to,
    model: `${model} at ${to}`,
    async of(texts, signal): Promise<Dense> {
      const asked = [...texts.keys()].filter((at) => (texts[at] as string).trim() !== '');
      let out: Dense | null = null;
      for (let from = 0; from < asked.length; from += BATCH) {
        const places = asked.slice(from, from + BATCH);
        const rows = await batch(
          places.map((at) => texts[at] as string),
          signal,
        );
        const width = rows[0]?.length ?? 0;
        out ??= dense(texts.length, width);
        if (width !== out.width) {
          throw unusable(to, `a vector has ${width} numbers where those before had ${out.width}`);
        }
        for (const [at, row] of rows.entries()) out.data.set(row, (places[at] as number) * width);
      }
      return out ?? dense(texts.length, 0);
    },
  };
}

function unusable(model: string, cause: string, from?: unknown): BifocalError {
  return new BifocalError('EMBEDDER_UNUSABLE', { model, cause }, from);
}
