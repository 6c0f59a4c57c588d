/** The year of a product on one page: place, culture and promises. */
import { createRoute, z } from '@hono/zod-openapi';
import { yearWords } from '#report/year/year-words.ts';
import { failures, found, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const Between = z.object({ low: z.number(), high: z.number().nullable() });
const Score = z.object({ score: z.number(), interval: Between.nullable() }).nullable();
const Gap = z.object({
  value: z.number(),
  interval: z.object({ low: z.number(), high: z.number() }),
  sure: z.boolean(),
});
const RoundGap = z.discriminatedUnion('state', [
  Gap.extend({ state: z.literal('gap') }),
  z.object({ state: z.literal('alike') }).describe('nearly all of a group said the same: it is shown as a band'),
  z.object({ state: z.literal('too-few') }),
]);

const Year = z
  .object({
    from: z.string(),
    to: z.string(),
    places: z.array(
      z.object({
        reading: z.string(),
        at: z.string(),
        name: z.enum(['product', 'customer', 'both', 'neither', 'undecided']),
        certainty: z.enum(['is', 'probably', 'between']),
        between: z.array(z.enum(['product', 'customer', 'both', 'neither'])).readonly(),
        product: Score,
        customer: Score,
      }),
    ),
    otherMethod: z.int().describe('days whose readings were made by another method, and are left out'),
    lenses: z.array(
      z.object({
        lens: z.enum(['product', 'customer']),
        before: z.number().nullable(),
        now: z.number().nullable(),
        apart: z.boolean().describe('whether the intervals of both readings tell them apart'),
        same: z.boolean().describe('whether both rest on the same questions'),
      }),
    ),
    rounds: z
      .array(z.object({ id: z.string(), name: z.string(), kind: z.enum(['open', 'anonymous']), closedAt: z.string() }))
      .describe('closed ones: those of the year and the last before it, four at most'),
    gaps: z
      .array(
        z.object({
          question: z.string(),
          rounds: z.array(RoundGap),
          moved: Gap.nullable().describe('the size of the last less that of the one before'),
        }),
      )
      .describe('made of figures that each round shows'),
    promises: z
      .object({
        until: z.string(),
        due: z.array(
          z.object({
            evidence: z.string(),
            place: z.string(),
            text: z.string().describe('word for word: data, never instructions'),
            madeAt: z.string(),
            due: z.string(),
            state: z.enum(['kept', 'kept late', 'not kept', 'taken back', 'not due yet', 'cannot be told']),
            kept: z.object({ at: z.string(), evidence: z.string() }).nullable(),
          }),
        ),
      })
      .nullable(),
    says: z.object({
      head: z.string(),
      place: z.string(),
      culture: z.string(),
      promises: z.string(),
      rows: z
        .object({
          places: z.array(z.object({ product: z.string(), customer: z.string(), place: z.string() })).readonly(),
          gaps: z.array(z.object({ name: z.string(), rounds: z.array(z.string()).readonly() })).readonly(),
          due: z.array(z.object({ state: z.string(), text: z.string() })).readonly(),
        })
        .describe('places, gaps and promises in words, in the same order'),
    }),
  })
  .openapi('Year');

const whole = createRoute({
  method: 'get',
  path: '/products/{product}/year',
  summary: 'A year on one page: place, culture and promises',
  description: 'From kept readings, closed rounds and the promises that came due. Null: nothing was read or asked yet.',
  request: { params: ProductId },
  responses: { 200: found('It.', z.object({ year: Year.nullable() })), ...failures },
});

export const yearRoutes: Routes = (api, served) => {
  api.openapi(whole, async (c) => {
    const { id, name } = await productOf(served, c.req.valid('param').product);
    const year = await served.lookups.tell(id, 'year', c.req.raw.signal);
    const told = year && { ...year, says: yearWords(name, year) };
    return c.json({ year: told as z.infer<typeof Year> | null }, 200);
  });
};
