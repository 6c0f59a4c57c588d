/** What to do, what was decided and done, and what it did; a decision is taken and taken back here. */

import { createRoute, z } from '@hono/zod-openapi';
import { ACTION_KINDS, ACTION_VERBS, type ActionTold, type BridgeTold, VERDICTS } from '#core/action.ts';
import { BifocalError } from '#core/errors.ts';
import { addOwn, EFFORTS, LONGEST_STEP } from '#engine/add-action.ts';
import { decideAction, decideKept } from '#engine/decide-action.ts';
import { newestReading } from '#engine/kept-readings.ts';
import { actionFacts, verdictSentence, verdictWord } from '#report/bridge/action-words.ts';
import { calendarOf } from '#report/bridge/calendar.ts';
import { bridgeHead } from '#report/bridge/headline.ts';
import { issueLines, issuesCsv } from '#report/bridge/issues.ts';
import { bridgeMarkdown } from '#report/bridge/markdown.ts';
import { failures, found, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const Interval = z.object({ low: z.number(), high: z.number().nullable(), level: z.number(), method: z.string() });
const Count = z.object({ count: z.int(), of: z.int() });
const Side = z.object({ value: z.number().nullable(), n: z.int() });

const Action = z
  .object({
    id: z.string(),
    name: z.string().describe('what people type'),
    kind: z.enum(ACTION_KINDS).describe('answer: made from one in the Mirror Test; own: what a person wants to do'),
    target: z.string().describe('the audit or the need whose figure should move'),
    state: z.enum(['proposed', 'adopted', 'done', 'dropped']),
    may: z.array(z.enum(ACTION_VERBS)).readonly().describe('what can be decided of it now'),
    title: z.string(),
    hypothesis: z.string(),
    people: z.int().nullable(),
    evidence: z.array(z.string()).readonly(),
    tellTale: z.string(),
    standing: Count.nullable(),
    effort: z.string(),
    expected: z.object({ lens: z.string(), change: z.number(), interval: Interval.nullable() }).nullable(),
    verdictPossibleAt: z.string().nullable(),
    owner: z.string().nullable(),
    due: z.string().nullable(),
    doneOn: z.string().nullable(),
    steps: z
      .array(
        z.object({
          verb: z.enum(ACTION_VERBS),
          at: z.string(),
          who: z.string().nullable(),
          note: z.string().nullable(),
          owner: z.string().nullable().optional(),
          due: z.string().nullable().optional(),
          on: z.string().optional(),
        }),
      )
      .readonly()
      .describe('every decision, those that were taken back too'),
    baseline: z.string().nullable().describe('the reading that it was decided on'),
    judged: z
      .object({
        verdict: z.enum(VERDICTS),
        before: Side,
        since: Side,
        unit: z.string(),
        within: z.number().nullable(),
        difference: z.number().nullable(),
        interval: Interval.nullable(),
        tellTale: z.object({ before: Count, since: Count }).nullable(),
        possibleAt: z.string().nullable(),
        until: z.string(),
        beside: z.array(z.string()).readonly().describe('what else changed in that time'),
      })
      .nullable(),
    history: z.array(z.object({ asOf: z.string(), verdict: z.enum(VERDICTS) })).readonly(),
    says: z.object({
      verdict: z.string().nullable(),
      sentence: z.string().nullable(),
      facts: z.array(z.object({ word: z.string(), says: z.string() })),
    }),
  })
  .openapi('Action');

const Bridge = z
  .object({
    reading: z.string().nullable().describe('null: nothing was read yet'),
    at: z.string().nullable(),
    head: z.string(),
    week: z.array(Action),
    quarter: z.array(Action),
    more: z.array(Action),
    dropped: z.array(Action),
    done: z.array(Action),
  })
  .openapi('Bridge');

const whole = createRoute({
  method: 'get',
  path: '/products/{product}/bridge',
  summary: 'What to do, what was done and what it did',
  description: 'Most people who wait first. What was done is judged by the cases since it against the cases before it.',
  request: { params: ProductId },
  responses: { 200: found('It.', Bridge), ...failures },
});

const SHAPES = {
  markdown: { type: 'text/markdown; charset=utf-8', file: 'bridge.md' },
  ics: { type: 'text/calendar; charset=utf-8', file: 'bridge.ics' },
  csv: { type: 'text/csv; charset=utf-8', file: 'bridge.csv' },
  gh: { type: 'text/plain; charset=utf-8', file: 'bridge-issues.sh' },
} as const;

const exported = createRoute({
  method: 'get',
  path: '/products/{product}/bridge/as/{shape}',
  summary: 'The Bridge as Markdown, calendar entries or issues',
  description: 'Nothing is sent anywhere: `csv` is what GitLab imports, `gh` are lines to look at and run.',
  request: {
    params: ProductId.extend({
      shape: z.enum(['markdown', 'ics', 'csv', 'gh']).openapi({ param: { name: 'shape', in: 'path' } }),
    }),
  },
  responses: { 200: { description: 'It.', content: { 'text/plain': { schema: z.string() } } }, ...failures },
});

const decide = createRoute({
  method: 'post',
  path: '/products/{product}/bridge/{action}',
  summary: 'Take an action up, decide against it, mark it as done, or take the last decision back',
  request: {
    params: ProductId.extend({ action: z.string().openapi({ param: { name: 'action', in: 'path' } }) }),
    body: found(
      'What was decided. Deciding against needs a note.',
      z.object({
        verb: z.enum(ACTION_VERBS),
        who: z.string().trim().max(200).optional(),
        note: z.string().trim().max(1_000).optional(),
        owner: z.string().trim().max(200).optional(),
        due: z.string().optional(),
        on: z.string().optional(),
      }),
    ),
  },
  responses: { 200: found('The id that the action is kept under.', z.object({ id: z.string() })), ...failures },
});

const add = createRoute({
  method: 'post',
  path: '/products/{product}/bridge',
  summary: 'Take up a step of your own',
  description: 'With a tell-tale it is judged like any other: by the cases since it against the cases before it.',
  request: {
    params: ProductId,
    body: found(
      'What to do.',
      z.object({
        title: z.string().trim().min(1).max(LONGEST_STEP),
        because: z.string().trim().max(1_000).optional(),
        tellTale: z.string().optional().describe('the audit whose figure should move'),
        effort: z.enum(EFFORTS).default('hours'),
        who: z.string().trim().max(200).optional(),
        owner: z.string().trim().max(200).optional(),
        due: z.string().optional(),
      }),
    ),
  },
  responses: { 200: found('The id that it is kept under.', z.object({ id: z.string() })), ...failures },
});

export const bridgeRoutes: Routes = (api, served) => {
  const { store, lookups } = served;
  const toldOf = (id: string, signal: AbortSignal) => lookups.tell(id, 'bridge', signal);
  api.openapi(whole, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    const told = await toldOf(id, c.req.raw.signal);
    return c.json(told === null ? NOTHING_READ : bridgeJson(told), 200);
  });
  api.openapi(exported, async (c) => {
    const { product, shape } = c.req.valid('param');
    const { id, name } = await productOf(served, product);
    const told = await toldOf(id, c.req.raw.signal);
    if (told === null) throw new BifocalError('NOT_THERE', { what: `a reading of ${name}` });
    const { type, file } = SHAPES[shape];
    const headers = { 'content-type': type, 'content-disposition': `attachment; filename="${file}"` };
    return c.body(shapedAs(shape, name, told), 200, headers) as never;
  });
  api.openapi(add, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    const { because, tellTale, who, owner, due, ...own } = c.req.valid('json');
    const said = { who: who || null, owner: owner || null, due: due || null };
    const step = { ...own, ...said, because: because || null, tellTale: tellTale || null };
    return c.json({ id: await addOwn(store, id, step, Date.now()) }, 200);
  });
  api.openapi(decide, async (c) => {
    const { product, action } = c.req.valid('param');
    const { id } = await productOf(served, product);
    const { who, note, owner, due, on, verb } = c.req.valid('json');
    const said = { verb, who: who || null, note: note || null, owner: owner || null, due: due || null, on: on || null };
    const reading = await newestReading(store, id);
    if (reading !== null) return c.json({ id: await decideAction(store, reading, action, said, Date.now()) }, 200);
    if (!(await decideKept(store, id, action, said, Date.now())))
      throw new BifocalError('ACTION_NOT_FOUND', { action });
    return c.json({ id: action }, 200);
  });
};

const NOTHING_READ = {
  ...{ reading: null, at: null, head: 'Nothing was read yet.' },
  ...{ week: [], quarter: [], more: [], dropped: [], done: [] },
};

function bridgeJson(told: BridgeTold): z.infer<typeof Bridge> {
  const { reading, at, week, quarter, more, dropped, done } = told;
  const lists = { week, quarter, more, dropped, done };
  const said = Object.fromEntries(Object.entries(lists).map(([name, some]) => [name, some.map(actionJson)]));
  return { reading, at, head: bridgeHead(told), ...(said as Record<keyof typeof lists, z.infer<typeof Action>[]>) };
}

function actionJson(action: ActionTold): z.infer<typeof Action> {
  const { judged } = action;
  const facts = actionFacts(action).map(([word, says]) => ({ word, says }));
  const says = { verdict: judged && verdictWord(judged), sentence: judged && verdictSentence(judged), facts };
  return { ...action, may: [...action.may], steps: [...action.steps], says };
}

function shapedAs(shape: keyof typeof SHAPES, product: string, told: BridgeTold): string {
  const shown = [...told.week, ...told.quarter, ...told.more];
  const adopted = shown.filter(({ state }) => state === 'adopted');
  const open = adopted.length > 0 ? adopted : [...told.week, ...told.quarter];
  if (shape === 'markdown') return bridgeMarkdown(product, told);
  if (shape === 'ics') return calendarOf(product, [...open, ...told.done], told.at);
  return shape === 'csv' ? issuesCsv(open) : issueLines(open, 'gh');
}
