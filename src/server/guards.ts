/** What every request passes: only this machine's own pages may ask, and no page may do more than ours needs. */
import type { MiddlewareHandler } from 'hono';
import { hostNamed, isLoopback } from './loopback.ts';

/** No inline script or style, no foreign address, no frame: what customers wrote is text, whatever it says. */
const CONTENT_SECURITY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** `url`: where people find a server that others may reach; null answers to this machine alone. */
export function guards(url: URL | null): [string, ...MiddlewareHandler[]] {
  return ['*', hardened(url), ownHost(url), ownPages(url)];
}

/** A year: browsers then ask for this name by TLS alone (RFC 6797). */
const TLS_ALONE = 'max-age=31536000';

const hardened =
  (url: URL | null): MiddlewareHandler =>
  async (c, next) => {
    await next();
    // Set where they are: `c.header` would build the whole answer anew, its text encoded once more.
    const { headers } = c.res;
    if (url?.protocol === 'https:') headers.set('Strict-Transport-Security', TLS_ALONE);
    headers.set('Content-Security-Policy', CONTENT_SECURITY);
    headers.set('X-Content-Type-Options', 'nosniff');
    if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'no-referrer');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  };

/** A foreign name that was made to lead here (DNS rebinding) would pass for the same origin in a browser. */
const ownHost =
  (url: URL | null): MiddlewareHandler =>
  async (c, next) => {
    const host = hostNamed(c.req.header('host'));
    const own = host !== null && (isLoopback(host) || host === url?.hostname);
    const told = url === null ? 'This server answers to this machine alone.' : `This server answers at ${url.origin}.`;
    if (!own) return c.json(refusal(told), 421);
    await next();
  };

/** Another site's page can send a request here without seeing the answer: it must not change anything. */
const ownPages =
  (url: URL | null): MiddlewareHandler =>
  async (c, next) => {
    if (!SAFE.has(c.req.method)) {
      const origin = c.req.header('origin');
      const site = c.req.header('sec-fetch-site');
      const own = origin === undefined || origin === (url ?? new URL(c.req.url)).origin;
      if (!own || (site !== undefined && site !== 'same-origin' && site !== 'none'))
        return c.json(refusal('Another site may not change anything here.'), 403);
    }
    await next();
  };

function refusal(message: string) {
  const hint = 'Open Bifocal at the address that `bifocal serve` printed.';
  return { error: { code: 'NOT_ALLOWED', message, hint } };
}
