/** Searches on a thread of their own: one may take 140 ms of a million rows, which the thread that answers does not have. */
import { Worker } from 'node:worker_threads';
import type { Evidence } from '#core/evidence.ts';
import type { Store } from '#engine/open-store.ts';
import type { OnBug } from '../errors.ts';
import type { Opening } from '../serve.ts';
import type { JobFailure } from './orders.ts';
import { threadFile } from './thread-file.ts';
import { JobFailed } from './workshop.ts';

/** To the thread. */
export interface Sought {
  readonly id: number;
  readonly productId: string;
  readonly text: string;
  readonly limit: number;
}

/** From the thread. */
export type Found =
  | { readonly id: number; readonly rows: readonly Evidence[] }
  | { readonly id: number; readonly failure: JobFailure };

type Waiting = PromiseWithResolvers<readonly Evidence[]>;

const STOPPED: JobFailure = {
  code: 'UNKNOWN',
  message: 'The search stopped in a way that Bifocal does not know.',
  hint: 'Search again.',
};

export class Seeker {
  readonly #store: Store;
  readonly #opening: Opening;
  readonly #onBug: OnBug;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #worker: Worker | null = null;
  #closing = false;

  constructor({ store, opening, onBug }: { readonly store: Store; readonly opening: Opening; readonly onBug: OnBug }) {
    this.#store = store;
    this.#opening = opening;
    this.#onBug = onBug;
  }

  /** What customers said that holds every word, best first. A server of its own searches beside us anyhow. */
  feedback(productId: string, text: string, limit: number): Promise<readonly Evidence[]> {
    if (this.#store.engine !== 'sqlite') return this.#store.search.query(productId, text, limit, 'feedback');
    const waiting: Waiting = Promise.withResolvers();
    this.#last += 1;
    this.#waiting.set(this.#last, waiting);
    this.#thread().postMessage({ id: this.#last, productId, text, limit } satisfies Sought);
    return waiting.promise;
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#worker?.terminate();
  }

  #thread(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(threadFile('seek'), { workerData: { opening: this.#opening } });
    worker.on('message', (found: Found) => this.#hear(found));
    worker.once('error', (error) => this.#fail(error));
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #hear(found: Found): void {
    const waiting = this.#waiting.get(found.id);
    this.#waiting.delete(found.id);
    if ('rows' in found) waiting?.resolve(found.rows);
    else waiting?.reject(new JobFailed(found.failure));
  }

  /** Those who wait are told; the next search starts another thread. */
  #fail(error: Error): void {
    this.#worker = null;
    if (this.#closing) return;
    this.#onBug(error);
    for (const { reject } of this.#waiting.values()) reject(new JobFailed(STOPPED));
    this.#waiting.clear();
  }
}
