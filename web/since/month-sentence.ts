/** The month in one sentence: what shipped, and who waits for a human answer since. */
import type { MonthFigures } from '../api/tell.ts';
import { counted } from '../frame/words.ts';

export function monthSentence({ releases, waits }: Pick<MonthFigures, 'releases' | 'waits'>): string {
  const shipped = releases.length === 0 ? 'Nothing was released' : counted(releases.length, 'release');
  if (waits === null) return `${shipped} in four weeks; who waits is not known.`;
  if (waits.people === 0) return `${shipped} in four weeks, and nobody newly waits for an answer.`;
  return `${shipped} in four weeks, and ${counted(waits.people, 'person newly waits', 'people newly wait')} for an answer.`;
}
