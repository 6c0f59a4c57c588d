/** What a person decides about an action: taken up, decided against, done, or taken back. */
import { decided } from '#bridge/decide.ts';
import type { ActionStep, ActionVerb, BridgeTold } from '#core/action.ts';
import { BifocalError } from '#core/errors.ts';
import { plainJson } from '#core/json.ts';
import type { Reading } from '#core/reading.ts';
import { dayOf, instantOf } from '#core/time.ts';
import type { StoredAction } from '#store/actions.ts';
import type { Store } from '#store/store.ts';
import { planOf } from './action-plan.ts';
import { decisionsOf, proposalsOf, storedOf } from './actions.ts';

export interface Decision {
  readonly verb: ActionVerb;
  readonly who?: string | null;
  readonly note?: string | null;
  readonly owner?: string | null;
  readonly due?: string | null;
  /** The day on which it was done; today without it. */
  readonly on?: string | null;
}

/** Rejects with ACTION_NOT_FOUND, and with USAGE where its state or the decision itself forbids it. */
export async function decideAction(
  store: Store,
  reading: Reading,
  id: string,
  decision: Decision,
  now: number,
): Promise<string> {
  const { id: productId } = reading.product;
  if (await decideKept(store, productId, id, decision, now)) return id;
  const step = decideStep(decision, now);
  const proposal = (await proposalsOf(store, reading)).find((one) => one.id === id);
  if (proposal === undefined) throw new BifocalError('ACTION_NOT_FOUND', { action: id });
  return store.actions.add(productId, storedOf(reading, proposal, allowed([], step)));
}

/** Of one that is kept, for which no reading is needed; false where there is none. */
export async function decideKept(
  store: Store,
  productId: string,
  id: string,
  decision: Decision,
  now: number,
): Promise<boolean> {
  const step = decideStep(decision, now);
  if (!(await store.actions.list(productId)).some((one) => one.id === id)) return false;
  await store.actions.change(productId, id, (was) => withStep(was, step));
  return true;
}

/** The same with one decision more. */
export function withStep(was: StoredAction, step: ActionStep): StoredAction {
  const plan = planOf(was);
  const steps = allowed(plan.steps, step);
  return { ...was, ...decisionsOf(steps), plan: plainJson({ ...plan, steps }) };
}

function allowed(steps: readonly ActionStep[], step: ActionStep): readonly ActionStep[] {
  const after = decided(steps, step);
  if (after !== null) return after;
  throw wrong(`This action cannot be ${SAID[step.verb]} as it stands.`);
}

const SAID = { adopt: 'taken up', drop: 'decided against', done: 'marked as done', undo: 'taken back' } as const;

/** Rejects with USAGE where it lacks what its verb needs. */
export function decideStep({ verb, who = null, note = null, owner, due, on }: Decision, now: number): ActionStep {
  const today = dayOf(now);
  if (verb === 'drop' && (note === null || note.trim() === '')) throw wrong('Say why it is decided against.');
  if (on != null && on > today) throw wrong('What is done was done today or before.');
  return {
    ...{ verb, at: instantOf(now), who, note },
    ...(verb === 'adopt' && { owner: owner ?? null, due: due == null ? null : dayIn(due) }),
    ...(verb === 'done' && { on: on == null ? today : dayIn(on) }),
  };
}

function dayIn(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw wrong(`A day is written as 2026-02-28, not “${text}”.`);
}

function wrong(cause: string): BifocalError {
  return new BifocalError('USAGE', { cause, command: 'bridge' });
}

/** By its place in the list, its name, or the beginning of either id. Rejects with ACTION_NOT_FOUND. */
export function actionMeant(told: BridgeTold, said: string) {
  const all = [...told.week, ...told.quarter, ...told.more, ...told.dropped, ...told.done];
  const numbered = /^\d{1,3}$/.test(said) ? all[Number(said) - 1] : undefined;
  const open = all.filter(({ name, state }) => name === said && state !== 'done');
  const named = open.length > 0 ? open : all.filter(({ name, id }) => name === said || id === said);
  const found = numbered ?? named.at(-1);
  if (found === undefined) throw new BifocalError('ACTION_NOT_FOUND', { action: said });
  return found;
}
