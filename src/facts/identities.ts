/** Authors as the edge stored them: who is a bot by name, and which identities are one person. */
import { collectFact } from './define-fact.ts';

export default collectFact({
  id: 'identities',
  version: 1,
  reads: 'identities',
  collect: () => {
    const bots = new Set<string>();
    const personOf = new Map<string, string>();
    return {
      take(row) {
        personOf.set(row.id, row.personId);
        if (row.bot) bots.add(row.id);
      },
      done: () => ({ bots, personOf }),
    };
  },
});
