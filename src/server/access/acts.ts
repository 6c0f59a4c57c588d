/** What a request does, by its address: the one table that says which right it takes. */
import type { Scope } from '#core/access.ts';

/** Open to whoever has the address: sign-in itself, and what carries a secret of its own. */
const OPEN: readonly RegExp[] = [
  /^\/api\/openapi\.json$/,
  /^\/api\/session$/,
  /^\/api\/auth\//,
  /^\/api\/invitations\/(?:look|accept)$/,
  /^\/api\/hooks\//,
];

/** Who may, and the ways in and out: for owners, also to look at. */
const MANAGED = /^\/api\/products\/[^/]+\/(?:tokens|webhooks|log|members|invitations|privacy)(?:\/|$)/;
/** What belongs to an organisation: its owners alone change it, and see who else may. */
const ORGANISED = /^\/api\/organisations\/[^/]+\/(?:members|invitations|log)(?:\/|$)/;
const IMPORTS = /^\/api\/products\/[^/]+\/imports(?:\/|$)/;

const LOOKS = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isOpen(path: string): boolean {
  return OPEN.some((one) => one.test(path));
}

export function actOf(method: string, path: string): Scope {
  if (MANAGED.test(path) || ORGANISED.test(path)) return 'manage';
  if (LOOKS.has(method)) return 'read';
  if (organisationIn(path) !== null) return 'manage';
  return IMPORTS.test(path) ? 'import' : 'write';
}

/** The product that an address is about; null where it is about none. */
export function productIn(path: string): string | null {
  return named(/^\/api\/products\/([^/]+)/, path);
}

/** The organisation that an address is about; null where it is about none. */
export function organisationIn(path: string): string | null {
  return named(/^\/api\/organisations\/([^/]+)/, path);
}

function named(pattern: RegExp, path: string): string | null {
  const [, name] = pattern.exec(path) ?? [];
  return name === undefined ? null : decodeURIComponent(name);
}
