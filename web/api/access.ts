/** Who is signed in, who else may, tokens and the log: asked for and changed. */
import { queryOptions } from '@tanstack/react-query';
import type { Role, Scope } from '#core/access.ts';
import { request } from './request.ts';
import type { List } from './types.ts';

export interface Session {
  readonly signIn: boolean;
  readonly person: { readonly id: string; readonly name: string; readonly email: string } | null;
  readonly openId: string | null;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly everything: boolean;
  readonly you: boolean;
}

export interface Members {
  readonly items: readonly Member[];
  readonly invitations: readonly { readonly id: string; readonly role: Role; readonly everything: boolean }[];
}

export interface Token {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly madeAt: string;
  readonly usedAt: string | null;
  readonly revokedAt: string | null;
}

export interface LogEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly who: string | null;
  readonly verb: string;
  readonly target: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface Invitation {
  readonly organisation: string;
  readonly product: string | null;
  readonly role: Role;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => request<Session>('/session', { signal }),
});

export function membersQuery(product: string) {
  return queryOptions({
    queryKey: ['members', product],
    queryFn: ({ signal }) => request<Members>(`/products/${product}/members`, { signal }),
  });
}

export function tokensQuery(product: string) {
  return queryOptions({
    queryKey: ['tokens', product],
    queryFn: ({ signal }) => request<List<Token>>(`/products/${product}/tokens`, { signal }),
  });
}

/** So many entries are shown at once; the page before is asked for by `from`. */
const ENTRIES = 25;

export function logQuery(product: string, from: string | null) {
  return queryOptions({
    queryKey: ['log', product, from],
    staleTime: 0,
    queryFn: ({ signal }) =>
      request<List<LogEntry>>(`/products/${product}/log?limit=${ENTRIES}${from === null ? '' : `&cursor=${from}`}`, {
        signal,
      }),
  });
}

export interface Webhook {
  readonly id: string;
  readonly way: 'in' | 'out';
  readonly address: string;
  readonly events: readonly string[];
  readonly deliveries: readonly { readonly at: string; readonly state: string; readonly told: string | null }[];
}

export function webhooksQuery(product: string) {
  return queryOptions({
    queryKey: ['webhooks', product],
    staleTime: 0,
    queryFn: ({ signal }) => request<List<Webhook>>(`/products/${product}/webhooks`, { signal }),
  });
}
