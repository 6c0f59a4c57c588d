/** A reading: everything measured at one moment. This schema is what `--json` prints and what is published. */
import { z } from 'zod';
import { AUDIT_STATES, LENSES } from './audit.ts';

const Interval = z.object({
  low: z.number(),
  high: z.number().nullable().describe('null: not reached'),
  level: z.number(),
  method: z.string(),
});

const Because = z.string().nullable().describe('one sentence: why something is as it is, or why it is missing');

const WeekCell = z.object({
  to: z.string().describe('the day on which the week ends, UTC'),
  happened: z.boolean(),
  depth: z.number().nullable(),
  changes: z.int(),
  evidence: z.array(z.string()),
});

const FocusKind = z.object({
  state: z.enum(['seen', 'not-collected']),
  weeks: z.int().nullable(),
  of: z.int().nullable(),
  depth: z.number().nullable().describe('share of what stood a year ago that is gone or replaced'),
  interval: Interval.nullable().describe('of the depth'),
  weeksInterval: Interval.nullable(),
  basis: z.string(),
  until: z
    .string()
    .nullable()
    .describe(
      'the day up to which it was looked at, where that is a week or more before the reading; later weeks are unknown',
    ),
  noun: z.string().optional().describe('what it is called here: the recipe, the can or the advertising'),
  because: Because,
  cells: z
    .array(WeekCell)
    .describe('the weeks that were looked at, oldest first; those missing are unknown, not empty'),
});

const Question = z.object({
  id: z.string(),
  question: z.string(),
  score: z.number().nullable(),
  interval: Interval.nullable(),
  state: z.enum(AUDIT_STATES),
  because: Because,
  audits: z.array(z.string()),
});

const LensReading = z.object({
  score: z.number().nullable(),
  interval: Interval.nullable(),
  band: z.object({ worst: z.number(), best: z.number() }).describe('from the worst to the best possible value'),
  coverage: z.number().describe('share of its four questions that are answered'),
  because: Because,
  lowest: z.string().nullable().describe('the question with the lowest score'),
  questions: z.array(Question),
});

const SeriesPoint = z.object({ at: z.string(), value: z.number().nullable(), n: z.int() });

const AuditReading = z.object({
  id: z.string(),
  lens: z.enum(LENSES),
  question: z.string(),
  answers: z.string().nullable(),
  state: z.enum(AUDIT_STATES),
  value: z.number().nullable(),
  unit: z.string(),
  score: z.number().nullable(),
  scoreInterval: Interval.nullable(),
  n: z.int().nullable(),
  minN: z.int(),
  interval: Interval.nullable(),
  unsure: z
    .string()
    .optional()
    .describe('why a figure is given and no interval: where the cases cannot tell how sure it is'),
  coverage: z.object({ eligible: z.int(), observed: z.int() }).nullable(),
  because: Because,
  norm: z.string(),
  guardedBy: z.string(),
  method: z.object({ id: z.string(), version: z.int() }),
  window: z.object({ from: z.string(), to: z.string() }),
  evidence: z.array(z.string()).describe('ids, the most telling first; at most 40'),
  evidenceTotal: z.int(),
  series: z.array(SeriesPoint).describe('13 points, four weeks apart, oldest first'),
  change: z
    .object({
      before: z.number().nullable(),
      now: z.number().nullable(),
      difference: z.number().nullable(),
      interval: Interval.nullable(),
      verdict: z.enum(['up', 'down', 'no change we can call', 'not known']),
    })
    .nullable()
    .describe('this half of the window against the half before it; false discoveries held at 10 %'),
  remedy: z.object({ title: z.string(), hypothesis: z.string(), tellTale: z.string(), effort: z.string() }).nullable(),
});

const Action = z.object({
  id: z.string(),
  title: z.string(),
  targets: z.string().describe('the audit whose figure should move'),
  people: z.int().nullable().describe('how many people wait for it; null when only history is known'),
  hypothesis: z.string(),
  evidence: z.array(z.string()),
  tellTale: z.string(),
  standing: z
    .object({ count: z.int(), of: z.int() })
    .nullable()
    .describe('how often the tell-tale counts now, of how many cases; null where cases cannot tell'),
  verdictPossibleAt: z.string().nullable(),
  expected: z.object({ lens: z.string(), change: z.number(), interval: Interval.nullable() }).nullable(),
  effort: z.string(),
});

const Finding = z.object({
  kind: z.string(),
  sentence: z.string(),
  at: z.string(),
  people: z.int().nullable(),
  quotes: z.array(
    z.object({
      evidence: z.string(),
      field: z.enum(['title', 'body', 'quote']),
      line: z.int().optional().describe('which line of the body, from 1; its first that says something when absent'),
      where: z.string(),
      text: z.string().nullable().describe('as the store holds it when shown; null when it no longer does'),
    }),
  ),
  step: z.string(),
});

export const Reading = z.object({
  schema: z.literal('bifocal.reading/1'),
  id: z.string().describe('the hash of all that the reading says'),
  method: z.object({ version: z.string(), seed: z.string(), level: z.number() }),
  product: z.object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    customers: z.string(),
    theirs: z.literal(true).optional().describe('somebody else’s product: conflicts are told as seen from outside'),
  }),
  at: z.string().describe('the latest time up to which its evidence is known, or the time asked for'),
  window: z.object({ from: z.string(), to: z.string() }),
  evidence: z.object({
    changes: z.int().describe('by people and bots together'),
    releases: z.int(),
    feedback: z.int(),
    claims: z.int(),
    documents: z.int().describe('copies of pages, advertisements and posts together'),
    pages: z.int().describe('different pages among the documents'),
    copies: z.int().describe('copies of pages among the documents: each page as it stood at one time'),
    looks: z.int().describe('looks at a catalogue'),
    posts: z.int().describe('advertisements and posts among the documents'),
    people: z.int(),
    bots: z.int(),
    botChanges: z.int().describe('among the changes'),
    strands: z.array(
      z.object({
        strand: z.enum(['ships', 'says', 'claims']),
        state: z.enum(['seen', 'not-collected']),
        observedUntil: z.string().nullable(),
        sources: z.array(z.string()),
      }),
    ),
  }),
  missing: z.array(z.object({ source: z.string(), code: z.string(), because: z.string(), remedy: z.string() })),
  stage: z.object({
    name: z
      .enum(['new', 'moving', 'at-rest', 'left', 'quiet'])
      .nullable()
      .describe('null: the product itself was not looked at'),
    because: z.string(),
    evidence: z.array(z.string()),
  }),
  findings: z.array(Finding),
  findingsBecause: Because,
  alone: z
    .object({
      source: z.enum(['history', 'releases', 'reviews', 'feedback', 'a site', 'posts']),
      quotes: z.array(
        z.object({
          says: z.enum(['praise', 'leaving']),
          evidence: z.string(),
          at: z.string().nullable(),
          text: z.string().nullable().describe('as the store holds it when shown; null when it no longer does'),
        }),
      ),
    })
    .nullable()
    .describe('the one source that all of this rests on, with what people said in it; null where there are more'),
  focus: z.object({
    sentence: z.string(),
    making: FocusKind,
    telling: FocusKind,
    serving: FocusKind,
  }),
  lean: z.object({
    verdict: z.enum(['product', 'customer', 'both', 'undecided']),
    difference: z.number().nullable(),
    interval: Interval.nullable(),
    unit: z.enum(['weeks', 'depth']).nullable(),
    basis: z.string(),
    because: z.string(),
  }),
  origin: z.object({
    outside: z.int().nullable(),
    own: z.int().nullable(),
    idea: z.int().nullable(),
    untraced: z.int().nullable(),
    bounds: z
      .object({
        outside: z.object({ atLeast: z.number(), atMost: z.number() }),
        own: z.object({ atLeast: z.number(), atMost: z.number() }),
        idea: z.object({ atLeast: z.number(), atMost: z.number() }),
      })
      .nullable(),
    because: Because,
  }),
  loop: z
    .object({
      asked: z.int().nullable(),
      shipped: z.int().nullable(),
      told: z.int().nullable(),
      helped: z.int().nullable(),
      byPeers: z.int().nullable().describe('people whom another customer answered'),
      because: Because,
    })
    .describe('people who asked in the window, and how far round the loop each came'),
  lenses: z.object({ product: LensReading, customer: LensReading }),
  place: z.object({
    name: z.enum(['product', 'customer', 'both', 'neither', 'undecided']),
    certainty: z.enum(['is', 'probably', 'between']),
    between: z.array(z.enum(['product', 'customer', 'both', 'neither'])),
    probabilities: z
      .object({ product: z.number(), customer: z.number(), both: z.number(), neither: z.number() })
      .nullable(),
    norm: z.string(),
    because: Because,
    region: z.array(z.tuple([z.number(), z.number()])).describe('200 of the draws: product across, customer up'),
  }),
  veneer: z.object({ marked: z.boolean().nullable(), because: z.string() }),
  signals: z.array(
    z.object({
      name: z.enum(['innovation', 'passion', 'authenticity']),
      value: z.number().nullable(),
      n: z.int().nullable(),
      interval: Interval.nullable(),
      because: z.string(),
    }),
  ),
  soreThumb: z.object({ question: z.string().nullable(), sentence: z.string() }),
  sensitivity: z.object({
    samePlace: z.int().nullable().describe('of `draws` random weightings, how many give the same side of the norm'),
    draws: z.int(),
    scoreRange: z.object({ product: Interval.nullable(), customer: Interval.nullable() }),
    because: Because,
  }),
  audits: z.array(AuditReading),
  bridge: z.object({ actions: z.array(Action), because: Because }),
});
export type Reading = z.infer<typeof Reading>;
export type AuditReading = z.infer<typeof AuditReading>;
export type LensReading = z.infer<typeof LensReading>;
export type QuestionReading = z.infer<typeof Question>;
export type FocusKind = z.infer<typeof FocusKind>;
export type ActionReading = z.infer<typeof Action>;
