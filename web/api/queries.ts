/** What the app asks the server for, each with the key under which its answer is kept. */
import { queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';
import type { DrawnCurve, Guessed, List, Piece, Product, Read, Source, TakenImport } from './types.ts';

export const productsQuery = queryOptions({
  queryKey: ['products'],
  queryFn: ({ signal }) => request<List<Product>>('/products', { signal }),
});

export function productQuery(product: string) {
  return queryOptions({
    queryKey: ['products', product],
    queryFn: ({ signal }) => request<Product>(`/products/${product}`, { signal }),
  });
}

export function readingQuery(product: string) {
  return queryOptions({
    queryKey: ['reading', product],
    queryFn: ({ signal }) => request<Read>(`/products/${product}/reading`, { signal }),
  });
}

export function guessQuery(product: string) {
  return queryOptions({
    queryKey: ['guess', product],
    queryFn: ({ signal }) => request<Guessed>(`/products/${product}/guess`, { signal }),
  });
}

/** The API takes so many ids at once. */
const IDS_AT_ONCE = 100;

export function evidenceQuery(product: string, ids: readonly string[]) {
  const asked = ids.slice(0, IDS_AT_ONCE);
  return queryOptions({
    queryKey: ['evidence', product, asked],
    queryFn: async ({ signal }) => {
      if (asked.length === 0) return [];
      const path = `/products/${product}/evidence?ids=${asked.join(',')}`;
      const { items } = await request<Pick<List<Piece>, 'items'>>(path, { signal });
      const byId = new Map(items.map((piece) => [piece.id, piece]));
      return asked.flatMap((id) => byId.get(id) ?? []);
    },
  });
}

export function sourcesQuery(product: string) {
  return queryOptions({
    queryKey: ['sources', product],
    queryFn: ({ signal }) => request<List<Source>>(`/products/${product}/sources`, { signal }),
  });
}

export function importsQuery(product: string) {
  return queryOptions({
    queryKey: ['imports', product],
    queryFn: ({ signal }) => request<List<TakenImport>>(`/products/${product}/imports`, { signal }),
  });
}

export function curvesQuery(product: string) {
  return queryOptions({
    queryKey: ['curves', product],
    queryFn: ({ signal }) => request<List<DrawnCurve>>(`/products/${product}/curves`, { signal }),
  });
}
