/** How much of what is claimed and could be judged is borne out. Page for readers: claim-support.md. */
import type { Observation } from '#core/observation.ts';
import { type Window, within } from '#core/time.ts';
import { counted, thousands } from '#core/wording.ts';
import type { Ledger } from '#facts/ledger-values.ts';
import { AGAINST, BACKED, claimsIn, copyOf, evidenceOf, noClaims, unheld } from '../claims-made.ts';
import { defineAudit } from '../define-audit.ts';

export default defineAudit({
  id: 'claim-support',
  lens: 'claims',
  answers: null,
  question: 'Is what is claimed borne out?',
  facts: ['ledger'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: null,
  norm: 'None was found: published work on claims of greenness stops at F1 .67. Hold it against your own past.',
  minN: 8,
  version: 2,
  guardedBy: 'vague-claims',

  observe({ ledger }, window) {
    const unseen = unheld(ledger);
    if (unseen !== null) return unseen;
    const all = claimsIn(ledger, window);
    const checkable = all.filter(({ verdict }) => verdict !== 'vague' && verdict !== 'promised');
    if (checkable.length === 0) return noClaims();
    const judged = checkable.filter(({ verdict }) => verdict !== 'open');
    const observations = judged.map((claim): Observation => {
      return { block: copyOf(claim), hit: BACKED.has(claim.verdict), evidence: evidenceOf(claim) };
    });
    return {
      observations: observations.sort((a, b) => Number(a.hit) - Number(b.hit)),
      coverage: { eligible: checkable.length, observed: judged.length },
      noted: {
        ahead: judged.filter(({ verdict }) => verdict === 'ahead of the evidence').length,
        against: judged.filter(({ verdict }) => AGAINST.has(verdict)).length,
        taken: takenDown(ledger, window),
      },
    };
  },

  say({ n, noted }) {
    const [ahead, against] = [Number(noted.ahead ?? 0), Number(noted.against ?? 0)];
    if (n === 0) return 'Nothing that was read speaks for or against any claim.';
    const backed = n - ahead - against;
    const taken = Number(noted.taken ?? 0);
    const gone = taken === 0 ? '' : `; ${taken === 1 ? 'another' : `${thousands(taken)} others`} taken down`;
    if (backed === n)
      return `All of ${counted(n, 'claim')} that could be judged ${n === 1 ? 'is' : 'are'} borne out${gone}.`;
    return `${thousands(backed)} of ${counted(n, 'claim')} borne out; ${thousands(ahead)} ahead of the evidence, ${thousands(against)} to look at${gone}.`;
  },

  remedy: {
    title: 'Back or reword the claims that nothing bears out',
    hypothesis:
      'We believe that claims which can be checked are trusted more, because people who find one wanting doubt the rest.',
    tellTale: 'claims ahead of the evidence',
    effort: 'hours',
    soonestDays: 30,
  },

  imagine(observations) {
    return observations.map((claim) => ({ ...claim, hit: true }));
  },
});

/** Claims that nothing bore out and that left their page in the window: deleting them is right, and it is said. */
function takenDown({ all }: Ledger, window: Window): number {
  return all.filter(({ verdict, firstAt, lastAt }) => {
    const unborne = verdict === 'ahead of the evidence' || AGAINST.has(verdict);
    return unborne && lastAt !== null && lastAt > firstAt && within(window, lastAt);
  }).length;
}
