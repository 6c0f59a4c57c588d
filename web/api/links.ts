/** Which change answers which ask as the API tells it, how the app asks for it, and what a person says about one. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';
import type { List } from './types.ts';

interface End {
  readonly evidence: string;
  readonly known: string;
  readonly text: string;
  readonly at: string;
  readonly url: string | null;
}

export type LinkMethod = 'written' | 'recovered' | 'offered' | 'confirmed' | 'vetoed';
export type LinkVerb = 'confirm' | 'veto' | 'undo';

export interface AnswerLink {
  readonly id: string;
  readonly method: LinkMethod;
  readonly confidence: number;
  /** The change. */
  readonly from: End;
  /** The ask. */
  readonly to: End;
  /** What both share; null where somebody wrote it down. */
  readonly signs: { readonly words: readonly string[]; readonly days: number } | null;
}

export interface Links extends List<AnswerLink> {
  readonly total: number;
}

const AT_ONCE = 20;

export function linksQuery(product: string, method: LinkMethod) {
  return infiniteQueryOptions({
    queryKey: ['links', product, method],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ method, limit: String(AT_ONCE) });
      if (pageParam !== '') asked.set('cursor', pageParam);
      return request<Links>(`/products/${product}/links?${asked}`, { signal });
    },
    getNextPageParam: ({ next }) => next,
  });
}

export function linkQuery(product: string, link: string) {
  return queryOptions({
    queryKey: ['links', product, 'one', link],
    queryFn: ({ signal }) => request<AnswerLink>(`/products/${product}/links/${link}`, { signal }),
  });
}

export function decideLink(product: string, link: string, verb: LinkVerb): Promise<unknown> {
  return request(`/products/${product}/links/${link}`, { method: 'POST', json: { verb } });
}
