/** The mark veneer: telling went deep, making stayed shallow, surely so, and a person confirmed a claim that is ahead of the evidence. */
import type { Reading } from '#core/reading.ts';
import type { Focus } from './focus.ts';

/** Of the ledger only what a person confirmed. */
export interface ConfirmedClaims {
  readonly all: readonly { readonly verdict: string; readonly confirmed: boolean; readonly lastAt: number | null }[];
}

const AHEAD: ReadonlySet<string> = new Set(['ahead of the evidence', 'contradicted']);

/** Null where nobody can tell: the depth of one side is not known. A mark on any place, never a place. */
export function veneerOf({ making, telling }: Focus, ledger: ConfirmedClaims | undefined): Reading['veneer'] {
  const confirmed = (ledger?.all ?? []).filter(
    ({ verdict, confirmed: by, lastAt }) => by && lastAt === null && AHEAD.has(verdict),
  ).length;
  const [told, made] = [telling.interval, making.interval];
  if (confirmed === 0) {
    return { marked: false, because: 'No claim has been confirmed by a person as ahead of the evidence.' };
  }
  const many = confirmed === 1 ? 'One claim' : `${confirmed} claims`;
  const ahead = `${many} that still ${confirmed === 1 ? 'stands was' : 'stand were'} confirmed as ahead of the evidence`;
  if (told === null || made === null || made.high === null) {
    return { marked: null, because: `${ahead}; how deep telling or making went is not known well enough.` };
  }
  const apart = told.low > made.high;
  const depths = `telling replaced ${percent(telling.depth)} of what stood a year ago, making ${percent(making.depth)}`;
  return {
    marked: apart,
    because: apart ? `${ahead}, and ${depths}.` : `${ahead}, but not surely deeper told than made: ${depths}.`,
  };
}

function percent(share: number | null): string {
  return share === null ? 'an unknown part' : `${Math.round(share * 100)} %`;
}
