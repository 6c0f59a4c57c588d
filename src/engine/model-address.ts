/** A model of the user’s own behind an OpenAI-compatible address: its key goes there alone, and every failure is one error. */
import { BifocalError } from '#core/errors.ts';
import { type HttpOptions, openHttp } from './http.ts';
import { isLoopback, literalAddress } from './http-address.ts';

export interface ModelAsked {
  /** `http://localhost:11434`, `https://api.example.com/v1`, or the whole address of what is asked. */
  readonly address: string;
  readonly model: string;
  readonly key?: string | undefined;
  readonly limits?: HttpOptions['limits'];
}

/** What is asked at the base of the address: `embeddings`, `chat/completions`. */
export interface ModelDoor {
  readonly path: string;
  readonly limits: NonNullable<HttpOptions['limits']>;
  unusable(model: string, cause: string, from?: unknown): BifocalError;
}

export interface ModelAddress {
  /** The address without its query, which may hold a secret, and is told nowhere. */
  readonly to: string;
  /** Redirects are not followed: the words were meant for one address. */
  ask(question: string, signal: AbortSignal): Promise<string>;
}

export function modelAddress({ address, key, limits }: ModelAsked, door: ModelDoor): ModelAddress {
  const url = addressOf(address, door);
  const to = `${url.origin}${url.pathname}`;
  const bare = literalAddress(url.hostname);
  const here = url.hostname === 'localhost' || (bare !== null && isLoopback(bare));
  if (key !== undefined && url.protocol === 'http:' && !here)
    throw door.unusable(to, 'a key would travel over plain http; say https');
  const http = openHttp({
    allowPrivate: here,
    limits: { ...door.limits, redirects: 0, ...limits },
    ...(key !== undefined && { bearer: { origin: url.origin, token: key } }),
  });
  return {
    to,
    async ask(question, signal) {
      const answer = await http
        .get(url.href, { question, signal, headers: { accept: 'application/json' } })
        .catch((error: unknown) => {
          if (!(error instanceof BifocalError) || error.code === 'INTERRUPTED') throw error;
          throw door.unusable(to, String(error.details.cause ?? error.message), error);
        });
      return answer.body;
    },
  };
}

/** The base as OpenAI’s clients take it, its host alone, or all of it. */
function addressOf(address: string, { path, unusable }: ModelDoor): URL {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw unusable(address, 'it is no address that begins with http:// or https://');
  if (url.username !== '' || url.password !== '') throw unusable(url.host, 'an address holds no password');
  const base = url.pathname.replace(/\/+$/, '');
  url.pathname = base.endsWith(`/${path}`) ? base : `${base === '' ? '/v1' : base}/${path}`;
  return url;
}
