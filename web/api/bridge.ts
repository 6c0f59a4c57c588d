/** The Bridge as the API tells it, and how the app asks for it. */
import { queryOptions } from '@tanstack/react-query';
import type { ActionTold, ActionVerb } from '#core/action.ts';
import { request } from './request.ts';

export interface Action extends ActionTold {
  readonly says: {
    /** Moved, Not moved, Worse, Too early; null while nothing was done. */
    readonly verdict: string | null;
    readonly sentence: string | null;
    readonly facts: readonly { readonly word: string; readonly says: string }[];
  };
}

export interface Bridge {
  readonly reading: string | null;
  readonly at: string | null;
  readonly head: string;
  readonly week: readonly Action[];
  readonly quarter: readonly Action[];
  readonly more: readonly Action[];
  readonly dropped: readonly Action[];
  readonly done: readonly Action[];
}

export function actionsIn({ week, quarter, more, dropped, done }: Bridge): readonly Action[] {
  return [...week, ...quarter, ...more, ...dropped, ...done];
}

export interface Decision {
  readonly verb: ActionVerb;
  readonly note?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly on?: string;
}

export function bridgeQuery(product: string) {
  return queryOptions({
    queryKey: ['bridge', product],
    queryFn: ({ signal }) => request<Bridge>(`/products/${product}/bridge`, { signal }),
  });
}

export function decideOn(product: string, action: string, decision: Decision) {
  return request<{ readonly id: string }>(`/products/${product}/bridge/${action}`, { method: 'POST', json: decision });
}
