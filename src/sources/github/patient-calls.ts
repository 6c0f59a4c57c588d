/** Calls that wait as the platform asks: a time to wait, the end of the hour, a stumble; told apart from what will not pass. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BifocalError } from '#core/errors.ts';
import type { Http, HttpAnswer } from '#core/source.ts';
import { isLimit, refusalOf, type Stop, timeOf, waitOf } from './calls.ts';

/** A page may hold a hundred threads' worth of comments; the platform itself gives a question ten seconds. */
const LONGEST_CALL_MS = 30_000;
/** An hour of calls, and what two clocks may differ by. */
const LONGEST_WAIT_MS = 65 * 60_000;
/** Without a word of how long: "wait for at least one minute", then longer each time (the platform's own advice). */
const FIRST_WAIT_MS = 60_000;
const TRIES = 6;
const FIRST_BACK_OFF_MS = 250;
const ANSWERS = [401, 403, 404, 410, 422, 429, 451, 500, 502, 503, 504];

export interface Order {
  readonly http: Http;
  readonly signal: AbortSignal;
  readonly name: string;
  /** False: a limit ends it. */
  readonly patient: boolean;
  waiting(until: number): void;
}

/** Why no further call can be made. */
export class Stopped extends Error {
  readonly stop: Stop;
  constructor(stop: Stop) {
    super(stop.why);
    this.stop = stop;
  }
}

export interface Told<Value> {
  readonly value: Value;
  readonly answer: HttpAnswer;
  /** By the platform's own clock where it tells it (ms UTC). */
  readonly at: number;
}

export class PatientCalls {
  made = 0;
  readonly #order: Order;

  constructor(order: Order) {
    this.#order = order;
  }

  /** Parsed JSON of a 200; null of a 304, 410 or 422. Rejects with Stopped, NOT_PUBLIC, SOURCE_REFUSED or INTERRUPTED. */
  async ask(url: string, asked: { readonly etag?: string; readonly question?: string } = {}): Promise<Told<unknown>> {
    for (let tried = 1; ; tried += 1) {
      const answer = await this.#answer(url, asked, tried);
      if (answer === null) continue;
      const { status } = answer;
      const at = serverTime(answer);
      if (isLimit(answer)) {
        await this.#wait(answer, tried);
        continue;
      }
      if (status === 304 || status === 410 || status === 422) return { value: null, answer, at };
      if (status >= 500) {
        await this.#backOff(tried, `it answered HTTP ${status}`);
        continue;
      }
      if (status >= 400) throw refusalOf(status, this.#order.name);
      const value = parsed(answer.body);
      if (value === undefined) await this.#backOff(tried, 'its answer was cut off');
      else if (limitedQuestion(value)) await this.#wait(answer, tried);
      else return { value, answer, at };
    }
  }

  async #answer(
    url: string,
    { etag, question }: { readonly etag?: string; readonly question?: string },
    tried: number,
  ): Promise<HttpAnswer | null> {
    const { http, signal } = this.#order;
    this.made += 1;
    const late = AbortSignal.timeout(LONGEST_CALL_MS);
    const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' };
    const options = { headers, answers: ANSWERS, ...(etag && { etag }), ...(question && { question }) };
    try {
      return await http.get(url, { ...options, signal: AbortSignal.any([signal, late]) });
    } catch (error) {
      if (signal.aborted || !(error instanceof BifocalError)) throw error;
      if (error.code !== 'SOURCE_UNREACHABLE' && error.code !== 'INTERRUPTED') throw error;
      await this.#backOff(tried, String(error.details.cause ?? 'no answer in time'), error);
      return null;
    }
  }

  async #backOff(tried: number, cause: string, error?: unknown): Promise<void> {
    if (tried >= TRIES) {
      const unreachable = new BifocalError('SOURCE_UNREACHABLE', { source: this.#order.name, cause }, error);
      throw new Stopped({ why: 'failed', error: unreachable });
    }
    await this.#sleep(FIRST_BACK_OFF_MS * 2 ** (tried - 1));
  }

  /** Measured against the server's own clock, so that a wrong one here neither hurries nor sleeps too long. */
  async #wait(answer: HttpAnswer, tried: number): Promise<void> {
    const { headers } = answer;
    const reset = headers['x-ratelimit-remaining'] === '0' ? timeOf(headers['x-ratelimit-reset']) : null;
    const now = serverTime(answer);
    const wait = waitOf(answer) ?? (reset === null ? FIRST_WAIT_MS * 2 ** (tried - 1) : Math.max(1_000, reset - now));
    if (!this.#order.patient || wait > LONGEST_WAIT_MS || tried >= TRIES) {
      throw new Stopped({ why: 'limit', until: now + wait });
    }
    this.#order.waiting(now + wait);
    await this.#sleep(wait);
  }

  async #sleep(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#order.signal }).catch((cause: unknown) => {
      throw new BifocalError('INTERRUPTED', {}, cause);
    });
  }
}

function serverTime({ headers, fetchedAt }: HttpAnswer): number {
  const told = Date.parse(headers.date ?? '');
  return Number.isNaN(told) ? fetchedAt : told;
}

/** Undefined where it is none. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** GraphQL tells its limit in a 200. */
function limitedQuestion(value: unknown): boolean {
  const { errors } = (value ?? {}) as { errors?: unknown };
  return Array.isArray(errors) && errors.some((error: { type?: unknown } | null) => error?.type === 'RATE_LIMITED');
}
