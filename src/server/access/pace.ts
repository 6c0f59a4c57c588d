/** How often one caller may ask: a bucket that fills again as time goes by. Kept in memory: a restart forgives. */

interface Bucket {
  left: number;
  at: number;
}

/** Of callers that are remembered; the longest silent one is forgotten first, with a full bucket. */
const REMEMBERED = 10_000;

export class Pace {
  readonly #perMinute: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(perMinute: number, now: () => number = () => performance.now()) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  allows(caller: string): boolean {
    const now = this.#now();
    const { left, at } = this.#buckets.get(caller) ?? { left: this.#perMinute, at: now };
    const full = Math.min(this.#perMinute, left + ((now - at) / 60_000) * this.#perMinute);
    this.#buckets.delete(caller);
    this.#buckets.set(caller, { left: Math.max(0, full - 1), at: now });
    for (const [oldest] of this.#buckets) if (this.#buckets.size > REMEMBERED) this.#buckets.delete(oldest);
    return full >= 1;
  }
}
