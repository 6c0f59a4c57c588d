/** How a figure was measured, as pairs of a word and what it says, in words that every face shares. */
import type { AuditReading } from '#core/reading.ts';
import { dateWords, noneBecause, valueWords } from './figures.ts';

export type Fact = readonly [word: string, says: string];

export function figureWords({ value, unit, interval }: AuditReading): string {
  return value === null ? 'none yet' : valueWords(value, unit, interval);
}

export function auditFacts(audit: AuditReading): readonly Fact[] {
  const interval =
    audit.interval === null
      ? noneBecause(audit)
      : `${audit.interval.method}, ${Math.round(audit.interval.level * 100)} %`;
  return [
    ['figure', figureWords(audit)],
    ['cases', `${audit.n ?? 0}; ${audit.minN} would do`],
    ['interval', interval],
    ['window', `${dateWords(audit.window.from)} to ${dateWords(audit.window.to)}`],
    ['its norm', audit.norm],
    ['kept honest by', audit.guardedBy],
    ['method', `${audit.method.id} ${audit.method.version}`],
  ];
}
