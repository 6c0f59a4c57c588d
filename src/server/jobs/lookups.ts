/** What is derived, kept where it is answered from: handing megabytes over from the second thread for every request stops both. */
import type { Store } from '#engine/open-store.ts';
import { inputOf } from './rests.ts';
import type { Telling } from './tell.ts';
import type { Workshop } from './workshop.ts';

interface Kept {
  readonly input: string;
  readonly told: Promise<Telling[keyof Telling]>;
}

/** A few products at once are looked at; what is told of one may be some megabytes. */
const REMEMBERED = 12;

const NEVER = new AbortController().signal;

export class Lookups {
  readonly #store: Store;
  readonly #workshop: Pick<Workshop, 'tell'>;
  readonly #kept = new Map<string, Kept>();

  constructor(store: Store, workshop: Pick<Workshop, 'tell'>) {
    this.#store = store;
    this.#workshop = workshop;
  }

  /** As the workshop tells it; made again only when the evidence or what people decided changed. Those who wait, wait together. */
  async tell<What extends keyof Telling>(productId: string, what: What, signal: AbortSignal): Promise<Telling[What]> {
    const input = await inputOf(this.#store, productId, what);
    const key = `${what} ${productId}`;
    const before = this.#kept.get(key);
    this.#kept.delete(key);
    // Whoever asked first may go away: the others still wait for it.
    const kept = before?.input === input ? before : { input, told: this.#workshop.tell(productId, what, NEVER) };
    this.#kept.set(key, kept);
    for (const [oldest] of this.#kept) if (this.#kept.size > REMEMBERED) this.#kept.delete(oldest);
    kept.told.catch(() => this.#kept.get(key) === kept && this.#kept.delete(key));
    signal.throwIfAborted();
    return kept.told as Promise<Telling[What]>;
  }
}
