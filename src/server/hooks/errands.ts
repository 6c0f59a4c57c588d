/** Notices on their way out: queued in the store, tried again with growing patience, given up after a day. */
import { randomUUID } from 'node:crypto';
import type { Notice } from '#core/access.ts';
import type { JsonObject } from '#core/json.ts';
import type { Store } from '#engine/open-store.ts';
import { postNotice } from '#engine/post-notice.ts';
import { signed } from './signature.ts';

const KIND = 'notice';
const LEASE_MS = 60_000;

/** 5 s, 30 s, 3 min, 18 min, 1 h 48 min, 11 h: what is not up within a day has other worries. */
const FIRST_WAIT_MS = 5_000;
const GROWTH = 6;
const TRIES = 7;

interface Errand {
  readonly webhook: string;
  readonly delivery: string;
  readonly event: string;
  readonly body: string;
}

export class Errands {
  readonly #store: Store;
  /** Off this machine nobody makes the server call its own network. */
  readonly #allowLoopback: boolean;
  readonly #onBug: (error: unknown) => void;
  readonly #owner = randomUUID();
  readonly #ended = new AbortController();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #working = new Map<string, Promise<void>>();

  constructor(store: Store, allowLoopback: boolean, onBug: (error: unknown) => void) {
    this.#store = store;
    this.#allowLoopback = allowLoopback;
    this.#onBug = onBug;
  }

  /** Whether anybody wants to hear of it. */
  async wanted(productId: string, notice: Notice): Promise<boolean> {
    return (await this.#store.webhooks.list(productId)).some(
      ({ url, events }) => url !== null && events.includes(notice),
    );
  }

  async tell(productId: string, notice: Notice, told: JsonObject): Promise<void> {
    const at = Date.now();
    for (const { id: webhook, url, events } of await this.#store.webhooks.list(productId)) {
      if (url === null || !events.includes(notice)) continue;
      const delivery = randomUUID();
      const body = JSON.stringify({
        id: delivery,
        type: notice,
        timestamp: new Date(at).toISOString(),
        product: productId,
        data: told,
      });
      await this.#store.webhooks.deliver(productId, {
        webhookId: webhook,
        id: delivery,
        event: notice,
        state: 'waiting',
        told: null,
      });
      const payload = { webhook, delivery, event: notice, body };
      await this.#store.jobs.enqueue(productId, { kind: KIND, key: delivery, payload });
    }
    this.run(productId);
  }

  /** What waited when the server ended goes on. */
  async resume(): Promise<void> {
    for (const { id } of await this.#store.products.list())
      if ((await this.#store.webhooks.list(id)).some(({ url }) => url !== null)) this.run(id);
  }

  run(productId: string): void {
    const before = this.#working.get(productId) ?? Promise.resolve();
    const work = before.then(() => this.#work(productId)).catch(this.#onBug);
    this.#working.set(productId, work);
  }

  async close(): Promise<void> {
    this.#ended.abort();
    for (const timer of this.#timers) clearTimeout(timer);
    await Promise.all(this.#working.values());
  }

  async #work(productId: string): Promise<void> {
    const { jobs } = this.#store;
    while (!this.#ended.signal.aborted) {
      const job = await jobs.claim(productId, this.#owner, LEASE_MS);
      if (job === null) return;
      if (job.kind !== KIND) {
        // Another kind of work, of a program that knows it.
        await jobs.fail(productId, job.id, this.#owner, '', Date.now() + LEASE_MS);
        return;
      }
      const failure = await this.#post(productId, job.payload as unknown as Errand, job.attempts);
      if (failure === null) await jobs.finish(productId, job.id, this.#owner);
      else {
        const wait = failure.again && job.attempts < TRIES ? FIRST_WAIT_MS * GROWTH ** (job.attempts - 1) : null;
        await jobs.fail(productId, job.id, this.#owner, failure.because, wait === null ? null : Date.now() + wait);
        if (wait !== null) this.#later(productId, wait);
      }
    }
  }

  async #post(productId: string, { webhook, delivery, body }: Errand, attempt: number) {
    const { webhooks } = this.#store;
    const hook = await webhooks.get(productId, webhook);
    if (hook?.url == null) return null;
    const now = Date.now();
    const headers = signed(hook.secret, delivery, now, body);
    const order = { url: hook.url, body, headers, allowLoopback: this.#allowLoopback, signal: this.#ended.signal };
    const failure = await postNotice(order);
    const given = failure !== null && (!failure.again || attempt >= TRIES);
    const state = failure === null ? 'taken' : given ? 'given up' : 'again later';
    await webhooks.note(productId, { webhookId: webhook, id: delivery, state, told: failure?.because ?? null });
    return failure;
  }

  #later(productId: string, wait: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.run(productId);
    }, wait);
    timer.unref();
    this.#timers.add(timer);
  }
}
