/** Which app of the App Store is meant, in which country: links and numbers. Pure. */

interface App {
  readonly id: string;
  /** Two letters, as stores are named in addresses. */
  readonly country: string | null;
}

/** `https://apps.apple.com/us/app/kettle/id123456789`, or `app-store:123456789`. */
export function appNamed(text: string): App | null {
  const [, plain] = /^app-store:(?:id)?(\d{1,12})$/.exec(text) ?? [];
  if (plain !== undefined) return { id: plain, country: null };
  const url = URL.parse(text);
  if (url === null || !/^(?:apps|itunes)\.apple\.com$/.test(url.host)) return null;
  const [, country = null, id] = /^(?:\/([a-z]{2}))?\/app\/(?:[^/]{1,300}\/)?id(\d{1,12})\/?$/.exec(url.pathname) ?? [];
  return id === undefined ? null : { id, country };
}
