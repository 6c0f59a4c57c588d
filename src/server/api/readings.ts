/** The reading of a product: the newest as it stands, and a new one. */
import { createRoute, z } from '@hono/zod-openapi';
import { BifocalError } from '#core/errors.ts';
import { canonical } from '#core/json.ts';
import { Reading } from '#core/reading.ts';
import { actorOf, callerOf } from '../access/caller.ts';
import { pack, takesPacked } from '../packed.ts';
import { readingNow, toldOf } from './reading-now.ts';
import { failures, found, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const Told = z
  .object({
    id: z.string(),
    // A copy: a schema that was made before the library of routes was loaded has no `openapi`.
    reading: Reading.clone().openapi('Reading'),
    view: z.looseObject({}).describe('the same in words, as every face shows it: may gain and lose parts'),
  })
  .openapi('ReadingTold', { description: 'The reading as `bifocal reflect --json` prints it.' });

const newest = createRoute({
  method: 'get',
  path: '/products/{product}/reading',
  summary: 'The newest reading',
  description: 'Its ETag is the reading’s id: the same id is the same bytes.',
  request: { params: ProductId },
  responses: { 200: found('It.', Told), 304: { description: 'Nothing changed.' }, ...failures },
});

const again = createRoute({
  method: 'post',
  path: '/products/{product}/reading',
  summary: 'Gather what is new and read again',
  request: { params: ProductId },
  responses: { 202: found('It is being read.', z.object({ job: z.object({ id: z.string() }) })), ...failures },
});

interface Remembered {
  readonly input: string;
  readonly body: Promise<Uint8Array<ArrayBuffer>>;
  /** A quarter of it, once somebody asked: a telephone waits a second less. */
  packed: Promise<Uint8Array<ArrayBuffer>> | null;
}

/** Readings are looked at many times before they change; one is some hundred kilobytes. */
const REMEMBERED = 12;

export const readingRoutes: Routes = (api, served) => {
  const { store } = served;
  const told = new Map<string, Remembered>();
  // As bytes: some hundred kilobytes of text would be encoded again for everybody who asks.
  const bodyOf = async (productId: string, id: string) => {
    const kept = await store.readings.get(productId, id);
    if (kept === null) throw new BifocalError('NOT_THERE', { what: `reading ${id}` });
    return new TextEncoder().encode(JSON.stringify({ id, ...(await toldOf(store, kept.json)) }));
  };
  api.openapi(newest, async (c) => {
    const { id: productId, name } = await productOf(served, c.req.valid('param').product);
    const now = await readingNow(store, productId);
    if (now === null) throw new BifocalError('NOT_THERE', { what: `a reading of ${name}` });
    const tag = `"${now.id}"`;
    c.header('ETag', tag);
    c.header('Cache-Control', 'no-cache');
    if (c.req.header('if-none-match') === tag) return c.body(null, 304);
    const input = `${now.id} ${canonical(await store.digests(productId))}`;
    const known = told.get(productId);
    const latest: Remembered =
      known?.input === input ? known : { input, body: bodyOf(productId, now.id), packed: null };
    told.set(productId, latest);
    for (const [oldest] of told) if (told.size > REMEMBERED) told.delete(oldest);
    const headers = { 'Content-Type': 'application/json', Vary: 'Accept-Encoding' };
    if (!takesPacked(c)) return c.body(await latest.body, 200, headers) as never;
    latest.packed ??= latest.body.then((body) => pack(body));
    return c.body(await latest.packed, 200, { ...headers, 'Content-Encoding': 'gzip' }) as never;
  });
  api.openapi(again, async (c) => {
    const { id, name } = await productOf(served, c.req.valid('param').product);
    return c.json({ job: { id: (await served.news.readAgain(id, name, actorOf(callerOf(c)))).id } }, 202);
  });
};
