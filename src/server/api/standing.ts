/** What is derived, for whoever looks at it: where it is being made anew, what stood before, marked as such. */
import type { Context } from 'hono';
import { instantOf } from '#core/time.ts';
import type { Telling } from '../jobs/tell.ts';
import type { Served } from './served.ts';

/** Until when it stood, and the job that makes it anew. */
const STOOD = 'Bifocal-Stood';
const JOB = 'Bifocal-Job';

/** `Prefer: wait` (RFC 7240) waits for what is new. */
export async function standing<What extends keyof Telling>(
  c: Context,
  { lookups }: Pick<Served, 'lookups'>,
  productId: string,
  what: What,
): Promise<Telling[What]> {
  const { signal } = c.req.raw;
  if (/^wait\b/i.test(c.req.header('prefer') ?? '')) return lookups.tell(productId, what, signal);
  const { told, stood } = await lookups.stands(productId, what, signal);
  if (stood !== null) {
    c.header(STOOD, instantOf(stood.at));
    c.header(JOB, stood.job);
  }
  return told;
}
