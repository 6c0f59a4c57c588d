/** Which forum is meant, and which category of it: addresses in their usual forms. Pure. */

export interface Forum {
  /** With the path that it lies under, without a slash at its end. */
  readonly site: string;
  readonly host: string;
  /** `support/5`: name and number, as addresses have them. */
  readonly category: string | null;
}

const CATEGORY = /^[\w%.-]{1,200}(?:\/[\w%.-]{1,200}){0,3}\/\d{1,9}$/;

export function forumAt(site: string, category: string | null = null): Forum | null {
  const url = URL.parse(site);
  if (url === null || !/^https?:$/.test(url.protocol) || (category !== null && !CATEGORY.test(category))) return null;
  const path = url.pathname.replace(/\/+$/, '');
  return { site: `${url.origin}${path}`, host: `${url.host}${path}`.toLowerCase(), category };
}

/** `discourse:https://forum.example.org`, or the address of a category or a topic: no other forum has that form. */
export function forumNamed(text: string): Forum | null {
  const plain = text.replace(/^discourse:/, '');
  const url = URL.parse(plain.includes('://') || plain === text ? plain : `https://${plain}`);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const [, path = '', category] = /^(.{0,200}?)\/c\/((?:[^/]{1,200}\/){1,3}\d{1,9})(?:\/|$)/.exec(url.pathname) ?? [];
  if (category !== undefined) return forumAt(`${url.origin}${path}`, category);
  const [, under] = /^(.{0,200}?)\/t\/[^/]{1,300}\/\d{1,9}(?:\/\d{1,9})?\/?$/.exec(url.pathname) ?? [];
  if (under !== undefined) return forumAt(`${url.origin}${under}`);
  return plain === text ? null : forumAt(url.href);
}

export function originOf({ host, category }: Forum): string {
  return `discourse:${host}${category === null ? '' : `/c/${category}`}`;
}
