/** Who is heard, and how long their words are kept: asked for and changed. */
import { queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

export const SIDES = ['team', 'outsider', 'bot', 'unknown'] as const;
export type Side = (typeof SIDES)[number];

export interface Person {
  readonly id: string;
  readonly side: Side;
  readonly because: string;
  readonly corrected: boolean;
  readonly channels: readonly string[];
  readonly domain: string | null;
  readonly shown: string | null;
  readonly asks: number;
  readonly replies: number;
  readonly changes: number;
  readonly identities: number;
}

interface People {
  readonly items: readonly Person[];
  readonly total: number;
  readonly sides: readonly { readonly side: Side; readonly people: number }[];
}

/** So many are shown before more are asked for; the API hands out 200 at once. */
const FEW = 8;
const MANY = 200;

export function peopleQuery(product: string, side: Side, all: boolean) {
  return queryOptions({
    queryKey: ['people', product, side, all],
    queryFn: ({ signal }) =>
      request<People>(`/products/${product}/people?side=${side}&limit=${all ? MANY : FEW}`, { signal }),
  });
}

export function privacyQuery(product: string) {
  return queryOptions({
    queryKey: ['privacy', product],
    queryFn: ({ signal }) => request<{ keepMonths: number | null }>(`/products/${product}/privacy`, { signal }),
  });
}
