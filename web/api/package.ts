/** The package as the API tells it, and how the app asks for it. */
import { queryOptions } from '@tanstack/react-query';
import type { Grouping, PackageTold } from '#core/package.ts';
import { request } from './request.ts';

/** Ways to tell customers apart, as an address names them. */
export const WAYS: readonly Grouping[] = ['segment', 'plan', 'company', 'channel'];

export function packageQuery(product: string, by: Grouping | null) {
  return queryOptions({
    queryKey: ['package', product, by],
    queryFn: ({ signal }) =>
      request<PackageTold>(`/products/${product}/package${by === null ? '' : `?by=${by}`}`, { signal }),
  });
}
