/** One deployment as GraphQL gives it; null where customers did not get it. Pure. */
import { type Deployed, isLive } from '../deployed.ts';
import { countIn, type Fields, fieldsIn, textIn, timeIn } from '../fields.ts';

/** States of those that went out: what another took the place of is inactive, and may be torn down since. */
const WENT: ReadonlySet<string> = new Set(['ACTIVE', 'SUCCESS', 'INACTIVE', 'DESTROYED']);

export function deployedOf(node: Fields): Deployed | null {
  const id = countIn(node, 'databaseId');
  const environment = textIn(node, 'environment');
  const status = fieldsIn(node, 'latestStatus');
  // Its last status is of the day when it was put aside; it went out soon after it was made.
  const at = timeIn(node, 'createdAt');
  if (id === null || at === null || !WENT.has(textIn(node, 'state') ?? '') || !isLive(environment)) return null;
  return {
    ...{ id: `deployment/${id}`, at, environment, commit: textIn(node, 'commitOid'), line: null },
    ...{ ref: textIn(fieldsIn(node, 'ref'), 'name'), notes: textIn(node, 'description') },
    url: textIn(status, 'environmentUrl') || null,
  };
}
