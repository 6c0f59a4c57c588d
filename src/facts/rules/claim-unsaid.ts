/** Unsaid strengths: what several people praise, what shipped bears out, and no page says. */
import { idOf } from '#core/ids.ts';
import type { ClaimRow } from '#core/kept.ts';
import type { TrackedClaim } from './claim-history.ts';
import type { Sides, Verdict } from './claim-proofs.ts';

const LEAST_PEOPLE = 3;
const MOST = 5;
const SHOWN = 2;

export function unsaidIn(
  { voices, strongest: backing }: Sides,
  claims: readonly TrackedClaim[],
  terms: ReadonlyMap<TrackedClaim, ReadonlySet<string>>,
): { readonly claim: ClaimRow; readonly verdict: Verdict }[] {
  if (claims.length === 0) return [];
  const said = new Set(
    claims.filter(({ lastAt }) => lastAt === null).flatMap((claim) => [...(terms.get(claim) ?? [])]),
  );
  const behind = new Set<string>();
  return voices
    .favourites(LEAST_PEOPLE)
    .flatMap(({ term, told }) => {
      if (said.has(term)) return [];
      const match = backing(term, voices.beside(term));
      // Two words of one thing are one strength.
      if (match === null || behind.has(match.evidence)) return [];
      behind.add(match.evidence);
      const { evidence, field, why, at } = match;
      const claim: ClaimRow = {
        ...{ id: idOf('unsaid', term), class: 'unsaid', subject: term, attribute: null },
        ...{ firstAt: at, lastAt: null, spans: [] },
      };
      const verdict: Verdict = {
        ...{ verdict: 'unsaid', confidence: 0.7, people: told.length, mechanical: false },
        quotes: [
          { evidence, field, why, side: 'ships', from: null, to: null },
          ...told
            .slice(0, SHOWN)
            .map(
              ({ evidence: id, from, to }) =>
                ({ evidence: id, side: 'says', field: 'body', from, to, why: 'praised' }) as const,
            ),
        ],
      };
      return [{ claim, verdict }];
    })
    .slice(0, MOST);
}
