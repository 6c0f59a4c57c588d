/** Who asks, and what they may do. */
import type { Context } from 'hono';
import { HOME, type MemberRow, type Role, roleMay, type Scope, scopesMay } from '#core/access.ts';
import { BifocalError } from '#core/errors.ts';
import type { Store } from '#engine/open-store.ts';

type Product = Awaited<ReturnType<Store['products']['list']>>[number];

export type Caller =
  /** Whoever sits at this machine, where no sign-in is asked for. */
  | { readonly is: 'machine' }
  | {
      readonly is: 'person';
      readonly id: string;
      readonly name: string;
      readonly email: string;
      readonly member: readonly MemberRow[];
    }
  | { readonly is: 'token'; readonly id: string; readonly product: string; readonly scopes: readonly Scope[] }
  /** Nobody that is known: sees what is open to everybody. */
  | { readonly is: 'stranger' };

declare module 'hono' {
  interface ContextVariableMap {
    caller: Caller;
    /** What a route tells the audit log beyond what was sent. */
    noted: { readonly before?: unknown; readonly after?: unknown };
  }
}

export function callerOf(c: Context): Caller {
  return c.get('caller') ?? { is: 'stranger' };
}

/** As the audit log and corrections name them. */
export function actorOf(caller: Caller): string {
  switch (caller.is) {
    case 'person':
      return `user:${caller.id}`;
    case 'token':
      return `token:${caller.id}`;
    default:
      return caller.is;
  }
}

export function may(caller: Caller, act: Scope, product: Pick<Product, 'id' | 'organisation'>): boolean {
  switch (caller.is) {
    case 'machine':
      return true;
    case 'token':
      return caller.product === product.id && scopesMay(caller.scopes, act);
    case 'person':
      return rolesIn(caller.member, product.organisation ?? HOME, product.id).some((role) => roleMay(role, act));
    case 'stranger':
      return false;
  }
}

/** Whether a person may do it to all that an organisation has. */
export function mayIn(caller: Caller, act: Scope, organisation: string): boolean {
  if (caller.is === 'machine') return true;
  return caller.is === 'person' && rolesIn(caller.member, organisation, '').some((role) => roleMay(role, act));
}

/** What they are to a whole organisation that they may see. */
export function roleIn(caller: Caller, organisation: string): Role {
  if (caller.is === 'machine') return 'owner';
  const [role] = caller.is === 'person' ? rolesIn(caller.member, organisation, '') : [];
  return role ?? 'viewer';
}

function rolesIn(member: readonly MemberRow[], organisation: string, product: string): Role[] {
  return member
    .filter((row) => row.organisation === organisation && (row.scope === '' || row.scope === product))
    .map(({ role }) => role);
}

/** Where what they read for the first time belongs. Rejects with MAY_NOT. */
export function organisationFor(caller: Caller, wished?: string): string {
  const [first] = [
    ...new Set([...(wished === undefined ? [HOME] : [wished]), ...organisationsOf(caller, wished)]),
  ].filter((one) => mayIn(caller, 'write', one));
  if (first === undefined) throw new BifocalError('MAY_NOT', { act: 'read another product here' });
  return first;
}

function organisationsOf(caller: Caller, wished: string | undefined): string[] {
  return wished === undefined && caller.is === 'person' ? caller.member.map(({ organisation }) => organisation) : [];
}
