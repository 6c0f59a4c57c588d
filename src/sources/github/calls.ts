/** Calls to the API one after another: counted, bounded in time, stopped at the limit that the platform sets. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BifocalError } from '#core/errors.ts';
import type { Http, HttpAnswer } from '#core/source.ts';
import { type Manners, numberOf, type Stop, timeOf, waitOf } from '../patient-calls.ts';

/** Of the 60 an hour that everybody has; the rest is left to whatever else runs on the same address. */
const CALLS_WITHOUT_TOKEN = 40;
/** Of the 5,000 an hour that a token gives (1,000 in Actions). */
export const CALLS_WITH_TOKEN = 400;
const LIMIT_WITHOUT_TOKEN = 60;

/** A dead network is known by the first call; none may keep anybody waiting for ten seconds. */
const FIRST_CALL_MS = 6_000;
const LONGEST_CALL_MS = 9_000;
/** A server that asks for no more patience than this gets it, once a run. */
const PATIENCE_MS = 5_000;

/** Refusals that say something: see `refusalOf`. */
const ANSWERS = [401, 403, 404, 410, 422, 429, 451];

export class Calls {
  /** What may be called in all; known after the first answer, for only it tells whether a token holds. */
  plan = CALLS_WITHOUT_TOKEN;
  made = 0;
  stop: Stop | null = null;
  /** The limit left less than a plan has: where its end is reached, that is why. */
  short: Stop | null = null;
  readonly #http: Http;
  readonly #signal: AbortSignal;
  readonly #name: string;
  #waited = false;

  constructor(http: Http, signal: AbortSignal, name: string) {
    this.#http = http;
    this.#signal = signal;
    this.#name = name;
  }

  get left(): number {
    return this.stop === null ? this.plan - this.made : 0;
  }

  /**
   * 200, 304, or 410 and 422 where a list is switched off or ends; null when it was the last, and `stop` says why.
   * Rejects with INTERRUPTED alone.
   */
  async get(url: string, etag?: string): Promise<HttpAnswer | null> {
    if (this.stop === null && this.made >= this.plan) this.stop = { why: 'plan' };
    if (this.stop !== null) return null;
    this.made += 1;
    try {
      return await this.#taken(await this.#ask(url, etag), url, etag);
    } catch (error) {
      if (this.#signal.aborted || !(error instanceof BifocalError)) throw error;
      this.stop = { why: 'failed', error: this.#named(error) };
      return null;
    }
  }

  /** The port names the address that was asked; a reader knows the repository. */
  #named(error: BifocalError): BifocalError {
    return new BifocalError(error.code, { ...error.details, source: this.#name }, error);
  }

  async #ask(url: string, etag: string | undefined): Promise<HttpAnswer> {
    const within = this.made === 1 ? FIRST_CALL_MS : LONGEST_CALL_MS;
    const late = AbortSignal.timeout(within);
    const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' };
    const signal = AbortSignal.any([this.#signal, late]);
    try {
      return await this.#http.get(url, { headers, signal, answers: ANSWERS, ...(etag && { etag }) });
    } catch (error) {
      if (this.#signal.aborted || !late.aborted) throw error;
      const cause = `no answer within ${within / 1000} s`;
      throw new BifocalError('SOURCE_UNREACHABLE', { source: this.#name, cause }, error);
    }
  }

  async #taken(answer: HttpAnswer, url: string, etag: string | undefined): Promise<HttpAnswer | null> {
    const { status, headers } = answer;
    const left = numberOf(headers['x-ratelimit-remaining']) ?? Number.POSITIVE_INFINITY;
    if (this.made === 1) {
      const limit = numberOf(headers['x-ratelimit-limit']) ?? LIMIT_WITHOUT_TOKEN;
      const most = limit > LIMIT_WITHOUT_TOKEN ? CALLS_WITH_TOKEN : CALLS_WITHOUT_TOKEN;
      this.plan = Math.min(most, 1 + left);
      if (this.plan < most) this.short = { why: 'limit', until: timeOf(headers['x-ratelimit-reset']) };
    }
    if (!isLimit(answer)) {
      // The next call would be refused: with nothing left none is made.
      if (left <= 0 && status < 400) this.stop = { why: 'limit', until: resetOf(answer) };
      if (status < 400 || status === 410 || status === 422) return answer;
      throw refusalOf(status, this.#name);
    }
    const patience = waitOf(answer);
    if (patience !== null && patience <= PATIENCE_MS && !this.#waited) {
      this.#waited = true;
      await sleep(patience, undefined, { signal: this.#signal }).catch((cause: unknown) => {
        throw new BifocalError('INTERRUPTED', {}, cause);
      });
      return this.get(url, etag);
    }
    this.stop = { why: 'limit', until: resetOf(answer) };
    return null;
  }
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api: 403 or 429, and how to tell it. */
function isLimit({ status, headers, body }: HttpAnswer): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined || /rate limit/i.test(body);
}

function resetOf(answer: HttpAnswer): number | null {
  const wait = waitOf(answer);
  if (wait !== null) return answer.fetchedAt + wait;
  const { headers } = answer;
  return headers['x-ratelimit-remaining'] === '0' ? timeOf(headers['x-ratelimit-reset']) : null;
}

function refusalOf(status: number, name: string): BifocalError {
  if (status === 404) return new BifocalError('NOT_PUBLIC', { source: name, access: PRIVATE });
  const cause = status === 401 ? 'the token is not accepted (HTTP 401)' : `it answered HTTP ${status}`;
  return new BifocalError('SOURCE_REFUSED', { source: name, cause });
}

const PRIVATE = 'set GITHUB_TOKEN to a token that may read its issues, or sign in with `gh auth login`';

/** How the platform is asked, and what its refusals mean. */
export const MANNERS: Manners = {
  headers: { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' },
  answers: [410, 422],
  isLimit,
  resetOf: ({ headers }) => (headers['x-ratelimit-remaining'] === '0' ? timeOf(headers['x-ratelimit-reset']) : null),
  refusalOf,
};
