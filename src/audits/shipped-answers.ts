/** What the audits share that tell how much of what was asked for came out: when that cannot be seen, and what is usual. */
import type { Unseen } from '#core/audit.ts';
import type { Curve } from '#core/observation.ts';
import type { Threads } from '#facts/voice-values.ts';

/** CRISTAL (Palomba et al., ICSME 2015): about half of the informative reviews of 100 Android apps were answered by a change. */
export const SHIPPED_CURVE: Curve = {
  kind: 'knots',
  knots: [
    [0, 0],
    [0.5, 50],
    [0.9, 90],
    [1, 100],
  ],
};

export const SHIPPED_NORM =
  'Half within half a year scores 50, as in 100 Android apps (CRISTAL, 2015); nine in ten score 90, our own.';

/** Why nobody can say which release answered an ask; null where it can be said. */
export function unlinked({ linked }: Threads, nameable: ReadonlySet<string>): Unseen | null {
  if (!linked) return { state: 'not-collected', because: 'No changes with releases were read beside the threads.' };
  if (nameable.size > 0) return null;
  return { state: 'not-collected', because: 'No change names an ask, so which release answered it is not known.' };
}

/** Kinds of asks that changes name: of the others, that none names them says nothing. */
export function nameableIn({ all }: Threads): ReadonlySet<string> {
  return new Set(all.flatMap(({ kind, links }) => (links.length > 0 ? [kind] : [])));
}
