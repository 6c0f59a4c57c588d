/** Who is heard, and how long their words are kept: asked for and changed. */
import { queryOptions } from '@tanstack/react-query';
import type { HeardPerson, Standing } from '#core/heard-person.ts';
import { request } from './request.ts';

export type Side = Standing;
/** In the order in which they are offered. */
export const SIDES: readonly Side[] = ['team', 'outsider', 'bot', 'unknown'];

/** How many identities stand for one person is told, not which. */
export interface Person extends Omit<HeardPerson, 'identities' | 'merged'> {
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
