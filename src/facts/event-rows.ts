/** The events that facts read, newest of each: how much was renewed, what is offered, how long lines lived. */
import type { Evidence } from '#core/evidence.ts';
import { collectFact } from './define-fact.ts';

export default collectFact({
  id: 'eventRows',
  version: 1,
  reads: 'events',
  collect: () => {
    let renewal: Evidence | null = null;
    const offers = new Map<string, Evidence>();
    const lines = new Map<string, Evidence>();
    return {
      // Rows come in (at, id) order: a later one of the same thing takes its place.
      take(row) {
        if (row.type === 'renewal') renewal = row;
        else if (row.type === 'offer') offers.set(`${row.origin} ${row.externalId}`, row);
        else if (row.type === 'lines') lines.set(`${row.origin} ${row.externalId}`, row);
      },
      done: () => ({ renewal, offers: [...offers.values()], lines: [...lines.values()] }),
    };
  },
});
