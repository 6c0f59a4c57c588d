/** What is derived, kept where it is answered from: handing megabytes over from the second thread for every request stops both. */
import type { Store } from '#engine/open-store.ts';
import type { Stood } from './orders.ts';
import { type Rests, restsOf } from './rests.ts';
import type { Telling } from './tell.ts';
import type { Workshop } from './workshop.ts';

type Told = Telling[keyof Telling];

interface Kept {
  readonly rests: Rests;
  readonly job: string;
  readonly begunAt: number;
  readonly told: Promise<Told>;
  /** When it was last known to hold; null until it is made. */
  madeAt: number | null;
  /** What stood before it, as soon as that is known; never where there is nothing. */
  readonly stood: Promise<Stood>;
}

/** As everything is now, or as it was. */
export interface Standing<What extends keyof Telling> {
  readonly told: Telling[What];
  /** Until when it stood, and the work that makes it anew; null where it is as everything is now. */
  readonly stood: { readonly at: number; readonly job: string } | null;
}

/** A few products at once are looked at; what is told of one may be some megabytes. */
const REMEMBERED = 12;

/** So long whoever looks waits for what is new: what is made sooner needs no mark. */
const PATIENCE_MS = 300;

const LATE = Symbol('late');

export class Lookups {
  readonly #store: Store;
  readonly #workshop: Pick<Workshop, 'tell' | 'job' | 'follow'>;
  readonly #kept = new Map<string, Kept>();

  constructor(store: Store, workshop: Pick<Workshop, 'tell' | 'job' | 'follow'>) {
    this.#store = store;
    this.#workshop = workshop;
  }

  /** As everything is now; made again only when the evidence or what people decided changed. Those who wait, wait together. */
  async tell<What extends keyof Telling>(productId: string, what: What, signal: AbortSignal): Promise<Telling[What]> {
    const kept = await this.#now(productId, what);
    signal.throwIfAborted();
    return kept.told as Promise<Telling[What]>;
  }

  /** The same; where that takes longer, what stood before it, unless a person decided something since. */
  async stands<What extends keyof Telling>(
    productId: string,
    what: What,
    signal: AbortSignal,
  ): Promise<Standing<What>> {
    const kept = await this.#now(productId, what);
    const told = kept.told as Promise<Telling[What]>;
    const first = await Promise.race([told, kept.madeAt === null ? lateAfter(kept.begunAt + PATIENCE_MS) : told]);
    if (first !== LATE) return { told: first, stood: null };
    const before = (await Promise.race([told.then(() => null), kept.stood])) as Stood<What> | null;
    signal.throwIfAborted();
    if (before === null || before.decided !== kept.rests.decided) return { told: await told, stood: null };
    return { told: before.told, stood: { at: before.at, job: kept.job } };
  }

  job(id: string): ReturnType<Workshop['job']> {
    return this.#workshop.job(id);
  }

  follow(id: string, signal: AbortSignal): ReturnType<Workshop['follow']> {
    return this.#workshop.follow(id, signal);
  }

  async #now(productId: string, what: keyof Telling): Promise<Kept> {
    const rests = await restsOf(this.#store, productId, what);
    const key = `${what} ${productId}`;
    const before = this.#kept.get(key);
    this.#kept.delete(key);
    const kept = before?.rests.input === rests.input ? before : this.#made(productId, what, rests, before);
    if (kept.madeAt !== null) kept.madeAt = Date.now();
    this.#kept.set(key, kept);
    for (const [oldest] of this.#kept) if (this.#kept.size > REMEMBERED) this.#kept.delete(oldest);
    kept.told.catch(() => this.#kept.get(key) === kept && this.#kept.delete(key));
    return kept;
  }

  #made(productId: string, what: keyof Telling, rests: Rests, before: Kept | undefined): Kept {
    const { promise: recalled, resolve } = Promise.withResolvers<Stood>();
    const { job, told } = this.#workshop.tell(productId, what, before === undefined ? resolve : null);
    const stood = before === undefined ? recalled : stoodOf(before);
    const kept: Kept = { rests, job, begunAt: performance.now(), told, madeAt: null, stood };
    void told.then(
      () => {
        kept.madeAt = Date.now();
      },
      () => undefined,
    );
    return kept;
  }
}

/** What was made, or, where it never was, what stood before that. */
async function stoodOf(before: Kept): Promise<Stood> {
  const { madeAt: at, rests } = before;
  return at === null ? before.stood : { at, decided: rests.decided, told: await before.told };
}

function lateAfter(moment: number): Promise<typeof LATE> {
  return new Promise((late) => {
    setTimeout(late, Math.max(0, moment - performance.now()), LATE).unref();
  });
}
