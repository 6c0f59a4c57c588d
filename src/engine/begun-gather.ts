/** A first gather that begins while its source is still asked where it comes from: that may take a walk through a whole history. */
import type { Batch } from '#core/source.ts';

export class BegunGather {
  readonly #batches: AsyncIterator<Batch>;
  readonly #first: Promise<IteratorResult<Batch>>;

  constructor(batches: AsyncIterable<Batch>) {
    this.#batches = batches[Symbol.asyncIterator]();
    this.#first = this.#batches.next();
    // Whoever takes it hears of a failure.
    this.#first.catch(() => undefined);
  }

  async *take(): AsyncGenerator<Batch> {
    try {
      for (let next = await this.#first; !next.done; next = await this.#batches.next()) yield next.value;
    } finally {
      await this.#batches.return?.();
    }
  }

  /** Lets it go where it is not wanted after all. */
  async end(): Promise<void> {
    await Promise.allSettled([this.#first]);
    await this.#batches.return?.();
  }
}
