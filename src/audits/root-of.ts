/** The thread that others repeat, as somebody said. */
import type { Repeats } from '#facts/voice-values.ts';

/** Follows "duplicate of"; a circle is known by the first of its threads. */
export function rootOf(place: number, of: Repeats['of']): number {
  const path = [place];
  for (let next = of.get(place); next !== undefined; next = of.get(next)) {
    const known = path.indexOf(next);
    if (known >= 0) return Math.min(...path.slice(known));
    path.push(next);
  }
  return path.at(-1) ?? place;
}
