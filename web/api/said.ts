/** What customers said, a page at a time: the newest, or what holds the words that are sought. */
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { request } from './request.ts';
import type { List, Piece } from './types.ts';

export const AT_ONCE = 50;

interface Found extends List<Piece> {
  readonly whole?: boolean;
}

/** What is not searchable yet is looked for again after so long. */
const AGAIN_MS = 1_500;

export function saidQuery(product: string, words: string) {
  return infiniteQueryOptions({
    queryKey: ['said', product, words],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ limit: String(AT_ONCE), order: 'newest' });
      if (words !== '') asked.set('search', words);
      if (pageParam !== '') asked.set('cursor', pageParam);
      return request<Found>(`/products/${product}/feedback?${asked}`, { signal });
    },
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ whole }) => whole === false) ? AGAIN_MS : false),
    // While the next letters are looked for, what was found stays.
    placeholderData: keepPreviousData,
  });
}
