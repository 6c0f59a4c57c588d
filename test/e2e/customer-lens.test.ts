/** A small world worked out by hand: every figure of the Customer lens that voices give, against sums over the table below. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Reading } from '#core/reading.ts';
import { run } from '../../src/cli/main.ts';
import { evidenceFolder, later, type Row } from '../worlds/evidence-folder.ts';
import { capturedTerminal } from './captured-terminal.ts';

/** The reading's last day; its window begins on 2025-07-02. */
const LAST = '2026-06-30';
const FIRST_DAY = '2025-08-01';

/** One ask. Days count from it. */
interface Asked {
  /** 0 is the first day. */
  readonly on: number;
  readonly who: string;
  /** A maker's first words. */
  readonly answered?: number;
  /** A release carries it, it is closed that day, and perhaps told the day after. */
  readonly shipped?: number;
  readonly told?: true;
  /** Closed without a change: with half a sentence of reason, or in silence. */
  readonly closed?: 'reason' | 'silence';
}

/** 36 asks by 31 people; ann asks six times. Two are younger than thirty days. */
const ASKS: readonly Asked[] = [
  ...Array.from({ length: 6 }, (_, at) => ({ on: at * 9, who: 'ann', answered: 2, shipped: 40 })),
  ...Array.from({ length: 6 }, (_, at) => ({
    on: 3 + at * 7,
    who: `ben ${at}`,
    answered: 1,
    shipped: 30,
    told: true as const,
  })),
  ...Array.from({ length: 8 }, (_, at) => ({
    on: 5 + at * 8,
    who: `cem ${at}`,
    answered: 6 + at,
    closed: 'reason' as const,
  })),
  ...Array.from({ length: 5 }, (_, at) => ({ on: 60 + at * 5, who: `dora ${at}`, closed: 'silence' as const })),
  ...Array.from({ length: 9 }, (_, at) => ({ on: 80 + at * 9, who: `eve ${at}` })),
  { on: 320, who: 'fay 0' },
  { on: 325, who: 'fay 1' },
];

/** Forty people's stars and words: 24 praise, 8 leave, 8 say neither. */
const REVIEWS = Array.from({ length: 40 }, (_, at) => ({
  on: at * 7,
  ...(at % 5 < 3
    ? { stars: 5, says: 'I love this app.' }
    : at % 5 === 3
      ? { stars: 1, says: 'It drains my battery, so I uninstalled it.' }
      : { stars: 4, says: 'The cable is white.' }),
}));

/** Nobody writes the same words twice: who does is taken for a program, and its answers for templates. */
const BEGIN = [
  'Oh dear',
  'That must not be',
  'Which bulb do you use',
  'We tried it here',
  'Good find',
  'Hm, strange',
  'Sorry for that',
];
const MIDDLE = [
  'the wire inside gets hot',
  'our supplier changed the glue',
  'a colleague measures it',
  'paper takes less heat',
  'I asked the workshop',
];
const END = [
  'and I write again on Monday',
  'so please keep the box',
  'which a ring would cure',
  'but cooler bulbs help',
  'as you say',
  'if the stand is straight',
];
let spoken = 0;
function words(last: string): string {
  spoken += 1;
  return `${BEGIN[spoken % 7]}, ${MIDDLE[spoken % 5]} ${END[(spoken * 5) % 6]}. ${last}`;
}

const day = (on: number) => later(FIRST_DAY, on);
const desk = (handle: string) => ({ space: 'desk', handle });

function threadOf(asked: Asked, order: number): Row[] {
  const { on, who, answered, shipped, told, closed } = asked;
  const id = `lamp-${order}`;
  const says = (at: number, body: string, more: object = {}): Row => ({
    ...{
      kind: 'reply',
      type: 'comment',
      externalId: `${id}.${at}`,
      threadId: id,
      at: day(on + at),
      author: desk('mia'),
    },
    ...{ body, data: { side: 'maker' }, ...more },
  });
  const replies = [
    ...(answered === undefined ? [] : [says(answered, words('Mia.'))]),
    ...(told && shipped !== undefined ? [says(shipped + 1, words('It is in 2.4.0.'))] : []),
    ...(closed === 'reason' ? [says(50, words('So we will not build it.'))] : []),
  ];
  const end = shipped ?? (closed === undefined ? undefined : 50);
  const data = {
    ...{ side: 'outsider', comments: replies.length, commentsSeen: replies.length },
    ...{
      state: end === undefined ? 'open' : 'closed',
      ...(end !== undefined && { closedAt: Date.parse(day(on + end)) }),
    },
    fixVersions: shipped === undefined ? [] : [{ name: '2.4.0', at: Date.parse(day(on + shipped)) }],
  };
  const title = `Shade ${order} of mine bends`;
  const body = `Shade number ${order} bends when warm. Please mend it.`;
  return [
    {
      kind: 'feedback',
      type: 'issue',
      externalId: id,
      threadId: id,
      at: day(on),
      title,
      body,
      author: desk(who),
      data,
    },
    ...replies,
    ...(end === undefined
      ? []
      : [
          {
            kind: 'event',
            type: 'closed',
            externalId: `${id}.end`,
            threadId: id,
            at: day(on + end),
            author: desk('mia'),
          },
        ]),
  ];
}

const reviews = REVIEWS.map(
  ({ on, stars, says }, at): Row => ({
    ...{
      kind: 'feedback',
      type: 'review',
      externalId: `review-${at}`,
      at: day(on),
      amount: stars,
      lang: 'en',
      body: says,
    },
    author: { space: 'shop.example', handle: `reader ${at}` },
  }),
);

const home = mkdtempSync(join(tmpdir(), 'bifocal-lens-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
let reading: Reading;
beforeAll(async () => {
  using folder = evidenceFolder({ name: 'Lamp', kind: 'software' }, [...ASKS.flatMap(threadOf), ...reviews], LAST);
  const terminal = capturedTerminal({ BIFOCAL_HOME: home });
  expect(await run([folder.folder, '--json'], terminal), terminal.err()).toBe(0);
  reading = Reading.parse(JSON.parse(terminal.out()));
});

const auditOf = (id: string) => {
  const audit = reading.audits.find((one) => one.id === id);
  if (audit === undefined) throw new Error(`no ${id}`);
  return audit;
};

/** The product-limit estimate, written down as a schoolbook does: after each end, the share that still waits. */
function stillWaiting(
  waits: readonly { readonly days: number; readonly ended: boolean }[],
): [day: number, share: number][] {
  const days = [...new Set(waits.filter(({ ended }) => ended).map((wait) => wait.days))].sort((a, b) => a - b);
  let share = 1;
  return days.map((at) => {
    const risk = waits.filter((wait) => wait.days >= at).length;
    share *= 1 - waits.filter((wait) => wait.ended && wait.days === at).length / risk;
    return [at, share];
  });
}

const lastDay = (Date.parse(LAST) - Date.parse(FIRST_DAY)) / 86_400_000;
const isOlder = ({ on }: Asked) => on <= lastDay - 30;

test('no-human-answer: of asks older than thirty days, those without a word', () => {
  const old = ASKS.filter(isOlder);
  const silent = old.filter(({ answered }) => answered === undefined).length;
  expect([silent, old.length]).toEqual([14, 34]);
  expect(auditOf('no-human-answer')).toMatchObject({ n: 34, value: 14 / 34 });
});

test('first-human-reply: the median, those who still wait counted in', () => {
  const waits = ASKS.map(({ on, answered }) => ({ days: answered ?? lastDay - on, ended: answered !== undefined }));
  const half = stillWaiting(waits).find(([, share]) => share <= 0.5);
  // By hand: of 36, 6 hear on day 1, 6 on day 2, one each on 6, 7 and 8; then one who waits drops out of sight. 21/36 times
  // 17/20 is the first below a half.
  expect(half?.[0]).toBe(11);
  expect(half?.[1]).toBeCloseTo((21 / 36) * (17 / 20), 12);
  expect(auditOf('first-human-reply')).toMatchObject({ n: 36, value: 11 });
  // A day scores 90 and three days 50 on a log-normal curve: 100 (1 − Φ(ln(11 / 3) · 1.28155 / ln 3)) = 6.5.
  expect(auditOf('first-human-reply').score).toBeCloseTo(6.5, 1);
});

test('ask-to-ship: the share that a release answered within half a year', () => {
  const waits = ASKS.map(({ on, shipped, closed }) => ({
    days: shipped ?? (closed === undefined ? lastDay - on : 50),
    ended: shipped !== undefined,
  }));
  const share = stillWaiting(waits).findLast(([at]) => at <= 182)?.[1] ?? 1;
  // Two drop out before day 30; of 34, six ship on day 30 and six of the other 28 on day 40.
  expect(1 - share).toBeCloseTo(12 / 34, 12);
  expect(auditOf('ask-to-ship').n).toBe(36);
  expect(auditOf('ask-to-ship').value).toBeCloseTo(12 / 34, 12);
});

test('honest-closure: closed by a release or with a reason, of all that makers closed', () => {
  const closed = ASKS.filter((ask) => ask.shipped !== undefined || ask.closed !== undefined);
  const honest = closed.filter((ask) => ask.closed !== 'silence').length;
  expect([honest, closed.length]).toEqual([20, 25]);
  // Half score 50 and nine in ten 90: eight in ten lie three quarters of the way.
  expect(auditOf('honest-closure')).toMatchObject({ n: 25, value: 0.8, score: 80 });
});

test('loop-closure: told, of those whose ask shipped', () => {
  const shipped = ASKS.filter((ask) => ask.shipped !== undefined);
  expect(auditOf('loop-closure')).toMatchObject({ n: shipped.length, value: 6 / 12 });
});

test('ratings and praise: the mean of stars, and praise of all that praises or leaves', () => {
  expect(auditOf('ratings')).toMatchObject({ n: 40, value: (24 * 5 + 8 * 1 + 8 * 4) / 40 });
  expect(auditOf('praise-against-leaving')).toMatchObject({ n: 32, value: 24 / 32 });
});

test('voice-breadth: what the loudest wrote of all', () => {
  const pieces = ASKS.length + REVIEWS.length;
  expect(auditOf('voice-breadth')).toMatchObject({ n: pieces, value: 6 / pieces });
});

test('the lens is the mean of its questions, each the mean of its scored audits', () => {
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const { score, questions } = reading.lenses.customer;
  const scored = questions.map(({ audits }) =>
    mean(audits.map((id) => auditOf(id)).flatMap((audit) => (audit.state === 'scored' ? (audit.score ?? []) : []))),
  );
  expect(questions.map((question) => question.score)).toEqual(scored.map((one) => expect.closeTo(one, 6)));
  expect(score).toBeCloseTo(mean(scored), 6);
});
