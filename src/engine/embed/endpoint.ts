/** Vectors from an OpenAI-compatible endpoint, Ollama’s included: in batches, bounded, tried again, and looked at before use. */
import { BifocalError } from '#core/errors.ts';
import type { Embedder } from '#language/vectors/outside.ts';
import { type Dense, dense } from '#language/vectors/sparse.ts';
import { type HttpOptions, openHttp } from '../http.ts';
import { isLoopback, literalAddress } from '../http-address.ts';
import { vectorsIn } from './endpoint-answer.ts';

export interface EndpointAsked {
  /** `http://localhost:11434`, `https://api.example.com/v1`, or the whole address of its embeddings. */
  readonly address: string;
  readonly model: string;
  readonly key?: string | undefined;
  readonly limits?: HttpOptions['limits'];
}

/** Hugging Face’s text-embeddings-inference takes no more at once unless it is told to. */
export const BATCH = 32;

/**
 * A model on a laptop’s processor takes seconds for a batch. 32 vectors of 4,096 numbers are 3 MB as JSON; four times
 * as much is no vectors. Redirects are not followed: the words were meant for one address.
 */
const LIMITS = { headMs: 120_000, wholeMs: 180_000, bytes: 16 * 2 ** 20, redirects: 0, tries: 4, patienceMs: 120_000 };

export function endpoint({ address, model, key, limits }: EndpointAsked): Embedder & { to: string } {
  const url = addressOf(address);
  // A query may hold a secret, and is told nowhere.
  const to = `${url.origin}${url.pathname}`;
  const bare = literalAddress(url.hostname);
  const here = url.hostname === 'localhost' || (bare !== null && isLoopback(bare));
  if (key !== undefined && url.protocol === 'http:' && !here)
    throw unusable(to, 'a key would travel over plain http; say https');
  const http = openHttp({
    allowPrivate: here,
    limits: { ...LIMITS, ...limits },
    ...(key !== undefined && { bearer: { origin: url.origin, token: key } }),
  });

  async function batch(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    const question = JSON.stringify({ model, input: texts, encoding_format: 'float' });
    const answer = await http
      .get(url.href, { question, signal, headers: { accept: 'application/json' } })
      .catch((error: unknown) => {
        if (!(error instanceof BifocalError) || error.code === 'INTERRUPTED') throw error;
        throw unusable(to, String(error.details.cause ?? error.message), error);
      });
    return vectorsIn(answer.body, texts.length, (cause) => unusable(to, cause));
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

/** The base as OpenAI’s clients take it, its host alone, or all of it. */
function addressOf(address: string): URL {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw unusable(address, 'it is no address that begins with http:// or https://');
  if (url.username !== '' || url.password !== '') throw unusable(url.host, 'an address holds no password');
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = path.endsWith('/embeddings') ? path : `${path === '' ? '/v1' : path}/embeddings`;
  return url;
}

function unusable(model: string, cause: string, from?: unknown): BifocalError {
  return new BifocalError('EMBEDDER_UNUSABLE', { model, cause }, from);
}
