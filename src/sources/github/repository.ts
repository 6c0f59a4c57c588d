/** Which repository is meant: names, addresses and git remotes in every usual form. Pure. */

import type { Publisher } from '../published.ts';

/** `owner/name` on one host. */
export interface Repository {
  readonly host: string;
  readonly owner: string;
  readonly name: string;
}

export const PUBLIC_HOST = 'github.com';
export const PUBLIC_API = 'https://api.github.com';

/** Owners have at most 39 characters, names 100: the platform's own limits. */
const OWNER = '[A-Za-z0-9][A-Za-z0-9_-]{0,38}';
const NAME = '[A-Za-z0-9._-]{1,100}';
const FULL_NAME = new RegExp(`^(${OWNER})/(${NAME})$`);

/** `owner/name`; null when it is none. */
export function parseFullName(text: string, host = PUBLIC_HOST): Repository | null {
  const [, owner, name] = FULL_NAME.exec(text) ?? [];
  if (owner === undefined || name === undefined) return null;
  const plain = name.replace(/\.git$/, '');
  return plain === '' || plain === '.' || plain === '..' ? null : { host, owner, name: plain };
}

/** The origin of its rows; names are the same in any case there. */
export function originOf({ host, owner, name }: Repository): string {
  const place = host === PUBLIC_HOST ? '' : `${host}/`;
  return `github:${place}${owner}/${name}`.toLowerCase();
}

/** As what publishes its releases. */
export function publisherOf(repository: Repository): Publisher {
  return { origin: originOf(repository), name: repository.name, space: repository.host };
}

export function fullName({ owner, name }: Repository): string {
  return `${owner}/${name}`;
}

/** The host whose issues an API serves: `api.github.com` stands for the public one, `host/api/v3` for its own. */
export function hostOfApi(api: string): string {
  const host = URL.parse(api)?.host ?? PUBLIC_HOST;
  return host === 'api.github.com' ? PUBLIC_HOST : host.toLowerCase();
}

/** `https://github.com/acme/kettle/issues/7#issuecomment-1`, and the same under an API's `/repos/`. */
export function repositoryOfUrl(address: string): Repository | null {
  const url = URL.parse(address);
  if (url === null) return null;
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const api = url.host === 'api.github.com' ? 1 : /^\/api\/v3\/repos\//.test(url.pathname) ? 3 : 0;
  const [owner = '', name = ''] = parts.slice(api);
  return parseFullName(`${owner}/${name}`, hostOfApi(url.origin));
}

/** SSH is also offered on the port of https, under a host of its own. */
const HOSTS = new Set([PUBLIC_HOST, `www.${PUBLIC_HOST}`, `ssh.${PUBLIC_HOST}`]);

/** A git remote on github.com: https, ssh, git, and `git@github.com:owner/name`. Null for every other. */
export function repositoryOfRemote(remote: string): Repository | null {
  const address = remote.trim();
  if (address.length > 500 || /\s/.test(address)) return null;
  const [, host = '', path = ''] =
    /^(?:https?|ssh|git|git\+ssh|git\+https):\/\/(?:[^@/]{1,200}@)?([^/:]{1,100})(?::\d{1,5})?\/(.{1,200})$/i.exec(
      address,
    ) ??
    /^(?:[^@/:]{1,100}@)?([^@/:]{1,100}):(?!\/\/)\/?(.{1,200})$/.exec(address) ??
    [];
  if (!HOSTS.has(host.toLowerCase())) return null;
  const found = parseFullName(path.replace(/\/+$/, '').replace(/\.git$/, ''));
  return found?.name.endsWith('.wiki') ? null : found;
}
