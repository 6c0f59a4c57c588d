/** Which groups of a round are shown: worked out once, from how many of each role answered, and the same in every view. */
import type { Group, Role, RoundKind } from '#core/mirror.ts';
import { LEAST_GROUP } from './round.ts';

export interface Shown {
  readonly group: Group;
  readonly roles: readonly Role[];
}

/**
 * Groups share nobody, and there is no figure over two of them or over all: what is not shown cannot be had by taking
 * one shown figure from another. Leaders and staff stand apart only where both may be shown.
 */
export function groupsShown(kind: RoundKind, count: (role: Role) => number): readonly Shown[] {
  const [leaders, staff, customers] = [count('leaders'), count('staff'), count('customers')];
  const shown: Shown[] = [];
  const apart = [leaders, staff].every((n) => n === 0 || n >= LEAST_GROUP || kind === 'open');
  if (apart) {
    if (leaders > 0) shown.push(alone('leaders'));
    if (staff > 0) shown.push(alone('staff'));
  } else if (leaders + staff >= LEAST_GROUP) shown.push({ group: 'team', roles: ['leaders', 'staff'] });
  if (customers >= LEAST_GROUP) shown.push(alone('customers'));
  return shown;
}

function alone(role: Role): Shown {
  return { group: role, roles: [role] };
}
