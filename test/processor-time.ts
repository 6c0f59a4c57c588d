/** Processor time of this thread so far, in milliseconds: what a test may bound, however busy the machine is. */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
