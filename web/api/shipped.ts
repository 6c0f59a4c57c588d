/** Releases as the API tells them, and how the app asks for them. */
import { queryOptions } from '@tanstack/react-query';
import type { List } from './types.ts';
import { wholeList } from './whole-list.ts';

export interface Answered {
  readonly evidence: string;
  readonly text: string;
  readonly url: string | null;
  readonly askedAt: string;
  readonly waitedDays: number;
  readonly how: readonly string[];
  readonly confidence: number;
  readonly told: { readonly at: string; readonly by: 'human' | 'bot' | 'notes' } | null;
  readonly helped: { readonly at: string; readonly evidence: string } | null;
}

export interface Release {
  readonly version: string;
  readonly at: string;
  readonly step: string | null;
  readonly preview: boolean;
  readonly changes: number;
  readonly unasked: number;
  readonly people: number;
  readonly evidence: readonly string[];
  readonly answered: readonly Answered[];
}

export interface Shipped extends List<Release> {
  readonly because: string | null;
  readonly linked: boolean;
}

export function shippedQuery(product: string) {
  return queryOptions({
    queryKey: ['shipped', product],
    queryFn: ({ signal }) => wholeList<Shipped>(`/products/${product}/shipped`, signal),
  });
}
