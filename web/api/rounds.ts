/** Rounds of the Mirror Test as the API tells them, and how the app asks for them. */
import { queryOptions } from '@tanstack/react-query';
import type { Group, MirrorResult, Round as RoundTold } from '#core/mirror.ts';
import { request } from './request.ts';

/** Times come as text. */
export interface Round extends Omit<RoundTold, 'opensAt' | 'closesAt'> {
  readonly opensAt: string;
  readonly closesAt: string | null;
  readonly answered: number;
}

export interface Result extends Omit<MirrorResult, 'round' | 'since'> {
  readonly round: Round;
  readonly since: (Omit<NonNullable<MirrorResult['since']>, 'round'> & { readonly round: Round }) | null;
}

export interface DoorLink {
  readonly role: string;
  readonly single: boolean;
  readonly url: string;
  readonly qr: string;
}

/** An answer that may be shown, as a step of the Bridge. */
export function makeStep(product: string, round: string, answer: { readonly group: Group; readonly text: string }) {
  const path = `/products/${product}/rounds/${round}/actions`;
  return request<{ readonly id: string }>(path, { method: 'POST', json: answer });
}

export function roundsQuery(product: string) {
  return queryOptions({
    queryKey: ['rounds', product],
    queryFn: ({ signal }) => request<{ items: readonly Round[] }>(`/products/${product}/rounds`, { signal }),
  });
}

export function resultQuery(product: string, round: string) {
  return queryOptions({
    queryKey: ['rounds', product, round],
    queryFn: ({ signal }) => request<Result>(`/products/${product}/rounds/${round}/result`, { signal }),
  });
}
