/** How much of what was claimed a year ago is no longer said, beside how much of the product was renewed. Page for readers: claim-drift.md. */
import type { Observation } from '#core/observation.ts';
import type { Window } from '#core/time.ts';
import { counted, percent, thousands } from '#core/wording.ts';
import type { LedgerClaim } from '#facts/ledger-values.ts';
import type { Renewal } from '#facts/values.ts';
import { copyOf, evidenceOf, unheld } from '../claims-made.ts';
import { defineAudit } from '../define-audit.ts';

export default defineAudit({
  id: 'claim-drift',
  lens: 'claims',
  answers: null,
  question: 'Does what is claimed move with the product?',
  facts: ['ledger', 'renewal'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: null,
  norm: 'None: the product’s own renewal stands beside it. Both deep or both shallow is one story told once.',
  minN: 8,
  version: 2,
  guardedBy: 'yearly-renewal',

  observe({ ledger, renewal }, window) {
    const unseen = unheld(ledger);
    if (unseen !== null) return unseen;
    const stood = ledger.all.filter(
      ({ verdict, firstAt, lastAt }) =>
        verdict !== 'unsaid' && firstAt <= window.from && (lastAt === null || lastAt > window.from),
    );
    if (stood.length === 0) {
      return { state: 'not-applicable', because: 'No claim is known to have stood a year ago.' };
    }
    const gone = stood.filter(({ lastAt }) => lastAt !== null && lastAt <= window.to);
    const reworded = rewordedIn(gone, ledger.all);
    const observations = stood.map((claim): Observation => {
      const hit = claim.lastAt !== null && claim.lastAt <= window.to && !reworded.has(claim);
      return { block: copyOf(claim), hit, evidence: evidenceOf(claim) };
    });
    const product = renewedIn(renewal, window);
    return {
      observations: observations.sort((a, b) => Number(b.hit) - Number(a.hit)),
      noted: {
        gone: observations.filter(({ hit }) => hit).length,
        reworded: reworded.size,
        ...(product !== null && { product }),
      },
    };
  },

  say({ n, noted }) {
    const gone = Number(noted.gone ?? 0);
    const product = noted.product === undefined ? '' : `; of the product itself ${percent(Number(noted.product))}`;
    const reworded = Number(noted.reworded ?? 0);
    const other = reworded === 0 ? '' : `, ${thousands(reworded)} reworded`;
    return `${gone === 0 ? 'None' : thousands(gone)} of ${counted(n, 'claim')} of a year ago ${gone === 1 ? 'is' : 'are'} gone${other}${product}.`;
  },

  remedy: null,
});

/** Of what is gone, what the very copy that lacks it says anew: of the same sort, of the same thing. Each new claim stands for one. */
function rewordedIn(gone: readonly LedgerClaim[], all: readonly LedgerClaim[]): ReadonlySet<LedgerClaim> {
  const fresh = Map.groupBy(all, ({ firstAt }) => firstAt);
  const used = new Set<LedgerClaim>();
  return new Set(
    gone.filter((old) => {
      const next = (fresh.get(old.lastAt ?? Number.NaN) ?? []).find((one) => !used.has(one) && saysAnew(old, one));
      if (next) used.add(next);
      return next !== undefined;
    }),
  );
}

function saysAnew(old: LedgerClaim, one: LedgerClaim): boolean {
  if (one.class !== old.class || one.attribute !== old.attribute || one.lastAt === one.firstAt) return false;
  const words = new Set(old.subject.split(' '));
  return one.subject.split(' ').some((word) => words.has(word));
}

/** Renewal is measured for one year, the newest. */
function renewedIn({ collected, files, to }: Renewal, window: Window): number | null {
  if (!collected || to > window.to || to <= window.from) return null;
  const own = files.filter(({ area }) => area === 'product');
  const stood = own.reduce((sum, file) => sum + file.stood, 0);
  return stood === 0 ? null : own.reduce((sum, { gone }) => sum + gone, 0) / stood;
}
