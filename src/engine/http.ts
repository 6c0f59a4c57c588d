/** The network as sources are handed it: http and https to public addresses, bounded in time, size, redirects and tries. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BifocalError } from '#core/errors.ts';
import { isHtml, pageText } from '#core/page-bytes.ts';
import type { Http, HttpAnswer } from '#core/source.ts';
import type { ExchangeLimits, RawAnswer, Resolve } from './http-exchange.ts';

export interface HttpLimits extends ExchangeLimits {
  readonly redirects: number;
  readonly tries: number;
  /** Wait before the second try; doubled before the third. */
  readonly backOffMs: number;
  /** A server that asks for more patience than this (Retry-After) is told as a refusal. */
  readonly patienceMs: number;
}

/** sources/npm holds the same time and size, though npm's own client makes its requests. */
const HTTP_LIMITS: HttpLimits = {
  headMs: 15_000,
  wholeMs: 60_000,
  bytes: 64 * 2 ** 20,
  redirects: 5,
  tries: 3,
  backOffMs: 500,
  patienceMs: 30_000,
};

export interface HttpOptions {
  /** Loopback only, for tests and a user's own server on this machine; other private addresses stay refused. */
  readonly allowPrivate?: boolean;
  /** A token, and the one origin that it is for. */
  readonly bearer?: { readonly origin: string; readonly token: string };
  /** Headers that hold a secret, and the one origin that they are for. */
  readonly secret?: { readonly origin: string; readonly headers: Readonly<Record<string, string>> };
  /** The time of an answer, ms UTC. */
  readonly fetchedAt?: () => number;
  readonly signal?: AbortSignal;
  readonly limits?: Partial<HttpLimits>;
  readonly resolve?: Resolve;
}

/** Answers worth another try: the server is busy or on its way down, not unwilling. */
const PASSING = new Set([429, 500, 502, 503, 504]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const NEVER = new AbortController().signal;

type Asked = NonNullable<Parameters<Http['get']>[1]>;

export function openHttp(options: HttpOptions = {}): Http {
  const limits = { ...HTTP_LIMITS, ...options.limits };
  const { allowPrivate: allowLoopback = false, fetchedAt = Date.now } = options;

  async function get(address: string, asked: Asked = {}): Promise<HttpAnswer> {
    // Late: importing Node's http brings its whole fetch along, which a reading of history never needs.
    const { exchange, resolveName } = await import('./http-exchange.ts');
    const resolve = options.resolve ?? resolveName;
    const signal = AbortSignal.any([options.signal ?? NEVER, asked.signal ?? NEVER]);
    const bounds = asked.bytes === undefined ? limits : { ...limits, bytes: Math.min(limits.bytes, asked.bytes) };
    let url = checked(address);
    let headers = lowerCased(asked);
    if (options.bearer?.origin === url.origin) headers.authorization = `Bearer ${options.bearer.token}`;
    if (options.secret?.origin === url.origin) headers = { ...headers, ...options.secret.headers };
    for (let hops = 0; ; hops += 1) {
      const order = { url, headers, limits: bounds, allowLoopback, resolve, signal, question: asked.question };
      const answer = await withTries(() => exchange(order), url, limits, signal, asked.answers ?? []);
      const target = REDIRECTS.has(answer.status) ? answer.headers.location : undefined;
      if (target === undefined) {
        return { ...answer, url: url.href, body: textOf(answer), fetchedAt: fetchedAt() };
      }
      if (hops >= limits.redirects) throw refused(url, `it redirects more than ${limits.redirects} times`);
      const next = checked(target, url);
      if (url.protocol === 'https:' && next.protocol === 'http:') {
        throw refused(url, 'it redirects from https to plain http');
      }
      await asked.onRedirect?.(next.href);
      // A token is for the host it was meant for.
      if (next.origin !== url.origin) headers = withoutSecrets(headers);
      url = next;
    }
  }
  return { get };
}

/** Rejects with INTERRUPTED, SOURCE_REFUSED or SOURCE_UNREACHABLE. */
async function withTries(
  run: () => Promise<RawAnswer>,
  url: URL,
  limits: HttpLimits,
  signal: AbortSignal,
  answers: readonly number[],
): Promise<RawAnswer> {
  for (let tried = 1; ; tried += 1) {
    let answer: RawAnswer | null = null;
    let failure: unknown = null;
    try {
      answer = await run();
      if (answer.status < 400 || answers.includes(answer.status)) return answer;
    } catch (error) {
      failure = error;
    }
    if (signal.aborted) throw new BifocalError('INTERRUPTED', {}, failure);
    if (failure instanceof BifocalError) throw failure;
    if (answer !== null && !PASSING.has(answer.status)) throw refused(url, `it answered ${said(answer)}`);
    const asked = answer === null ? null : retryAfter(answer);
    const wait = asked ?? limits.backOffMs * 2 ** (tried - 1);
    if (tried >= limits.tries || wait > limits.patienceMs) throw givenUp(url, answer, failure, asked);
    await sleep(wait, undefined, { signal }).catch((cause: unknown) => {
      throw new BifocalError('INTERRUPTED', {}, cause);
    });
  }
}

/** Milliseconds that the server asks to wait, given in seconds or as a date measured against its own clock. */
function retryAfter({ headers }: RawAnswer): number | null {
  const value = headers['retry-after']?.trim();
  if (value === undefined || value === '') return null;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const until = Date.parse(value) - Date.parse(headers.date ?? '');
  return Number.isNaN(until) ? null : Math.max(0, until);
}

function givenUp(url: URL, answer: RawAnswer | null, failure: unknown, wait: number | null): BifocalError {
  const patience = wait === null ? '' : ` and asks to wait ${Math.ceil(wait / 1000)} s`;
  if (answer?.status === 429) return refused(url, `it answered ${said(answer)}${patience}`);
  const cause = answer === null ? whatFailed(failure) : `it answered ${said(answer)}${patience}`;
  return new BifocalError('SOURCE_UNREACHABLE', { source: named(url), cause }, failure ?? undefined);
}

function whatFailed(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  const { code } = failure as NodeJS.ErrnoException;
  // A busy machine hears of the end from the request that was ended, which names why as its cause.
  const late = [failure, failure.cause].some((one) => one instanceof Error && one.name === 'TimeoutError');
  if (late) return 'its answer did not end in time';
  return typeof code === 'string' ? `${code}` : failure.message;
}

function refused(url: URL, cause: string): BifocalError {
  return new BifocalError('SOURCE_REFUSED', { source: named(url), cause });
}

function checked(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (url === null) throw new BifocalError('SOURCE_REFUSED', { source: 'The address', cause: 'it is not a URL' });
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refused(url, 'only http and https are read');
  if (url.username !== '' || url.password !== '')
    throw refused(url, 'an address with a password in it is not followed');
  url.hash = '';
  return url;
}

/** What messages call an address: no query, where tokens hide, and no name or password. */
function named(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

function said({ status }: RawAnswer): string {
  return `HTTP ${status}`;
}

function lowerCased({ headers = {}, etag, question }: Asked): Record<string, string> {
  const lower: Record<string, string> = { 'user-agent': 'bifocal', accept: '*/*' };
  for (const [name, value] of Object.entries(headers)) lower[name.toLowerCase()] = value;
  if (etag !== undefined) lower['if-none-match'] = etag;
  if (question !== undefined) lower['content-type'] = 'application/json';
  // The host is the one that was checked, whatever a caller says.
  delete lower.host;
  return lower;
}

/** To another host go only the headers that say nothing of the user: a token may hide under any name. */
function withoutSecrets(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name === 'user-agent' || name === 'accept'));
}

/** UTF-8 unless the server names another encoding that Node knows; broken bytes become U+FFFD. Pages may name their own. */
function textOf({ headers, body }: RawAnswer): string {
  const type = headers['content-type'] ?? '';
  if (isHtml(type, body.subarray(0, 200).toString('latin1'))) return pageText(body, type);
  const label = /charset=["']?([\w.:-]{1,40})/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
