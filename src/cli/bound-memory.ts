/** Keeps a long reading small: V8 would rather let garbage grow old than look for it, and a history makes much of it. */
import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * Both halves of the nursery together. Smaller, and rows that are still being written are taken for old ones (1 MB: a
 * fifth more CPU on vite); larger, and nothing is gained (128 MB, V8's own choice: 320 MB at the peak instead of 180).
 */
const NURSERY = 16 * 2 ** 20;

/**
 * The old heap may grow by so much of what lives before it is looked through, once it is large; V8 lets a small one grow
 * fourfold. Held to it from the start, vite was looked through eight times, beside gits that need the other core.
 */
const GROWING_PERCENT = 40;
const LARGE = 24 * 2 ** 20;

export function boundMemory(): void {
  const bounds: Bound[] = [
    // Its largest size is fixed before any code runs; that it goes on doubling is not.
    { reached: () => spaceSize('new_space') >= NURSERY, flag: '--semi-space-growth-factor=1' },
    { reached: () => spaceSize('old_space') >= LARGE, flag: `--heap-growing-percent=${GROWING_PERCENT}` },
  ];
  const watch = new PerformanceObserver(() => {
    for (const bound of bounds.filter(({ reached }) => reached())) {
      setFlagsFromString(bound.flag);
      bounds.splice(bounds.indexOf(bound), 1);
    }
    if (bounds.length === 0) watch.disconnect();
  });
  watch.observe({ entryTypes: ['gc'] });
}

interface Bound {
  reached(): boolean;
  readonly flag: string;
}

function spaceSize(name: string): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === name)?.space_size ?? 0;
}
