/** The built web app: its files by name, and its one page for every other address, as the app routes by itself. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { MiddlewareHandler } from 'hono';
import { pack, takesPacked } from './packed.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** Names under assets/ carry the hash of what they hold, so they never change. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** What is worth packing; of the API a reading alone is packed: elsewhere what others write at any time stands beside what is private. */
const PACKED = new Set(['.js', '.css', '.svg']);

export function webFiles(folder: string): MiddlewareHandler {
  const packed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return async (c, next) => {
    const named = decoded(c.req.path);
    if (named === null) return next();
    const path = normalize(named).replace(/^[/\\]+/, '');
    const type = TYPES[extname(path)];
    if (type === undefined) return c.body(await readFile(join(folder, 'index.html')), 200, page());
    if (path.split(sep).includes('..')) return next();
    const found = await readFile(join(folder, path)).catch(() => null);
    if (found === null) return next();
    if (path === 'index.html') return c.body(found, 200, page());
    const kept = path.startsWith(`assets${sep}`) ? FOR_EVER : 'no-cache';
    const headers = { 'Content-Type': type, 'Cache-Control': kept };
    if (kept !== FOR_EVER || !PACKED.has(extname(path))) return c.body(found, 200, headers);
    const vary = { ...headers, Vary: 'Accept-Encoding' };
    if (!takesPacked(c)) return c.body(found, 200, vary);
    const ready = packed.get(path) ?? pack(found, { level: 9 });
    packed.set(path, ready);
    return c.body(await ready, 200, { ...vary, 'Content-Encoding': 'gzip' });
  };
}

/** Null where an address holds bytes that are no UTF-8. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function page(): Record<string, string> {
  return { 'Content-Type': TYPES['.html'] as string, 'Cache-Control': 'no-cache' };
}
