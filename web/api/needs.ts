/** Needs as the API tells them, and how the app asks for them. */
import { queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';
import type { List } from './types.ts';
import { wholeList } from './whole-list.ts';

export interface Quote {
  readonly evidence: string;
  readonly text: string;
  readonly at: string;
  readonly url: string | null;
}

export interface Need {
  readonly id: string;
  readonly theme: string;
  readonly name: string;
  readonly statement: Quote | null;
  readonly people: number;
  readonly pieces: number;
  readonly byMakers: number;
  readonly lastYear: number;
  readonly yearBefore: number;
  readonly trend: 'more' | 'fewer' | 'even' | 'quiet';
  /** People in each four weeks of two years, oldest first. */
  readonly course: readonly number[];
  readonly firstAt: string | null;
  readonly newestAt: string | null;
  readonly waiting: number;
  readonly leaving: number;
  readonly content: number;
  readonly kinds: readonly { readonly name: string; readonly people: number }[];
  readonly lines: readonly { readonly name: string; readonly people: number }[];
  readonly fixed: number;
  readonly again: number;
}

export interface WholeNeed extends Need {
  readonly asks: readonly Quote[];
  readonly evidence: readonly { readonly id: string; readonly confidence: number }[];
}

export interface Needs extends List<Need> {
  readonly total: number;
  readonly unsorted: number;
  readonly themes: readonly { readonly id: string; readonly name: string; readonly needs: number }[];
  readonly pieces: number;
  /** Of very many pieces, in how many of them needs were looked for; null where in all. */
  readonly foundIn: number | null;
  readonly until: string | null;
}

/** What a person decides is kept under an id by which it can be taken back. */
export interface Corrected {
  readonly corrections: readonly string[];
}

export type NeedDecision =
  | { readonly verb: 'rename'; readonly name: string }
  | { readonly verb: 'merge'; readonly into: string }
  | { readonly verb: 'split'; readonly evidence: readonly string[]; readonly name: string }
  | { readonly verb: 'move'; readonly evidence: readonly string[]; readonly to: string | null }
  | { readonly verb: 'confirm'; readonly evidence: readonly string[] };

export function decideNeed(product: string, need: string, json: NeedDecision): Promise<Corrected> {
  return request<Corrected>(`/products/${product}/needs/${need}/corrections`, { method: 'POST', json: { ...json } });
}

export function undoNeed(product: string, correction: string): Promise<unknown> {
  return request(`/products/${product}/needs/corrections/${correction}`, { method: 'DELETE' });
}

export function needsQuery(product: string) {
  return queryOptions({
    queryKey: ['needs', product],
    queryFn: ({ signal }) => wholeList<Needs>(`/products/${product}/needs`, signal),
  });
}

/** As many asks as stand beside the need; the evidence under them has the rest. */
export const ASKS = 5;
/** As many may be chosen to be a need of their own, or to be moved. */
const CHOSEN = 40;

export function needQuery(product: string, need: string) {
  return queryOptions({
    queryKey: ['needs', product, need],
    queryFn: ({ signal }) => request<WholeNeed>(`/products/${product}/needs/${need}?asks=${CHOSEN}`, { signal }),
  });
}
