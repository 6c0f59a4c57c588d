/** What is kept of an action beside its columns: its words as they were when it was decided on, and every decision. */
import type { ActionStep } from '#core/action.ts';
import type { Group } from '#core/mirror.ts';
import type { ActionReading } from '#core/reading.ts';
import type { StoredAction } from '#store/actions.ts';

/** Later readings may propose in other words. */
export type Plan = Omit<ActionReading, 'id' | 'targets' | 'tellTale' | 'effort' | 'expected'> & {
  readonly steps: readonly ActionStep[];
  /** Of a person's own: the audit whose figure should move. */
  readonly measures?: string;
  /** The answer of the Mirror Test that it was made from. */
  readonly answer?: { readonly round: string; readonly group: Group; readonly text: string };
};

export function planOf(action: StoredAction): Plan {
  return action.plan as unknown as Plan;
}
