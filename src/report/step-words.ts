/** The steps of a reading in words that every face shares: how many, why in this order, what each costs and moves. */
import type { ActionReading, Reading } from '#core/reading.ts';
import { counted } from '#core/wording.ts';
import type { Fact } from './audit-words.ts';
import { dateWords, round } from './figures.ts';

const STEPS_SHOWN = 3;
const HEADS = ['What to do next', 'One step to take', 'Two steps to take', 'Three steps to take'];

export function stepsShown({ bridge }: Reading): readonly ActionReading[] {
  return bridge.actions.slice(0, STEPS_SHOWN);
}

export function stepsHead(shown: readonly ActionReading[]): string {
  return HEADS[shown.length] ?? 'What to do next';
}

/** Null where nobody is known to wait. */
export function stepsDeck(shown: readonly ActionReading[]): string | null {
  return shown.some(({ people }) => people !== null) ? 'Ranked by the people who wait.' : null;
}

export function stepFacts({ people, effort, tellTale, verdictPossibleAt, expected }: ActionReading): readonly Fact[] {
  const range = expected?.interval
    ? ` (${round(expected.interval.low)} to ${round(expected.interval.high ?? 100)})`
    : '';
  return [
    ...(people === null ? [] : [['people', counted(people, 'waits', 'wait')] as const]),
    ['effort', effort],
    ['tell-tale', tellTale],
    ...(verdictPossibleAt === null ? [] : [['verdict from', dateWords(verdictPossibleAt)] as const]),
    ...(expected === null ? [] : [['expected', `${expected.lens} lens +${round(expected.change)}${range}`] as const]),
  ];
}
