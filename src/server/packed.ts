/** Bytes packed for whoever takes them so: on another thread than the one that answers. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';

export const pack = promisify(gzip);

export function takesPacked(c: Context): boolean {
  return /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
}
