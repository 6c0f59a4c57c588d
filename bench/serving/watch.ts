/** Loaded into the server that is measured: writes down how long its event loop stood still, and its peak memory. */
import { readFileSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const told = process.env.BIFOCAL_BENCH_WATCH;
// Threads inherit what the process imports; those that derive may stand still as long as they like.
if (told !== undefined && isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  // What happens before the first request is the start, not the serving.
  process.on('SIGUSR2', () => delay.reset());
  // At the end: a file that is written while others write to the disk stands still itself, for 700 ms at times.
  process.on('exit', () => {
    const peak = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? Number.NaN) / 1024;
    const ms = (nanoseconds: number) => nanoseconds / 1e6;
    writeFileSync(told, JSON.stringify({ stallMs: ms(delay.max), stallP99: ms(delay.percentile(99)), peakMb: peak }));
  });
}
