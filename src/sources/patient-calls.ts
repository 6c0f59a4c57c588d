/** Calls that wait as a service asks: a time to wait, the end of the hour, a stumble; told apart from what will not pass. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BifocalError } from '#core/errors.ts';
import type { Http, HttpAnswer } from '#core/source.ts';

/** A page may hold a hundred threads' worth of comments; services themselves give a question ten seconds. */
const LONGEST_CALL_MS = 30_000;
/** An hour of calls, and what two clocks may differ by. */
const LONGEST_WAIT_MS = 65 * 60_000;
/** Without a word of how long: "wait for at least one minute", then longer each time (GitHub's own advice). */
const FIRST_WAIT_MS = 60_000;
const TRIES = 6;
/** Somebody waits for a reading. */
const HASTY_TRIES = 3;
const FIRST_BACK_OFF_MS = 250;
const ANSWERS = [400, 401, 403, 404, 410, 422, 429, 451, 500, 502, 503, 504];

/** Why no further call is made. `until`: when the limit is lifted (ms UTC), where that is told. */
export type Stop =
  | { readonly why: 'plan' }
  | { readonly why: 'limit'; readonly until: number | null }
  | { readonly why: 'failed'; readonly error: BifocalError };

/** What is peculiar to one service. */
export interface Manners {
  readonly headers: Readonly<Record<string, string>>;
  /** Statuses that answer something: nothing new, switched off, the end of a list. */
  readonly answers: readonly number[];
  isLimit(answer: HttpAnswer): boolean;
  /** When its limit is lifted, by its own clock (ms UTC). */
  resetOf(answer: HttpAnswer): number | null;
  refusalOf(status: number, name: string): BifocalError;
}

export interface Order {
  readonly http: Http;
  readonly signal: AbortSignal;
  readonly name: string;
  readonly manners: Manners;
  /** False: a limit ends it. */
  readonly patient: boolean;
  /** Calls in all, where somebody waits. */
  readonly most?: number;
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
  /** By the service's own clock where it tells it (ms UTC). */
  readonly at: number;
}

export interface Asking {
  readonly etag?: string;
  readonly question?: string;
  /** More statuses that answer something here. */
  readonly answers?: readonly number[];
}

export class PatientCalls {
  made = 0;
  readonly #order: Order;

  constructor(order: Order) {
    this.#order = order;
  }

  /** Parsed JSON of a 200; null of a status that answers. Rejects with Stopped, NOT_PUBLIC, SOURCE_REFUSED or INTERRUPTED. */
  async ask(url: string, asked: Asking = {}): Promise<Told<unknown>> {
    const { manners, name, most = Number.POSITIVE_INFINITY } = this.#order;
    for (let tried = 1; ; tried += 1) {
      if (this.made >= most) throw new Stopped({ why: 'plan' });
      const answer = await this.#answer(url, asked, tried);
      if (answer === null) continue;
      const { status } = answer;
      const at = serverTime(answer);
      if (manners.isLimit(answer)) {
        await this.#wait(answer, tried);
        continue;
      }
      if (status === 304 || manners.answers.includes(status) || asked.answers?.includes(status)) {
        return { value: null, answer, at };
      }
      if (status >= 500) {
        await this.#backOff(tried, `it answered HTTP ${status}`);
        continue;
      }
      if (status >= 400) throw manners.refusalOf(status, name);
      const value = parsed(answer.body);
      if (value === undefined) await this.#backOff(tried, 'its answer was cut off or is no JSON');
      else if (limitedQuestion(value)) await this.#wait(answer, tried);
      else return { value, answer, at };
    }
  }

  async #answer(url: string, { etag, question }: Asking, tried: number): Promise<HttpAnswer | null> {
    const { http, signal, manners } = this.#order;
    this.made += 1;
    const late = AbortSignal.timeout(LONGEST_CALL_MS);
    const headers = { ...manners.headers };
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
    if (tried >= (this.#order.patient ? TRIES : HASTY_TRIES)) {
      const unreachable = new BifocalError('SOURCE_UNREACHABLE', { source: this.#order.name, cause }, error);
      throw new Stopped({ why: 'failed', error: unreachable });
    }
    await this.#sleep(FIRST_BACK_OFF_MS * 2 ** (tried - 1));
  }

  /** Measured against the server's own clock, so that a wrong one here neither hurries nor sleeps too long. */
  async #wait(answer: HttpAnswer, tried: number): Promise<void> {
    const reset = this.#order.manners.resetOf(answer);
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

/** Milliseconds that the server asks to wait. */
export function waitOf({ headers }: HttpAnswer): number | null {
  const seconds = numberOf(headers['retry-after']);
  return seconds === null ? null : Math.ceil(seconds) * 1000;
}

/** Seconds since 1970, as services write when their limit is lifted. */
export function timeOf(header: string | undefined): number | null {
  const seconds = numberOf(header);
  return seconds === null ? null : seconds * 1000;
}

export function numberOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,12}(?:\.\d{1,9})?$/.test(header.trim()) ? Number(header) : null;
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
