/** Asks of customers older than a month that no person of the makers has answered. Page for readers: no-human-answer.md. */
import type { Observation } from '#core/observation.ts';
import { DAY, within } from '#core/time.ts';
import { counted, thousands } from '#core/wording.ts';
import type { Thread } from '#facts/voice-values.ts';
import { defineAudit } from '../define-audit.ts';
import { askerOf, endOf, firstAnswer, howTold, isOpen, peopleIn, unheard, withdrawnAt } from '../heard-threads.ts';

/** An ask is given a month (measuring C2). */
const LONG = 30 * DAY;

export default defineAudit({
  id: 'no-human-answer',
  lens: 'customer',
  answers: 'heard',
  question: 'How many asks have no human answer yet?',
  facts: ['threads'],
  unit: 'share',
  estimate: { of: 'share' },
  // Own knots: of 1,404 Rust issues of 2015, 31 % had no answer when looked at; a tenth is the target.
  curve: {
    kind: 'knots',
    knots: [
      [0, 100],
      [0.1, 90],
      [0.3, 50],
      [1, 0],
    ],
  },
  norm: 'Our own: a tenth unanswered scores 90; 31 % of 1,404 Rust issues of 2015 were, which is taken as the middle.',
  minN: 20,
  version: 2,
  guardedBy: 'honest-closure',

  observe({ threads }, window) {
    const unseen = unheard(threads, window);
    if (unseen !== null) return unseen;
    const observations: Observation[] = [];
    const waiting: Thread[] = [];
    let [eligible, closed] = [0, 0];
    for (const thread of threads.all) {
      const end = endOf(thread, window);
      if (thread.side !== 'outsider' || !thread.asks || !within(window, thread.at) || thread.at > end - LONG) continue;
      // Whoever closed their own ask before anybody spoke does not wait.
      const left = withdrawnAt(thread);
      const answer = firstAnswer(thread, end);
      if (answer === null && left <= end) continue;
      eligible += 1;
      if (!thread.read) continue;
      if (answer === null && isOpen(thread, end)) waiting.push(thread);
      if (answer === null && !isOpen(thread, end)) closed += 1;
      observations.push({
        block: askerOf(thread),
        when: thread.at,
        hit: answer === null,
        evidence: [thread.id],
      });
    }
    if (eligible === 0) return { state: 'not-applicable', because: 'No ask of this window is older than 30 days.' };
    return {
      // Oldest first among those without an answer: the order in which they wait.
      observations: observations.sort((a, b) => Number(b.hit) - Number(a.hit)),
      coverage: { eligible, observed: observations.length },
      noted: { silent: waiting.length + closed, closed, ...howTold(threads) },
      people: peopleIn(waiting),
    };
  },

  say({ n, noted }) {
    if (n === 0) return 'No thread could be judged: their replies were not all read.';
    const silent = Number(noted.silent ?? 0);
    if (silent === 0) return `Every one of ${counted(n, 'ask')} older than 30 days has a human answer.`;
    const closed = Number(noted.closed ?? 0);
    const shut = closed === 0 ? '' : `; ${thousands(closed)} ${closed === 1 ? 'was' : 'were'} closed without one`;
    const have = silent === 1 ? 'has' : 'have';
    return `${thousands(silent)} of ${counted(n, 'ask')} older than 30 days ${have} no human answer yet${shut}.`;
  },

  remedy: {
    title: 'Answer the oldest unanswered ask, then the next',
    hypothesis: 'We believe that a short honest answer brings people back, because they learn that somebody read them.',
    tellTale: 'asks older than 30 days without a human answer',
    counts: ({ hit }) => hit === true,
    effort: 'minutes',
    soonestDays: 30,
  },

  imagine(observations) {
    return observations.map((ask) => ({ ...ask, hit: false }));
  },
});
