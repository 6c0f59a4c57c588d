/** Who is signed in, who else may, tokens and the log: asked for and changed. */
import { queryOptions } from '@tanstack/react-query';
import type { Role, Scope } from '#core/access.ts';
import { request } from './request.ts';
import type { List } from './types.ts';

export interface Session {
  readonly signIn: boolean;
  readonly person: { readonly id: string; readonly name: string; readonly email: string } | null;
  /** Those that they may see as a whole. */
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly role: Role }[];
  readonly openId: string | null;
}

interface Reach {
  readonly role: Role;
  readonly everything: boolean;
  /** Null: everything. */
  readonly product: string | null;
}

export interface Member extends Reach {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly you: boolean;
}

interface Members {
  readonly items: readonly Member[];
  readonly invitations: readonly (Reach & { readonly id: string })[];
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly home: boolean;
  readonly products: readonly { readonly id: string; readonly name: string; readonly readAt: string | null }[];
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

export function organisationQuery(id: string) {
  return queryOptions({
    queryKey: ['organisation', id],
    queryFn: ({ signal }) => request<Organisation>(`/organisations/${id}`, { signal }),
  });
}

/** `of`: `/products/…` or `/organisations/…`. */
export function membersQuery(of: string) {
  return queryOptions({
    queryKey: ['members', of],
    queryFn: ({ signal }) => request<Members>(`${of}/members`, { signal }),
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

/** `of`: `/products/…` or `/organisations/…`. */
export function logQuery(of: string, from: string | null) {
  return queryOptions({
    queryKey: ['log', of, from],
    staleTime: 0,
    queryFn: ({ signal }) =>
      request<List<LogEntry>>(`${of}/log?limit=${ENTRIES}${from === null ? '' : `&cursor=${from}`}`, {
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
