/** Things that README and docs offer by name and that are there no more. Page for readers: stale-docs.md. */
import type { Observation } from '#core/observation.ts';
import { counted, thousands } from '#core/wording.ts';
import type { History, Offer } from '#facts/values.ts';
import { defineAudit } from '../define-audit.ts';
import { notCollected } from '../finished-work.ts';

export default defineAudit({
  id: 'stale-docs',
  lens: 'claims',
  answers: null,
  question: 'Do the documents offer things that are gone?',
  facts: ['offers', 'history'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: null,
  norm: '28.9 % of the most popular open-source projects have at least one such reference; 82.3 % once had (Tan 2024).',
  minN: 8,
  version: 1,
  guardedBy: 'a plain check: code spans per page',

  observe({ offers, history }, window) {
    if (!offers.collected) return notCollected(offers.because, 'No document was read.');
    const judged = offers.all.filter(({ state, since }) => state !== 'never' && (since === null || since <= window.to));
    if (judged.length === 0) return { state: 'not-applicable', because: 'No document offers anything by name.' };
    const commits = commitsOf(judged, history);
    const observations = judged.map((offer): Observation => {
      const hit = isRemoved(offer, window.to);
      const commit = offer.removed === null ? undefined : commits.get(offer.removed.sha);
      return { block: offer.doc, hit, evidence: hit && commit !== undefined ? [offer.id, commit] : [offer.id] };
    });
    const removed = observations.filter(({ hit }) => hit).length;
    return {
      observations: observations.sort((a, b) => Number(b.hit) - Number(a.hit)),
      coverage: { eligible: offers.all.length, observed: judged.length },
      noted: { removed },
    };
  },

  say({ n, noted }) {
    const removed = Number(noted.removed ?? 0);
    if (removed === 0) return `Everything that the documents offer by name is there (${counted(n, 'name')} checked).`;
    const gone = removed === 1 ? 'is gone' : 'are gone';
    return `${thousands(removed)} of ${counted(n, 'thing')} that the documents offer by name ${gone}.`;
  },

  remedy: {
    title: 'Correct the lines that offer what is gone',
    hypothesis:
      'We believe that correcting these lines spares users a failed attempt, because each names something that a change removed.',
    tellTale: 'offered names that are gone',
    counts: ({ hit }) => hit === true,
    fewerIsBetter: true,
    effort: 'minutes',
    soonestDays: 1,
  },

  imagine(observations) {
    return observations.map((offer) => ({ ...offer, hit: false }));
  },
});

/** In an earlier window a thing that was removed later was still there. */
function isRemoved({ state, removed }: Offer, until: number): boolean {
  return state === 'removed' && (removed === null || removed.at <= until);
}

/** Evidence ids of the commits that removed something, by sha. */
function commitsOf(offers: readonly Offer[], history: History): Map<string, string> {
  const wanted = new Set(offers.flatMap(({ removed }) => removed?.sha ?? []));
  const ids = new Map<string, string>();
  if (wanted.size === 0) return ids;
  for (const { sha, id } of history.commits) if (wanted.has(sha)) ids.set(sha, id);
  return ids;
}
