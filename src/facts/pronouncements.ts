/** What the makers say about the product's own state: the newest README of each place, read for an end announced. */
import type { Evidence } from '#core/evidence.ts';
import { collectFact } from './define-fact.ts';
import { pageOf, SAID_ONCE } from './rules/documents.ts';
import { saidStopped } from './rules/stopped.ts';
import type { Pronouncements } from './values.ts';

export default collectFact({
  id: 'pronouncements',
  version: 2,
  reads: 'documents',
  collect: () => {
    let documents = 0;
    const pages = new Set<string>();
    let copies = 0;
    const newest = new Map<string, Evidence>();
    return {
      // Rows come in (at, id) order, so the last of each place is its newest.
      take(row) {
        documents += 1;
        if (!SAID_ONCE.has(row.type)) {
          copies += 1;
          pages.add(pageOf(row));
        }
        if (row.type === 'readme') newest.set(row.origin, row);
      },
      done: () => ({ documents, pages: pages.size, copies, stopped: newestSaid([...newest.values()]) }),
    };
  },
});

function newestSaid(readmes: readonly Evidence[]): Pronouncements['stopped'] {
  const said = readmes.flatMap(({ id, at, body }) => {
    const quote = body === null ? null : saidStopped(body);
    return quote === null ? [] : [{ quote, evidence: id, at }];
  });
  return said.toSorted((a, b) => b.at - a.at || (a.evidence < b.evidence ? -1 : 1))[0] ?? null;
}
