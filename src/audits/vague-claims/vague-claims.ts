/** Claims in which nothing can be looked for. Page for readers: vague-claims.md. */
import type { Observation } from '#core/observation.ts';
import { counted, thousands } from '#core/wording.ts';
import { claimsIn, copyOf, evidenceOf, noClaims, unheld } from '../claims-made.ts';
import { defineAudit } from '../define-audit.ts';

export default defineAudit({
  id: 'vague-claims',
  lens: 'claims',
  answers: null,
  question: 'Are strong words backed by anything that could be checked?',
  facts: ['ledger'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: null,
  norm: 'None was found; rules for environmental claims ask for a figure, a source or a comparison beside a superlative.',
  minN: 8,
  version: 1,
  guardedBy: 'claim-support',

  observe({ ledger }, window) {
    const unseen = unheld(ledger);
    if (unseen !== null) return unseen;
    const all = claimsIn(ledger, window);
    if (all.length === 0) return noClaims();
    const observations = all.map((claim): Observation => {
      return { block: copyOf(claim), hit: claim.verdict === 'vague', evidence: evidenceOf(claim) };
    });
    const vague = observations.filter(({ hit }) => hit).length;
    return { observations: observations.sort((a, b) => Number(b.hit) - Number(a.hit)), noted: { vague } };
  },

  say({ n, noted }) {
    const vague = Number(noted.vague ?? 0);
    if (vague === 0) return `None of ${counted(n, 'claim')} is praise alone.`;
    return `${thousands(vague)} of ${counted(n, 'claim')} ${vague === 1 ? 'is' : 'are'} praise in which nothing can be looked for.`;
  },

  remedy: {
    title: 'Put a figure or a name where a superlative stands',
    hypothesis: 'We believe that what can be checked is believed, because anybody can say “best”.',
    tellTale: 'claims without anything to look for',
    effort: 'hours',
    soonestDays: 30,
  },

  imagine(observations) {
    return observations.map((claim) => ({ ...claim, hit: false }));
  },
});
