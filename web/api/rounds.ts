/** Rounds of the Mirror Test as the API tells them, and how the app asks for them. */
import { queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

export interface Round {
  readonly id: string;
  readonly kind: 'open' | 'anonymous';
  readonly name: string;
  readonly opensAt: string;
  readonly closesAt: string | null;
  readonly answered: number;
}

export interface Between {
  readonly low: number;
  readonly high: number;
}

export type Scale =
  | { readonly state: 'shown'; readonly n: number; readonly mean: number; readonly interval: Between }
  | { readonly state: 'alike'; readonly n: number; readonly between: Between }
  | { readonly state: 'too-few' };

export type Share =
  | {
      readonly state: 'shown';
      readonly n: number;
      readonly count: number;
      readonly behind: Between;
      readonly interval: Between;
    }
  | { readonly state: 'too-few' };

export type Words =
  | { readonly state: 'shown'; readonly n: number; readonly said: readonly string[] }
  | { readonly state: 'alike' }
  | { readonly state: 'too-few' };

export type GroupName = 'leaders' | 'staff' | 'customers' | 'team';

export interface Group {
  readonly group: GroupName;
  readonly n: number;
  readonly doing?: Readonly<Record<'making' | 'telling' | 'serving' | 'running', Scale>>;
  readonly why?: Words;
  readonly friend?: Words;
  readonly whom?: Words;
  readonly which?: Words;
  readonly right?: Scale;
  readonly missed?: Scale;
  readonly would?: Share;
  readonly closer?: Words;
  readonly place?: { readonly product: Scale; readonly customer: Scale };
}

export interface Gap {
  readonly value: number;
  readonly interval: Between;
  readonly sure: boolean;
}

interface Score {
  readonly score: number;
  readonly interval: { readonly low: number; readonly high: number | null } | null;
}

export interface Result {
  readonly round: Round;
  readonly groups: readonly Group[];
  readonly held: boolean;
  readonly named: readonly {
    readonly role: string;
    readonly name: string | null;
    readonly answers: Readonly<Record<string, unknown>>;
  }[];
  /** What customers wish for is among the needs. */
  readonly joined: boolean;
  readonly gaps: { readonly selfImage: Gap | null; readonly roles: Readonly<Record<string, Gap>> };
  readonly since: {
    readonly round: Round;
    readonly groups: Readonly<Record<string, Readonly<Record<string, Gap>>>>;
  } | null;
  readonly evidence: {
    readonly weeks: {
      readonly of: number;
      readonly making: number | null;
      readonly telling: number | null;
      readonly serving: number | null;
    } | null;
    readonly firstSentence: { readonly text: string; readonly evidence: string; readonly where: string } | null;
    readonly alike: readonly { readonly text: string; readonly group: string; readonly share: number }[];
    readonly loved: Score | null;
    readonly holds: Score | null;
    readonly lenses: { readonly product: Score | null; readonly customer: Score | null };
    readonly loop: {
      readonly asked: number | null;
      readonly shipped: number | null;
      readonly told: number | null;
    } | null;
  };
}

export interface DoorLink {
  readonly role: string;
  readonly single: boolean;
  readonly url: string;
  readonly qr: string;
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
