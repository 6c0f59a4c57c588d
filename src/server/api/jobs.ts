/** How far work that goes on by itself is: asked for once, or told as it happens (server-sent events). */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { BifocalError } from '#core/errors.ts';
import type { JsonObject } from '#core/json.ts';
import { actorOf, callerOf, may } from '../access/caller.ts';
import type { Job } from '../jobs/workshop.ts';
import { Failure, failures, found } from './schemas.ts';
import type { Routes } from './served.ts';

const Told = z
  .object({
    id: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    doing: z.string().nullable().describe('what it does just now'),
    done: z.number().nullable(),
    total: z.number().nullable(),
    productId: z.string().nullable().describe('known once it is done'),
    result: z.unknown().describe('what it brought, where that is more than a reading'),
    error: Failure.shape.error.nullable(),
  })
  .openapi('Job');

const Params = z.object({ job: z.string().openapi({ param: { name: 'job', in: 'path' } }) });

const one = createRoute({
  method: 'get',
  path: '/jobs/{job}',
  summary: 'How far a job is',
  request: { params: Params },
  responses: { 200: found('It.', Told), ...failures },
});

const events = createRoute({
  method: 'get',
  path: '/jobs/{job}/events',
  summary: 'The same, as it happens',
  description: 'Events `progress`, then one of `done` and `failed`; each carries the job.',
  request: { params: Params },
  responses: {
    200: { description: 'Until it ends.', content: { 'text/event-stream': { schema: z.string() } } },
    ...failures,
  },
});

export const jobRoutes: Routes = (api, { workshop, lookups, store }) => {
  /** Of a product that whoever asks may see, or begun by them. */
  const jobOf = async (c: Context, id: string): Promise<Job> => {
    const job = workshop.job(id) ?? lookups.job(id);
    const caller = callerOf(c);
    const product = job?.productId ? await store.products.byId(job.productId) : null;
    const seen = product === null ? job?.by === actorOf(caller) : may(caller, 'read', product);
    if (job === null || !(seen || caller.is === 'machine')) throw new BifocalError('NOT_THERE', { what: `job ${id}` });
    return job;
  };
  api.openapi(one, async (c) => {
    const { result, by: _, ...job } = await jobOf(c, c.req.valid('param').job);
    // Only imports leave a result here, which is JSON; what is derived is asked for at its own address.
    return c.json({ ...job, result: result as JsonObject | null }, 200);
  });
  // hono cannot type a stream as an answer: the route is described to the document, and answered beside it.
  api.openAPIRegistry.registerPath(events);
  api.get('/jobs/:job/events', async (c) => {
    const { id } = await jobOf(c, c.req.param('job'));
    return streamSSE(c, async (stream) => {
      const left = new AbortController();
      stream.onAbort(() => left.abort());
      const thread = workshop.job(id) === null ? lookups : workshop;
      for await (const job of thread.follow(id, left.signal)) {
        const event = job.state === 'done' || job.state === 'failed' ? job.state : 'progress';
        await stream.writeSSE({ event, data: JSON.stringify(job) });
      }
    });
  });
};
