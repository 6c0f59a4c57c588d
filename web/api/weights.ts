/** The lenses under a person's own weights: asked for, written into an address, kept in this browser. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { UnderOwnWeights } from '#core/own-weights.ts';
import { request } from './request.ts';

/** With one sentence for each lens. */
interface Weighed extends UnderOwnWeights {
  readonly says: { readonly product: string; readonly customer: string };
}

export type Weights = Readonly<Record<string, number>>;

export function weightsQuery(product: string, weights: string) {
  return queryOptions({
    queryKey: ['reading', product, 'weights', weights],
    queryFn: ({ signal }) =>
      request<Weighed>(`/products/${product}/weights?${new URLSearchParams({ weights })}`, { signal }),
    // While a weight is moved, the last answer stays.
    placeholderData: keepPreviousData,
  });
}

/** `told:3,loved:0`; a question that counts once is not named. */
export function weightsText(weights: Weights): string {
  return Object.entries(weights)
    .filter(([, weight]) => weight !== 1)
    .map(([id, weight]) => `${id}:${weight}`)
    .join(',');
}

export function weightsIn(text: string): Weights {
  return Object.fromEntries(
    text.split(',').flatMap((part) => {
      const [id = '', weight = ''] = part.split(':');
      return id === '' || weight === '' || Number.isNaN(Number(weight)) ? [] : [[id, Number(weight)] as const];
    }),
  );
}

const keyOf = (product: string) => `bifocal-weights-${product}`;

export function keptWeights(product: string): string {
  return localStorage.getItem(keyOf(product)) ?? '';
}

export function keepWeights(product: string, text: string): void {
  if (text === '') localStorage.removeItem(keyOf(product));
  else localStorage.setItem(keyOf(product), text);
}
