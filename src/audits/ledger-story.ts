/** A ledger told as a story, for cases: what was claimed since when, until when, and what the evidence says to it. */
import type { Ledger, LedgerClaim, VerdictName } from '#facts/ledger-values.ts';
import { on } from './story.ts';

interface ClaimDetails {
  /** Its id; `k1`, `k2` … when absent. */
  readonly id?: string;
  /** The first copy of its page without it. */
  readonly until?: string;
  /** Several claims of one copy of a page fall together. */
  readonly copy?: string;
  readonly within?: number;
  readonly confirmed?: boolean;
  readonly because?: string;
  /** What it speaks of; `it` when absent. */
  readonly subject?: string;
}

export interface LedgerTold {
  readonly ledger: Ledger;
}

export function claimed() {
  const all: LedgerClaim[] = [];
  const told = {
    claim(since: string, verdict: VerdictName, more: ClaimDetails = {}) {
      const { id = `k${all.length + 1}`, until, copy = id, within = null, confirmed = false, because } = more;
      const { subject = 'it' } = more;
      const place = { side: 'claims', field: 'body', from: 0, to: 9, why: 'said' } as const;
      const against = { side: 'ships', field: 'title', from: null, to: null, why: 'removed' } as const;
      all.push({
        ...{ id, class: 'capability', subject, attribute: null, verdict, confidence: 0.8, people: 0 },
        ...{ firstAt: on(since), lastAt: until === undefined ? null : on(until), within, confirmed, mechanical: false },
        places: [{ ...place, evidence: copy }],
        quotes: because === undefined ? [] : [{ ...against, evidence: because }],
      });
      return told;
    },
    /** So many alike. */
    claims(count: number, since: string, verdict: VerdictName, more: ClaimDetails = {}) {
      for (let each = 0; each < count; each += 1) told.claim(since, verdict, more);
      return told;
    },
    facts(): LedgerTold {
      const collected = all.length > 0;
      return { ledger: { collected, because: collected ? null : 'No claim was found.', all } };
    },
  };
  return told;
}
