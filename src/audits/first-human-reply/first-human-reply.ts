/** How long people wait until a person of the makers answers. Page for readers: first-human-reply.md. */
import type { Observation } from '#core/observation.ts';
import { prepare } from '#core/statistics/estimate.ts';
import { DAY, within } from '#core/time.ts';
import { inDays, percent } from '#core/wording.ts';
import type { Thread } from '#facts/voice-values.ts';
import { defineAudit } from '../define-audit.ts';
import {
  askerOf,
  endOf,
  firstAnswer,
  howTold,
  isOpen,
  oneVoice,
  peopleIn,
  unheard,
  withdrawnAt,
} from '../heard-threads.ts';

/** Whoever has waited longer is counted by no-human-answer. */
const NEW = 30 * DAY;

export default defineAudit({
  id: 'first-human-reply',
  lens: 'customer',
  answers: 'told',
  question: 'How long until a person answers?',
  facts: ['threads'],
  unit: 'days',
  estimate: { of: 'km-median' },
  // 24 hours score 90 and 72 hours 50; waits are counted in days.
  curve: { kind: 'log-normal', p10: 1, median: 3, better: 'lower' },
  norm: 'A day scores 90, three days 50; OpenDigger counts by 1, 3 and 7 days, ipfs-shipyard aims at 48 hours.',
  minN: 20,
  version: 3,
  guardedBy: 'honest-closure',

  observe({ threads }, window) {
    const unseen = unheard(threads, window);
    if (unseen !== null) return unseen;
    const observations: Observation[] = [];
    const waiting: Thread[] = [];
    let eligible = 0;
    for (const thread of threads.all) {
      if (thread.side !== 'outsider' || !thread.asks || !within(window, thread.at)) continue;
      eligible += 1;
      if (!thread.read) continue;
      const end = endOf(thread, window);
      const left = withdrawnAt(thread);
      const answer = firstAnswer(thread, Math.min(end, left));
      const time = Math.max(0, ((answer?.at ?? Math.min(end, left)) - thread.at) / DAY);
      if (answer === null && left > end && isOpen(thread, end) && thread.at > end - NEW) waiting.push(thread);
      const evidence = answer === null ? [thread.id] : [thread.id, answer.id];
      observations.push({ block: askerOf(thread), when: thread.at, time, ended: answer !== null, evidence });
    }
    if (eligible === 0) return { state: 'not-applicable', because: 'Nobody outside asked anything in this window.' };
    return {
      observations: observations.sort(longestWaitingFirst),
      coverage: { eligible, observed: observations.length },
      ...oneVoice(observations.map(({ block }) => block)),
      noted: { ...endedBy(observations), ...howTold(threads) },
      people: peopleIn(waiting),
    };
  },

  say({ value, n, noted }) {
    if (n === 0) return 'No thread could be judged: their replies were not all read.';
    const day = noted.day === undefined ? '' : `; ${percent(Number(noted.day))} within a day`;
    if (value === null) return `Less than half of those who asked have an answer from a person${day}.`;
    return `Half of those who ask hear from a person within ${inDays(value)}${day}.`;
  },

  remedy: {
    title: 'Answer this month’s open asks first thing tomorrow',
    hypothesis:
      'We believe that a first answer within a day keeps people, because silence reads as nobody being there.',
    tellTale: 'asks answered by a person within a day',
    counts: ({ time, ended }) => ended === true && (time ?? 0) <= 1,
    effort: 'minutes',
    soonestDays: 14,
  },

  /** Every wait ends within a day at the latest; shorter ones stay. */
  imagine(observations) {
    return observations.map((wait) => ({ ...wait, time: Math.min(wait.time ?? 0, 1), ended: true }));
  },
});

/** The shares answered within one and three days, those who still wait counted in. */
function endedBy(observations: readonly Observation[]): Record<string, number> {
  const day = prepare({ of: 'km-at', at: 1 }, observations).value();
  const three = prepare({ of: 'km-at', at: 3 }, observations).value();
  return { ...(day !== null && { day }), ...(three !== null && { three }) };
}

function longestWaitingFirst(a: Observation, b: Observation): number {
  return Number(a.ended ?? true) - Number(b.ended ?? true) || (b.time ?? 0) - (a.time ?? 0);
}
