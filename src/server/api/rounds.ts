/** Rounds of the Mirror Test for those who hold them: begun, given links, closed, and then shown. */
import { createRoute, z } from '@hono/zod-openapi';
import { renderSVG } from 'uqr';
import { BifocalError } from '#core/errors.ts';
import { ROLES } from '#core/mirror.ts';
import { instantOf } from '#core/time.ts';
import { addAnswer } from '#engine/add-action.ts';
import { mirrorResult } from '#engine/mirror-result.ts';
import { addDoors, closeRound, openRound, type RoundTold, roundNamed, roundsTold } from '#engine/rounds.ts';
import { GROUPS, MirrorResult, Round } from './rounds-schemas.ts';
import { failures, found, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const Told = Round.extend({
  answered: z.int().describe('at least so many answered: 0, 5, 10, 20, 50 … No finer count is told before the close'),
}).openapi('RoundTold');

const RoundId = ProductId.extend({ round: z.string().openapi({ param: { name: 'round', in: 'path' } }) });

const list = createRoute({
  method: 'get',
  path: '/products/{product}/rounds',
  summary: 'Rounds of the Mirror Test, oldest first',
  request: { params: ProductId },
  responses: { 200: found('All of them.', z.object({ items: z.array(Told) })), ...failures },
});

const begin = createRoute({
  method: 'post',
  path: '/products/{product}/rounds',
  summary: 'Begin a round',
  description: 'It never changes its kind. A team under five can only hold an open one.',
  request: {
    params: ProductId,
    body: found(
      'How it is held.',
      z.object({
        name: z.string().trim().min(1).max(100),
        kind: z.enum(['open', 'anonymous']).default('anonymous'),
        team: z.int().min(1).max(1_000_000).optional().describe('how many leaders and staff there are'),
      }),
    ),
  },
  responses: { 200: found('It.', Told), ...failures },
});

const Wish = z.object({
  role: z.enum(ROLES),
  people: z.int().min(1).max(500).nullable().default(null).describe('a link for each of so many; null: one for all'),
});

const doors = createRoute({
  method: 'post',
  path: '/products/{product}/rounds/{round}/doors',
  summary: 'Make links to the form',
  description: 'Shown this once: only a hash of each is kept. Paths, to be put behind the address of this server.',
  request: {
    params: RoundId,
    body: found(
      'For whom.',
      z.object({
        doors: z.array(Wish).min(1).max(20),
        address: z.url().max(300).optional().describe('put before each, and into its QR code'),
      }),
    ),
  },
  responses: {
    200: found(
      'The links.',
      z.object({
        links: z.array(
          z.object({ role: z.enum(ROLES), single: z.boolean(), url: z.string(), qr: z.string().describe('SVG') }),
        ),
      }),
    ),
    ...failures,
  },
});

const close = createRoute({
  method: 'post',
  path: '/products/{product}/rounds/{round}/close',
  summary: 'Close a round',
  description:
    'Nothing in it changes from then on, and its figures are shown. What customers wish for joins the needs.',
  request: { params: RoundId },
  responses: { 200: found('It.', Round), ...failures },
});

const result = createRoute({
  method: 'get',
  path: '/products/{product}/rounds/{round}/result',
  summary: 'A closed round, question by question, beside the evidence',
  request: { params: RoundId },
  responses: { 200: found('Groups of five and more; nobody can be worked out from it.', MirrorResult), ...failures },
});

const act = createRoute({
  method: 'post',
  path: '/products/{product}/rounds/{round}/actions',
  summary: 'Make an answer a step of the Bridge',
  description: 'Only one that is shown, word for word. The same answer twice is one step; the Bridge takes it back.',
  request: {
    params: RoundId,
    body: found(
      'Which.',
      z.object({ group: z.enum(GROUPS), text: z.string().min(1), who: z.string().trim().max(200).optional() }),
    ),
  },
  responses: { 200: found('The id that the step is kept under.', z.object({ id: z.string() })), ...failures },
});

export const roundRoutes: Routes = (api, served) => {
  const { store } = served;
  api.openapi(list, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    return c.json({ items: (await roundsTold(store, id)).map(told) }, 200);
  });
  api.openapi(begin, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    const { name, kind, team = null } = c.req.valid('json');
    const round = await openRound(store, id, { name, kind, team });
    return c.json(told({ ...round, answered: 0 }), 200);
  });
  api.openapi(doors, async (c) => {
    const { product, round: named } = c.req.valid('param');
    const { id } = await productOf(served, product);
    const { doors: wishes, address } = c.req.valid('json');
    const before = (address ?? new URL(c.req.url).origin).replace(/\/+$/, '');
    const keys = await addDoors(store, id, await roundNamed(store, id, named), wishes);
    const links = keys.map(({ role, single, token }) => {
      const url = `${before}/m/${id}/${token}`;
      return { role, single, url, qr: renderSVG(url) };
    });
    return c.json({ links }, 200);
  });
  api.openapi(close, async (c) => {
    const { product, round: named } = c.req.valid('param');
    const { id } = await productOf(served, product);
    const { round } = await closeRound(store, id, await roundNamed(store, id, named));
    return c.json(plain(round), 200);
  });
  api.openapi(act, async (c) => {
    const { product, round } = c.req.valid('param');
    const { id } = await productOf(served, product);
    const { who = null, ...answer } = c.req.valid('json');
    return c.json({ id: await addAnswer(store, id, round, { ...answer, who }, Date.now()) }, 200);
  });
  api.openapi(result, async (c) => {
    const { product, round: named } = c.req.valid('param');
    const { id } = await productOf(served, product);
    const round = await roundNamed(store, id, named);
    const all = await mirrorResult(store, id, round);
    if (all === null) throw new BifocalError('ROUND_OPEN', { round: round.name });
    const since = all.since && { ...all.since, round: plain(all.since.round) };
    return c.json({ ...all, round: plain(all.round), since } as unknown as z.infer<typeof MirrorResult>, 200);
  });
};

function told({ answered, ...round }: RoundTold) {
  return { ...plain(round), answered };
}

function plain({ id, kind, name, opensAt, closesAt }: Omit<RoundTold, 'answered'>) {
  return { id, kind, name, opensAt: instantOf(opensAt), closesAt: closesAt === null ? null : instantOf(closesAt) };
}
