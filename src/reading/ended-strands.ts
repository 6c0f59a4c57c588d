/** Strands that end before the reading does: said once each, with the latest moment that hears them all (DESIGN §3, rule 6). */
import type { Reading } from '#core/reading.ts';
import { dayOf, WEEK } from '#core/time.ts';

type Strand = Reading['evidence']['strands'][number];

const KNOWN = { ships: 'What shipped', says: 'What customers say', claims: 'What is claimed' } as const;

/** Less than a week short leaves no week unseen. */
export function endedStrands(strands: readonly Strand[], at: number): Reading['missing'] {
  const seen = strands.flatMap(({ observedUntil, ...strand }) =>
    observedUntil === null ? [] : [{ ...strand, until: Date.parse(observedUntil) }],
  );
  const ended = seen.filter(({ until }) => at - until >= WEEK);
  const first = dayOf(Math.min(...seen.map(({ until }) => until), at));
  // Documents that lie in the history end with it: one sentence says it.
  const told = ended.filter(
    ({ strand, until }) => strand !== 'claims' || !ended.some((one) => one.strand === 'ships' && one.until === until),
  );
  return told.map(({ strand, until, sources }) => ({
    // A changelog lies in the history and ends with it.
    source: sources.find((source) => source === 'git') ?? sources[0] ?? strand,
    code: 'NOT_COLLECTED',
    because: `${KNOWN[strand]} is known up to ${dayOf(until)}, and this reading ends on ${dayOf(at)}; the weeks between are unknown.`,
    remedy: `Bring it up to date and read again, or read at the last day that all strands know: --at ${first}.`,
  }));
}
