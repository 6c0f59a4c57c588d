/** Keeps a long reading small: V8 would rather let garbage grow old than look for it, and a history makes much of it. */
import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * Both halves of the nursery together. Smaller, and rows that are still being written are taken for old ones (1 MB: a
 * fifth more CPU on vite); larger, and nothing is gained (128 MB, V8's own choice: 320 MB at the peak instead of 180).
 */
const NURSERY = 16 * 2 ** 20;

/** The old heap may grow by so much of what lives before it is looked through; V8 lets a small one grow fourfold. */
const GROWING_PERCENT = 40;

export function boundMemory(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);
  // Its largest size is fixed before any code runs; that it goes on doubling is not.
  const watch = new PerformanceObserver(() => {
    if (nursery() < NURSERY) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    watch.disconnect();
  });
  watch.observe({ entryTypes: ['gc'] });
}

function nursery(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0;
}
