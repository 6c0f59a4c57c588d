/** Steps that no reading proposes: a person's own, and answers of the Mirror Test that somebody takes up. */

import { AUDITS } from '#audits/registry.ts';
import type { Audit } from '#core/audit.ts';
import { BifocalError } from '#core/errors.ts';
import { idOf } from '#core/ids.ts';
import { plainJson } from '#core/json.ts';
import type { AnswerTaken, Group } from '#core/mirror.ts';
import type { StoredAction } from '#store/actions.ts';
import type { Store } from '#store/store.ts';
import { type Plan, planOf } from './action-plan.ts';
import { decisionsOf } from './actions.ts';
import { type Decision, decideStep, withStep } from './decide-action.ts';
import { newestReading } from './kept-readings.ts';
import { releasedRound, roundNamed } from './rounds.ts';

export const EFFORTS = ['minutes', 'hours', 'days', 'weeks'] as const;
export const LONGEST_STEP = 200;

export interface OwnStep extends Pick<Decision, 'who' | 'owner' | 'due'> {
  readonly title: string;
  readonly because: string | null;
  /** The audit whose figure should move; without one nothing tells whether it helped. */
  readonly tellTale: string | null;
  readonly effort: (typeof EFFORTS)[number];
}

/** Rejects with USAGE where the tell-tale is none. */
export async function addOwn(store: Store, productId: string, own: OwnStep, now: number): Promise<string> {
  const { title, because, tellTale, effort, who = null, owner = null, due = null } = own;
  const audit = tellTale === null ? null : told(tellTale);
  const hypothesis = because ?? audit?.remedy?.hypothesis ?? 'A step of your own.';
  return keep(store, productId, {
    ...{ kind: 'own', targetId: idOf('own', productId, title, String(now)), effort },
    ...{ tellTale: audit?.remedy?.tellTale ?? NONE, decision: { who, owner, due }, now },
    plan: { ...NOTHING, title, hypothesis, ...(audit !== null && { measures: audit.id }) },
  });
}

/** One that may be shown, as it was written. The same answer twice is one step. Rejects with NOT_THERE. */
export async function addAnswer(
  store: Store,
  productId: string,
  named: string,
  { group, text, who = null }: { readonly group: Group; readonly text: string; readonly who?: string | null },
  now: number,
): Promise<string> {
  const { round, groups } = await releasedRound(store, productId, await roundNamed(store, productId, named));
  const closer = groups.find((one) => one.group === group)?.closer;
  if (closer?.state !== 'shown' || !closer.said.includes(text))
    throw new BifocalError('NOT_THERE', { what: `this answer in ${round.name}` });
  const people = group === 'team' ? 'the team' : group;
  return keep(store, productId, {
    ...{ kind: 'answer', targetId: idOf('answer', round.id, group, text), effort: 'hours', tellTale: NONE },
    ...{ decision: { who }, now },
    plan: {
      ...{ ...NOTHING, title: text, evidence: [`round:${round.id}`], answer: { round: round.id, group, text } },
      hypothesis: `We believe that it brings us closer to the people that matter most, because ${people} say so (${round.name}).`,
    },
  });
}

/** Which answers of a round are steps now. */
export async function answersTaken(store: Store, productId: string, roundId: string): Promise<AnswerTaken[]> {
  const kept = (await store.actions.list(productId)).filter(
    ({ kind, state }) => kind === 'answer' && state !== 'proposed',
  );
  return kept.flatMap((action) => {
    const { answer } = planOf(action);
    return answer?.round === roundId ? [{ action: action.id, group: answer.group, text: answer.text }] : [];
  });
}

const NONE = 'none was named; only you can say';
/** Nobody waits for it, nothing is expected of it, and nothing counts it yet. */
const NOTHING = { people: null, evidence: [] as string[], standing: null, verdictPossibleAt: null };

interface Kept extends Pick<StoredAction, 'kind' | 'targetId' | 'tellTale' | 'effort'> {
  readonly plan: Omit<Plan, 'steps'>;
  readonly decision: Pick<Decision, 'who' | 'owner' | 'due'>;
  readonly now: number;
}

/** Taken up at once; one that was taken back is taken up again under its id. */
async function keep(store: Store, productId: string, { plan, decision, now, ...columns }: Kept): Promise<string> {
  const step = decideStep({ ...decision, verb: 'adopt' }, now);
  const before = (await store.actions.list(productId)).find(
    ({ kind, targetId }) => kind === columns.kind && targetId === columns.targetId,
  );
  if (before !== undefined && before.state !== 'proposed') return before.id;
  if (before !== undefined) {
    await store.actions.change(productId, before.id, (was) => withStep(was, step));
    return before.id;
  }
  const steps = [step];
  const readingId = (await newestReading(store, productId))?.id ?? '';
  return store.actions.add(productId, {
    ...columns,
    readingId,
    expected: null,
    ...decisionsOf(steps),
    plan: plainJson({ ...plan, steps }),
  });
}

function told(id: string): Audit {
  const audit = (AUDITS as readonly Audit[]).find((one) => one.id === id);
  if (audit === undefined || audit.remedy === null) {
    const known = AUDITS.filter(({ remedy }) => remedy !== null).map((one) => one.id);
    const cause = `“${id}” has no tell-tale. These have one: ${known.join(', ')}.`;
    throw new BifocalError('USAGE', { cause, command: 'bridge' });
  }
  return audit;
}
