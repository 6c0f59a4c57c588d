/** Who gains by what README and pages say today, claim by claim, on the newest copy of each. */
import type { Evidence } from '#core/evidence.ts';
import { claimsIn } from '#language/claims/detect.ts';
import { gainOf } from '#language/claims/gains.ts';
import { collectFact } from './define-fact.ts';
import type { Gained } from './gain-values.ts';
import { pageOf, SAID_ONCE } from './rules/documents.ts';

/** A page of the documentation tells how, not what for. */
const REFERENCE = 'doc';
const LONGEST = 60_000;

export default collectFact({
  id: 'gains',
  version: 1,
  reads: 'documents',
  collect: () => {
    const newest = new Map<string, Evidence>();
    return {
      // Rows come in (at, id) order.
      take(row) {
        if (row.type !== REFERENCE && !SAID_ONCE.has(row.type)) newest.set(pageOf(row), row);
      },
      done: () => ({ pages: [...newest.values()].map(gainedOf) }),
    };
  },
});

function gainedOf({ id, at, body }: Evidence): Gained {
  const claims = claimsIn((body ?? '').slice(0, LONGEST));
  return { evidence: id, at, gains: claims.map(({ text }) => gainOf(text)) };
}
