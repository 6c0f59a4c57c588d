/** Who may do what: roles of people, scopes of tokens, and what each lets happen. */

/** Each may what those before it may. */
export const ROLES = ['viewer', 'editor', 'owner'] as const;
export type Role = (typeof ROLES)[number];

export const SCOPES = ['read', 'write', 'import', 'manage'] as const;
export type Scope = (typeof SCOPES)[number];

/** What a request does: look, decide, bring evidence in, or change who may. */
export function roleMay(role: Role, act: Scope): boolean {
  if (act === 'read') return true;
  return act === 'manage' ? role === 'owner' : role !== 'viewer';
}

export function scopesMay(scopes: readonly Scope[], act: Scope): boolean {
  return scopes.includes(act);
}

/** The organisation of every product that names none: what the command line reads belongs to it. */
export const HOME = 'home';

export interface MemberRow {
  readonly organisation: string;
  readonly userId: string;
  /** One product, or empty: all that the organisation has. */
  readonly scope: string;
  readonly role: Role;
}

export interface InvitationRow {
  readonly id: string;
  readonly organisation: string;
  readonly scope: string;
  readonly role: Role;
  readonly madeBy: string | null;
  readonly expiresAt: number;
}

/** What outsiders can be told of as it happens. */
export const NOTICES = ['reading.changed', 'need.answered', 'claim.unbacked'] as const;
export type Notice = (typeof NOTICES)[number];

/** How those who call us sign what they send. */
export const SIGNERS = ['github', 'gitlab', 'generic'] as const;
export type Signer = (typeof SIGNERS)[number];
