/** Work that takes longer than an answer may: done on a second thread, one job after the other, told as it goes. */
import { randomUUID } from 'node:crypto';
import { EventEmitter, on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { OnBug } from '../errors.ts';
import type { Opening } from '../serve.ts';
import type { Asked, Heard, JobEnd, JobFailure, JobOrder, Stood } from './orders.ts';
import type { Telling } from './tell.ts';
import { threadFile } from './thread-file.ts';

export interface Job {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly doing: string | null;
  readonly done: number | null;
  readonly total: number | null;
  readonly productId: string | null;
  /** Who began it. */
  readonly by: string | null;
  readonly result: JobEnd['result'];
  readonly error: JobFailure | null;
}

/** A failure on the second thread, as it was told there. */
export class JobFailed extends Error {
  readonly failure: JobFailure;

  constructor(failure: JobFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Who waits for something derived. */
interface Waiting {
  readonly resolve: (told: Telling[keyof Telling]) => void;
  readonly reject: (error: JobFailed) => void;
  readonly stood: ((stood: Stood) => void) | null;
}

/** Ended jobs that are remembered, for whoever asks late. */
const REMEMBERED = 200;

/**
 * Jobs live as long as the server does: what a stop interrupts is resumed where it was by the next gather of the same
 * source, and an import that was not sealed leaves nothing.
 */
export class Workshop {
  readonly #opening: Opening;
  readonly #cwd: string;
  readonly #onBug: OnBug;
  readonly #jobs = new Map<string, Job>();
  readonly #told = new Map<string, Waiting>();
  readonly #news = new EventEmitter().setMaxListeners(0);
  #worker: Worker | null = null;
  #closing = false;

  constructor(opening: Opening, cwd: string, onBug: OnBug) {
    this.#opening = opening;
    this.#cwd = cwd;
    this.#onBug = onBug;
  }

  begin(order: JobOrder, by: string | null = null): Job {
    const productId = order.productId ?? null;
    const nothing = { doing: null, done: null, total: null, result: null, error: null };
    const job: Job = { id: randomUUID(), state: 'waiting', productId, by, ...nothing };
    this.#keep(job);
    this.#thread().postMessage({ id: job.id, order } satisfies Asked);
    return job;
  }

  /** What is derived from a product's evidence: handed over once, and not remembered with the job. */
  tell<What extends keyof Telling>(
    productId: string,
    what: What,
    hearStood: ((stood: Stood<What>) => void) | null = null,
  ): { readonly job: string; readonly told: Promise<Telling[What]> } {
    const { promise, resolve, reject } = Promise.withResolvers<Telling[keyof Telling]>();
    const { id } = this.begin({ does: 'tell', productId, what, recalls: hearStood !== null });
    this.#told.set(id, { resolve, reject, stood: hearStood as Waiting['stood'] });
    return { job: id, told: promise as Promise<Telling[What]> };
  }

  job(id: string): Job | null {
    return this.#jobs.get(id) ?? null;
  }

  /** The job now, and at every change until it ends. */
  async *follow(id: string, signal: AbortSignal): AsyncGenerator<Job> {
    const changes = on(this.#news, id, { signal });
    try {
      for (let job = this.job(id); job !== null; ) {
        yield job;
        if (job.state === 'done' || job.state === 'failed') return;
        const next = await changes.next();
        if (next.done) return;
        job = next.value[0] as Job;
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      await changes.return?.();
    }
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#worker?.terminate();
  }

  #thread(): Worker {
    if (this.#worker !== null) return this.#worker;
    const workerData = { opening: this.#opening, cwd: this.#cwd };
    const worker = new Worker(threadFile('worker'), { workerData });
    worker.on('message', (heard: Heard) => this.#hear(heard));
    worker.once('error', (error) => this.#fail(error));
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #hear(heard: Heard): void {
    const job = this.#jobs.get(heard.id);
    if (job === undefined) return;
    const waiting = this.#told.get(heard.id);
    if (heard.is === 'progress') this.#keep({ ...job, state: 'running', ...heard.progress });
    else if (heard.is === 'stood') waiting?.stood?.(heard.stood);
    else if (heard.is === 'failed') this.#failed(job, heard.error);
    else {
      waiting?.resolve(heard.end.result as Telling[keyof Telling]);
      this.#told.delete(job.id);
      this.#keep({ ...job, state: 'done', doing: null, ...heard.end, ...(waiting && { result: null }) });
    }
  }

  #failed(job: Job, error: JobFailure): void {
    this.#told.get(job.id)?.reject(new JobFailed(error));
    this.#told.delete(job.id);
    this.#keep({ ...job, state: 'failed', doing: null, error });
  }

  /** A bug on the second thread ends that thread: its jobs fail, the next one starts another. */
  #fail(error: Error): void {
    this.#worker = null;
    if (this.#closing) return;
    this.#onBug(error);
    const told = {
      code: 'UNKNOWN',
      message: 'The work stopped in a way that Bifocal does not know.',
      hint: 'Start it again; what was kept stays.',
    };
    for (const job of this.#jobs.values())
      if (job.state === 'waiting' || job.state === 'running') this.#failed(job, told);
  }

  #keep(job: Job): void {
    this.#jobs.set(job.id, job);
    if (this.#jobs.size > REMEMBERED) {
      const [oldest] = [...this.#jobs.values()].filter(({ state }) => state === 'done' || state === 'failed');
      if (oldest !== undefined) this.#jobs.delete(oldest.id);
    }
    this.#news.emit(job.id, job);
  }
}
