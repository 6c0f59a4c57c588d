/** Needs that people still ask for, as bets: what would have to be built is for the makers to say. */

import { NEED_REMEDY } from '#bridge/need-share.ts';
import { idOf } from '#core/ids.ts';
import type { ActionReading } from '#core/reading.ts';
import { dayOf, YEAR_OF_WEEKS } from '#core/time.ts';
import type { Store } from '#store/store.ts';
import { asksOf, type NeedTold, needsTold } from './needs.ts';

export type Bet = ActionReading & { readonly kind: 'need' };

const MOST = 6;
/** One voice is a wish of its own. Ours. */
const LEAST_PEOPLE = 2;
/** As many cases since as the figure of a need is given (bridge/need-share.ts). */
const CASES = 20;
const EVIDENCE_SHOWN = 20;

/** Of needs that somebody waits for or leaves over, those with most such people first. */
export async function betsOf(store: Store, productId: string, customers: string): Promise<Bet[]> {
  const { needs, until } = await needsTold(store, productId);
  if (until === null) return [];
  const lately = needs.reduce((sum, { demand }) => sum + demand.lastYear, 0);
  const wanted = needs
    .filter(({ demand }) => concerned(demand) >= LEAST_PEOPLE && demand.lastYear >= LEAST_PEOPLE)
    .sort(
      (a, b) =>
        concerned(b.demand) - concerned(a.demand) || b.demand.lastYear - a.demand.lastYear || (a.id < b.id ? -1 : 1),
    );
  return Promise.all(
    wanted.slice(0, MOST).map(async (need): Promise<Bet> => {
      const asks = await asksOf(store, productId, need, EVIDENCE_SHOWN);
      const days = NEED_REMEDY.soonestDays + (lately === 0 ? 0 : (CASES / lately) * (YEAR_OF_WEEKS / 86_400_000));
      return {
        ...{ id: idOf('action', productId, 'need', need.id), kind: 'need', targets: need.id },
        ...{ title: `Answer a need: ${need.name}`, people: concerned(need.demand) },
        hypothesis: `We believe that ${customers} stop writing of it once they have it, because it is what they write for.`,
        evidence: asks.map(({ evidence }) => evidence),
        ...{ tellTale: NEED_REMEDY.tellTale, effort: NEED_REMEDY.effort },
        standing: null,
        ...{ expected: null, verdictPossibleAt: dayOf(until + days * 86_400_000) },
      };
    }),
  );
}

/** Who waits and who leaves. */
function concerned({ waiting, leaving }: NeedTold['demand']): number {
  return waiting + leaving;
}
