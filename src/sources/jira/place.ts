/** Which project of which Jira is meant: names and addresses in every usual form. Pure. */

export interface Place {
  /** With the path that a Jira of one's own may lie under (`/jira`), without a slash at its end. */
  readonly site: string;
  /** Host and path: what its origin says. */
  readonly host: string;
  /** `KET`. */
  readonly key: string;
}

/** The form that Jira itself asks for, a little wider: some administrators allow digits and underscores. */
const KEY = /^[A-Z][A-Z0-9_]{0,254}$/;

export function placeAt(site: string, key: string): Place | null {
  const url = URL.parse(site);
  const plain = key.toUpperCase();
  if (url === null || !/^https?:$/.test(url.protocol) || !KEY.test(plain)) return null;
  const path = url.pathname.replace(/\/+$/, '');
  return { site: `${url.origin}${path}`, host: `${url.host}${path}`.toLowerCase(), key: plain };
}

/** `jira:host/KEY`; null when it is none. */
export function placeNamed(text: string, site: string | null): Place | null {
  const [, where = '', key = ''] = /^jira:(?:(.{1,300})\/)?([A-Za-z][A-Za-z0-9_]{0,254})$/.exec(text) ?? [];
  if (key === '') return null;
  if (where === '') return site === null ? null : placeAt(site, key);
  return placeAt(where.includes('://') ? where : `https://${where}`, key);
}

/** What stands before the key in the addresses of projects, issues and boards; no other service has it. */
const BELOW =
  /^(.{0,200}?)\/(?:browse|projects|jira\/(?:software|core|servicedesk)(?:\/c)?\/projects)\/([A-Z][A-Z0-9_]{0,254})(?:-\d{1,9})?(?:\/|$)/;

export function placeOfAddress(address: string): Place | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const [, path = '', key = ''] = BELOW.exec(url.pathname) ?? [];
  return key === '' ? null : placeAt(`${url.origin}${path}`, key);
}

export function originOf({ host, key }: Place): string {
  return `jira:${host}/${key}`;
}

/** Where its handles are unique. */
export function spaceOf({ host }: Place): string {
  return `jira:${host}`;
}
