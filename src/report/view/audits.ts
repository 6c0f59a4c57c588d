/** Every audit for a face: its sentence, figure and how that was made, what is short of a figure, and what would mend it. */
import type { AuditState } from '#core/audit.ts';
import type { AuditReading, Reading } from '#core/reading.ts';
import { counted } from '#core/wording.ts';
import { auditFacts, figureWords } from '../audit-words.ts';
import { dateWords, scoreWords, valueWords } from '../figures.ts';

const STATES: Readonly<Record<AuditState, string>> = {
  scored: 'scored',
  'insufficient-data': 'not enough yet',
  'not-collected': 'not collected',
  'not-applicable': 'does not apply',
  informative: 'said for interest, not scored',
  error: 'could not be read',
};

export function auditsView({ audits }: Reading) {
  return audits.map((audit) => ({
    id: audit.id,
    lens: audit.lens,
    question: audit.question,
    because: audit.because,
    state: audit.state,
    stateWords: STATES[audit.state],
    figure: audit.value === null ? null : figureWords(audit),
    /** Answers a lens question; the others stand beside the lenses, not in them. */
    answers: audit.answers,
    score:
      audit.score === null
        ? null
        : { at: audit.score, interval: audit.scoreInterval, words: scoreWords(audit.score, audit.scoreInterval) },
    short: audit.state === 'insufficient-data' ? shortOf(audit) : null,
    facts: audit.state === 'not-applicable' ? [] : auditFacts(audit),
    norm: audit.norm,
    guardedBy: audit.guardedBy,
    guard: audits.find(({ id }) => id === audit.guardedBy)?.question ?? null,
    remedy: audit.remedy,
    change: changeWords(audit),
    series: audit.series.map(({ at, value, n }) => ({
      at: dateWords(at),
      value,
      words: value === null ? 'not enough' : valueWords(value, audit.unit, null),
      n,
    })),
    evidence: audit.evidence,
    total: counted(audit.evidenceTotal, 'case'),
    more: audit.evidenceTotal - audit.evidence.length,
  }));
}

function shortOf({ n, minN }: AuditReading) {
  const seen = n ?? 0;
  return { n: seen, of: minN, words: `${seen} of ${minN}` };
}

function changeWords({ change }: AuditReading): string | null {
  if (change === null || change.verdict === 'not known') return null;
  if (change.verdict === 'up' || change.verdict === 'down') return `It went ${change.verdict} within the year.`;
  return 'No change we can call within the year.';
}
