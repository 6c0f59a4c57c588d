/** How often something may be done: by door and by answer, never by address, behind which a whole office may sit. */

interface Bucket {
  left: number;
  at: number;
}

/** Old buckets go when there are so many; each is full again by then or nearly. */
const KEPT = 10_000;

/** A bucket of `most` that fills up again within `ms`. */
export function limiter(most: number, ms: number, now: () => number = Date.now): (key: string) => boolean {
  const buckets = new Map<string, Bucket>();
  return (key) => {
    const at = now();
    const before = buckets.get(key) ?? { left: most, at };
    const left = Math.min(most, before.left + ((at - before.at) * most) / ms);
    if (left < 1) return false;
    buckets.delete(key);
    buckets.set(key, { left: left - 1, at });
    if (buckets.size > KEPT) buckets.delete(buckets.keys().next().value as string);
    return true;
  };
}
