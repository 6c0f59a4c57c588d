/** A comparison: two or more readings side by side, as far as they can be held against each other. */
import { z } from 'zod';

const Ends = z.object({ low: z.number(), high: z.number() });

const Row = z.object({
  product: z.string().describe('its id'),
  value: z.number(),
  interval: Ends.nullable(),
});

const Pair = z.object({
  ahead: z.string().describe('the product whose figure is higher'),
  behind: z.string(),
  difference: z.number(),
  interval: Ends.describe('of the difference, at the level of the readings'),
  probability: z.number().describe('that the one ahead is really ahead, from both intervals'),
  certainty: z.enum(['is', 'probably', 'cannot be told']),
});

const LeftOut = z.object({ product: z.string(), because: z.string() });

const Figure = z.object({
  id: z.string().describe('a lens, or one of its questions'),
  lens: z.enum(['product', 'customer']),
  question: z.string().nullable().describe('null: the lens itself'),
  rows: z.array(Row).describe('highest first'),
  pairs: z.array(Pair),
  leftOut: z.array(LeftOut),
  because: z.string().nullable().describe('why nothing is ranked here'),
});

export const Comparison = z.object({
  schema: z.literal('bifocal.comparison/1'),
  method: z.string(),
  level: z.number(),
  products: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      at: z.string(),
      heardIn: z.array(z.string()).describe('the kinds of sources that its customers were heard in'),
      verdict: z.string().describe('the focus of its year, in a sentence'),
      weeks: z
        .object({ making: z.int().nullable(), telling: z.int().nullable(), serving: z.int().nullable() })
        .describe('of 52'),
      stage: z
        .enum(['new', 'moving', 'at-rest', 'left', 'quiet'])
        .nullable()
        .describe('null: the product itself was not looked at'),
      place: z.string(),
      certainty: z.string(),
      region: z.array(z.tuple([z.number(), z.number()])),
    }),
  ),
  figures: z.array(Figure),
  notes: z.array(z.string()).describe('what to know before reading on'),
});

export type Comparison = z.infer<typeof Comparison>;
export type ComparedFigure = z.infer<typeof Figure>;
export type ComparedPair = z.infer<typeof Pair>;
