/** Decisions follow each other as people can mean them, and every one can be taken back. */
import { expect, test } from 'vitest';
import type { ActionStep, ActionVerb } from '#core/action.ts';
import { agreed, decided, stateOf } from './decide.ts';

function steps(...verbs: readonly ActionVerb[]): ActionStep[] {
  return verbs.map((verb, day) => ({ verb, at: `2026-01-0${day + 1}T00:00:00Z`, who: null, note: null }));
}

test('a state follows from the decisions that hold', () => {
  expect(stateOf([])).toBe('proposed');
  expect(stateOf(steps('adopt'))).toBe('adopted');
  expect(stateOf(steps('adopt', 'done'))).toBe('done');
  expect(stateOf(steps('adopt', 'done', 'undo'))).toBe('adopted');
  expect(stateOf(steps('adopt', 'done', 'undo', 'undo'))).toBe('proposed');
  expect(stateOf(steps('drop', 'undo', 'adopt'))).toBe('adopted');
});

test('what makes no sense in a state is refused, and the rest is kept as it was said', () => {
  const [done] = steps('done') as [ActionStep];
  expect(decided([], done)).toBeNull();
  expect(decided(steps('adopt', 'done'), done)).toBeNull();
  expect(decided(steps('drop'), done)).toBeNull();
  expect(decided(steps('adopt'), done)).toHaveLength(2);
  expect(decided(steps('adopt', 'undo'), { ...done, verb: 'undo' })).toBeNull();
});

test('owner and day are those of the last taking up that holds', () => {
  const [adopt] = steps('adopt') as [ActionStep];
  const first = { ...adopt, owner: 'Kaisa', due: '2026-03-13' };
  const second = { ...adopt, owner: 'Tom', due: null };
  expect(agreed([first, second])).toEqual({ owner: 'Tom', due: null, doneOn: null });
  expect(agreed([first, second, ...steps('undo')])).toMatchObject({ owner: 'Kaisa', due: '2026-03-13' });
  expect(agreed([first, { ...adopt, verb: 'done', on: '2026-03-10' }])).toMatchObject({ doneOn: '2026-03-10' });
});
