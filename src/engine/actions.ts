/** The Bridge of a product: what its reading proposes, what people decided of it, and what came of what was done. */

import { agreed, mayBe, stateOf } from '#bridge/decide.ts';
import { listsOf } from '#bridge/lists.ts';
import type { ActionKind, ActionStep, ActionTold, BridgeTold } from '#core/action.ts';
import { plainJson } from '#core/json.ts';
import type { ActionReading, Reading } from '#core/reading.ts';
import type { StoredAction } from '#store/actions.ts';
import type { Store } from '#store/store.ts';
import { type Plan, planOf } from './action-plan.ts';
import { type Bet, betsOf } from './bets.ts';
import { type Judged, judgeDone } from './judge-actions.ts';

export type Proposal = ActionReading & { readonly kind: 'audit' | 'need' };

export async function bridgeOf(store: Store, reading: Reading): Promise<BridgeTold> {
  const { id: productId } = reading.product;
  const kept = await store.actions.list(productId);
  const proposals = await proposalsOf(store, reading);
  const judged = await judgeDone(store, reading, kept);
  const open = new Set(kept.filter(({ state }) => state === 'adopted' || state === 'dropped').map(keyOf));
  const byKey = new Map(proposals.map((one) => [keyOf({ kind: one.kind, targetId: one.targets }), one]));
  const all = [
    ...kept.filter(({ state }) => state !== 'proposed').map((one) => keptTold(one, byKey.get(keyOf(one)), judged)),
    ...proposals.filter((one) => !open.has(keyOf({ kind: one.kind, targetId: one.targets }))).map(proposed),
  ].sort(byPeople);
  const because = all.length > 0 ? null : reading.bridge.because;
  return { reading: reading.id, at: reading.at, ...listsOf(all), because };
}

export async function proposalsOf(store: Store, reading: Reading): Promise<Proposal[]> {
  const bets: readonly Bet[] = await betsOf(store, reading.product.id, reading.product.customers);
  const audits = reading.bridge.actions.map((one): Proposal => ({ ...one, kind: 'audit' }));
  return [...audits, ...bets];
}

function keyOf({ kind, targetId }: Pick<StoredAction, 'kind' | 'targetId'>): string {
  return `${kind} ${targetId}`;
}

/** What a decision about a proposal keeps. */
export function storedOf(reading: Reading, one: Proposal, steps: readonly ActionStep[]): Omit<StoredAction, 'id'> {
  const { kind, targets, tellTale, effort, expected, id: _, ...said } = one;
  const plan: Plan = { ...said, steps };
  const first = {
    readingId: reading.id,
    kind,
    targetId: targets,
    tellTale,
    effort,
    expected: expected && plainJson(expected),
  };
  return { ...first, ...decisionsOf(steps), plan: plainJson(plan) };
}

/** The columns that follow from the decisions. */
export function decisionsOf(steps: readonly ActionStep[]): Pick<StoredAction, 'owner' | 'dueAt' | 'state'> {
  const { owner, due } = agreed(steps);
  return { owner, dueAt: due === null ? null : Date.parse(due), state: stateOf(steps) };
}

function proposed({ kind, targets, ...one }: Proposal): ActionTold {
  return {
    ...{ ...one, kind, target: targets, name: nameOf(kind, targets), state: 'proposed', may: mayBe('proposed') },
    ...{ owner: null, due: null, doneOn: null, steps: [], baseline: null, judged: null, history: [] },
  };
}

function keptTold(action: StoredAction, now: Proposal | undefined, judged: ReadonlyMap<string, Judged>): ActionTold {
  const { id, kind, targetId, tellTale, effort, expected } = action;
  const { steps, measures: _, answer: __, ...plan } = planOf(action);
  const state = stateOf(steps);
  const found = judged.get(id);
  return {
    ...{
      ...plan,
      id,
      kind: kind as ActionKind,
      target: targetId,
      name: nameOf(kind, targetId),
      tellTale,
      effort,
      steps,
    },
    ...{ state, may: mayBe(state), ...agreed(steps), baseline: action.readingId },
    expected: expected as unknown as ActionTold['expected'],
    // Who waits and how its count stands is said as of today, where it is still proposed.
    ...(now !== undefined && state !== 'done' && { people: now.people, standing: now.standing }),
    ...(now !== undefined && { evidence: now.evidence, verdictPossibleAt: now.verdictPossibleAt }),
    ...{ judged: found?.judged ?? null, history: found?.history ?? [] },
  };
}

function nameOf(kind: string, target: string): string {
  return kind === 'audit' ? target : `${kind}-${target.slice(0, 6)}`;
}

/** Those for whom most wait; what nobody is known to wait for comes last. A name settles the rest. */
function byPeople(a: ActionTold, b: ActionTold): number {
  return (
    (b.people ?? -1) - (a.people ?? -1) ||
    (b.expected?.change ?? 0) - (a.expected?.change ?? 0) ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)
  );
}
