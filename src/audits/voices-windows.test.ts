/** A window of voices that ended in the past reads as it would have read then: nothing later leaks into it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUnseen } from '#core/audit.ts';
import { DAY, dayOf, windowUntil } from '#core/time.ts';
import type { Thread } from '#facts/voice-values.ts';
import firstHumanReply from './first-human-reply/first-human-reply.ts';
import honestClosure from './honest-closure/honest-closure.ts';
import loopClosure from './loop-closure/loop-closure.ts';
import noHumanAnswer from './no-human-answer/no-human-answer.ts';
import ratings from './ratings/ratings.ts';
import { on } from './story.ts';
import { voices } from './voices-story.ts';

const AUDITS = [firstHumanReply, honestClosure, loopClosure, noHumanAnswer, ratings];
const START = on('2025-09-01');

const thread = fc.record({
  day: fc.nat(280),
  who: fc.constantFrom('ann', 'ben', 'cleo'),
  answer: fc.option(fc.nat(60), { nil: null }),
  closing: fc.option(fc.nat(60), { nil: null }),
  own: fc.boolean(),
  change: fc.option(fc.nat(60), { nil: null }),
  release: fc.option(fc.nat(40), { nil: null }),
  told: fc.option(fc.nat(40), { nil: null }),
  stars: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
});
type Asked = typeof thread extends fc.Arbitrary<infer Value> ? Value : never;

function storyOf(asked: readonly Asked[], until: number): readonly Thread[] {
  const told = voices(dayOf(until));
  for (const [index, one] of asked.entries()) {
    told.asks(dayOf(START + one.day * DAY), one.who, { id: `t${index}`, ...(one.stars && { stars: one.stars }) });
    if (one.answer !== null) told.answered(one.answer);
    if (one.change !== null) told.changed(one.change);
    if (one.closing !== null) told.closed(one.closing, one.own ? { by: one.who, side: 'outsider' } : {});
    if (one.change === null || one.release === null) continue;
    told.shipped(one.change + one.release);
    if (one.told !== null) told.told(one.change + one.release + one.told);
  }
  return told.facts().threads.all;
}

/** What of each thread had happened by then. */
function until(threads: readonly Thread[], to: number): readonly Thread[] {
  return threads
    .filter(({ at }) => at <= to)
    .map((one) => ({
      ...one,
      until: to,
      replies: one.replies.filter(({ at }) => at <= to),
      links: one.links.filter(({ at }) => at <= to),
      closed: one.closed !== null && one.closed.at <= to ? one.closed : null,
      shipped: one.shipped !== null && one.shipped.at <= to ? one.shipped : null,
      told: one.told !== null && one.told.at <= to ? one.told : null,
    }));
}

for (const audit of AUDITS) {
  test(`${audit.id} sees in a past window what it would have seen then`, () => {
    fc.assert(
      fc.property(fc.array(thread, { maxLength: 25 }), fc.nat(330), (asked, days) => {
        const to = START + days * DAY;
        const later = START + 500 * DAY;
        const facts = voices(dayOf(later)).facts().threads;
        const all = storyOf(asked, later);
        const window = windowUntil(to);
        const now = audit.observe({ threads: { ...facts, collected: true, until: later, all } }, window);
        const then = audit.observe({ threads: { ...facts, collected: true, until: to, all: until(all, to) } }, window);
        fc.pre(isUnseen(now) === isUnseen(then));
        if (!isUnseen(now) && !isUnseen(then)) expect(now).toEqual(then);
      }),
      { numRuns: 150, seed: 3 },
    );
  });
}
