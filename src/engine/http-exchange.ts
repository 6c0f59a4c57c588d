/** One request and its answer: the name is resolved, checked and connected to in one step; time and size are bounded. */
import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { BifocalError } from '#core/errors.ts';
import { isLoopback, isPublic, literalAddress } from './http-address.ts';

export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

export interface ExchangeLimits {
  /** Until the head of the answer is there. */
  readonly headMs: number;
  /** Until its last byte. */
  readonly wholeMs: number;
  /** Of the body as it reads, not as it travels: a compressed bomb counts in full. */
  readonly bytes: number;
}

export interface Exchange {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: ExchangeLimits;
  readonly allowLoopback: boolean;
  readonly resolve: Resolve;
  readonly signal: AbortSignal;
  /** Sent by POST. */
  readonly question?: string | undefined;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Idle connections stay open for the next request of the same run; Node unrefs them, so they hold no process. */
const agents = { 'http:': new http.Agent({ keepAlive: true }), 'https:': new https.Agent({ keepAlive: true }) };

export const resolveName: Resolve = (hostname) => systemLookup(hostname, { all: true });

/** Rejects with BifocalError where the address or the size is refused; with the socket's own error otherwise. */
export async function exchange(order: Exchange): Promise<RawAnswer> {
  const timeout = AbortSignal.timeout(order.limits.wholeMs);
  const signal = AbortSignal.any([order.signal, timeout]);
  const literal = literalAddress(order.url.hostname);
  if (literal !== null && !allowed(literal, order.allowLoopback)) throw refusedAddress(order.url);
  const head = await headOf(order, signal);
  return { ...head.answer, body: await bodyOf(head.stream, order, signal) };
}

interface Head {
  readonly answer: Omit<RawAnswer, 'body'>;
  readonly stream: http.IncomingMessage;
}

function headOf(order: Exchange, signal: AbortSignal): Promise<Head> {
  const secure = order.url.protocol === 'https:';
  const { promise, resolve, reject } = Promise.withResolvers<Head>();
  const request = (secure ? https : http).request(order.url, {
    agent: secure ? agents['https:'] : agents['http:'],
    method: order.question === undefined ? 'GET' : 'POST',
    headers: { 'accept-encoding': 'gzip, deflate, br', ...order.headers },
    lookup: pinnedLookup(order),
    signal,
  });
  const timer = setTimeout(() => request.destroy(new Error('no answer in time')), order.limits.headMs);
  request.once('close', () => clearTimeout(timer));
  request.once('error', reject);
  request.once('response', (stream) => {
    clearTimeout(timer);
    resolve({ answer: { status: stream.statusCode ?? 0, headers: flat(stream.headers) }, stream });
  });
  request.end(order.question);
  return promise;
}

/**
 * Node connects to exactly what this hands it, so a name that answers differently the next time (DNS rebinding)
 * gains nothing: every address is checked here, and there is no second look-up.
 */
function pinnedLookup(order: Exchange): LookupFunction {
  return (hostname, options, done) => {
    order.resolve(hostname).then(
      (found) => {
        const first = found[0];
        if (!first) done(new Error(`no address for ${hostname}`), '');
        else if (!found.every(({ address }) => allowed(address, order.allowLoopback))) {
          done(refusedAddress(order.url), '');
        } else if (options.all) done(null, [...found]);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, ''),
    );
  };
}

function allowed(address: string, allowLoopback: boolean): boolean {
  return isPublic(address) || (allowLoopback && isLoopback(address));
}

function refusedAddress(url: URL): BifocalError {
  return new BifocalError('SOURCE_REFUSED', {
    source: url.host,
    cause: 'it lies in a private network, and Bifocal reads public addresses only',
  });
}

async function bodyOf(stream: http.IncomingMessage, order: Exchange, signal: AbortSignal): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  const decoded = decoderOf(stream);
  const stop = () => stream.destroy(signal.reason instanceof Error ? signal.reason : new Error('stopped'));
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const piece of decoded as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > order.limits.bytes) throw tooLarge(order);
      pieces.push(piece);
    }
    if (!stream.complete) throw new Error('the connection ended in the middle');
    return Buffer.concat(pieces);
  } finally {
    signal.removeEventListener('abort', stop);
    if (!stream.complete) stream.destroy();
  }
}

function tooLarge({ url, limits }: Exchange): BifocalError {
  const megabytes = Math.round(limits.bytes / 2 ** 20);
  return new BifocalError('SOURCE_REFUSED', { source: url.host, cause: `its answer is over ${megabytes} MB` });
}

function decoderOf(stream: http.IncomingMessage): Readable {
  const encoding = stream.headers['content-encoding']?.trim().toLowerCase();
  const decoder =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : null;
  if (decoder === null) return stream;
  stream.once('error', (error) => decoder.destroy(error));
  stream.once('aborted', () => decoder.destroy(new Error('the connection ended in the middle')));
  return stream.pipe(decoder);
}

function flat(headers: http.IncomingHttpHeaders): Record<string, string> {
  const one: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) one[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return one;
}
