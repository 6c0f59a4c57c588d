/** The ledger of claims as the API tells it, and how the app asks for it. */
import { queryOptions } from '@tanstack/react-query';
import type { List } from './types.ts';
import { wholeList } from './whole-list.ts';

/** Word for word; `text` is null where it was forgotten since. */
export interface Sided {
  readonly evidence: string;
  readonly side: 'claims' | 'ships' | 'says';
  readonly text: string | null;
  /** The same words without their marks. */
  readonly shown: string | null;
  readonly at: string | null;
  readonly where: string;
}

export interface Claim {
  readonly id: string;
  readonly class: string;
  readonly attribute: string | null;
  readonly says: string;
  readonly firstAt: string;
  readonly lastAt: string | null;
  readonly verdict: string;
  /** A person said that the verdict is right. */
  readonly confirmed: boolean;
  readonly people: number;
  /** Of a promise: what became of it. */
  readonly promised?: { readonly state: string; readonly due: string | null };
  /** Of a known problem: how many people were heard at all, and the interval of the share. */
  readonly heard?: { readonly of: number; readonly low: number; readonly high: number };
  readonly places: readonly Sided[];
  readonly quotes: readonly Sided[];
}

export function claimsQuery(product: string) {
  return queryOptions({
    queryKey: ['claims', product],
    queryFn: ({ signal }) => wholeList<List<Claim>>(`/products/${product}/claims`, signal),
  });
}
