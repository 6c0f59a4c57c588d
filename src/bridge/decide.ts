/** What may be decided of an action, and what it is after a row of decisions: pure, so that every store agrees. */
import type { ActionState, ActionStep, ActionVerb } from '#core/action.ts';

const MAY: Readonly<Record<ActionState, readonly ActionVerb[]>> = {
  proposed: ['adopt', 'drop'],
  // Adopted again: another owner, another day.
  adopted: ['adopt', 'drop', 'done', 'undo'],
  done: ['undo'],
  dropped: ['adopt', 'undo'],
};

const AFTER: Readonly<Record<Exclude<ActionVerb, 'undo'>, ActionState>> = {
  adopt: 'adopted',
  drop: 'dropped',
  done: 'done',
};

/** Decisions that hold, oldest first: each undoing takes the last one that still held with it. */
function standingSteps(steps: readonly ActionStep[]): readonly ActionStep[] {
  const held: ActionStep[] = [];
  for (const step of steps) {
    if (step.verb === 'undo') held.pop();
    else held.push(step);
  }
  return held;
}

export function stateOf(steps: readonly ActionStep[]): ActionState {
  const last = standingSteps(steps).at(-1);
  return last === undefined || last.verb === 'undo' ? 'proposed' : AFTER[last.verb];
}

/** Null where it may not be decided in that state. */
export function decided(steps: readonly ActionStep[], step: ActionStep): readonly ActionStep[] | null {
  return MAY[stateOf(steps)].includes(step.verb) ? [...steps, step] : null;
}

export function mayBe(state: ActionState): readonly ActionVerb[] {
  return MAY[state];
}

/** Owner, due day and day of doing, as the decisions that hold last said. */
export function agreed(steps: readonly ActionStep[]): {
  owner: string | null;
  due: string | null;
  doneOn: string | null;
} {
  const held = standingSteps(steps);
  const last = held.findLast(({ verb }) => verb === 'adopt');
  const done = held.findLast(({ verb }) => verb === 'done');
  return { owner: last?.owner ?? null, due: last?.due ?? null, doneOn: done?.on ?? null };
}
