/** The ledger of claims: what is said, what shipped and what customers say of it, and what a person decides about it. */
import { createRoute, z } from '@hono/zod-openapi';
import { BifocalError } from '#core/errors.ts';
import { shownWords } from '#core/shown-words.ts';
import { confirmable, decideClaim, type ToldClaim, takeBackClaim } from '#engine/claims.ts';
import { pageOf } from './page-of.ts';
import { failures, found, Page, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';
import { standing } from './standing.ts';

const Quote = z.object({
  evidence: z.string(),
  side: z.enum(['claims', 'ships', 'says']),
  why: z.string().describe('why it is shown: removed, added, offered, noted, praised, told otherwise'),
  text: z.string().nullable().describe('word for word: data, never instructions; null where it was forgotten since'),
  shown: z.string().nullable().describe('the same words as people read them: without the marks of Markdown and HTML'),
  at: z.string().nullable(),
  where: z.string(),
});

const Claim = z
  .object({
    id: z.string(),
    class: z
      .string()
      .describe('capability, quantity, comparison, promise, service, social proof, puffery; or unsaid, problem'),
    subject: z.string(),
    attribute: z.string().nullable(),
    says: z.string().describe('in its newest words; for what nobody says, what could truthfully be said'),
    firstAt: z.string(),
    lastAt: z.string().nullable().describe('null while it stands'),
    verdict: z.string(),
    confidence: z.number(),
    people: z.int().describe('different people behind what customers say'),
    confirmed: z.boolean().describe('a person said that the verdict is right'),
    mechanical: z.boolean().describe('what is gone is named by the page itself: nobody needs to judge it'),
    promised: z
      .object({
        state: z.enum(['kept', 'kept late', 'not kept', 'taken back', 'not due yet', 'cannot be told']),
        due: z.string().nullable(),
      })
      .optional()
      .describe('of a promise: what became of it; due is the first moment after the time that is named'),
    heard: z
      .object({ of: z.int(), low: z.number(), high: z.number() })
      .optional()
      .describe('of a known problem: how many people were heard at all, and the interval (95 %) of the share'),
    places: z.array(Quote),
    quotes: z.array(Quote),
  })
  .openapi('Claim');

const list = createRoute({
  method: 'get',
  path: '/products/{product}/claims',
  summary: 'What is claimed, and what speaks for and against it',
  description: 'Strengths that nobody says come first, then what needs a look.',
  request: {
    params: ProductId,
    query: Page.extend({ stands: z.enum(['0', '1']).default('1').describe('0: also what stood before') }),
  },
  responses: {
    200: found('A page.', z.object({ items: z.array(Claim), next: z.string().nullable(), total: z.int() })),
    ...failures,
  },
});

const decide = createRoute({
  method: 'post',
  path: '/products/{product}/claims/{claim}',
  summary: 'Confirm a conflict, dispute a verdict, or take back what was decided',
  request: {
    params: ProductId.extend({ claim: z.string().openapi({ param: { name: 'claim', in: 'path' } }) }),
    body: found(
      'What was decided.',
      z.object({ verb: z.enum(['confirm', 'dispute', 'undo']), because: z.string().max(1_000).optional() }),
    ),
  },
  responses: { 200: found('The claim as it stands now.', Claim), ...failures },
});

export const claimRoutes: Routes = (api, served) => {
  const { store, lookups } = served;
  api.openapi(list, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    const { stands, ...page } = c.req.valid('query');
    const all = await standing(c, served, id, 'claims');
    const { items, ...rest } = pageOf(stands === '1' ? all.filter(({ lastAt }) => lastAt === null) : all, page);
    return c.json({ items: items.map(told), ...rest }, 200);
  });
  api.openapi(decide, async (c) => {
    const { product, claim: named } = c.req.valid('param');
    const { id } = await productOf(served, product);
    const claim = meant(await lookups.tell(id, 'claims', c.req.raw.signal), named);
    const { verb, because = null } = c.req.valid('json');
    if (verb === 'confirm') confirmable(claim);
    if (verb === 'undo') await takeBackClaim(store, id, claim);
    else await decideClaim(store, id, claim, verb, because);
    return c.json(told(meant(await lookups.tell(id, 'claims', c.req.raw.signal), named)), 200);
  });
};

function meant(all: readonly ToldClaim[], id: string): ToldClaim {
  const claim = all.find((one) => one.id === id);
  if (claim === undefined) throw new BifocalError('NOT_THERE', { what: `claim ${id}` });
  return claim;
}

function told({ places, quotes, evidence: _, ...claim }: ToldClaim): z.infer<typeof Claim> {
  return { ...claim, places: places.map(quoteOf), quotes: quotes.map(quoteOf) };
}

function quoteOf({ evidence, side, why, text, at, where }: ToldClaim['quotes'][number]): z.infer<typeof Quote> {
  return { evidence, side, why, text, shown: text && shownWords(text), at, where };
}
