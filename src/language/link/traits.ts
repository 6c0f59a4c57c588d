/** What is weighed of an ask and a change by themselves: their likeness, and how their times lie. */
import type { Asked, Changed } from './asked.ts';

const DAY = 86_400_000;
/** Clocks of two systems differ; a change earlier than this before the ask cannot answer it. */
const EARLIEST = 3_600_000;

export const TRAITS = 18;

/** False where the change came before the ask. */
export function mayAnswer({ createdAt }: Asked, { at }: Changed): boolean {
  return at === null || createdAt === null || at >= createdAt - EARLIEST;
}

/** How near a change lies to the moment at which the ask was closed as done: 1 at it, fading over `days`. */
export function nearness({ resolvedAt }: Asked, { at }: Changed, days: number): number {
  return resolvedAt === null || at === null ? 0 : Math.exp(-Math.abs(at - resolvedAt) / DAY / days);
}

/** Writes the traits of one pair; `found` is one row of likeness per way. */
export function writeTraits(
  out: Float64Array,
  found: readonly Float32Array[],
  ask: Asked,
  change: Changed,
  row: number,
): void {
  for (let way = 0; way < 6; way += 1) out[way] = found[way]?.[row] as number;
  const [title, all, , names] = out;
  out[6] = Math.sqrt(title as number);
  out[7] = Math.sqrt(all as number);
  out[8] = Math.sqrt(names as number);
  const lag = ask.createdAt === null || change.at === null ? null : Math.max(0, change.at - ask.createdAt) / DAY;
  out[9] = lag === null ? 3 : Math.log1p(lag);
  out[10] = lag !== null && lag < 1 ? 1 : 0;
  out[11] = lag !== null && lag < 7 ? 1 : 0;
  const known = ask.resolvedAt !== null && change.at !== null;
  const hours = known ? Math.abs((change.at as number) - (ask.resolvedAt as number)) / 3_600_000 : 0;
  out[12] = known ? Math.log1p(hours) : 0;
  out[13] = nearness(ask, change, 0.1);
  out[14] = nearness(ask, change, 2);
  out[15] = nearness(ask, change, 20);
  out[16] = known && (change.at as number) > (ask.resolvedAt as number) + DAY ? 1 : 0;
  out[17] = (all as number) * nearness(ask, change, 2);
}
