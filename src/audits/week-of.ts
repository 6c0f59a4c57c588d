/** The week that a case falls in, as the name of its block: weeks are drawn again whole, since what happens in one hangs together. */
import { DAY, dayOf, WEEK } from '#core/time.ts';

/** 1 January 1970 was a Thursday; weeks begin on Mondays. */
const MONDAY = 3 * DAY;

const names = new Map<number, string>();

/** `2026-02-23`: the Monday on or before, in UTC. The same for every audit, so that draws are shared between them. */
export function weekOf(at: number): string {
  const week = Math.floor((at + MONDAY) / WEEK);
  let name = names.get(week);
  if (name === undefined) {
    name = dayOf(week * WEEK - MONDAY);
    names.set(week, name);
  }
  return name;
}
