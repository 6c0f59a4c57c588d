/** Authors as the edge stored them: who is a bot by name, and which identities are one person. */
import { collectFact } from './define-fact.ts';
import type { Role } from './values.ts';

export default collectFact({
  id: 'identities',
  version: 1,
  reads: 'identities',
  collect: () => {
    const bots = new Set<string>();
    const personOf = new Map<string, string>();
    const roles = new Map<string, Role>();
    return {
      take(row) {
        personOf.set(row.id, row.personId);
        if (row.bot) bots.add(row.id);
        if (row.role) roles.set(row.id, row.role);
      },
      done: () => ({ bots, personOf, roles }),
    };
  },
});
