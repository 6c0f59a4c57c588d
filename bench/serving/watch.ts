/**
 * Loaded into the server that is measured: writes down how long its event loop stood still, by the clock and in processor
 * time of the thread that answers (what other programs take does not lengthen that), and its peak memory.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const told = process.env.BIFOCAL_BENCH_WATCH;
// Threads inherit what the process imports; those that derive may stand still as long as they like.
if (told !== undefined && isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const used = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  let [first, last, longest] = [used(), used(), 0];
  // Between two of these the loop turned once at least.
  setInterval(() => {
    const now = used();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1).unref();
  // What happens before the first request is the start, not the serving.
  process.on('SIGUSR2', () => {
    delay.reset();
    [first, last, longest] = [used(), used(), 0];
  });
  // At the end: a file that is written while others write to the disk stands still itself, for 700 ms at times.
  process.on('exit', () => {
    const peak = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? Number.NaN) / 1024;
    const ms = (nanoseconds: number) => nanoseconds / 1e6;
    const processor = { longestMs: longest, usedMs: last - first };
    writeFileSync(
      told,
      JSON.stringify({ stallMs: ms(delay.max), stallP99: ms(delay.percentile(99)), peakMb: peak, processor }),
    );
  });
}
