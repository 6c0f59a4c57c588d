/** What a reading rests on, in one line: the counts, headed with the source when it is only one. */
import type { Reading } from '#core/reading.ts';
import { counted } from './figures.ts';

export function restsOn({ evidence }: Reading): string {
  const seen = evidence.strands.filter(({ state }) => state === 'seen');
  const alone = seen.length === 1 || evidence.feedback === 0 ? 'From history alone: ' : '';
  const counts = [
    counted(evidence.changes, 'change'),
    evidence.people === 0 ? null : `by ${counted(evidence.people, 'person', 'people')}`,
    evidence.botChanges === 0 ? null : `(${counted(evidence.botChanges, 'more', 'more')} by bots)`,
  ].filter((part) => part !== null);
  const rest = [
    counted(evidence.releases, 'release'),
    evidence.feedback === 0 ? null : `${counted(evidence.feedback, 'piece')} of feedback`,
    counted(evidence.documents, 'page'),
  ].filter((part) => part !== null);
  return `${alone}${counts.join(' ')}, ${rest.join(', ')}.`;
}
