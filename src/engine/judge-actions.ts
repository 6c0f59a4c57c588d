/** Verdicts of what was done: judged from the evidence of today, kept by the day as of which they were given. */
import { AUDITS } from '#audits/registry.ts';
import { agreed, stateOf } from '#bridge/decide.ts';
import { judge } from '#bridge/verdict.ts';
import type { ActionJudged, ActionTold, ActionVerdict } from '#core/action.ts';
import type { Audit } from '#core/audit.ts';
import { plainJson } from '#core/json.ts';
import type { Reading } from '#core/reading.ts';
import { dayOf } from '#core/time.ts';
import type { FactValues } from '#facts/values.ts';
import type { StoredAction } from '#store/actions.ts';
import type { Store } from '#store/store.ts';
import { planOf } from './action-plan.ts';
import { needAudit, praisedIn } from './helped.ts';
import { factsNow } from './links.ts';

export interface Judged {
  readonly judged: ActionJudged;
  readonly history: ActionTold['history'];
}

const MOST_BESIDE = 4;

type Facts = Pick<FactValues, 'releases' | 'needs' | 'phrases'> & Readonly<Record<string, unknown>>;

export async function judgeDone(
  store: Store,
  reading: Reading,
  kept: readonly StoredAction[],
): Promise<ReadonlyMap<string, Judged>> {
  const { id: productId } = reading.product;
  const until = Date.parse(reading.at);
  const done = kept.flatMap((action) => {
    const { steps, title } = planOf(action);
    const on = agreed(steps).doneOn;
    return stateOf(steps) === 'done' && on !== null
      ? [{ action, title, on, doneAt: Date.parse(`${on}T23:59:59.999Z`) }]
      : [];
  });
  if (done.length === 0) return new Map();
  const audits = AUDITS.filter(({ id }) => done.some(({ action }) => measuredBy(action) === id));
  const named = [...audits.flatMap(({ facts }) => facts), 'releases', 'threads', 'needs', 'phrases'];
  const facts = (await factsNow(store, productId, [...new Set(named)] as (keyof FactValues)[])) as unknown as Facts;
  const found = new Map<string, Judged>();
  for (const { action, doneAt } of done) {
    const audit = auditOf(action, audits, facts);
    if (audit === null) continue;
    const said = judge(audit, handed(audit, facts), { doneAt, until });
    const others = done.filter((other) => other.action !== action && other.doneAt > doneAt && other.doneAt <= until);
    const beside = [
      ...others.map(({ title, on }) => `${title} (${on})`),
      ...releasesBetween(facts, doneAt, Date.parse(said.until)),
    ];
    found.set(action.id, { judged: { ...said, beside }, history: [] });
  }
  return withHistory(store, productId, dayOf(until), found);
}

/** The audit whose figure should move. */
function measuredBy(action: StoredAction): string | undefined {
  return action.kind === 'audit' ? action.targetId : planOf(action).measures;
}

function auditOf(action: StoredAction, audits: readonly Audit[], { needs, phrases }: Facts): Audit | null {
  const measured = measuredBy(action);
  if (measured !== undefined) return audits.find(({ id }) => id === measured) ?? null;
  const need = needs.all.find(({ id }) => action.kind === 'need' && id === action.targetId);
  return need === undefined ? null : needAudit(need, praisedIn(phrases));
}

function handed({ facts: named }: Audit, facts: Facts): object {
  return Object.fromEntries(named.map((id) => [id, facts[id]]));
}

/** Steps that went further than a tinker, newest last: what else may have moved the same figure. */
function releasesBetween({ releases }: Facts, from: number, to: number): string[] {
  const found = releases.all.filter(
    ({ at, pre, step }) => !pre && at > from && at <= to && (step === 'overhaul' || step === 'iteration'),
  );
  const more = found.length - MOST_BESIDE;
  const told = found.slice(-MOST_BESIDE).map(({ version, at, step }) => `${version}, an ${step} (${dayOf(at)})`);
  return more > 0 ? [...told, `${more} earlier releases`] : told;
}

/** One verdict a day is kept; those of earlier days stay, whatever a later day says. */
async function withHistory(
  store: Store,
  productId: string,
  day: string,
  found: ReadonlyMap<string, Judged>,
): Promise<ReadonlyMap<string, Judged>> {
  const before = await store.actions.verdicts(productId);
  for (const [actionId, { judged }] of found) {
    const same = before.find((one) => one.actionId === actionId && one.readingId === day);
    if (same?.verdict === judged.verdict) continue;
    const { verdict, interval, beside } = judged;
    await store.actions.judge(productId, {
      ...{ actionId, readingId: day, verdict },
      ...{ interval: interval && plainJson(interval), beside: plainJson(beside) },
    });
  }
  const kept = await store.actions.verdicts(productId);
  return new Map(
    [...found].map(([actionId, { judged }]) => {
      const own = kept.filter((one) => one.actionId === actionId && one.readingId <= day);
      const history = own.map(({ readingId, verdict }) => ({ asOf: readingId, verdict: verdict as ActionVerdict }));
      return [actionId, { judged, history }];
    }),
  );
}
