/** Which project of which GitLab is meant: names and addresses in every usual form. Pure. */
import type { Publisher } from '../published.ts';

/** `path` is the whole of it: `group/subgroup/project`. */
export interface Project {
  /** Without a slash at its end. */
  readonly site: string;
  readonly host: string;
  readonly path: string;
}

export const PUBLIC_SITE = 'https://gitlab.com';
const PUBLIC_HOST = 'gitlab.com';

/** Groups lie up to twenty deep; a part has at most 255 characters (the platform's own limits). */
const PATH = /^[A-Za-z0-9_][\w.-]{0,254}(?:\/[A-Za-z0-9_][\w.-]{0,254}){1,20}$/;

export function projectAt(site: string, path: string): Project | null {
  const url = URL.parse(site);
  const plain = path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  if (url === null || !/^https?:$/.test(url.protocol) || !PATH.test(plain)) return null;
  return { site: `${url.origin}${url.pathname}`.replace(/\/+$/, ''), host: url.host.toLowerCase(), path: plain };
}

/** `gitlab:group/project`; null when it is none. */
export function projectNamed(text: string, site = PUBLIC_SITE): Project | null {
  return text.startsWith('gitlab:') ? projectAt(site, text.slice('gitlab:'.length)) : null;
}

/** The address of a project's page, or of anything below it: `/-/` stands in GitLab's addresses alone. */
export function projectOfAddress(address: string, site = PUBLIC_SITE): Project | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const known = [PUBLIC_HOST, URL.parse(site)?.host].includes(url.host.toLowerCase());
  const [path = '', below] = url.pathname.split('/-/', 2);
  return known || below !== undefined ? projectAt(url.origin, path) : null;
}

/** Paths are the same in any case there. */
export function originOf({ host, path }: Project): string {
  return `gitlab:${host === PUBLIC_HOST ? '' : `${host}/`}${path}`.toLowerCase();
}

/** Where its handles are unique. */
export function spaceOf({ host }: Project): string {
  return host;
}

export function publisherOf(project: Project): Publisher {
  return { origin: originOf(project), name: project.path.split('/').at(-1) ?? '', space: spaceOf(project) };
}
