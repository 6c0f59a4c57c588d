/** A service that is read live, for tests: as the port of a source without a network, or as a server at its worst. */
import { BifocalError } from '#core/errors.ts';
import { digestOf } from '#core/ids.ts';
import type { Http } from '#core/source.ts';
import type { Answering } from './fault-server.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or a text as it is. */
  readonly body: unknown;
}

export interface LiveWorld {
  /** What the service says to an address, now. */
  serve(url: URL, headers: Readonly<Record<string, string | string[] | undefined>>): Answer;
  /** Things happen while it is read: after so many answers. */
  change?(): void;
}

export const START = Date.parse('2026-01-01T00:00:00Z');
export const iso = (ms: number) => new Date(ms).toISOString();

function told({ status, headers = {}, body }: Answer, etagged: string | undefined) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const etag = headers.etag ?? `W/"${digestOf(text).slice(0, 16)}"`;
  if (status === 200 && etagged === etag) return { status: 304, headers: { ...headers, etag }, body: '' };
  return { status, headers: { ...headers, ...(status === 200 && { etag }) }, body: text };
}

/** The service as the port of a source, without a network; its time stands still. */
export function portOf(world: LiveWorld, fetchedAt = START + 400 * 86_400_000): Http {
  return {
    async get(address, { headers = {}, etag, signal, answers = [] } = {}) {
      if (signal?.aborted) throw new BifocalError('INTERRUPTED');
      const answer = told(world.serve(new URL(address), headers), etag);
      if (answer.status >= 400 && !answers.includes(answer.status)) {
        throw new BifocalError('SOURCE_REFUSED', { source: address, cause: `it answered HTTP ${answer.status}` });
      }
      return { ...answer, url: address, fetchedAt };
    },
  };
}

export interface Roughness {
  /** Every so many-th answer is one of the faults in turn; 0: none. */
  readonly every: number;
  /** What its headers of limits begin with: `x-ratelimit`, `ratelimit`. */
  readonly limits: string;
  /** `change` is called after so many answers; never without it. */
  readonly changesAfter?: number;
}

/** The service's clock runs seven hours ahead of everybody's here. */
const SKEW_MS = 7 * 3_600_000;

/** The service on the wire: it limits, stumbles, cuts its answers, and changes while it is read. */
export function answeringOf(world: LiveWorld, { every, limits, changesAfter }: Roughness) {
  const asked: string[] = [];
  let faults = 0;
  const clock = () => ({ date: new Date(Date.now() + SKEW_MS).toUTCString(), 'content-type': 'application/json' });
  const soon = () => String(Math.ceil((Date.now() + SKEW_MS) / 1000));
  const spent = () => ({ ...clock(), [`${limits}-remaining`]: '0', [`${limits}-reset`]: soon() });
  const rough: readonly ((body: string) => Answer)[] = [
    () => ({ status: 403, headers: spent(), body: '{}' }),
    () => ({ status: 429, headers: { ...clock(), 'retry-after': '1' }, body: '{}' }),
    () => ({ status: 429, headers: spent(), body: '{}' }),
    () => ({ status: 502, headers: clock(), body: '<html>' }),
    (body) => ({ status: 200, headers: clock(), body: body.slice(0, body.length / 2) }),
  ];
  const answer: Answering = (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (asked.length === changesAfter) world.change?.();
    const url = new URL(request.url ?? '', `http://${request.headers.host}`);
    const said = told(world.serve(url, request.headers), request.headers['if-none-match']);
    const fault = every > 0 && asked.length % every === 0 ? rough[faults++ % rough.length] : undefined;
    const {
      status,
      headers = {},
      body,
    } = fault ? fault(said.body) : { ...said, headers: { ...clock(), ...said.headers } };
    response.writeHead(status, headers).end(body);
  };
  return { answer, asked };
}
