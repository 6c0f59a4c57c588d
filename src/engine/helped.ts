/** Did it help: of each need that a release answered, how much customers write of it since, against before. */
import { needShare } from '#bridge/need-share.ts';
import { judge } from '#bridge/verdict.ts';
import type { ActionJudged } from '#core/action.ts';
import type { Audit } from '#core/audit.ts';
import { dayOf } from '#core/time.ts';
import { PRAISES } from '#facts/praised.ts';
import type { FactValues } from '#facts/values.ts';
import type { Store } from '#store/store.ts';
import { factsNow } from './links.ts';
import type { ShippedRelease } from './shipped.ts';

export interface Helped {
  readonly need: string;
  readonly name: string;
  /** Asks of it that the release answered. */
  readonly asks: number;
  readonly judged: ActionJudged;
}

/** Needs of which it answered most asks; the others would be read by nobody. */
const MOST = 4;

export async function helpedBy(
  store: Store,
  productId: string,
  { at, answered }: Pick<ShippedRelease, 'at' | 'answered'>,
): Promise<Helped[]> {
  const asks = new Set(answered.map(({ evidence }) => evidence));
  if (asks.size === 0) return [];
  const facts = await factsNow(store, productId, ['needs', 'phrases', 'said', 'threads']);
  const glad = gladOf(facts);
  const doing = { doneAt: Date.parse(`${dayOf(Date.parse(at))}T23:59:59.999Z`), until: facts.threads.until };
  return facts.needs.all
    .map((need) => ({ need, asks: need.members.filter(({ evidence }) => asks.has(evidence)).length }))
    .filter((one) => one.asks > 0)
    .sort((a, b) => b.asks - a.asks || (a.need.id < b.need.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ need, asks: own }) => {
      const judged = judge(needAudit(need, glad), { threads: facts.threads }, doing);
      return { need: need.id, name: need.name, asks: own, judged: { ...judged, beside: [] } };
    });
}

const GLAD_STARS = 4;

/** Who got what they asked for goes on speaking of it, gladly: such pieces ask for nothing. */
function gladOf({ phrases, said, threads }: Pick<FactValues, 'phrases' | 'said' | 'threads'>): ReadonlySet<string> {
  return new Set([
    ...praisedIn(phrases),
    ...said.flatMap(({ id, kinds }) => (kinds.praise >= PRAISES ? [id] : [])),
    ...threads.all.flatMap(({ id, stars }) => (stars !== null && stars >= GLAD_STARS ? [id] : [])),
  ]);
}

export function praisedIn({ all }: FactValues['phrases']): ReadonlySet<string> {
  return new Set(all.filter(({ praise, leaving }) => praise && !leaving).map(({ evidence }) => evidence));
}

/** A need as the figure that should move once it is answered; `content`: pieces that praise. */
export function needAudit(need: FactValues['needs']['all'][number], content: ReadonlySet<string>): Audit {
  return needShare(new Set(need.members.map(({ evidence }) => evidence)), content) as unknown as Audit;
}
