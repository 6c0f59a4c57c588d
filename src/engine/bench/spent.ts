/** What a measured run cost: by the clock, in processor time, and in memory at its highest. */

export interface Spent {
  readonly seconds: number;
  /** Of this process, all threads. On a busy machine it says more than the clock. */
  readonly cpuSeconds: number;
  /** The most that the process ever held, its start and the reading of the file included. */
  readonly peakMb: number;
}

export function meter(): () => Spent {
  const from = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return {
      seconds: rounded((performance.now() - from) / 1000),
      cpuSeconds: rounded((user + system) / 1e6),
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  };
}

function rounded(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
