/** One weighed audit as a reading prints it. */
import type { AuditReading } from '#core/reading.ts';
import { dayOf, type Window } from '#core/time.ts';
import type { Weighed } from './weigh.ts';

/** The most telling cases; `explain` opens the rest from the store. */
const EVIDENCE_SHOWN = 40;

export function toAuditReading(
  { audit, observed, ...weighed }: Weighed,
  asked: Window,
  series: AuditReading['series'],
  change: AuditReading['change'],
): AuditReading {
  const evidence = [...new Set((observed?.observations ?? []).flatMap((observation) => observation.evidence))];
  const window = weighed.window ?? asked;
  const cases = observed?.observations.length ?? 0;
  return {
    id: audit.id,
    lens: audit.lens,
    question: audit.question,
    answers: audit.answers,
    state: weighed.state,
    value: weighed.value,
    unit: audit.unit,
    score: weighed.score,
    scoreInterval: weighed.scoreInterval,
    n: weighed.n,
    minN: audit.minN,
    interval: weighed.interval,
    ...(weighed.value !== null && observed?.unsure !== undefined && { unsure: observed.unsure }),
    coverage: observed ? (observed.coverage ?? { eligible: cases, observed: cases }) : null,
    because: weighed.because,
    norm: audit.norm,
    guardedBy: audit.guardedBy,
    method: { id: audit.id, version: audit.version },
    window: { from: dayOf(window.from), to: dayOf(window.to) },
    evidence: evidence.slice(0, EVIDENCE_SHOWN),
    evidenceTotal: evidence.length,
    series,
    change,
    remedy: audit.remedy && {
      title: audit.remedy.title,
      hypothesis: audit.remedy.hypothesis,
      tellTale: audit.remedy.tellTale,
      effort: audit.remedy.effort,
    },
  };
}
