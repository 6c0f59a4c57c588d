/** Which of the needs that were known a group is: the one with which it shares most members. */
import { idOf } from '#core/ids.ts';
import type { Assignment } from './base-need.ts';

/** A group that shares less than this with a need, of the smaller of both, is another one. Our own. */
const SHARED = 0.3;
const LEAST = 2;

/**
 * The id of each group. `groups`: ids of members, earliest first. One that is new is named by its earliest member, so
 * that two machines find the same id.
 */
export function identities(groups: readonly (readonly string[])[], before: Assignment): string[] {
  const sizes = new Map<string, number>();
  for (const need of before.values()) sizes.set(need, (sizes.get(need) ?? 0) + 1);
  const pairs: { group: number; need: string; shared: number }[] = [];
  for (const [group, members] of groups.entries()) {
    const counts = new Map<string, number>();
    for (const member of members) {
      const need = before.get(member);
      if (need !== undefined) counts.set(need, (counts.get(need) ?? 0) + 1);
    }
    for (const [need, shared] of counts) {
      const smaller = Math.min(members.length, sizes.get(need) as number);
      if (shared >= LEAST && shared >= SHARED * smaller) pairs.push({ group, need, shared });
    }
  }
  pairs.sort((one, two) => two.shared - one.shared || one.group - two.group || (one.need < two.need ? -1 : 1));
  const ids: (string | undefined)[] = groups.map(() => undefined);
  const used = new Set<string>();
  for (const { group, need } of pairs) {
    if (ids[group] !== undefined || used.has(need)) continue;
    ids[group] = need;
    used.add(need);
  }
  // Ids that were known are not given to another need, even where theirs is gone.
  for (const need of sizes.keys()) used.add(need);
  return ids.map((id, group) => {
    const own = id ?? freshId(groups[group] as readonly string[], used);
    used.add(own);
    return own;
  });
}

function freshId(members: readonly string[], used: ReadonlySet<string>): string {
  for (const member of members) {
    const id = idOf('need', member);
    if (!used.has(id)) return id;
  }
  return idOf('need', ...members);
}
