/** Notes to those whose ask shipped, and the month in ten lines, as the API tells them. */
import { queryOptions } from '@tanstack/react-query';
import type { Since } from '#core/since.ts';
import type { Tell as Known } from '#core/tell.ts';
import { request } from './request.ts';

export interface Tell extends Known {
  readonly says: string;
}

export function tellQuery(product: string, release: string) {
  const path = `/products/${product}/tell?release=${encodeURIComponent(release)}`;
  return queryOptions({
    queryKey: ['tell', product, release],
    queryFn: ({ signal }) => request<{ readonly head: string; readonly items: readonly Tell[] }>(path, { signal }),
  });
}

/** What the lines count. */
export interface MonthFigures extends Pick<Since, 'lenses' | 'releases'> {
  readonly waits: People | null;
  readonly answered: People | null;
}

interface People {
  readonly people: number;
  readonly asks: number;
}

export interface Month {
  readonly head: string;
  readonly lines: readonly { readonly head: string; readonly says: string; readonly evidence: readonly string[] }[];
  /** Null without a reading. */
  readonly figures: MonthFigures | null;
}

export function sinceQuery(product: string) {
  return queryOptions({
    queryKey: ['since', product],
    queryFn: ({ signal }) => request<Month>(`/products/${product}/since`, { signal }),
  });
}
