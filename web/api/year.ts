/** The year on one page as the API tells it. */
import { queryOptions } from '@tanstack/react-query';
import type { Year as Known } from '#core/year.ts';
import type { YearWords } from '#report/year/year-words.ts';
import { request } from './request.ts';

export interface Year extends Known {
  readonly says: YearWords;
}

export function yearQuery(product: string) {
  return queryOptions({
    queryKey: ['year', product],
    queryFn: ({ signal }) => request<{ readonly year: Year | null }>(`/products/${product}/year`, { signal }),
  });
}
