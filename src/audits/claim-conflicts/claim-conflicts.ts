/** Claims that a person has confirmed to be contradicted, among all that stand. Page for readers: claim-conflicts.md. */
import type { Observation } from '#core/observation.ts';
import { counted, thousands } from '#core/wording.ts';
import type { VerdictName } from '#facts/ledger-values.ts';
import { claimsIn, copyOf, evidenceOf, noClaims, unheld } from '../claims-made.ts';
import { defineAudit } from '../define-audit.ts';

/** A verdict on somebody else's product. */
const OUTSIDE = 'could not be squared from outside' satisfies VerdictName;

export default defineAudit({
  id: 'claim-conflicts',
  lens: 'claims',
  answers: null,
  question: 'Is anything claimed that is known not to hold?',
  facts: ['ledger'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: null,
  norm: 'None should be: only conflicts that a person has confirmed count.',
  minN: 8,
  version: 1,
  guardedBy: 'a plain check: conflicts that nobody has looked at are named',

  observe({ ledger }, window) {
    const unseen = unheld(ledger);
    if (unseen !== null) return unseen;
    const all = claimsIn(ledger, window);
    if (all.length === 0) return noClaims();
    const rank = { contradicted: 0, 'seems to conflict': 1, [OUTSIDE]: 1 } as Record<string, number>;
    const sorted = all.toSorted((a, b) => (rank[a.verdict] ?? 2) - (rank[b.verdict] ?? 2));
    const observations = sorted.map((claim): Observation => {
      return { block: copyOf(claim), hit: claim.verdict === 'contradicted', evidence: evidenceOf(claim) };
    });
    const count = (of: VerdictName) => all.filter(({ verdict }) => verdict === of).length;
    return {
      observations,
      noted: { known: count('contradicted'), open: count('seems to conflict'), outside: count(OUTSIDE) },
    };
  },

  say({ n, noted }) {
    const [known, open] = [Number(noted.known ?? 0), Number(noted.open ?? 0)];
    const outside = Number(noted.outside ?? 0);
    if (outside > 0) return `${thousands(outside)} of ${counted(n, 'claim')} could not be squared from outside.`;
    const waits = open === 0 ? '' : `; ${thousands(open)} ${open === 1 ? 'waits' : 'wait'} for somebody to look`;
    if (known === 0) return `None of ${counted(n, 'claim')} is known to be contradicted${waits}.`;
    return `${thousands(known)} of ${counted(n, 'claim')} ${known === 1 ? 'is' : 'are'} contradicted, as a person confirmed${waits}.`;
  },

  remedy: {
    title: 'Take back the claims that do not hold',
    hypothesis:
      'We believe that taking back what does not hold costs nothing and spares disappointment, because customers find out.',
    tellTale: 'confirmed contradictions that still stand',
    effort: 'minutes',
    soonestDays: 1,
  },

  imagine(observations) {
    return observations.map((claim) => ({ ...claim, hit: false }));
  },
});
