/** What all benches say alike: shares, and what a run cost. */
import { thousands } from '#core/wording.ts';
import type { Spent } from '#engine/bench/spent.ts';

export function costWords({ seconds, cpuSeconds, peakMb }: Spent): string {
  return `Cost          ${seconds} s, ${cpuSeconds} s of processor time, ${thousands(peakMb)} MB at most`;
}

export function share(value: number): string {
  return value.toFixed(3);
}
